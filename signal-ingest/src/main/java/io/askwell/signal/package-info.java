/**
 * The door. Reports of signals and leads come in over HTTP; each is judged against the contract; what keeps it is written to
 * the log as a fact, and only then is it acknowledged. The service holds no state: whoever got no answer sends again with the
 * same ids, and readers count the same id once.
 */
@NullMarked
package io.askwell.signal;

import org.jspecify.annotations.NullMarked;
