package io.askwell.ask.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Peer;
import io.askwell.ask.domain.draft.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    @Test
    void anAssessmentComesBackAsItWasStored() {
        Assessment assessment = Given.assessment()
                .peer(new Peer("Northwind", "Kim Lee", "late invoices", List.of("crm/mention")))
                .build();

        assertThat(StoredJson.read(StoredJson.write(assessment), Assessment.class))
                .isEqualTo(assessment);
    }

    @Test
    void whatAnAssessmentOfBeforeLacksReadsAsTheCarefulThing() {
        Assessment read = StoredJson.read("""
                {"eventId": "e", "correlationId": "c", "decision": "ASK_NOW", "score": 80, "band": "ASK_NOW",
                 "concerns": [], "openTriggers": [], "reasons": [], "assessedAt": "2026-10-01T10:00:00Z",
                 "coveredThrough": null, "lastConcernAt": null, "successes": [],
                 "profile": {"ownerId": "rep-7", "zone": "UTC", "channel": "EMAIL", "company": "Acme", "highValue": false,
                             "sensitive": false, "partner": false, "askConsent": "GRANTED", "customerName": null,
                             "contactName": "Ann Roe", "email": "ann@acme.example"}}
                """, Assessment.class);

        assertThat(read.peer()).isNull();
        assertThat(read.profile().segment()).isNull();
        assertThat(read.profile().country()).isNull();
        assertThat(read.profile().interactions()).isZero();
        assertThat(read.profile().champion()).isFalse();
        assertThat(read.profile().publicAdvocacyConsent()).isFalse();
    }

    @Test
    void aDraftOfBeforeWasPickedByNobody() {
        Draft read = StoredJson.read("""
                {"version": 1, "template": "DIRECT", "variant": "direct-a", "subject": "s", "body": "b",
                 "writtenBy": "template", "quoted": ["Ann Roe"]}
                """, Draft.class);

        assertThat(read.pickedBy()).isNull();
        assertThat(read.textHash())
                .isEqualTo(new Draft(2, read.template(), "v", "s", "b", "rep-7", List.of(), "rep-7").textHash());
    }
}
