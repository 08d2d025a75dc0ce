/**
 * What is known about a referred lead and who gets the credit for it. A lead's history is a set of facts (submissions and
 * stage reports) and of rulings by people; the referral is derived from that set by pure functions, so that the order in
 * which facts arrive cannot matter. Nothing here knows Kafka, HTTP or SQL, and time is always an argument.
 */
@NullMarked
package io.askwell.attribution.domain;

import org.jspecify.annotations.NullMarked;
