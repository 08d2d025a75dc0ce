/**
 * Benchmarks, each a ratio against a named reference that is measured in the same run, because figures of one machine say
 * nothing about another. Whatever a benchmark starts is its own, in a temporary directory and on free ports.
 */
@NullMarked
package io.askwell.local.bench;

import org.jspecify.annotations.NullMarked;
