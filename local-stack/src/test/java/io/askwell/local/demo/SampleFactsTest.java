package io.askwell.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SampleFactsTest {

    private static final Instant TOLD = Instant.parse("2026-10-01T12:00:00Z");

    private final SampleFacts facts = new SampleFacts(TOLD);

    @Test
    void timesCountFromTheTelling() {
        var nps = facts.signals().stream()
                .filter(signal -> signal.path("id").asString().equals("acme-nps"))
                .findFirst()
                .orElseThrow();

        assertThat(nps.path("occurredAt").asString()).isEqualTo("2026-10-01T10:00:00Z");
    }

    @Test
    void timesInsideTheAttributesCountFromTheTellingToo() {
        assertThat(facts.signals()
                        .getFirst()
                        .path("attributes")
                        .path("signedUpAt")
                        .asString())
                .isEqualTo(TOLD.minus(Duration.ofDays(420)).toString());
    }

    @Test
    void theSameTellingGivesTheSameFacts() {
        assertThat(new SampleFacts(TOLD).signals()).isEqualTo(facts.signals());
    }

    @Test
    void everyFactHasAnIdentityOfItsOwn() {
        assertThat(Stream.of(facts.signals(), facts.laterSignals(), facts.leads(), facts.leadUpdates(), facts.refunds())
                        .flatMap(kind -> kind.stream().map(SampleFactsTest::identity)))
                .doesNotHaveDuplicates()
                .hasSize(36);
    }

    private static String identity(JsonNode fact) {
        return fact.path("source").asString() + "/" + fact.path("id").asString();
    }
}
