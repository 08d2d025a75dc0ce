package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.application.LeadHistories;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.LinkClick;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.LinkMade;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReportedFact;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.Words;
import io.askwell.attribution.domain.matching.LeadProfile;
import io.askwell.attribution.postgres.PostgresLeadHistories;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What lists are searched by and which reviews are open follows from facts, rulings and merges: after a long random history
 * with bridges, likenesses, late links, undone merges and kills in between, deriving both anew gives what the tables hold.
 */
class DerivedStateIT {

    private static final List<String> NAMES = List.of("Sam Roe", "Kim Lee", "Ana Silva");

    private static final List<Stage> STAGES = List.of(Stage.values());

    private final Random random = new Random(7);

    private record Summary(
            UUID referralId,
            String stage,
            String disposition,
            String state,
            Set<String> claimants,
            LeadProfile profile) {}

    private record OpenReview(UUID reviewId, UUID referralId, String kind) {}

    @Test
    void summariesAndOpenReviewsAreWhatTheFactsAmountTo() {
        try (var process = new WritingProcess(WritingProcess.newDatabase(), 1, 7)) {
            for (int i = 0; i < 400; i++) {
                process.record(fact(i));
                if (random.nextInt(10) == 0) {
                    process.unmerge(anyRecord(process.jdbc()));
                }
            }

            List<Referral> derived = derived(process.jdbc());
            List<Summary> summaries =
                    derived.stream().map(DerivedStateIT::summary).toList();
            assertThat(summaries(process.jdbc())).containsExactlyInAnyOrderElementsOf(summaries);
            process.jdbc().sql("update referral set profile = null").update();
            assertThat(summaries(process.jdbc()))
                    .as("of referrals that were judged last before profiles were kept")
                    .containsExactlyInAnyOrderElementsOf(summaries);
            assertThat(openReviews(process.jdbc()))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(derived.stream()
                            .flatMap(referral -> referral.openReviews().stream().map(review -> open(referral, review)))
                            .toList());
            assertThat(process.jdbc()
                            .sql("select count(*) from lead_merge where undone_at is not null")
                            .query(Long.class)
                            .single())
                    .isPositive();
        }
    }

    /** As if nothing had been derived before. */
    private static List<Referral> derived(JdbcClient jdbc) {
        LeadHistories histories = new PostgresLeadHistories(jdbc);
        return histories.lock(records(jdbc)).values().stream()
                .distinct()
                .map(history -> new LeadHistory(
                        history.referralId(),
                        history.facts(),
                        history.rulings(),
                        List.of(),
                        history.bridgedTo(),
                        history.relations(),
                        history.links(),
                        history.customers(),
                        history.circumstances()))
                .flatMap(history -> new Assessor(Facts.POLICY).assess(history, Facts.NOON).stream())
                .toList();
    }

    private static Summary summary(Referral referral) {
        return new Summary(
                referral.referralId(),
                Words.of(referral.progress().stage()),
                Words.of(referral.progress().disposition()),
                Words.of(referral.attribution().state()),
                referral.claims().stream().map(claim -> claim.referrer().id()).collect(Collectors.toSet()),
                referral.lead().profile());
    }

    private static OpenReview open(Referral referral, Review review) {
        return new OpenReview(
                review.reviewId(), referral.referralId(), review.kind().name());
    }

    private static List<Summary> summaries(JdbcClient jdbc) {
        LeadHistories histories = new PostgresLeadHistories(jdbc);
        Map<UUID, LeadHistories.Looks> looks = histories.look(records(jdbc));
        return jdbc.sql("""
                        select referral_id, stage, disposition, attribution_state, claimants from referral
                        where not merged
                        """)
                .query((row, _) -> new Summary(
                        row.getObject("referral_id", UUID.class),
                        row.getString("stage"),
                        row.getString("disposition"),
                        row.getString("attribution_state"),
                        Set.of((String[]) row.getArray("claimants").getArray()),
                        Objects.requireNonNull(looks.get(row.getObject("referral_id", UUID.class)))
                                .profile()))
                .list();
    }

    private static List<OpenReview> openReviews(JdbcClient jdbc) {
        return jdbc.sql("select review_id, referral_id, kind from open_review")
                .query((row, _) -> new OpenReview(
                        row.getObject("review_id", UUID.class),
                        row.getObject("referral_id", UUID.class),
                        row.getString("kind")))
                .list();
    }

    private UUID anyRecord(JdbcClient jdbc) {
        List<UUID> records = records(jdbc);
        return records.get(random.nextInt(records.size()));
    }

    private static List<UUID> records(JdbcClient jdbc) {
        return jdbc.sql("select referral_id from lead_record order by referral_id")
                .query((row, _) -> row.getObject("referral_id", UUID.class))
                .list();
    }

    private ReportedFact fact(int number) {
        if (random.nextInt(5) == 0) {
            return linkFact(number);
        }
        LeadIdentity identity = new LeadIdentity(
                maybe("lead-%d@place.example".formatted(random.nextInt(80))), maybe("CRM-" + random.nextInt(80)));
        if (random.nextInt(4) == 0) {
            Stage stage = STAGES.get(random.nextInt(STAGES.size()));
            return new StageReport(new FactId("crm", "" + number), Facts.NOON, identity, stage, null, null, null);
        }
        return random.nextBoolean()
                ? Facts.submission("" + number, identity, lead(identity))
                : Facts.formBehind(anyLink(), anyClick(), "" + number, identity);
    }

    private LinkFact linkFact(int number) {
        FactId id = new FactId("links", "" + number);
        return random.nextBoolean()
                ? new LinkMade(id, Facts.NOON, anyLink(), random.nextBoolean() ? Facts.ADA : Facts.BOB)
                : new LinkClick(id, Facts.NOON, anyLink(), anyClick());
    }

    private String anyLink() {
        return "L-" + random.nextInt(20);
    }

    private String anyClick() {
        return "k-" + random.nextInt(10);
    }

    private Lead lead(LeadIdentity identity) {
        return new Lead(
                maybe(NAMES.get(random.nextInt(NAMES.size()))),
                identity.email(),
                maybe("+1415555%04d".formatted(random.nextInt(40))),
                maybe("Company " + (char) ('A' + random.nextInt(20))),
                null);
    }

    private @Nullable String maybe(String text) {
        return random.nextInt(3) == 0 ? null : text;
    }
}
