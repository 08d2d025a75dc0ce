package io.askwell.ask.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scorer's latest word about a customer.
 *
 * @param band what the score alone would say
 * @param reasons why not now; empty for ask_now and soft_mention
 * @param coveredThrough the last signal that the assessment knows; null when the scorer did not say
 * @param lastConcernAt when the latest opening of any concern was accepted; null when there was none
 * @param correlationId follows everything that comes of this assessment
 * @param successes the latest first
 * @param peer the latest whom the customer mentioned and whose mention still counts; null when there is none
 */
public record Assessment(
        String eventId,
        String correlationId,
        Readiness decision,
        int score,
        Readiness band,
        List<Concern> concerns,
        List<Trigger> openTriggers,
        List<Reason> reasons,
        Instant assessedAt,
        @Nullable SignalPosition coveredThrough,
        @Nullable Instant lastConcernAt,
        Profile profile,
        List<Success> successes,
        @Nullable Peer peer) {

    private static final Set<String> TOO_EARLY = Set.of(
            "unknown_customer", "signed_up_recently", "trial", "not_onboarded", "contract_just_signed", "no_value_yet");

    public Assessment {
        concerns = List.copyOf(concerns);
        openTriggers = openTriggers.stream().sorted(Trigger.MOST_URGENT_FIRST).toList();
        reasons = List.copyOf(reasons);
        successes = List.copyOf(successes);
    }

    public boolean advisesAsking() {
        return decision.isAtLeast(Readiness.SOFT_MENTION);
    }

    public boolean isHold() {
        return decision == Readiness.HOLD;
    }

    /** Why the customer is held: the concerns that stand, or what the scorer gave as its reasons. */
    public List<Reason> holdReasons() {
        return concerns.isEmpty()
                ? reasons
                : concerns.stream().map(Concern::reason).toList();
    }

    /** When the last concern of this kind ends by itself; empty when there is none, or one must be resolved. */
    public Optional<Instant> endOf(String concern) {
        List<Concern> standing =
                concerns.stream().filter(each -> each.kind().equals(concern)).toList();
        return standing.stream().anyMatch(each -> each.until() == null)
                ? Optional.empty()
                : standing.stream()
                        .flatMap(each -> Optional.ofNullable(each.until()).stream())
                        .max(Instant::compareTo);
    }

    public List<Reason> tooEarlyReasons() {
        return reasons.stream()
                .filter(reason -> TOO_EARLY.contains(reason.code()))
                .toList();
    }

    /** @param offset of a record on a partition of the signals topic */
    public record SignalPosition(int partition, long offset) {}
}
