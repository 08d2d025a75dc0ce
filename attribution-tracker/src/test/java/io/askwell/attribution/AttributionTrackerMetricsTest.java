package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.application.Reports.Backlog;
import io.askwell.attribution.application.Reports.Waiting;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.AttributionPolicy;
import io.askwell.attribution.domain.Channel;
import io.askwell.attribution.domain.DisposableDomains;
import io.askwell.attribution.domain.EvidenceKind;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.IntroductionBasis;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.SourcePath;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.VelocityLimit;
import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttributionTrackerMetricsTest {

    private static final Instant NOW = Instant.parse("2026-10-02T12:00:00Z");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AttributionTrackerMetrics metrics = new AttributionTrackerMetrics(registry);

    @Test
    void everyMeterHasItsNameAndItsBoundedLabels() {
        ReferralChange submitted = change();
        ReferralChange settled = new ReferralChange(submitted.after(), withoutReviews(submitted), NOW);

        metrics.applied(List.of(submitted));
        metrics.kept();
        metrics.repeated();
        metrics.ignored();
        metrics.ruled(List.of(settled), ReviewKind.UNKNOWN_BASIS);
        metrics.unmerged(List.of(unmerged(submitted)));
        metrics.evaluatedAgain(List.of(submitted));
        metrics.passedOver(2);

        assertThat(registry.getMeters().stream()
                        .map(Meter::getId)
                        .map(id -> id.getName()
                                + id.getTags().stream()
                                        .map(tag -> "{" + tag.getKey() + "=" + tag.getValue() + "}")
                                        .collect(Collectors.joining()))
                        .toList())
                .containsExactlyInAnyOrder(
                        "referral.attribution.lead.records{outcome=applied}",
                        "referral.attribution.lead.records{outcome=kept}",
                        "referral.attribution.lead.records{outcome=repeated}",
                        "referral.attribution.lead.records{outcome=ignored}",
                        "referral.attribution.steps{type=referral_submitted}",
                        "referral.attribution.steps{type=referral_updated}",
                        "referral.attribution.steps{type=referral_unmerged}",
                        "referral.attribution.blocking.keys.passed.over",
                        "referral.attribution.reviews.opened{kind=unknown_basis}",
                        "referral.attribution.reviews.closed{kind=unknown_basis}",
                        "referral.attribution.rulings{kind=unknown_basis}");
    }

    @Test
    void aFlagCountsWhenAReferralGetsIt() {
        ReferralChange submitted = change(null);

        metrics.applied(List.of(submitted));
        metrics.evaluatedAgain(List.of(new ReferralChange(submitted.after(), submitted.after(), NOW)));

        assertThat(registry.counter("referral.attribution.flags", "kind", "no_identity")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatWaitsIsSeenByItsKindAndAge() {
        metrics.watch(
                () -> new Backlog(Map.of("disputed", 3L), Map.of("velocity", new Waiting(2, NOW.minusSeconds(90))), 4),
                InstantSource.fixed(NOW));

        assertThat(registry.scrape())
                .contains("referral_attribution_referrals{state=\"disputed\"} 3.0")
                .contains("referral_attribution_referrals{state=\"settled\"} 0.0")
                .contains("referral_attribution_reviews_open{kind=\"velocity\"} 2.0")
                .contains("referral_attribution_reviews_age_seconds{kind=\"velocity\"} 90.0")
                .contains("referral_attribution_reviews_age_seconds{kind=\"conflict\"} 0.0")
                .contains("referral_attribution_tasks_overdue 4.0");
    }

    @Test
    void prometheusSeesCounters() {
        metrics.applied(List.of(change()));

        assertThat(registry.scrape())
                .contains("referral_attribution_lead_records_total{outcome=\"applied\"} 1.0")
                .contains("referral_attribution_steps_total{type=\"referral_submitted\"} 1.0")
                .contains("referral_attribution_reviews_opened_total{kind=\"unknown_basis\"} 1.0");
    }

    private static ReferralChange change() {
        return change("sam@acme.example");
    }

    private static ReferralChange change(@Nullable String email) {
        Submission submission = new Submission(
                new FactId("form", "1"),
                NOW,
                new LeadIdentity(email, null),
                Lead.UNKNOWN,
                List.of(),
                false,
                new SourcePath(Channel.FORM, null, null, null),
                IntroductionBasis.UNKNOWN,
                null,
                null);
        LeadHistory history = LeadHistory.beginningWith(submission.id()).with(submission);
        return new ReferralChange(
                null, new Assessor(policy()).assess(history, NOW).orElseThrow(), NOW);
    }

    private static ReferralChange unmerged(ReferralChange change) {
        return new ReferralChange(change.after().mergedInto(new UUID(0, 9), "They are one."), change.after(), NOW);
    }

    private static Referral withoutReviews(ReferralChange change) {
        Referral after = change.after();
        return new Referral(
                after.referralId(),
                after.lead(),
                after.progress(),
                after.owner(),
                after.attribution(),
                after.claims(),
                after.flagged(),
                after.sourcePath(),
                after.introductionBasis(),
                after.askId(),
                after.correlationId(),
                List.of(),
                after.policy());
    }

    private static AttributionPolicy policy() {
        return new AttributionPolicy(
                "attribution-v1",
                "f00d",
                Stream.of(EvidenceKind.values()).collect(Collectors.toMap(kind -> kind, _ -> BigDecimal.ONE)),
                BigDecimal.ZERO,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                Duration.ofDays(60),
                Duration.ZERO,
                new VelocityLimit(10, Duration.ofHours(24)),
                new DisposableDomains(Set.of()));
    }
}
