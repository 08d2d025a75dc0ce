package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.AskResponse;
import io.askwell.ask.domain.customer.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is remembered.
 *
 * @param by who decided or edited; null where nobody did
 * @param reason the person's words
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
            case EDITED -> edited(step);
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

    private static HistoryEntry edited(AskStep step) {
        return new HistoryEntry(
                step.kind(),
                step.at(),
                step.ask().draft().version(),
                step.ask().draft().writtenBy(),
                null,
                null,
                null,
                List.of(),
                null);
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
