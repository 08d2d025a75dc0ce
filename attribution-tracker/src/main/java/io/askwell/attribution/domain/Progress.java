package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a referral has come by its stage reports, folded in the order in which they happened. Stages may be skipped. A
 * won deal absorbs everything but refunds; a lost or unqualified one may be taken up again at any stage.
 *
 * @param reached when each stage was first reached; a report that was absorbed reaches nothing
 * @param value of the first deal_won that carries one; later ones change nothing, so that back and forth never pays twice
 * @param refunds every refund after the win, in order
 */
public record Progress(
        Stage stage, Map<Stage, Instant> reached, @Nullable Money value, List<Money> refunds) {

    private static final Progress SUBMITTED = new Progress(Stage.SUBMITTED, Map.of(), null, List.of());

    public static Progress of(Collection<StageReport> reports) {
        Progress progress = SUBMITTED;
        for (StageReport report : reports.stream().sorted(LeadFact.IN_ORDER).toList()) {
            progress = progress.after(report);
        }
        return progress;
    }

    public Optional<Instant> wonAt() {
        return Optional.ofNullable(reached.get(Stage.DEAL_WON));
    }

    public Disposition disposition() {
        return switch (stage) {
            case SUBMITTED, ACCEPTED, INTRO_MADE, MEETING_BOOKED, DEAL_CREATED -> Disposition.OPEN;
            case DEAL_WON, REFUNDED -> Disposition.WON;
            case DEAL_LOST -> Disposition.LOST;
            case UNQUALIFIED -> Disposition.UNQUALIFIED;
        };
    }

    /** Refunded so far, in the currency of the value, or of the first refund while no value is known. */
    public Optional<Money> refunded() {
        return refunds.isEmpty()
                ? Optional.empty()
                : refunds.stream().filter(this::countable).reduce(Money::plus);
    }

    /** Whether some refund cannot be set against the value; a person has to look, for nothing is converted. */
    public boolean refundedInOtherCurrency() {
        return !refunds.stream().allMatch(this::countable);
    }

    private boolean countable(Money refund) {
        return refund.sameCurrency(value == null ? refunds.getFirst() : value);
    }

    private Progress after(StageReport report) {
        boolean won = wonAt().isPresent();
        return switch (report.stage()) {
            case SUBMITTED -> this;
            case ACCEPTED, INTRO_MADE, MEETING_BOOKED, DEAL_CREATED -> won ? this : advancedTo(report);
            case DEAL_LOST, UNQUALIFIED -> won ? this : movedTo(report);
            case DEAL_WON -> won ? valuedBy(report) : movedTo(report).valuedBy(report);
            case REFUNDED -> won ? refundedBy(report) : this;
        };
    }

    private Progress advancedTo(StageReport report) {
        boolean furtherAlready = disposition() == Disposition.OPEN && stage.compareTo(report.stage()) > 0;
        return furtherAlready ? new Progress(stage, reachedBy(report), value, refunds) : movedTo(report);
    }

    private Progress movedTo(StageReport report) {
        return new Progress(report.stage(), reachedBy(report), value, refunds);
    }

    private Progress valuedBy(StageReport report) {
        return value == null ? new Progress(stage, reached, report.value(), refunds) : this;
    }

    private Progress refundedBy(StageReport report) {
        List<Money> all = new ArrayList<>(refunds);
        Optional.ofNullable(report.value()).ifPresent(all::add);
        return new Progress(Stage.REFUNDED, reachedBy(report), value, List.copyOf(all));
    }

    private Map<Stage, Instant> reachedBy(StageReport report) {
        Map<Stage, Instant> all = new EnumMap<>(Stage.class);
        all.putAll(reached);
        all.putIfAbsent(report.stage(), report.occurredAt());
        return Map.copyOf(all);
    }
}
