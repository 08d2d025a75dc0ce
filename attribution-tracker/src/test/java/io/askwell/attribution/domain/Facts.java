package io.askwell.attribution.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts with safe defaults: what a test does not say does not matter to it. */
public final class Facts {

    public static final Instant NOON = Instant.parse("2026-10-02T12:00:00Z");
    static final LeadIdentity SAM = new LeadIdentity("sam.roe@acme.example", "CRM-77");
    public static final Referrer ADA = Referrer.customer("C-100");
    public static final Referrer BOB = Referrer.customer("C-200");

    public static final AttributionPolicy POLICY = new AttributionPolicy(
            "attribution-v1",
            "f00d",
            Map.of(
                    EvidenceKind.EMAIL_INTRO, new BigDecimal("0.9"),
                    EvidenceKind.FORM, new BigDecimal("0.7"),
                    EvidenceKind.LINK, new BigDecimal("0.7"),
                    EvidenceKind.PARTNER_PORTAL, new BigDecimal("0.7"),
                    EvidenceKind.CALL, new BigDecimal("0.5"),
                    EvidenceKind.EVENT, new BigDecimal("0.5"),
                    EvidenceKind.CRM_NOTE, new BigDecimal("0.5"),
                    EvidenceKind.UTM, new BigDecimal("0.2"),
                    EvidenceKind.CRM_SOURCE, new BigDecimal("0.2")),
            new BigDecimal("0.25"),
            new BigDecimal("0.85"),
            new BigDecimal("0.5"),
            new BigDecimal("0.6"),
            Duration.ofDays(60),
            Duration.ofDays(90),
            new VelocityLimit(10, Duration.ofHours(24)),
            new DisposableDomains(Set.of("mailinator.com")));

    public static final OwnerTaskPolicy OWNER_TASKS = new OwnerTaskPolicy(
            new WorkingHours(ZoneId.of("UTC"), LocalTime.of(9, 0), LocalTime.of(17, 0)),
            Duration.ofHours(24),
            Duration.ofDays(14),
            Duration.ofDays(28));

    /** Customers of whom nothing is known but that they are some. */
    static final KnownCustomers CUSTOMERS =
            new KnownCustomers(List.of(customer("C-100"), customer("C-200"), customer("C-300")));

    private Facts() {}

    static CustomerProfile customer(String customerId) {
        return new CustomerProfile(customerId, 1, NOON.minus(Duration.ofDays(400)), null, null, null, null);
    }

    static Submission form(String id, Referrer... referrers) {
        return submission(id, Channel.FORM, referrers);
    }

    static Submission submission(String id, Channel channel, Referrer... referrers) {
        return new Submission(
                new FactId("website-form", id),
                NOON,
                SAM,
                new Lead("Sam Roe", SAM.email(), null, "Acme, Inc.", null),
                List.of(referrers),
                false,
                new SourcePath(channel, null, null, null),
                IntroductionBasis.ADVOCATE_INTRODUCED,
                null,
                null);
    }

    /** A form of somebody, that names customer C-100. */
    public static Submission submission(String id, LeadIdentity identity, Lead lead) {
        return new Submission(
                new FactId("website-form", id),
                NOON,
                identity,
                lead,
                List.of(ADA),
                false,
                new SourcePath(Channel.FORM, null, null, null),
                IntroductionBasis.ADVOCATE_INTRODUCED,
                null,
                null);
    }

    /** A form to which a link led, and that gives a click on it back. */
    public static Submission formBehind(String linkCode, String clickId, String id, LeadIdentity identity) {
        return new Submission(
                new FactId("website-form", id),
                NOON,
                identity,
                Lead.knownBy(identity),
                List.of(Referrer.link(linkCode)),
                false,
                new SourcePath(Channel.LINK, linkCode, clickId, null),
                IntroductionBasis.ADVOCATE_INTRODUCED,
                null,
                null);
    }

    public static LinkMade linkMade(String linkCode, Referrer owner) {
        return new LinkMade(new FactId("askwell-links", linkCode), NOON, linkCode, owner);
    }

    public static LinkClick click(String linkCode, String clickId) {
        return new LinkClick(new FactId("askwell-clicks", clickId), NOON.minusSeconds(60), linkCode, clickId);
    }

    static StageReport report(String id, Stage stage, Instant at) {
        return report(id, stage, at, null);
    }

    static StageReport report(String id, Stage stage, Instant at, @Nullable Money value) {
        return new StageReport(new FactId("hubspot", id), at, SAM, stage, value, null, null);
    }

    static LeadHistory history(LeadFact... facts) {
        return new LeadHistory(new UUID(0, 7), List.of(facts), List.of(), List.of(), Set.of()).knowing(CUSTOMERS);
    }

    public static Referral assessed(LeadHistory history) {
        return new Assessor(POLICY).assess(history, NOON).orElseThrow();
    }
}
