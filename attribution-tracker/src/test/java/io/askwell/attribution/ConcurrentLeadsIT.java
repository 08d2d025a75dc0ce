package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attribution.application.RecordLeadFact;
import io.askwell.attribution.domain.Channel;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.IntroductionBasis;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.SourcePath;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.Submission;
import io.askwell.attributions.v1.AttributionEventType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Eight writers, as if as many readers of the topic were running, who all write of the same leads. */
class ConcurrentLeadsIT {

    private static final int WRITERS = 8;
    private static final int LEADS = 10;

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final RecordLeadFact recordLeadFact = tracker.bean(RecordLeadFact.class);
    private final TransactionOperations transactions = tracker.bean(TransactionOperations.class);

    @Test
    void leaveOneRecordForEachLeadWithAllThatWasSaid() throws Exception {
        List<LeadIdentity> leads = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            leads.add(new LeadIdentity(RunningTracker.newAddress(), "CRM-" + UUID.randomUUID()));
        }

        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                List<LeadFact> facts = facts(leads, writer);
                done.add(writers.submit(() -> facts.forEach(this::record)));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }

        for (LeadIdentity lead : leads) {
            JsonNode referral = tracker.referralOf(String.valueOf(lead.email()));
            assertThat(referral.path("claims")).hasSize(1);
            assertThat(referral.at("/claims/0/evidence")).hasSize(2 * WRITERS);
            assertThat(referral.path("stage").asString()).isEqualTo("meeting_booked");
            String referralId = referral.path("referralId").asString();
            await().untilAsserted(() -> assertThat(tracker.steps(referralId))
                    .extracting(step -> step.getType())
                    .containsOnlyOnce(AttributionEventType.referral_submitted, AttributionEventType.meeting_booked));
        }
    }

    /** One says the address, one the external id and one both; the first two are one lead only because of the third. */
    private static List<LeadFact> facts(List<LeadIdentity> leads, int writer) {
        List<LeadFact> facts = new ArrayList<>();
        for (LeadIdentity lead : leads) {
            facts.add(submission(lead, writer, "both"));
            facts.add(submission(new LeadIdentity(lead.email(), null), writer, "address"));
            facts.add(booked(new LeadIdentity(null, lead.externalId()), writer));
        }
        Collections.shuffle(facts, new Random(writer));
        return facts;
    }

    private static Submission submission(LeadIdentity lead, int writer, String what) {
        return new Submission(
                id(writer, what),
                LeadRecord.NOON,
                lead,
                new Lead(null, lead.email(), null, null, null),
                List.of(Referrer.customer("C-100")),
                false,
                new SourcePath(Channel.FORM, null, null, null),
                IntroductionBasis.ADVOCATE_INTRODUCED,
                null,
                null);
    }

    private static StageReport booked(LeadIdentity lead, int writer) {
        return new StageReport(
                id(writer, "booked"), LeadRecord.NOON.plusSeconds(1), lead, Stage.MEETING_BOOKED, null, null, null);
    }

    private static FactId id(int writer, String what) {
        return new FactId("writer-" + writer, what + "-" + UUID.randomUUID());
    }

    /** As a reader does it: a deadlock that the database resolves is tried again. */
    private void record(LeadFact fact) {
        await().ignoreExceptionsInstanceOf(TransientDataAccessException.class)
                .until(() -> transactions.execute(_ -> recordLeadFact.record(fact)) != null);
    }
}
