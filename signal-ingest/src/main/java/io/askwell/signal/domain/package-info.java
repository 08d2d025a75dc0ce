/** What outsiders report, and what becomes of it: a fact, or the reasons why not. */
@NullMarked
package io.askwell.signal.domain;

import org.jspecify.annotations.NullMarked;
