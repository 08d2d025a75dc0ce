/**
 * The replay: recorded signals in, both policies asked about every customer at one moment, and what would change out. It decides
 * nothing for anybody and keeps nothing.
 */
@NullMarked
package io.askwell.readiness.application.replay;

import org.jspecify.annotations.NullMarked;
