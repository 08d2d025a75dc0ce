/** What can be asked of this service, and what it needs for that: a contract to judge by, and a log to write to. */
@NullMarked
package io.askwell.signal.application;

import org.jspecify.annotations.NullMarked;
