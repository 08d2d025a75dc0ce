@NullMarked
package io.askwell.reward.kafka;

import org.jspecify.annotations.NullMarked;
