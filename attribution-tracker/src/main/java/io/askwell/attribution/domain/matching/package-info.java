/**
 * How alike two descriptions of a lead are. Values are read into a comparable form, compared field by field into levels, and the levels are
 * weighed as Fellegi and Sunter do (A Theory for Record Linkage, 1969): a level that is commoner among pairs of one lead than among other pairs
 * speaks for one lead, by the logarithm of how much commoner it is. What was compared, and what it counted, is kept for people to see. Blocking
 * keys say which pairs are worth comparing at all. Nothing here knows where records come from, and nothing is random.
 */
@NullMarked
package io.askwell.attribution.domain.matching;

import org.jspecify.annotations.NullMarked;
