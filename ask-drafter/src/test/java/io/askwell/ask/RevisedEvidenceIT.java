package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.ask.application.SignalProgress;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.readiness.v1.CoveredThrough;
import io.askwell.signals.v1.SignalRecorded;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A draft whose evidence got another version on the log. */
class RevisedEvidenceIT {

    private static final String APPROVE = """
            {"decision": "approve", "draftVersion": 1}""";

    private final RunningDrafter drafter = RunningDrafter.shared();
    private final Caller owner = Caller.accountOwner("rep-7");
    private final String customerId = "C-" + UUID.randomUUID();

    @Test
    void anApprovalIsRefusedWhenASignalThatTheDraftCitesWasRevisedBeyondTheAssessment() {
        CoveredThrough original = Log.signal(cited(0));
        Log.assessment(
                Assessments.praised(customerId).setCoveredThrough(original).build());
        String askId =
                Asking.awaitLatest(owner, customerId, "pending").at("/askId").asString();
        awaitApplied(Log.signal(cited(1)));

        var refused = owner.decide(askId, APPROVE);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).endsWith("ask_not_allowed");
        assertThat(refused.text("/errors/0/detail"))
                .startsWith("evidence_revised, because of delighted/praise-" + customerId)
                .contains("decline");

        CoveredThrough revised = Log.signal(cited(1));
        Log.assessment(Assessments.praised(customerId)
                .setScore(81)
                .setCoveredThrough(revised)
                .build());
        awaitApplied(revised);
        assertThat(owner.decide(askId, APPROVE).status()).isEqualTo(409);
    }

    @Test
    void aRevisionThatTheAssessmentKnewIsNoNews() {
        Log.signal(cited(0));
        CoveredThrough revised = Log.signal(cited(1));
        Log.assessment(
                Assessments.praised(customerId).setCoveredThrough(revised).build());
        String askId =
                Asking.awaitLatest(owner, customerId, "pending").at("/askId").asString();
        awaitApplied(Log.signal(cited(1)));

        assertThat(owner.decide(askId, APPROVE).status()).isEqualTo(200);
    }

    private SignalRecorded cited(int revision) {
        SignalRecorded signal = Signals.interaction(customerId);
        signal.setSource("delighted");
        signal.setId("praise-" + customerId);
        signal.setRevision(revision);
        return signal;
    }

    private void awaitApplied(CoveredThrough position) {
        await().atMost(Asking.SOON)
                .until(() -> drafter.bean(SignalProgress.class)
                        .hasApplied(new SignalPosition(position.getPartition(), position.getOffset())));
    }
}
