/** The names of all meters of this module, in one place. */
@NullMarked
package io.askwell.transport.metrics;

import org.jspecify.annotations.NullMarked;
