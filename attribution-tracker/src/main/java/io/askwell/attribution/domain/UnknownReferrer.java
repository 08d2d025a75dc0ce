package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A referrer was named by the id of a customer of whom no signal has come yet. */
final class UnknownReferrer implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        List<Claim> unknown = theCase.claims().stream()
                .filter(claim -> claim.referrer().kind() == ReferrerKind.CUSTOMER)
                .filter(claim ->
                        !theCase.history().customers().knows(claim.referrer().id()))
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Flagged(
                        Flag.UNKNOWN_REFERRER,
                        "No signal has come yet of %s."
                                .formatted(unknown.stream()
                                        .map(claim -> claim.referrer().described())
                                        .sorted()
                                        .collect(Collectors.joining(", "))),
                        FlagRule.evidenceOf(unknown)));
    }
}
