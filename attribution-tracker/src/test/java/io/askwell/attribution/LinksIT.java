package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadKind;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LinkClick;
import io.askwell.leads.v1.LinkMade;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Links and clicks, whose records lie on other partitions than those of the leads. */
class LinksIT {

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final String email = RunningTracker.newAddress();
    private final String linkCode = "signup-" + UUID.randomUUID();
    private final String clickId = UUID.randomUUID().toString();

    @Test
    void aLinkAndAClickThatComeAfterTheFormJoinItAndCountOnce() {
        tracker.publish(formBehindTheLink());
        tracker.stepsAfter(1, email);
        assertThat(tracker.referralOf(email).at("/attribution/referrer"))
                .isEqualTo(RunningTracker.json("""
                {"kind": "link", "id": "%s"}""".formatted(linkCode)));

        double repeatedBefore = tracker.records("repeated");
        tracker.publish(linkMade());
        tracker.publish(linkMade());
        tracker.publish(click());
        tracker.publish(click());

        await().untilAsserted(() -> assertThat(tracker.records("repeated")).isGreaterThanOrEqualTo(repeatedBefore + 2));
        assertThat(tracker.stepsAfter(3, email))
                .extracting(AttributionEvent::getType)
                .containsExactly(
                        AttributionEventType.referral_submitted,
                        AttributionEventType.attribution_changed,
                        AttributionEventType.referral_updated);
        JsonNode referral = tracker.referralOf(email);
        assertThat(referral.at("/attribution/referrer")).isEqualTo(RunningTracker.json("""
                {"kind": "customer", "id": "C-100"}"""));
        assertThat(referral.path("claims")).hasSize(1);
        assertThat(referral.at("/claims/0/strength").decimalValue()).isEqualTo("0.7");
        assertThat(referral.at("/claims/0/evidence")).isEqualTo(RunningTracker.json("""
                [{"kind": "link", "ref": "askwell-clicks/%s", "at": "2026-10-02T11:59:00Z"}]""".formatted(clickId)));
        assertThat(referral.at("/sourcePath/linkCode").asString()).isEqualTo(linkCode);
        assertThat(referral.at("/sourcePath/clickId").asString()).isEqualTo(clickId);
    }

    private LeadReported formBehindTheLink() {
        LeadReported form = LeadRecord.submission(email, null, SourceChannel.link);
        form.getSubmission().getSourcePath().setLinkCode(linkCode);
        form.getSubmission().getSourcePath().setClickId(clickId);
        return form;
    }

    private LeadReported linkMade() {
        return LeadReported.newBuilder()
                .setSource("askwell-links")
                .setId(linkCode)
                .setKind(LeadKind.link_made)
                .setOccurredAt(LeadRecord.NOON)
                .setLink(new LinkMade(linkCode, "C-100", null, "signup", "ops"))
                .build();
    }

    private LeadReported click() {
        return LeadReported.newBuilder()
                .setSource("askwell-clicks")
                .setId(clickId)
                .setKind(LeadKind.clicked)
                .setOccurredAt(LeadRecord.NOON.minusSeconds(60))
                .setClick(new LinkClick(linkCode, clickId))
                .build();
    }
}
