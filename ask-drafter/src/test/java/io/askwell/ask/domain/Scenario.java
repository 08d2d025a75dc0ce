package io.askwell.ask.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A story of one customer and what must come of it. Moments are durations from its start, a Thursday at 10:00 UTC.
 *
 * @param controlShare none when absent
 * @param story in order; after each event the drafter looks at the customer
 */
record Scenario(@Nullable BigDecimal controlShare, List<Event> story, Expected then) {

    static final Instant START = Instant.parse("2026-10-01T10:00:00Z");

    static Instant moment(Duration fromStart) {
        return START.plus(fromStart);
    }

    /** Something happens at a moment; exactly one of the others is given, or none when only time has passed. */
    record Event(
            Duration at,
            @Nullable Assess assess,
            @Nullable Signal signal,
            @Nullable Decide decide,
            @Nullable Boolean release) {}

    /**
     * The scorer speaks. By default: ask now, because of praise that came at the start and counts for a day, from a customer
     * of rep-7.
     *
     * @param concernsEnd when the concerns end by themselves; never when absent
     * @param covered offset of the last signal that the scorer knew
     */
    record Assess(
            @Nullable String decision,
            @Nullable String band,
            @Nullable List<Window> triggers,
            @Nullable List<String> concerns,
            @Nullable Duration concernsEnd,
            @Nullable List<String> reasons,
            @Nullable Duration lastConcern,
            @Nullable String owner,
            @Nullable Integer covered,
            @Nullable Boolean unread,
            @Nullable String peer,
            @Nullable String segment) {}

    record Window(
            String kind,
            Duration from,
            Duration to,
            @Nullable String evidence) {}

    /**
     * @param happened the moment of the event when absent
     * @param offset where on the log a revision was read
     */
    record Signal(
            String kind,
            @Nullable Duration happened,
            @Nullable String id,
            @Nullable Integer revision,
            @Nullable String response,
            @Nullable Integer maxPerQuarter,
            @Nullable Duration notBefore,
            @Nullable Boolean never,
            @Nullable String retracts,
            @Nullable Integer offset) {}

    /** Decides on the latest ask, or has its draft written anew, as rep-7, its owner, unless said otherwise. */
    record Decide(
            String decision,
            @Nullable Integer draftVersion,
            @Nullable String by,
            @Nullable String role,
            @Nullable String subject,
            @Nullable String body,
            @Nullable Duration until,
            @Nullable String template,
            @Nullable String variant) {}

    /**
     * What holds after the last event.
     *
     * @param asks their states, in the order of opening
     * @param steps of all asks, in order
     * @param reasons of the latest ask's end
     * @param heldBack by trigger, the codes of what held it back when the customer was looked at last
     * @param refused how the last decision was refused, with its codes
     */
    record Expected(
            List<String> asks,
            @Nullable List<String> steps,
            @Nullable List<String> reasons,
            @Nullable Map<String, List<String>> heldBack,
            @Nullable Duration recheckAt,
            @Nullable Duration lookAgainAt,
            @Nullable List<String> refused,
            @Nullable Integer draftVersion,
            @Nullable String owner,
            @Nullable String template,
            @Nullable List<String> reviewFlags,
            @Nullable Duration recommendedAt) {}
}
