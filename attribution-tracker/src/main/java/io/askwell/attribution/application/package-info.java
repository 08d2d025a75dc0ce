/** What the service does, one class a verb, and the ports through which it reaches its state and the outside. */
@NullMarked
package io.askwell.attribution.application;

import org.jspecify.annotations.NullMarked;
