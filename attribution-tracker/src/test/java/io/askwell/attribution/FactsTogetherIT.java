package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables hold the same whether facts were recorded together or one after another, and however often the writer was killed. */
class FactsTogetherIT {

    private static final List<String> NAMES = List.of("Sam Roe", "Samuel Roe", "Kim Lee", "Ana Silva", "Anna Silva");

    /** Without moments, and without the likeness of questions, which the order of arrival does not change. */
    private static final List<String> WHAT_IS_KEPT = List.of(
            "select source, id, referral_id, kind, bridged_to from lead_fact",
            "select key, referral_id from lead_key",
            "select key, source, id from lead_phone",
            "select link_code, source, id, click_id from lead_link",
            "select referral_id, survivor_id, merged_into from lead_record",
            "select block, referral_id, addressed from lead_block",
            "select key, referral_id from lead_customer_key",
            "select kind, subject_key, referral_id from record_subject",
            "select referrer_kind, referrer_id, source, id, referral_id, lead_key, hurried from lead_naming",
            "select other_id, survivor_id, reason, cause from lead_merge",
            "select review_id, younger_id, older_id, kind, answered_at is null from suspicion",
            "select review_id, referral_id, kind from open_review",
            "select referral_id, kind, status, owner from owner_task",
            """
            select referral_id, stage, disposition, attribution_state, claimants, merged, channel, introduction_basis, owner,
                   flags
            from referral
            """);

    private final Random random = new Random(7);

    @Test
    void whatIsKeptDoesNotDependOnWhatCameTogether() {
        List<LeadFact> facts = new ArrayList<>();
        for (int number = 0; number < 160; number++) {
            facts.add(fact(number));
        }
        try (var apart = new WritingProcess(WritingProcess.newDatabase(), 1, 1);
                var together = new WritingProcess(WritingProcess.newDatabase(), 1, 2)) {
            facts.forEach(apart::record);
            for (int from = 0, to; from < facts.size(); from = to) {
                to = Math.min(facts.size(), from + 1 + random.nextInt(60));
                together.recordTogether(facts.subList(from, to));
                together.recordTogether(facts.subList(from, to));
            }

            // Otherwise nothing was put to the test.
            assertThat(together.killed()).isPositive();
            assertThat(kept(together.jdbc(), "select 1 from lead_merge")).isNotEmpty();
            assertThat(kept(together.jdbc(), "select 1 from lead_naming where hurried"))
                    .isNotEmpty();
            for (String what : WHAT_IS_KEPT) {
                assertThat(kept(together.jdbc(), what)).as(what).isEqualTo(kept(apart.jdbc(), what));
            }
        }
    }

    private static List<String> kept(JdbcClient jdbc, String what) {
        return jdbc.sql("select kept::text from (%s) kept order by 1".formatted(what))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private LeadFact fact(int number) {
        LeadIdentity identity = new LeadIdentity(
                maybe("lead-%d@place.example".formatted(random.nextInt(60))), maybe("CRM-" + random.nextInt(60)));
        return random.nextInt(4) == 0
                ? new StageReport(
                        new FactId("crm", "" + number), Facts.NOON, identity, Stage.ACCEPTED, null, "rep-7", null)
                : submission(number, identity);
    }

    private Submission submission(int number, LeadIdentity identity) {
        Submission form = random.nextInt(5) == 0
                ? Facts.formBehind("L-" + random.nextInt(5), "k-" + random.nextInt(5), "" + number, identity)
                : Facts.submission("" + number, identity, lead(identity));
        return new Submission(
                form.id(),
                form.occurredAt(),
                form.identity(),
                form.lead(),
                random.nextBoolean() ? form.referrers() : List.of(Referrer.customer("C-" + random.nextInt(40))),
                false,
                form.sourcePath(),
                form.introductionBasis(),
                null,
                null,
                List.of(),
                null,
                null,
                Facts.NOON.plus(Duration.ofMinutes(number)));
    }

    private Lead lead(LeadIdentity identity) {
        return new Lead(
                maybe(NAMES.get(random.nextInt(NAMES.size()))),
                identity.email(),
                maybe("+1415555%04d".formatted(random.nextInt(60))),
                maybe("Company " + (char) ('A' + random.nextInt(8))),
                null);
    }

    private @Nullable String maybe(String text) {
        return random.nextInt(3) == 0 ? null : text;
    }
}
