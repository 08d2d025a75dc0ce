/** The calendars of countries. Facts that change with the library's version, and that no decision waits for. */
@NullMarked
package io.askwell.ask.calendar;

import org.jspecify.annotations.NullMarked;
