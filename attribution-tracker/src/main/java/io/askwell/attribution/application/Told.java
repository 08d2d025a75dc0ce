package io.askwell.attribution.application;

import io.askwell.attribution.domain.ReferralChange;
import java.time.Instant;
import java.util.List;

/**
 * What one thing that was said changed.
 *
 * @param cause the fact ({@code source/id}), review or command that made it happen
 * @param at when we heard it
 */
public record Told(List<ReferralChange> changes, String cause, Instant at) {

    public Told {
        changes = List.copyOf(changes);
    }
}
