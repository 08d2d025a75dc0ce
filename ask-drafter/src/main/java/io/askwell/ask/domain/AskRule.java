package io.askwell.ask.domain;

/**
 * One reason not to ask, by its name. The three kinds differ in what they look at; {@link Objections} has all rules in one
 * list. All must be content, so the strictest wins.
 */
sealed interface AskRule permits CustomerRule, OpeningRule, ContinuingRule {}
