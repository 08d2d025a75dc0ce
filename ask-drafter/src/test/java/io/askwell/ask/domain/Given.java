package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.AskConsent;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Concern;
import io.askwell.ask.domain.customer.Peer;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.customer.Segment;
import io.askwell.ask.domain.customer.Success;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import io.askwell.ask.domain.draft.DraftPolicy;
import io.askwell.ask.domain.draft.WeeklySlot;
import io.askwell.ask.domain.draft.WorkingHours;
import io.askwell.ask.domain.draft.lint.TextLimits;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts for tests, harmless until a test says otherwise. */
public final class Given {

    /** The numbers of version 1. */
    public static final AskPolicy POLICY = policyWith(BigDecimal.ZERO);

    public static final Trigger PRAISE = new Trigger(
            TriggerKind.NPS_PROMOTER,
            Scenario.START,
            Scenario.START.plus(Duration.ofDays(1)),
            List.of("delighted/praise"));

    public static final Success MILESTONE = new Success(
            "milestone_reached",
            "1,000 orders",
            null,
            null,
            null,
            Scenario.START.minus(Duration.ofDays(2)),
            List.of("app/milestone"));

    private Given() {}

    static AskPolicy policyWith(BigDecimal controlShare) {
        return new AskPolicy(
                new PolicyStamp("ask-v1", "0".repeat(64)),
                Duration.ofDays(90),
                Duration.ofDays(180),
                Duration.ofDays(7),
                Duration.ofDays(365),
                controlShare,
                new TextLimits(120, 78, 1_000, 1_900),
                new DraftPolicy(
                        150,
                        5,
                        false,
                        new WorkingHours(LocalTime.of(8, 0), LocalTime.of(20, 0)),
                        new WeeklySlot(DayOfWeek.FRIDAY, LocalTime.of(13, 0), LocalTime.of(16, 0))));
    }

    /** Ann Roe of Acme, a customer of rep-7 in an established relationship. */
    public static Profile profile() {
        return profile("Acme", "Ann Roe", Channel.EMAIL, ZoneOffset.UTC, null);
    }

    public static Profile profile(Channel channel, ZoneId zone, @Nullable String country) {
        return profile("Acme", "Ann Roe", channel, zone, country);
    }

    public static Profile profileOf(String company, String contact) {
        return profile(company, contact, Channel.EMAIL, ZoneOffset.UTC, null);
    }

    public static Profile profileOf(String company, String contact, Channel channel) {
        return profile(company, contact, channel, ZoneOffset.UTC, null);
    }

    private static Profile profile(
            String company, String contact, Channel channel, ZoneId zone, @Nullable String country) {
        return new Profile(
                "rep-7",
                zone,
                channel,
                company,
                false,
                false,
                false,
                AskConsent.GRANTED,
                "Acme, Inc.",
                contact,
                "ann@acme.example",
                null,
                country,
                7,
                false,
                false,
                Instant.parse("2025-10-18T09:00:00Z"));
    }

    public static AssessmentBuilder assessment() {
        return new AssessmentBuilder();
    }

    /** Ready to be asked because of praise, nothing in the way. */
    public static final class AssessmentBuilder {
        private Readiness decision = Readiness.ASK_NOW;
        private Readiness band = Readiness.ASK_NOW;
        private List<Concern> concerns = List.of();
        private List<Trigger> triggers = List.of(PRAISE);
        private List<Reason> reasons = List.of();
        private List<Success> successes = List.of(MILESTONE);
        private Profile profile = Given.profile();
        private Instant at = Scenario.START;
        private @Nullable Instant lastConcernAt;
        private @Nullable SignalPosition coveredThrough;
        private @Nullable Peer peer;

        public AssessmentBuilder decision(Readiness given) {
            decision = given;
            return this;
        }

        AssessmentBuilder band(Readiness given) {
            band = given;
            return this;
        }

        public AssessmentBuilder concerns(List<Concern> given) {
            concerns = given;
            return this;
        }

        AssessmentBuilder triggers(List<Trigger> given) {
            triggers = given;
            return this;
        }

        AssessmentBuilder reasons(List<Reason> given) {
            reasons = given;
            return this;
        }

        public AssessmentBuilder successes(List<Success> given) {
            successes = given;
            return this;
        }

        public AssessmentBuilder profile(Profile given) {
            profile = given;
            return this;
        }

        public AssessmentBuilder peer(@Nullable Peer given) {
            peer = given;
            return this;
        }

        AssessmentBuilder lastConcernAt(@Nullable Instant given) {
            lastConcernAt = given;
            return this;
        }

        AssessmentBuilder coveredThrough(@Nullable SignalPosition given) {
            coveredThrough = given;
            return this;
        }

        AssessmentBuilder at(Instant given) {
            at = given;
            return this;
        }

        AssessmentBuilder ownedBy(String owner) {
            profile = new Profile(
                    owner,
                    profile.zone(),
                    profile.channel(),
                    profile.company(),
                    profile.highValue(),
                    profile.sensitive(),
                    profile.partner(),
                    profile.askConsent(),
                    profile.customerName(),
                    profile.contactName(),
                    profile.email(),
                    profile.segment(),
                    profile.country(),
                    profile.interactions(),
                    profile.champion(),
                    profile.publicAdvocacyConsent(),
                    profile.signedUpAt());
            return this;
        }

        AssessmentBuilder segment(@Nullable Segment given) {
            profile = new Profile(
                    profile.ownerId(),
                    profile.zone(),
                    profile.channel(),
                    profile.company(),
                    profile.highValue(),
                    profile.sensitive(),
                    profile.partner(),
                    profile.askConsent(),
                    profile.customerName(),
                    profile.contactName(),
                    profile.email(),
                    given,
                    profile.country(),
                    profile.interactions(),
                    profile.champion(),
                    profile.publicAdvocacyConsent(),
                    profile.signedUpAt());
            return this;
        }

        public Assessment build() {
            return new Assessment(
                    "assessment-1",
                    "delighted/praise",
                    decision,
                    80,
                    band,
                    concerns,
                    triggers,
                    reasons,
                    at,
                    coveredThrough,
                    lastConcernAt,
                    profile,
                    successes,
                    peer);
        }
    }
}
