/**
 * Which rewards a won referral earns. One class per rule, the list of rules in {@link
 * io.askwell.reward.domain.rule.RewardRules}; the numbers come from the program. A rule under which money has moved is
 * never edited: a version 2 gets a class and a date.
 */
@NullMarked
package io.askwell.reward.domain.rule;

import org.jspecify.annotations.NullMarked;
