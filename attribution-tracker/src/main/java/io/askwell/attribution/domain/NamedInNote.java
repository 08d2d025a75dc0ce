package io.askwell.attribution.domain;

import io.askwell.attribution.domain.note.Candidate;
import io.askwell.attribution.domain.note.Mention;
import io.askwell.attribution.domain.note.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom the note of a submission names as referrer, as far as the customers are known. */
sealed interface NamedInNote {

    record Nobody() implements NamedInNote {}

    /**
     * @param domain registrable domain of the address, where the note names an address
     * @param at where the note says so first
     */
    record Somebody(Referrer referrer, @Nullable String domain, Span at) implements NamedInNote {}

    /** More than one person may be meant, or more than one is: then nobody is. */
    record Ambiguous() implements NamedInNote {}

    static NamedInNote in(Submission submission, KnownCustomers customers, ReferrerIdentities identities) {
        List<Somebody> named = new ArrayList<>();
        for (Mention mention : submission.mentions()) {
            switch (meant(mention, customers)) {
                case Nobody _ -> {}
                case Somebody somebody ->
                    named.add(new Somebody(identities.resolve(somebody.referrer()), somebody.domain(), somebody.at()));
                case Ambiguous ambiguous -> {
                    return ambiguous;
                }
            }
        }
        Set<Referrer> persons = named.stream().map(Somebody::referrer).collect(Collectors.toSet());
        return switch (persons.size()) {
            case 0 -> new Nobody();
            case 1 -> named.getFirst();
            default -> new Ambiguous();
        };
    }

    /** The first reading that means anybody counts. */
    private static NamedInNote meant(Mention mention, KnownCustomers customers) {
        return mention.candidates().stream()
                .map(candidate -> meant(candidate, customers))
                .filter(named -> !(named instanceof Nobody))
                .findFirst()
                .orElseGet(Nobody::new);
    }

    private static NamedInNote meant(Candidate candidate, KnownCustomers customers) {
        return switch (candidate) {
            case Candidate.Address(String address, String domain, Span span) ->
                new Somebody(new Referrer(ReferrerKind.EMAIL, address), domain, span);
            case Candidate.CustomerId(String customerId, Span span) ->
                customers.knows(customerId) ? new Somebody(Referrer.customer(customerId), null, span) : new Nobody();
            case Candidate.Person(String name, List<String> companies, Span span) -> {
                List<CustomerProfile> namesakes = customers.withContact(name, companies);
                yield switch (namesakes.size()) {
                    case 0 -> new Nobody();
                    case 1 -> new Somebody(namesakes.getFirst().referrer(), null, span);
                    default -> new Ambiguous();
                };
            }
        };
    }
}
