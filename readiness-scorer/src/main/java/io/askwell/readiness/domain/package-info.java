/**
 * The decision: {@code assess(signals, now)} is a pure function of the set of signals, the policy and the time. It also says when
 * time alone may change its answer.
 */
@NullMarked
package io.askwell.readiness.domain;

import org.jspecify.annotations.NullMarked;
