/**
 * Askwell as one product on one machine: which servers and services belong to it, where one data directory keeps them,
 * and how they are started, found again, inspected and stopped. Nothing here prints; what happens is handed to a
 * {@link java.util.function.Consumer} of {@link io.askwell.local.product.Step}s, and refusals are values.
 */
@NullMarked
package io.askwell.local.product;

import org.jspecify.annotations.NullMarked;
