package io.askwell.readiness.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.domain.AdvocateFacts;
import io.askwell.readiness.domain.AdvocateHistogram;
import io.askwell.readiness.domain.AdvocateScore;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.rule.Concern;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TakeCensusTest {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final ListedCustomers customers = ListedCustomers.of(Set.of(0, 1));
    private final TakeCensus census = new TakeCensus(customers, () -> now);

    @Test
    void itCountsDecisionsConcernsAndLiveAdvocates() {
        customers.customers.put("C-1", standing(true, Readiness.HOLD, Concern.Kind.TICKET, Concern.Kind.TICKET));
        customers.customers.put("C-2", standing(true, Readiness.ASK_NOW));
        customers.customers.put("C-3", standing(false, Readiness.WAIT));

        assertThat(census.here()).hasValueSatisfying(held -> {
            assertThat(held.partitions()).containsExactlyInAnyOrder(0, 1);
            assertThat(held.what().customers())
                    .isEqualTo(Map.of(
                            Readiness.HOLD, 1L, Readiness.ASK_NOW, 1L, Readiness.WAIT, 1L, Readiness.SOFT_MENTION, 0L));
            assertThat(held.what().concerns())
                    .hasSize(Concern.Kind.values().length)
                    .containsEntry(Concern.Kind.TICKET, 2L)
                    .containsEntry(Concern.Kind.COMPLAINT, 0L);
            assertThat(held.what().advocates())
                    .isEqualTo(new AdvocateHistogram(new TreeMap<>(Map.of(new AdvocateScore(100), 2L))));
        });
    }

    @Test
    void aQuickOneIsKeptForASecond() {
        census.here();
        passes(Duration.ofMillis(999));
        census.here();
        assertThat(customers.visits).isEqualTo(1);

        passes(Duration.ofMillis(1));
        census.here();
        assertThat(customers.visits).isEqualTo(2);
    }

    @Test
    void aLongOneIsKeptTwentyTimesAsLong() {
        customers.duringVisit = () -> passes(Duration.ofSeconds(3));
        census.here();
        passes(Duration.ofSeconds(59));
        census.here();
        assertThat(customers.visits).isEqualTo(1);

        passes(Duration.ofSeconds(1));
        census.here();
        assertThat(customers.visits).isEqualTo(2);
    }

    @Test
    void aPartitionThatCameOrWentMakesItWorthless() {
        census.here();
        customers.partitions.remove(1);

        assertThat(census.here())
                .hasValueSatisfying(held -> assertThat(held.partitions()).containsExactly(0));
    }

    @Test
    void thereIsNoneWhileAPartitionIsMoving() {
        customers.moving = true;

        assertThat(census.here()).isEmpty();
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }

    private static Standing standing(boolean live, Readiness decision, Concern.Kind... concerns) {
        var facts = new AdvocateFacts(live, null, List.of(), null, null, List.of());
        return new Standing(facts, decision, List.of(concerns));
    }
}
