/**
 * Facts in: what sources and the CRM say about referred leads. Decision: one record per lead, and who gets the credit for it
 * with what confidence. Facts out: every step of every referral, and the questions that wait for a person.
 */
@NullMarked
package io.askwell.attribution;

import org.jspecify.annotations.NullMarked;
