/** What every record carries beside its value: who said it, when, and in which trace. */
@NullMarked
package io.askwell.transport.event;

import org.jspecify.annotations.NullMarked;
