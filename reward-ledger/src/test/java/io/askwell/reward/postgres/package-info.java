@NullMarked
package io.askwell.reward.postgres;

import org.jspecify.annotations.NullMarked;
