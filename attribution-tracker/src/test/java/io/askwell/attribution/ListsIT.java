package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadReported;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whom people block or allow, and how fast a referrer names leads. */
class ListsIT {

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final String email = RunningTracker.newAddress();
    private final String customer = "C-" + UUID.randomUUID();

    @Test
    void anEntryThatComesLateChangesAReferralAndItsRemovalChangesItBack() {
        tracker.publish(LeadRecord.submission(email, customer, SourceChannel.form));
        await().until(() -> "attributed".equals(state()));

        JsonNode entry = RunningTracker.json(post("block", customer, null).body());

        await().until(() -> "disputed".equals(state()));
        JsonNode blocked = tracker.referralOf(email);
        assertThat(blocked.path("flags")).isEqualTo(RunningTracker.json("[\"unknown_referrer\",\"blocked\"]"));
        assertThat(blocked.at("/flagged/1/evidence/0").asString())
                .isEqualTo("list-entry/" + entry.path("entryId").asString());
        assertThat(reviewKinds()).contains("blocked");

        HttpResponse<String> removed = delete(entry);
        assertThat(removed.statusCode()).isEqualTo(200);
        assertThat(RunningTracker.json(removed.body()).path("removedBy").asString())
                .isEqualTo("pat");
        await().until(() -> "attributed".equals(state()));
        assertThat(reviewKinds()).isEmpty();
        assertThat(delete(entry).statusCode()).isEqualTo(409);
    }

    @Test
    void aListHoldsTheSameOnceAndTheSameKeyAnswersTheSame() {
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = post("allow", customer, key);
        HttpResponse<String> again = post("allow", customer, key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(post("allow", customer, null).statusCode()).isEqualTo(409);
        assertThat(tracker.get("/v1/list-entries").path("items").get(0)).isEqualTo(RunningTracker.json(first.body()));
    }

    @Test
    void theEleventhLeadOfAReferrerIsLookedAtByAPerson() {
        Instant at = Instant.now();
        for (int i = 0; i < 10; i++) {
            tracker.publish(named(RunningTracker.newAddress(), at.plusSeconds(i)));
        }
        tracker.publish(named(email, at.plusSeconds(10)));

        await().untilAsserted(() -> assertThat(tracker.get("/v1/referrals?referrerId=" + customer)
                        .path("items")
                        .valueStream()
                        .filter(referral -> referral.path("flags").toString().contains("velocity"))
                        .map(referral -> referral.at("/lead/email").asString()))
                .containsExactly(email));
        assertThat(reviewKinds()).contains("velocity");
    }

    private LeadReported named(String address, Instant receivedAt) {
        LeadReported lead = LeadRecord.submission(address, customer, SourceChannel.form);
        lead.setRecordedAt(receivedAt);
        return lead;
    }

    private String state() {
        JsonNode items = tracker.get("/v1/referrals?leadEmail=" + email).path("items");
        return items.at("/0/attribution/state").asString("");
    }

    private String reviewKinds() {
        String referralId = tracker.referralOf(email).path("referralId").asString();
        return tracker.get("/v1/reviews?limit=500")
                .path("items")
                .valueStream()
                .filter(review -> review.path("referralId").asString().equals(referralId))
                .map(review -> review.path("kind").asString())
                .reduce("", (one, other) -> one + " " + other)
                .strip();
    }

    private HttpResponse<String> post(String list, String customerId, @Nullable String key) {
        String body = "{\"list\": \"%s\", \"kind\": \"customerId\", \"value\": \"%s\", \"reason\": \"we know them\"}"
                .formatted(list, customerId);
        return tracker.request("POST", "/v1/list-entries", "operator", body, key);
    }

    private HttpResponse<String> delete(JsonNode entry) {
        return tracker.request(
                "DELETE", "/v1/list-entries/" + entry.path("entryId").asString(), "program-owner", null, null);
    }
}
