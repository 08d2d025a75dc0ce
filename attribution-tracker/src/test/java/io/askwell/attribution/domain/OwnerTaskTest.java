package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.OwnerTask.Kind;
import io.askwell.attribution.domain.OwnerTask.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnerTaskTest {

    /** A Friday. */
    private static final Instant HEARD = Instant.parse("2026-10-02T16:00:00Z");

    private static final Duration DAY = Duration.ofDays(1);

    private static final LeadHistory SUBMITTED = Facts.history(Facts.form("1", Facts.ADA));
    private static final LeadHistory ACCEPTED = SUBMITTED.with(report("1", Stage.ACCEPTED, "rep-7"));
    private static final LeadHistory BOOKED = ACCEPTED.with(report("2", Stage.MEETING_BOOKED, "rep-7"));

    @Test
    void nobodyOwesAReferralAnythingBeforeItIsAccepted() {
        assertThat(after(null, null, SUBMITTED, HEARD)).isEmpty();
    }

    @Test
    void anAcceptedReferralIsContactedWithin24WorkingHours() {
        OwnerTask task = accepted();

        assertThat(task.kind()).isEqualTo(Kind.FIRST_CONTACT);
        assertThat(task.status()).isEqualTo(Status.OPEN);
        assertThat(task.owner()).isEqualTo("rep-7");
        // One hour on Friday, sixteen on Monday and Tuesday, seven on Wednesday.
        assertThat(task.dueAt()).isEqualTo("2026-10-07T16:00:00Z");
    }

    @Test
    void withoutContactByThenAnOperatorSeesToIt() {
        OwnerTask task = accepted();

        assertThat(at(task, Instant.parse("2026-10-07T15:59:59Z"))).isEqualTo(task);
        OwnerTask late = at(task, Instant.parse("2026-10-07T16:00:00Z"));
        assertThat(late.status()).isEqualTo(Status.ESCALATED);
        assertThat(late.isOperators()).isTrue();
        assertThat(late.dueAt()).isNull();
    }

    @Test
    void withoutAnOwnerItIsAnOperatorsTask() {
        LeadHistory unowned = SUBMITTED.with(report("1", Stage.ACCEPTED, null));

        OwnerTask task = after(null, SUBMITTED, unowned, HEARD).orElseThrow();

        assertThat(task.isOperators()).isTrue();
    }

    @Test
    void anOwnerWhoIsNamedLaterGetsTheSameTimeToAct() {
        LeadHistory unowned = SUBMITTED.with(report("1", Stage.ACCEPTED, null));
        OwnerTask open = after(null, SUBMITTED, unowned, HEARD).orElseThrow();
        LeadHistory owned = unowned.with(report("2", Stage.ACCEPTED, "rep-7"));

        OwnerTask task = after(open, unowned, owned, HEARD.plus(DAY)).orElseThrow();

        assertThat(task.owner()).isEqualTo("rep-7");
        assertThat(task.dueAt()).isEqualTo(open.dueAt());
    }

    @Test
    void aStageBeyondAcceptedIsTheFirstContact() {
        OwnerTask task = after(accepted(), ACCEPTED, BOOKED, HEARD.plus(DAY)).orElseThrow();

        assertThat(task.kind()).isEqualTo(Kind.UPDATE);
        assertThat(task.status()).isEqualTo(Status.OPEN);
        assertThat(task.dueAt()).isEqualTo(HEARD.plus(Duration.ofDays(15)));
    }

    @Test
    void fourteenDaysWithoutAnUpdateRemindTheOwnerThenTheOperator() {
        OwnerTask task = after(null, SUBMITTED, BOOKED, HEARD).orElseThrow();

        OwnerTask reminded = at(task, HEARD.plus(Duration.ofDays(14)));
        OwnerTask escalated = at(reminded, HEARD.plus(Duration.ofDays(28)));

        assertThat(reminded.status()).isEqualTo(Status.REMINDED);
        assertThat(reminded.isOperators()).isFalse();
        assertThat(escalated.status()).isEqualTo(Status.ESCALATED);
        assertThat(escalated.isOperators()).isTrue();
    }

    @Test
    void whoWasNotThereForBothMomentsFindsTheLaterOne() {
        OwnerTask task = after(null, SUBMITTED, BOOKED, HEARD).orElseThrow();

        assertThat(at(task, HEARD.plus(Duration.ofDays(90))).status()).isEqualTo(Status.ESCALATED);
    }

    @Test
    void anUpdateStartsTheTimeAgainAndARepetitionDoesNot() {
        OwnerTask task = after(null, SUBMITTED, BOOKED, HEARD).orElseThrow();
        LeadHistory repeated = BOOKED.with(report("3", Stage.MEETING_BOOKED, "rep-7"));
        LeadHistory created = repeated.with(report("4", Stage.DEAL_CREATED, "rep-7"));

        assertThat(after(task, BOOKED, repeated, HEARD.plus(DAY))).contains(task);
        assertThat(after(task, repeated, created, HEARD.plus(DAY)).orElseThrow().since())
                .isEqualTo(HEARD.plus(DAY));
    }

    @Test
    void whatIsWonOrLostIsDone() {
        LeadHistory lost = BOOKED.with(report("3", Stage.DEAL_LOST, null));
        OwnerTask task = after(null, SUBMITTED, BOOKED, HEARD).orElseThrow();

        OwnerTask done = after(task, BOOKED, lost, HEARD.plus(DAY)).orElseThrow();

        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(at(done, HEARD.plus(Duration.ofDays(90)))).isEqualTo(done);
    }

    private static OwnerTask accepted() {
        return after(null, SUBMITTED, ACCEPTED, HEARD).orElseThrow();
    }

    private static OwnerTask at(OwnerTask task, Instant now) {
        return task.at(now, Facts.OWNER_TASKS);
    }

    private static Optional<OwnerTask> after(
            @Nullable OwnerTask known, @Nullable LeadHistory before, LeadHistory after, Instant now) {
        return OwnerTask.after(
                known,
                new ReferralChange(before == null ? null : Facts.assessed(before), Facts.assessed(after), Facts.NOON),
                now,
                Facts.OWNER_TASKS);
    }

    private static StageReport report(String id, Stage stage, @Nullable String owner) {
        return new StageReport(
                new FactId("hubspot", id),
                Facts.NOON.plusSeconds(Long.parseLong(id)),
                Facts.SAM,
                stage,
                null,
                owner,
                null);
    }
}
