package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.event.v1.LeadStage;
import io.askwell.leads.v1.LeadReported;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What owners owe their referrals, and who is pressed when. */
class OwnerTasksIT {

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final String email = RunningTracker.newAddress();
    private final String owner = "rep-" + UUID.randomUUID();

    @AfterEach
    void backToNow() {
        tracker.clock().backToNow();
    }

    @Test
    void aReferralThatNobodyContactsIsEscalatedAndContactMakesItAnother() {
        tracker.publish(LeadRecord.submission(email));
        tracker.publish(update(LeadStage.accepted));
        JsonNode open = await().until(this::task, task -> !task.isMissingNode());
        assertThat(open.path("kind").asString()).isEqualTo("first_contact");
        assertThat(open.path("status").asString()).isEqualTo("open");
        assertThat(open.path("assignedTo").asString()).isEqualTo("owner");

        // Three working days, whatever day of the week it is.
        tracker.clock().moveAhead(Duration.ofDays(6));

        await().until(() -> task().path("status").asString().equals("escalated"));
        assertThat(task().path("assignedTo").asString()).isEqualTo("operator");

        tracker.publish(update(LeadStage.meeting_booked));
        await().until(() -> task().path("kind").asString().equals("update"));
        assertThat(task().path("status").asString()).isEqualTo("open");
    }

    private LeadReported update(LeadStage stage) {
        LeadReported update = LeadRecord.update(email, null, stage);
        update.getUpdate().setOwner(owner);
        return update;
    }

    private JsonNode task() {
        return tracker.get("/v1/owner-tasks?owner=" + owner).at("/items/0");
    }
}
