package io.askwell.attribution.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.MatchingWeights;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.matching.LeadMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Certain keys decide alone which facts are of one lead, and never the order in which they arrive. A seed that fails replays. */
class OneRecordPerLeadTest {

    private static final List<String> NAMES = List.of("Sam Roe", "Kim Lee", "Ana Silva");

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyOrderLeavesTheSameRecords(int seed) {
        Random random = new Random(seed);
        List<LeadFact> facts = facts(random);
        Set<Set<String>> expected = connected(facts);

        for (int order = 0; order < 8; order++) {
            Collections.shuffle(facts, random);
            assertThat(heard(facts).records.groups()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAnnouncedIsWhatTheFactsOfTheRecordAmountTo(int seed) {
        Random random = new Random(seed);
        RecordsInMemory records = heard(facts(random)).records;

        for (Referral referral : records.referrals().values()) {
            Optional<Referral> derived = records.referral(referral.referralId())
                    .flatMap(history -> Optional.of(Facts.assessed(history)))
                    .or(() -> records.merged(referral.referralId())
                            .map(last -> Facts.assessed(last.last()).mergedInto(last.into(), last.because())));
            assertThat(derived).hasValueSatisfying(now -> {
                assertThat(now.claims()).isEqualTo(referral.claims());
                assertThat(now.progress()).isEqualTo(referral.progress());
                assertThat(now.openReviews()).isEqualTo(referral.openReviews());
            });
        }
    }

    private static TrackerInMemory heard(List<LeadFact> facts) {
        return new TrackerInMemory(MatchingWeights.keysAlone()).hears(facts.toArray(LeadFact[]::new));
    }

    /** Of few addresses, ids and telephones, so that bridges are common. */
    static List<LeadFact> facts(Random random) {
        List<LeadFact> facts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(14); i++) {
            LeadIdentity identity = new LeadIdentity(
                    maybe(random, "lead-%d@acme.example".formatted(random.nextInt(6))),
                    maybe(random, "CRM-" + random.nextInt(6)));
            facts.add(
                    random.nextInt(4) == 0
                            ? new StageReport(
                                    new FactId("crm", "" + i), Facts.NOON, identity, Stage.ACCEPTED, null, null, null)
                            : Facts.submission("" + i, identity, lead(identity, random)));
        }
        return facts;
    }

    private static Lead lead(LeadIdentity identity, Random random) {
        return new Lead(
                maybe(random, NAMES.get(random.nextInt(NAMES.size()))),
                identity.email(),
                maybe(random, "+1415555010" + random.nextInt(3)),
                null,
                null);
    }

    private static @Nullable String maybe(Random random, String text) {
        return random.nextBoolean() ? text : null;
    }

    /** The oracle: what any shared key connects, over any number of steps. */
    private static Set<Set<String>> connected(List<LeadFact> facts) {
        List<Set<LeadFact>> groups = new ArrayList<>();
        for (LeadFact fact : facts) {
            Set<LeadFact> joined = new HashSet<>(Set.of(fact));
            groups.stream().filter(group -> meets(fact, group)).forEach(joined::addAll);
            groups.removeIf(group -> meets(fact, group));
            groups.add(joined);
        }
        return groups.stream()
                .map(group -> group.stream().map(fact -> fact.id().text()).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static boolean meets(LeadFact fact, Collection<LeadFact> group) {
        return group.stream()
                .anyMatch(other -> !Collections.disjoint(
                                fact.identity().keys(), other.identity().keys())
                        || sharePhone(fact, other));
    }

    private static boolean sharePhone(LeadFact one, LeadFact other) {
        return one.phoneKey().isPresent()
                && one.phoneKey().equals(other.phoneKey())
                && LeadMatcher.namesAreCompatible(
                        one.lead().name(), other.lead().name());
    }
}
