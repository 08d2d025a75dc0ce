/** The drafter's HTTP API: asks, a person's decision about one, and the referral history of a customer. */
@NullMarked
package io.askwell.ask.http;

import org.jspecify.annotations.NullMarked;
