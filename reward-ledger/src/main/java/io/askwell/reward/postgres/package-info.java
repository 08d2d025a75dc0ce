/**
 * The ports of the application over PostgreSQL, one statement a method. The constraints of the schema say once more, and on
 * their own, what the domain says: they are the second witness, not a way to find out.
 */
@NullMarked
package io.askwell.reward.postgres;

import org.jspecify.annotations.NullMarked;
