/**
 * Measures the matching of leads: records with a known truth in, from a file or from a seeded generator; how many true pairs are found at which
 * threshold and how fast, out. It is run by the benchmark, in a process of its own; the service never calls it.
 */
@NullMarked
package io.askwell.attribution.application.matching;

import org.jspecify.annotations.NullMarked;
