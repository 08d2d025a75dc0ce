/** What a valid signal is: the kinds with their attributes, and the checks that every reader and writer applies. */
@NullMarked
package io.askwell.schemas.signals;

import org.jspecify.annotations.NullMarked;
