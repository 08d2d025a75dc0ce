package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.AskingSignal;
import io.askwell.ask.domain.customer.AskingSignal.LimitsSet;
import io.askwell.ask.domain.draft.AskingHistory;
import io.askwell.ask.domain.draft.AskingHistory.Moment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a customer's asks and signals tell of earlier asking. */
final class PastAsks {

    private PastAsks() {}

    static AskingHistory of(Customer customer) {
        Stream<Moment> released = customer.asks().stream().flatMap(ask -> switch (ask) {
            case Ask.Released left -> Stream.of(moment(left.releasedAt(), ask));
            case Ask.Answered left -> Stream.of(moment(left.releasedAt(), ask));
            case Ask.Open _, Ask.Declined _, Ask.Withdrawn _, Ask.Expired _ -> Stream.of();
        });
        Stream<Moment> declined = customer.asks().stream()
                .filter(Ask.Declined.class::isInstance)
                .map(ask -> moment(((Ask.Declined) ask).decision().at(), ask));
        return new AskingHistory(
                inOrder(released, customer.signals().recordedAsks().stream().map(PastAsks::moment)),
                inOrder(declined, customer.signals().latestPoliteNo().stream().map(PastAsks::moment)),
                customer.signals().latestWish(LimitsSet::maxPerQuarter).orElse(null),
                customer.signals().latestWish(LimitsSet::notBefore).orElse(null));
    }

    private static List<Moment> inOrder(Stream<Moment> ours, Stream<Moment> reported) {
        return Stream.concat(ours, reported)
                .sorted(Comparator.comparing(Moment::at))
                .toList();
    }

    private static Moment moment(Instant at, Ask ask) {
        return new Moment(at, "askwell/" + ask.id());
    }

    private static Moment moment(AskingSignal signal) {
        return new Moment(signal.occurredAt(), signal.identity().signal());
    }
}
