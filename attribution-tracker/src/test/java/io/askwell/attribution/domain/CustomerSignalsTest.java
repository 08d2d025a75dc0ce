package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerSignalsTest {

    private static final Instant NOON = Facts.NOON;

    @Test
    void anySignalShowsThatThereIsACustomer() {
        assertThat(CustomerSignals.none("C-1").profile()).isEmpty();
        assertThat(profile(seen("s", NOON))).isEqualTo(new CustomerProfile("C-1", 1, NOON, null, null, null, null));
    }

    @Test
    void eachGivenFieldReplacesWhatWasKnownAndAbsentFieldsStay() {
        CustomerProfile profile = profile(
                updated("a", 0, NOON, "Dana Fox", "Fox Freight"), updated("b", 0, NOON.plusSeconds(1), null, "Acme"));

        assertThat(profile.contactName()).isEqualTo("Dana Fox");
        assertThat(profile.company()).isEqualTo("Acme");
    }

    @Test
    void atOneMomentTheGreaterIdWins() {
        assertThat(profile(updated("b", 0, NOON, null, "B"), updated("a", 0, NOON, null, "A"))
                        .company())
                .isEqualTo("B");
    }

    @Test
    void theHighestRevisionStandsWhateverItSaysLess() {
        CustomerProfile profile = profile(
                updated("a", 1, NOON, null, "Acme"), updated("a", 0, NOON.plusSeconds(9), "Dana Fox", "Fox Freight"));

        assertThat(profile.company()).isEqualTo("Acme");
        assertThat(profile.contactName()).isNull();
    }

    @Test
    void atEqualRevisionTheLaterStands() {
        assertThat(profile(updated("a", 0, NOON.plusSeconds(1), null, "Later"), updated("a", 0, NOON, null, "Earlier"))
                        .company())
                .isEqualTo("Later");
    }

    @Test
    void whatIsRetractedCountsAsNeverSentBeforeAndAfterItComes() {
        CustomerSignal retraction = new CustomerSignal.Retracted(id("r"), 0, NOON, "crm/b");

        assertThat(profile(retraction, updated("a", 0, NOON, null, "Acme"), updated("b", 1, NOON, null, "Wrong"))
                        .company())
                .isEqualTo("Acme");
    }

    @Test
    void aCustomerIsOneSinceTheSignUpElseTheContractElseTheFirstSignal() {
        Instant signedUp = NOON.minus(Duration.ofDays(9));
        Instant contract = NOON.minus(Duration.ofDays(20));

        assertThat(profile(since("a", signedUp, contract)).since()).isEqualTo(signedUp);
        assertThat(profile(since("a", null, contract)).since()).isEqualTo(contract);
        assertThat(profile(since("a", null, null), seen("b", NOON.minusSeconds(7)))
                        .since())
                .isEqualTo(NOON.minusSeconds(7));
    }

    @Test
    void theSameSignalTwiceChangesNothing() {
        CustomerSignals once = CustomerSignals.none("C-1").with(updated("a", 0, NOON, null, "Acme"));

        assertThat(once.with(updated("a", 0, NOON, null, "Acme"))).isSameAs(once);
        assertThat(once.with(seen("b", NOON))).isSameAs(once);
    }

    @Test
    void whatNewerSignalsDecideIsNotKeptForEver() {
        CustomerSignals signals = CustomerSignals.none("C-1").with(updated("first", 0, NOON, "Dana Fox", "Acme"));
        for (int i = 0; i < 1_000; i++) {
            signals = signals.with(updated("s" + i, 0, NOON.plusSeconds(i + 1), null, "Company " + i));
        }

        assertThat(signals.updates()).hasSize(51);
        assertThat(signals.profile().orElseThrow().contactName()).isEqualTo("Dana Fox");
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderInWhichSignalsComeChangesNothing(int seed) {
        Random random = new Random(seed);
        List<CustomerSignal> signals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id = "" + random.nextInt(4);
            Instant at = NOON.plusSeconds(random.nextInt(3));
            signals.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new CustomerSignal.Retracted(id("r" + i), 0, at, "crm/" + id);
                        case 1 -> seen("s" + i, at);
                        default -> updated(id, random.nextInt(3), at, random.nextBoolean() ? "N" + i : null, "C" + i);
                    });
        }
        CustomerProfile expected = profile(signals.toArray(CustomerSignal[]::new));

        for (int order = 0; order < 10; order++) {
            Collections.shuffle(signals, random);
            assertThat(profile(signals.toArray(CustomerSignal[]::new)).saysTheSameAs(expected))
                    .isTrue();
        }
    }

    private static CustomerProfile profile(CustomerSignal... signals) {
        CustomerSignals all = CustomerSignals.none("C-1");
        for (CustomerSignal signal : signals) {
            all = all.with(signal);
        }
        return all.profile().orElseThrow();
    }

    private static CustomerSignal seen(String id, Instant at) {
        return new CustomerSignal.Seen(id(id), 0, at);
    }

    private static CustomerSignal updated(
            String id, int revision, Instant at, @Nullable String contactName, @Nullable String company) {
        return new CustomerSignal.Updated(
                new CustomerUpdate(id(id), revision, at, contactName, null, null, company, null, null));
    }

    private static CustomerSignal since(String id, @Nullable Instant signedUp, @Nullable Instant contract) {
        return new CustomerSignal.Updated(
                new CustomerUpdate(id(id), 0, NOON, null, null, null, null, signedUp, contract));
    }

    private static FactId id(String id) {
        return new FactId("crm", id);
    }
}
