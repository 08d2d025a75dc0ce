@NullMarked
package io.askwell.reward.http;

import org.jspecify.annotations.NullMarked;
