package io.askwell.attribution.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of the referral links that the submissions of a lead name, and of the clicks that they give back. */
public record Links(Set<LinkFact> facts) {

    public static final Links UNKNOWN = new Links(Set.of());

    public Links {
        facts = Set.copyOf(facts);
    }

    /** Who owns the link; empty until that it was made is known. */
    Optional<Referrer> owner(String linkCode) {
        return only(LinkMade.class)
                .filter(made -> made.linkCode().equals(linkCode))
                .min(LinkFact.IN_ORDER)
                .map(LinkMade::owner);
    }

    Set<Referrer> owners() {
        return only(LinkMade.class).map(LinkMade::owner).collect(Collectors.toUnmodifiableSet());
    }

    /** Empty for a click on another link. */
    Optional<LinkClick> click(String linkCode, String clickId) {
        return only(LinkClick.class)
                .filter(click ->
                        click.linkCode().equals(linkCode) && click.clickId().equals(clickId))
                .min(LinkFact.IN_ORDER);
    }

    /** Of these, what says something about the submission. */
    public Links namedBy(Submission submission) {
        List<String> codes = submission.linkCodes();
        return facts.isEmpty() || codes.isEmpty()
                ? UNKNOWN
                : new Links(facts.stream()
                        .filter(fact -> codes.contains(fact.linkCode()))
                        .filter(fact -> switch (fact) {
                            case LinkMade _ -> true;
                            case LinkClick click -> submission.clickId().equals(Optional.of(click.clickId()));
                        })
                        .collect(Collectors.toUnmodifiableSet()));
    }

    Links and(Links more) {
        Set<LinkFact> all = new HashSet<>(facts);
        all.addAll(more.facts);
        return new Links(all);
    }

    private <T extends LinkFact> Stream<T> only(Class<T> type) {
        return facts.stream().filter(type::isInstance).map(type::cast);
    }
}
