package io.askwell.ask.http;

import io.askwell.ask.application.Asks.AskRecord;
import io.askwell.ask.application.Hindrance;
import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.HistoryEntry;
import io.askwell.ask.domain.Proposal;
import io.askwell.ask.domain.customer.AskResponse;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.draft.Draft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ask as the API shows it.
 *
 * @param expiresAt null unless the ask is pending or approved
 * @param escalatedAt when the program owner was told that nobody answers; null unless the ask is pending since then
 * @param deferredUntil null unless it is deferred
 * @param waitsFor what keeps an approved ask from leaving; null otherwise
 * @param releasedAt null until it is released
 * @param delivery null until it is released
 */
public record AskView(
        String askId,
        String customerId,
        @Nullable String ownerId,
        String status,
        String mode,
        String trigger,
        String channel,
        Instant recommendedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant escalatedAt,
        @Nullable Instant deferredUntil,
        @Nullable String waitsFor,
        @Nullable Instant releasedAt,
        @Nullable DeliveryView delivery,
        DraftView draft,
        String contextSummary,
        List<String> evidence,
        List<String> reviewFlags,
        List<HistoryView> history) {

    static AskView of(AskRecord record) {
        Ask ask = record.ask();
        Proposal proposal = ask.proposal();
        Hindrance waitsFor = record.waitsFor();
        return new AskView(
                ask.id(),
                proposal.customerId(),
                proposal.ownerId(),
                Words.of(ask.state()),
                Words.of(proposal.mode()),
                Words.of(proposal.trigger().kind()),
                Words.of(proposal.channel()),
                proposal.recommendedAt(),
                expiresAt(ask),
                ask instanceof Ask.Pending pending ? pending.escalatedAt() : null,
                ask instanceof Ask.Deferred deferred ? deferred.until() : null,
                waitsFor == null ? null : Words.of(waitsFor),
                releasedAt(ask),
                DeliveryView.of(ask),
                DraftView.of(ask.draft()),
                proposal.contextSummary(),
                proposal.evidence(),
                proposal.reviewFlags().stream().map(Words::of).toList(),
                record.history().stream().map(HistoryView::of).toList());
    }

    private static @Nullable Instant expiresAt(Ask ask) {
        return switch (ask) {
            case Ask.Pending pending -> pending.expiresAt();
            case Ask.Approved approved -> approved.expiresAt();
            case Ask.Deferred _, Ask.Declined _, Ask.Withdrawn _, Ask.Expired _, Ask.Released _, Ask.Answered _ -> null;
        };
    }

    private static @Nullable Instant releasedAt(Ask ask) {
        return switch (ask) {
            case Ask.Released released -> released.releasedAt();
            case Ask.Answered answered -> answered.releasedAt();
            case Ask.Pending _, Ask.Approved _, Ask.Deferred _, Ask.Declined _, Ask.Withdrawn _, Ask.Expired _ -> null;
        };
    }

    /** The text to be approved. */
    public record DraftView(
            int version, String template, String variant, String subject, String body, String writtenBy) {

        static DraftView of(Draft draft) {
            return new DraftView(
                    draft.version(),
                    Words.of(draft.template()),
                    draft.variant(),
                    draft.subject(),
                    draft.body(),
                    draft.writtenBy());
        }
    }

    /** One step of the ask's life. Null where the step has no such thing. */
    public record HistoryView(
            String step,
            Instant at,
            int draftVersion,
            @Nullable String by,
            @Nullable String role,
            @Nullable String reason,
            @Nullable Instant until,
            List<Reason> reasons,
            @Nullable String response) {

        static HistoryView of(HistoryEntry entry) {
            AskResponse response = entry.response();
            return new HistoryView(
                    Words.of(entry.kind()),
                    entry.at(),
                    entry.draftVersion(),
                    entry.by(),
                    Words.role(entry.role()),
                    entry.reason(),
                    entry.until(),
                    entry.reasons(),
                    response == null ? null : Words.of(response));
        }
    }
}
