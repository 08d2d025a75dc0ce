/**
 * The drafter's tables. A customer's row is the lock under which everything about the customer is decided; constraints
 * witness independently what the domain promises. States are kept whole as JSON, with columns for what is searched.
 */
@NullMarked
package io.askwell.ask.postgres;

import org.jspecify.annotations.NullMarked;
