package io.askwell.readiness.domain;

import org.jspecify.annotations.Nullable;

/**
 * What divides the Priority Advocates from all others.
 *
 * @param lowest the lowest score among them; null when there is no customer with a live signal
 */
public record PriorityLine(@Nullable AdvocateScore lowest) {

    public static final PriorityLine OF_NOBODY = new PriorityLine(null);

    public boolean admits(AdvocateScore score) {
        return lowest != null && score.compareTo(lowest) >= 0;
    }
}
