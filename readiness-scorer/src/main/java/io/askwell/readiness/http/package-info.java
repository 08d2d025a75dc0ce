/** The edge to people and programs that ask how ready a customer is. */
@NullMarked
package io.askwell.readiness.http;

import org.jspecify.annotations.NullMarked;
