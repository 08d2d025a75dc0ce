package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Open;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What comes of looking at a customer.
 *
 * @param customer as known after the steps
 * @param reassigned the open ask, when the account got another owner
 * @param heldBack every opportunity that is held back now, also those that were before
 * @param lookAgainAt when time alone may change something; empty when only news can
 */
public record Review(
        Customer customer,
        Optional<Open> reassigned,
        List<AskStep> steps,
        List<HeldBack> heldBack,
        Optional<Instant> lookAgainAt) {

    public Review {
        steps = List.copyOf(steps);
        heldBack = List.copyOf(heldBack);
    }
}
