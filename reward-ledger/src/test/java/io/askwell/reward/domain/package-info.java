@NullMarked
package io.askwell.reward.domain;

import org.jspecify.annotations.NullMarked;
