package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadReported;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Counts over all referrals; other tests' leads are among them. */
class ReportsIT {

    private final RunningTracker tracker = RunningTracker.SHARED;

    @Test
    void completenessIsToldPerChannel() {
        String email = RunningTracker.newAddress();
        tracker.publish(LeadRecord.submission(email, "C-100", SourceChannel.event));
        tracker.publish(LeadRecord.update(email, null, LeadStage.accepted));
        await().until(() -> channel("event").at("/complete/count").asInt() > 0);

        JsonNode report = tracker.get("/v1/reports/attribution-completeness");
        assertThat(report.path("goal").decimalValue()).isEqualByComparingTo("0.95");
        assertThat(report.at("/overall/channel").asString()).isEqualTo("all");
        assertThat(report.at("/overall/referrals").asLong())
                .isEqualTo(report.path("channels")
                        .valueStream()
                        .mapToLong(channel -> channel.path("referrals").asLong())
                        .sum());
    }

    @Test
    void conversionIsComparedWithTheSourcesOfTheCrm() {
        String source = "fair-" + UUID.randomUUID();
        tracker.publish(reported(source, LeadStage.deal_won));
        tracker.publish(reported(source, LeadStage.deal_lost));

        JsonNode row =
                await().until(() -> source(source), found -> found.path("leads").asInt() == 2);

        assertThat(row.path("won").asInt()).isEqualTo(1);
        assertThat(row.path("referral").asBoolean()).isFalse();
        assertThat(row.path("share").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(row.path("low").decimalValue()).isEqualByComparingTo("0.0945");
        assertThat(row.path("high").decimalValue()).isEqualByComparingTo("0.9055");
    }

    private static LeadReported reported(String source, LeadStage stage) {
        LeadReported update = LeadRecord.update(RunningTracker.newAddress(), null, stage);
        update.getUpdate().setCrmSource(source);
        return update;
    }

    private JsonNode channel(String channel) {
        return tracker.get("/v1/reports/attribution-completeness")
                .path("channels")
                .valueStream()
                .filter(row -> row.path("channel").asString().equals(channel))
                .findFirst()
                .orElse(RunningTracker.json("{}"));
    }

    private JsonNode source(String source) {
        return tracker.get("/v1/reports/conversion-by-source")
                .path("sources")
                .valueStream()
                .filter(row -> row.path("source").asString().equals(source))
                .findFirst()
                .orElse(RunningTracker.json("{}"));
    }
}
