package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.AskResponse;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.delivery.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is remembered.
 *
 * @param by who decided, edited, picked a template or settled the delivery; null where nobody did
 * @param reason the person's words, or why a delivery failed or is unknown
 * @param until for a deferral
 * @param reasons why it was withdrawn or expired
 * @param response of the customer
 */
public record HistoryEntry(
        AskStep.Kind kind,
        Instant at,
        int draftVersion,
        @Nullable String by,
        Person.@Nullable Role role,
        @Nullable String reason,
        @Nullable Instant until,
        List<Reason> reasons,
        @Nullable AskResponse response) {

    public HistoryEntry {
        reasons = List.copyOf(reasons);
    }

    public static HistoryEntry of(AskStep step) {
        return switch (step.kind()) {
            case DRAFTED, RETURNED, ESCALATED, RELEASED -> plain(step, List.of(), null);
            case EDITED -> by(step, step.ask().draft().writtenBy());
            case REDRAFTED -> by(step, step.ask().draft().pickedBy());
            case DELIVERED -> delivered(step);
            case APPROVED, DEFERRED, DECLINED, WITHDRAWN, EXPIRED, ANSWERED -> ofState(step);
        };
    }

    private static HistoryEntry ofState(AskStep step) {
        return switch (step.ask()) {
            case Ask.Approved approved -> decided(step, approved.decision());
            case Ask.Deferred deferred -> decided(step, deferred.decision());
            case Ask.Declined declined -> decided(step, declined.decision());
            case Ask.Withdrawn withdrawn -> plain(step, withdrawn.reasons(), null);
            case Ask.Expired expired -> plain(step, expired.reasons(), null);
            case Ask.Answered answered -> plain(step, List.of(), answered.response());
            case Ask.Pending _, Ask.Released _ -> plain(step, List.of(), null);
        };
    }

    private static HistoryEntry delivered(AskStep step) {
        if (!(step.ask() instanceof Ask.Left left)) {
            throw new IllegalStateException("Only what was released is delivered");
        }
        return switch (left.delivery()) {
            case Delivery.Delivered delivered -> outcome(step, delivered.settlement(), null);
            case Delivery.Failed failed -> outcome(step, failed.settlement(), failed.reason());
            case Delivery.Unknown unknown -> outcome(step, null, unknown.reason());
            case Delivery.ByOwner _, Delivery.Awaited _ -> outcome(step, null, null);
        };
    }

    private static HistoryEntry outcome(
            AskStep step, Delivery.@Nullable Settlement settlement, @Nullable String otherReason) {
        return new HistoryEntry(
                step.kind(),
                step.at(),
                step.ask().draft().version(),
                settlement == null ? null : settlement.by(),
                null,
                settlement == null ? otherReason : settlement.reason(),
                null,
                List.of(),
                null);
    }

    private static HistoryEntry by(AskStep step, @Nullable String person) {
        return new HistoryEntry(
                step.kind(), step.at(), step.ask().draft().version(), person, null, null, null, List.of(), null);
    }

    private static HistoryEntry decided(AskStep step, PersonDecision decision) {
        return new HistoryEntry(
                step.kind(),
                step.at(),
                step.ask().draft().version(),
                decision.by().id(),
                decision.by().role(),
                decision.reason(),
                decision.until(),
                List.of(),
                null);
    }

    private static HistoryEntry plain(AskStep step, List<Reason> reasons, @Nullable AskResponse response) {
        return new HistoryEntry(
                step.kind(), step.at(), step.ask().draft().version(), null, null, null, null, reasons, response);
    }
}
