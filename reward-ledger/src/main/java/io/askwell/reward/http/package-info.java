/** The edge to people: the worklist of rewards, the decision on each, and the books as auditors read them. */
@NullMarked
package io.askwell.reward.http;

import org.jspecify.annotations.NullMarked;
