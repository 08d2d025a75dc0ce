package io.askwell.signal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Reason SCORE_MISSING = new Reason("/attributes/score", "is required");
    private static final Reason SCORE_NOT_A_NUMBER = new Reason("/attributes/score", "must be a number");
    private static final Reason KIND_MISSING = new Reason("/kind", "is required");

    @Test
    void acceptsAFactWithoutReasonsNotTo() {
        assertThat(Intake.of("fact", List.of())).isEqualTo(new Intake.Accepted<>("fact"));
    }

    @Test
    void rejectsForEveryReason() {
        assertThat(Intake.of("fact", List.of(KIND_MISSING, SCORE_MISSING)))
                .isEqualTo(new Intake.Rejected<>(List.of(KIND_MISSING, SCORE_MISSING)));
    }

    @Test
    void theFirstReasonForAPlaceStands() {
        var rejected = new Intake.Rejected<>(List.of(SCORE_NOT_A_NUMBER, KIND_MISSING, SCORE_MISSING));

        assertThat(rejected.reasons()).containsExactly(SCORE_NOT_A_NUMBER, KIND_MISSING);
    }

    @Test
    void aReasonForAWholeHidesLaterOnesForItsParts() {
        var noObject = new Reason("/attributes", "must be a JSON object");
        var rejected = new Intake.Rejected<>(List.of(noObject, SCORE_MISSING, KIND_MISSING));

        assertThat(rejected.reasons()).containsExactly(noObject, KIND_MISSING);
    }

    @Test
    void aReasonForTheReportAsAWholeHidesAllLaterOnes() {
        var notJson = new Reason("", "must be JSON");
        var rejected = new Intake.Rejected<>(List.of(notJson, SCORE_MISSING, KIND_MISSING));

        assertThat(rejected.reasons()).containsExactly(notJson);
    }

    @Test
    void aPlaceWhoseNameOnlyBeginsAlikeIsAnotherPlace() {
        var scoreScale = new Reason("/attributes/scoreScale", "is required");
        var rejected = new Intake.Rejected<>(List.of(SCORE_MISSING, scoreScale));

        assertThat(rejected.reasons()).containsExactly(SCORE_MISSING, scoreScale);
    }

    @Test
    void aReportWithAnUnreadablePartIsRejectedEvenIfTheRestKeepsTheContract() {
        assertThat(Intake.of("fact", List.of()).without(List.of(SCORE_NOT_A_NUMBER)))
                .isEqualTo(new Intake.Rejected<>(List.of(SCORE_NOT_A_NUMBER)));
    }

    @Test
    void whatCouldNotBeReadIsNotAlsoMissing() {
        Intake<String> missing = Intake.of("fact", List.of(SCORE_MISSING, KIND_MISSING));

        assertThat(missing.without(List.of(SCORE_NOT_A_NUMBER)))
                .isEqualTo(new Intake.Rejected<>(List.of(SCORE_NOT_A_NUMBER, KIND_MISSING)));
    }

    @Test
    void aReportThatWasReadInFullIsDecidedByTheContractAlone() {
        Intake<String> decision = Intake.of("fact", List.of(KIND_MISSING));

        assertThat(decision.without(List.of())).isSameAs(decision);
    }
}
