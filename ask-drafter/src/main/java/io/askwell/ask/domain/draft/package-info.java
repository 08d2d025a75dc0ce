/**
 * The text of an ask: how it is composed from what the customer achieved, the rules that no text may break, the summary
 * for the owner, and when to send it. Everything here is a function of facts and a moment.
 */
@NullMarked
package io.askwell.ask.domain.draft;

import org.jspecify.annotations.NullMarked;
