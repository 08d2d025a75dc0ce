/** Facts in the schema's form, and their way onto the topics. */
@NullMarked
package io.askwell.signal.kafka;

import org.jspecify.annotations.NullMarked;
