package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.Channel;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.IntroductionBasis;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.SourcePath;
import io.askwell.attribution.domain.Submission;
import io.askwell.local.server.ServiceDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sixteen writers in two processes who all write of the same leads, each in an order of its own. No fact alone says all of a
 * lead, so records begin apart and must meet. More leads than the build takes the time for: {@code -Daskwell.leads=1000}.
 */
class OneRecordPerLeadIT {

    private static final int WRITERS = 16;
    private static final int LEADS = Integer.getInteger("askwell.leads", 200);

    private final ServiceDatabase database = WritingProcess.newDatabase();

    @Test
    void concurrentWritersLeaveOneRecordForEachLeadWithAllThatWasSaid() throws Exception {
        try (var one = new WritingProcess(database, WRITERS / 2, 1);
                var other = new WritingProcess(database, WRITERS / 2, 2);
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                List<Submission> submissions = submissions(writer);
                WritingProcess process = writer % 2 == 0 ? one : other;
                done.add(writers.submit(() -> submissions.forEach(process::record)));
            }
            for (Future<?> each : done) {
                each.get();
            }

            // Otherwise nothing was put to the test.
            assertThat(one.killed()).isPositive();
            assertThat(other.killed()).isPositive();
            JdbcClient jdbc = one.jdbc();
            assertThat(count(jdbc, "select count(*) from lead_fact")).isEqualTo((long) WRITERS * LEADS);
            assertThat(count(jdbc, "select count(*) from referral where not merged"))
                    .isEqualTo(LEADS);
            assertThat(count(jdbc, "select count(distinct survivor_id) from lead_record"))
                    .isEqualTo(LEADS);
            assertThat(count(jdbc, """
                    select count(*) from (
                        select survivor_id from lead_fact join lead_record using (referral_id)
                        group by survivor_id
                        having count(*) = 16 and count(distinct content -> 'lead' ->> 'title') = 1) whole
                    """)).isEqualTo(LEADS);
            assertThat(count(jdbc, "select count(*) from open_review")).isZero();
        }
    }

    /** The title says which lead is meant, to nobody but this test. */
    private static List<Submission> submissions(int writer) {
        List<Submission> submissions = new ArrayList<>();
        for (int lead = 0; lead < LEADS; lead++) {
            submissions.add(submission(writer, lead));
        }
        Collections.shuffle(submissions, new Random(writer));
        return submissions;
    }

    private static Submission submission(int writer, int lead) {
        String email = "lead-%d@place-%d.example".formatted(lead, lead);
        String name = LeadRecord.nameOf(email);
        String phone = "+1415%07d".formatted(lead);
        String id = writer + "-" + lead;
        return switch ((writer + lead) % 4) {
            case 0 -> submission(id, new LeadIdentity(email, null), null, null, lead);
            case 1 -> submission(id, new LeadIdentity(null, null), name, phone, lead);
            case 2 -> submission(id, new LeadIdentity(email, "CRM-" + lead), null, null, lead);
            default -> submission(id, new LeadIdentity(email, null), name, phone, lead);
        };
    }

    private static Submission submission(
            String id, LeadIdentity identity, @Nullable String name, @Nullable String phone, int lead) {
        return new Submission(
                new FactId("form", id),
                LeadRecord.NOON,
                identity,
                new Lead(name, identity.email(), phone, null, "Keeper of key " + lead),
                List.of(Referrer.customer("C-100")),
                false,
                new SourcePath(Channel.FORM, null, null, null),
                IntroductionBasis.ADVOCATE_INTRODUCED,
                null,
                null);
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
