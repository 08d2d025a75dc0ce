package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.AskConsent;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Concern;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.customer.Success;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import io.askwell.ask.domain.draft.WorkingHours;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
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
                120,
                new WorkingHours(LocalTime.of(8, 0), LocalTime.of(20, 0)));
    }

    public static Profile profile() {
        return new Profile(
                "rep-7",
                ZoneOffset.UTC,
                Channel.EMAIL,
                "Acme",
                false,
                false,
                false,
                AskConsent.GRANTED,
                "Acme, Inc.",
                "Ann Roe",
                "ann@acme.example");
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

        public AssessmentBuilder decision(Readiness given) {
            decision = given;
            return this;
        }

        AssessmentBuilder band(Readiness given) {
            band = given;
            return this;
        }

        AssessmentBuilder concerns(List<Concern> given) {
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
                    profile.email());
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
                    successes);
        }
    }
}
