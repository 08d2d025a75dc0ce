package io.askwell.readiness.kafka;

import static io.askwell.readiness.kafka.MemoryStores.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.Signals;
import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.application.AssessReadiness;
import io.askwell.readiness.application.AssessmentLog;
import io.askwell.readiness.application.FollowPolicy;
import io.askwell.readiness.application.LogPosition;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.domain.Assessment;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A changed policy reaches every customer, not only those of whom something new is told. */
class FollowPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final StampedPolicy FIRST = TestPolicy.shipped();
    private static final StampedPolicy SECOND = TestPolicy.with("askNow: 70", "askNow: 95");

    private final StoredCustomers customers =
            new StoredCustomers(store("customers", Serdes.String()), store("due-moments", Serdes.Bytes()));
    private final StoredPolicyMark mark = new StoredPolicyMark(store("policy-mark", Serdes.String(), Serdes.String()));
    private final List<String> published = new ArrayList<>();

    @BeforeEach
    void threeCustomersAreAssessed() {
        under(FIRST).next(NOW, 9);
        for (String customerId : List.of("C-1", "C-2", "C-3")) {
            var nps = Signals.signal(customerId, "nps", "nps_scored", NOW, Map.of("score", 9));
            assessing(FIRST)
                    .onSignal(customerId, SignalFormat.signal(nps, NOW).orElseThrow(), new LogPosition(0, 1), NOW);
        }
        published.clear();
    }

    @Test
    void underTheSamePolicyNobodyIsLookedAt() {
        assertThat(under(FIRST).next(NOW, 9)).isZero();
        assertThat(published).isEmpty();
    }

    @Test
    void underAnotherPolicyEverybodyIsLookedAtOnceAndSomeAtATime() {
        var following = under(SECOND);

        assertThat(List.of(following.next(NOW, 2), following.next(NOW, 2), following.next(NOW, 2)))
                .containsExactly(2, 1, 0);
        assertThat(published).containsExactly("C-1", "C-2", "C-3");
    }

    @Test
    void aRestartGoesOnWhereItStopped() {
        under(SECOND).next(NOW, 2);
        published.clear();

        under(SECOND).next(NOW, 2);

        assertThat(published).containsExactly("C-3");
    }

    @Test
    void aThirdPolicyBeginsAnew() {
        under(SECOND).next(NOW, 2);
        published.clear();

        under(FIRST).next(NOW, 9);

        assertThat(published).containsExactly("C-1", "C-2");
    }

    private FollowPolicy under(StampedPolicy policy) {
        return new FollowPolicy(policy, mark, customers, assessing(policy));
    }

    private AssessReadiness assessing(StampedPolicy policy) {
        return new AssessReadiness(
                new ReadinessAssessor(policy.policy()),
                new Retention(policy.policy()),
                customers,
                new StoredDroppedSignals(store("dropped-signals", Serdes.Bytes())),
                new Published(policy));
    }

    private final class Published implements AssessmentLog {

        private final StampedPolicy policy;

        Published(StampedPolicy policy) {
            this.policy = policy;
        }

        @Override
        public Entry entry(String customerId, Assessment assessment) {
            return new Entry() {
                @Override
                public String fingerprint() {
                    return policy.hash() + assessment.decision();
                }

                @Override
                public void append(Publication publication) {
                    published.add(customerId);
                }
            };
        }
    }
}
