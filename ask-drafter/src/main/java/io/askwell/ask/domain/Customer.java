package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Answered;
import io.askwell.ask.domain.Ask.Declined;
import io.askwell.ask.domain.Ask.Expired;
import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.Ask.Released;
import io.askwell.ask.domain.Ask.Withdrawn;
import io.askwell.ask.domain.customer.AskingSignals;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the drafter knows of one customer. Whoever decides on it holds the customer's lock.
 *
 * @param assessment null until the scorer has spoken
 * @param asks all there ever were, in the order in which they were opened
 */
public record Customer(String customerId, @Nullable Assessment assessment, AskingSignals signals, List<Ask> asks) {

    public Customer {
        asks = List.copyOf(asks);
    }

    public Customer assessed(Assessment latest) {
        return new Customer(customerId, latest, signals, asks);
    }

    public Customer with(AskingSignals known) {
        return new Customer(customerId, assessment, known, asks);
    }

    /** The customer after a step of an ask. */
    public Customer after(Ask changed) {
        var all = new ArrayList<>(asks);
        all.replaceAll(ask -> ask.id().equals(changed.id()) ? changed : ask);
        if (ask(changed.id()).isEmpty()) {
            all.add(changed);
        }
        return new Customer(customerId, assessment, signals, all);
    }

    /** Whether the scorer advises it. */
    public boolean mayBeAsked() {
        return assessment != null && assessment.advisesAsking();
    }

    public @Nullable String ownerId() {
        return assessment == null ? null : assessment.profile().ownerId();
    }

    public Optional<Ask> ask(String askId) {
        return asks.stream().filter(ask -> ask.id().equals(askId)).findFirst();
    }

    public Optional<Open> openAsk() {
        return asks.stream()
                .filter(Open.class::isInstance)
                .map(Open.class::cast)
                .findFirst();
    }

    /** Every moment at which the customer was asked, through Askwell or by hand, earliest first. */
    public List<Instant> askedAt() {
        return asked().stream().map(Asked::at).toList();
    }

    List<Asked> asked() {
        return Stream.concat(
                        asks.stream().flatMap(ask -> releasedAt(ask).map(at -> new Asked(at, ask.id())).stream()),
                        signals.recordedAsks().stream()
                                .map(made -> new Asked(
                                        made.occurredAt(), made.identity().signal())))
                .sorted(Comparator.comparing(Asked::at))
                .toList();
    }

    /** @param evidence the id of the ask, or the signal that told of it as {@code source/id} */
    record Asked(Instant at, String evidence) {}

    /** Nothing is opened before the scorer has spoken, so what concerns an ask may rely on it. */
    Assessment requireAssessment() {
        return Objects.requireNonNull(assessment, "An ask was opened without an assessment");
    }

    /**
     * When the trigger's ask was over; empty while it had none. A withdrawn ask does not count: its trigger may open
     * another while its window is open.
     */
    Optional<Instant> usedAt(Trigger trigger) {
        return asks.stream()
                .filter(ask -> ask.proposal().trigger().isSameAs(trigger))
                .flatMap(ask -> switch (ask) {
                    case Declined declined -> Stream.of(declined.decision().at());
                    case Expired expired -> Stream.of(expired.at());
                    case Released released -> Stream.of(released.releasedAt());
                    case Answered answered -> Stream.of(answered.releasedAt());
                    case Open _, Withdrawn _ -> Stream.of();
                })
                .max(Instant::compareTo);
    }

    boolean wasDeclinedBefore() {
        return signals.latestPoliteNo().isPresent() || asks.stream().anyMatch(Declined.class::isInstance);
    }

    private static Optional<Instant> releasedAt(Ask ask) {
        return switch (ask) {
            case Released released -> Optional.of(released.releasedAt());
            case Answered answered -> Optional.of(answered.releasedAt());
            case Open _, Declined _, Withdrawn _, Expired _ -> Optional.empty();
        };
    }
}
