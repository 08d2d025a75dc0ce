/**
 * What this service has already applied: consumed positions, facts and commands. Each is remembered in the transaction of its
 * effect, so that "applied" and "remembered" cannot part.
 */
@NullMarked
package io.askwell.transport.inbox;

import org.jspecify.annotations.NullMarked;
