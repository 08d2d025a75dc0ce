package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.customer.Peer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom the customer mentioned, as it stands in a sentence: {@code Kim Lee of Northwind} and
 * {@code , in connection with “late invoices”}.
 *
 * @param about empty when no problem is known
 * @param quotes what in it is the customer's own
 */
record PeerPhrase(String who, String about, List<String> quotes, List<String> evidence) {

    static Optional<PeerPhrase> of(Peer peer) {
        return CustomerText.name(peer.company()).map(company -> {
            Optional<String> name = CustomerText.name(peer.name());
            Optional<String> problem = CustomerText.sentence(peer.problem());
            String who = name.map(person -> person + " of " + company).orElse(company);
            String about =
                    problem.map(text -> " in connection with “" + text + "”").orElse("");
            List<String> quotes = Stream.of(Optional.of(who), Optional.of(company), name, problem)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            return new PeerPhrase(who, about, quotes, peer.evidence());
        });
    }
}
