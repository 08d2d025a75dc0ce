/** The names of all meters of this module in one place, and what the meters of every service need. */
@NullMarked
package io.askwell.transport.metrics;

import org.jspecify.annotations.NullMarked;
