package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.SourceChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReferralListIT {

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final String referrer = "C-" + UUID.randomUUID();

    @Test
    void aLeadIsFoundByItsAddressInAnySpelling() {
        String address = RunningTracker.newAddress();
        tracker.publish(LeadRecord.submission(address, referrer, SourceChannel.form));
        await().untilAsserted(() -> assertThat(found("")).hasSize(1));

        String spelled = address.toUpperCase(Locale.ROOT).replace("@", "%2BNews@");

        assertThat(tracker.referralOf(spelled).at("/lead/email").asString()).isEqualTo(address);
    }

    @Test
    void statusIsAStageADispositionOrAnAttributionState() {
        String address = RunningTracker.newAddress();
        tracker.publish(LeadRecord.submission(address, referrer, SourceChannel.form));
        tracker.publish(LeadRecord.update(address, null, LeadStage.meeting_booked));
        await().untilAsserted(() -> assertThat(found("&status=meeting_booked")).hasSize(1));

        assertThat(found("&status=open")).hasSize(1);
        assertThat(found("&status=attributed")).hasSize(1);
        assertThat(found("&status=submitted")).isEmpty();
        assertThat(found("&status=won")).isEmpty();
        assertThat(found("&status=disputed")).isEmpty();
    }

    @Test
    void everyReferrerWithAClaimFindsTheReferral() {
        String rival = "C-" + UUID.randomUUID();
        String address = RunningTracker.newAddress();
        tracker.publish(LeadRecord.submission(address, referrer, SourceChannel.form));
        tracker.publish(LeadRecord.submission(address, rival, SourceChannel.form));

        await().untilAsserted(() -> assertThat(found("&status=disputed")).hasSize(1));
        assertThat(tracker.get("/v1/referrals?referrerId=" + rival).path("items"))
                .hasSize(1);
    }

    @Test
    void pagesHoldEveryReferralOnceTheNewestFirst() {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String address = RunningTracker.newAddress();
            addresses.add(address);
            tracker.publish(LeadRecord.submission(address, referrer, SourceChannel.form));
            int count = i + 1;
            await().untilAsserted(() -> assertThat(found("")).hasSize(count));
        }

        List<String> seen = new ArrayList<>();
        JsonNode page = tracker.get("/v1/referrals?limit=2&referrerId=" + referrer);
        seen.addAll(addresses(page));
        while (!page.path("next").isNull()) {
            page = tracker.get("/v1/referrals?limit=2&referrerId=" + referrer + "&cursor="
                    + page.path("next").asString());
            seen.addAll(addresses(page));
        }

        assertThat(seen).containsExactlyElementsOf(addresses.reversed());
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThat(status("/v1/referrals?status=nearly")).isEqualTo(400);
        assertThat(status("/v1/referrals?leadEmail=sam")).isEqualTo(400);
        assertThat(status("/v1/referrals?limit=0")).isEqualTo(400);
        assertThat(status("/v1/referrals?cursor=there")).isEqualTo(400);
        assertThat(status("/v1/reviews?status=closed")).isEqualTo(400);
        assertThat(status("/v1/referrals/7")).isEqualTo(404);
        assertThat(status("/v1/referrals/" + UUID.randomUUID())).isEqualTo(404);
    }

    private int status(String path) {
        return tracker.request("GET", path, "operator", null, null).statusCode();
    }

    private JsonNode found(String filter) {
        return tracker.get("/v1/referrals?referrerId=" + referrer + filter).path("items");
    }

    private static List<String> addresses(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.at("/lead/email").asString())
                .toList();
    }
}
