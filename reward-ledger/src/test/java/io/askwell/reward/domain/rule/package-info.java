@NullMarked
package io.askwell.reward.domain.rule;

import org.jspecify.annotations.NullMarked;
