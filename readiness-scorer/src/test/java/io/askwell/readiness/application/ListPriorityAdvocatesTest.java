package io.askwell.readiness.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.domain.Advocate;
import io.askwell.readiness.domain.AdvocateFacts;
import io.askwell.readiness.domain.AdvocateHistogram;
import io.askwell.readiness.domain.AdvocateScore;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.Standing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instances, each with half of the partitions, and what the first says of all. */
class ListPriorityAdvocatesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private static final WholeOfPartitions WHOLE = new WholeOfPartitions(4);

    private final ListedCustomers here = ListedCustomers.of(Set.of(0, 1));
    private final ListedCustomers there = ListedCustomers.of(Set.of(2, 3));
    private boolean otherAnswers = true;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 200, 333})
    void theHighestTenthAndWhoeverTiesWithItsLastPageByPage(int customers) {
        var random = new Random(customers);
        List<Advocate> all = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            int nps = random.nextInt(11);
            (random.nextBoolean() ? here : there).customers.put("C-" + i, live(nps));
            all.add(new Advocate("C-" + i, AdvocateScore.of(live(nps).advocacy(), CLOCK.instant())));
        }
        there.customers.put("without a live signal", Standing.NONE);
        all.sort(Advocate.HIGHEST_FIRST);
        List<Advocate> expected = all.stream()
                .filter(advocate -> advocate.score()
                                .compareTo(
                                        all.get(Math.ceilDiv(customers, 10) - 1).score())
                        >= 0)
                .toList();

        assertThat(pages(1)).isEqualTo(expected);
        assertThat(pages(7)).isEqualTo(expected);
        assertThat(pages(1_000)).isEqualTo(expected);
    }

    @Test
    void whileAnInstanceDoesNotAnswerNothingIsKnown() {
        here.customers.put("C-1", live(9));
        otherAnswers = false;

        assertThat(list().page(null, 10)).isEmpty();
    }

    @Test
    void whatTwoInstancesClaimIsNotCountedTwice() {
        here.customers.put("C-1", live(9));
        there.partitions.add(1);

        assertThat(list().page(null, 10)).isEmpty();
    }

    private List<Advocate> pages(int size) {
        var list = list();
        List<Advocate> seen = new ArrayList<>();
        @Nullable Advocate last = null;
        while (true) {
            List<Advocate> page = list.page(last, size).orElseThrow();
            seen.addAll(page);
            if (page.size() < size) {
                return seen;
            }
            last = page.getLast();
        }
    }

    private ListPriorityAdvocates list() {
        var others = new TheOther();
        var line = new FindPriorityLine(new TakeCensus(here, CLOCK), others, WHOLE, CLOCK);
        return new ListPriorityAdvocates(line, new FindHeldAdvocates(here, CLOCK), others, WHOLE);
    }

    private static Standing live(int nps) {
        return new Standing(new AdvocateFacts(true, nps, List.of(), null, null, List.of()), Readiness.WAIT, List.of());
    }

    private final class TheOther implements OtherInstances {

        private final TakeCensus census = new TakeCensus(there, CLOCK);

        @Override
        public List<Held<AdvocateHistogram>> histograms() {
            return answering(census.here().stream()
                    .map(held -> new Held<>(held.partitions(), held.what().advocates())));
        }

        @Override
        public List<Held<List<Advocate>>> advocates(AdvocateSearch search) {
            return answering(new FindHeldAdvocates(there, CLOCK).find(search).stream());
        }

        private <T> List<T> answering(Stream<T> answers) {
            return answers.filter(_ -> otherAnswers).toList();
        }
    }
}
