package io.askwell.readiness.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.ConcernFact.ComplaintRaised;
import io.askwell.readiness.domain.signal.ConcernFact.ComplaintResolved;
import io.askwell.readiness.domain.signal.ConcernFact.TicketOpened;
import io.askwell.readiness.domain.signal.ConcernFact.TicketResolved;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.RelationshipFact.InteractionLogged;
import io.askwell.readiness.domain.signal.Retraction;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.readiness.domain.signal.ValueFact.ProjectCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Retention retention = new Retention(TestPolicy.shipped().policy());
    private final ReadinessAssessor assessor =
            new ReadinessAssessor(TestPolicy.shipped().policy());
    private final List<Signal<?>> history = new ArrayList<>();

    @Test
    void ofEachKindTheNewest50AreKept() {
        many(80, i -> signal("talk-" + i, i, new InteractionLogged()));
        many(50, i -> signal("project-" + i, i, new ProjectCompleted("P", false)));

        assertThat(ids(trimmed(), InteractionLogged.class))
                .isEqualTo(IntStream.range(0, 50).mapToObj(i -> "talk-" + i).toList());
        assertThat(ids(trimmed(), ProjectCompleted.class)).hasSize(50);
    }

    @Test
    void theUpdatesThatGiveAFieldAreKeptHoweverOld() {
        many(60, i -> signal("moved-" + i, i, update(null, "Globex")));
        many(7, i -> signal("signed-" + i, 400 + i, update(NOW.minus(Duration.ofDays(500)), null)));

        assertThat(ids(trimmed(), CustomerUpdated.class))
                .hasSize(55)
                .contains("signed-0", "signed-4")
                .doesNotContain("signed-5");
    }

    @Test
    void theSignalsThatEarnARuleAreKeptHoweverOld() {
        many(60, i -> signal("failed-" + i, i, new ProjectCompleted("P", false)));
        many(7, i -> signal("success-" + i, 400 + i, new ProjectCompleted("P", true)));

        assertThat(ids(trimmed(), ProjectCompleted.class))
                .hasSize(55)
                .contains("success-0", "success-4")
                .doesNotContain("success-5");
    }

    @Test
    void anOpenTicketIsKeptHoweverOld() {
        history.add(signal("old", 900, new TicketOpened("old", true)));
        many(60, i -> signal("opened-" + i, 10 + i, new TicketOpened("t-" + i, true)));
        many(60, i -> signal("resolved-" + i, i, new TicketResolved("t-" + i, null, false)));

        assertThat(assessor.assess(trimmed(), NOW).assessment().concerns())
                .singleElement()
                .satisfies(concern ->
                        assertThat(concern.evidence()).extracting(SignalId::id).containsExactly("old"));
    }

    @Test
    void anOpeningIsNeverKeptWithoutItsClosing() {
        many(60, i -> signal("opened-" + i, 100 + i, new TicketOpened("t-" + i, true)));
        // The ticket that was opened last is the one that was resolved first.
        many(60, i -> signal("resolved-" + i, 70 - i, new TicketResolved("t-" + i, null, false)));

        assertThat(assessor.assess(trimmed(), NOW).assessment().concerns()).isEmpty();
        assertThat(ids(trimmed(), TicketOpened.class)).contains("opened-0");
        assertThat(ids(trimmed(), TicketResolved.class)).contains("resolved-0");
    }

    @Test
    void aComplaintIsKeptForItsAfterPeriodAndNoLonger() {
        history.add(signal("raised", 500, new ComplaintRaised("old")));
        history.add(signal("resolved", 20, new ComplaintResolved("old")));
        many(60, i -> signal("raised-" + i, 100 + i, new ComplaintRaised("c-" + i)));
        many(60, i -> signal("resolved-" + i, 1 + i % 19, new ComplaintResolved("c-" + i)));

        assertThat(ids(retention.trim(CustomerSignals.of(history), NOW).kept(), ComplaintRaised.class))
                .contains("raised");
        assertThat(ids(
                        retention
                                .trim(CustomerSignals.of(history), NOW.plus(Duration.ofDays(10)))
                                .kept(),
                        ComplaintRaised.class))
                .doesNotContain("raised");
    }

    @Test
    void theRetractionOfWhatIsKeptIsKept() {
        history.add(signal("talk", 1, new InteractionLogged()));
        history.add(signal("sorry", 900, new Retraction("test/talk")));
        many(60, i -> signal("other-" + i, i, new Retraction("test/other-" + i)));

        assertThat(trimmed().of(InteractionLogged.class)).isEmpty();
        assertThat(ids(trimmed(), Retraction.class)).contains("sorry").hasSize(51);
    }

    @Test
    void whatIsDroppedChangesNoAssessment() {
        many(60, i -> signal("failed-" + i, i, new ProjectCompleted("P", false)));
        many(60, i -> signal("opened-" + i, 10 + i, new TicketOpened("t-" + i, true)));
        many(58, i -> signal("resolved-" + i, i, new TicketResolved("t-" + i, null, false)));
        history.add(signal("success", 400, new ProjectCompleted("P", true)));
        history.add(signal("profile", 400, update(NOW.minus(Duration.ofDays(500)), "Globex")));

        assertThat(assessor.assess(trimmed(), NOW)).isEqualTo(assessor.assess(CustomerSignals.of(history), NOW));
    }

    private void many(int count, IntFunction<Signal<?>> signal) {
        IntStream.range(0, count).mapToObj(signal).forEach(history::add);
    }

    private CustomerSignals trimmed() {
        return retention.trim(CustomerSignals.of(history), NOW).kept();
    }

    private static <F extends Fact> List<String> ids(CustomerSignals signals, Class<F> kind) {
        return signals.of(kind).stream().map(signal -> signal.id().id()).toList();
    }

    private static Signal<?> signal(String id, int daysAgo, Fact fact) {
        var at = NOW.minus(Duration.ofDays(daysAgo));
        return new Signal<>(new SignalId("test", id), 0, at, at, id, fact, Canonical.owning(new byte[0]));
    }

    private static CustomerUpdated update(@Nullable Instant signedUpAt, @Nullable String company) {
        return new CustomerUpdated(
                null,
                company,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                signedUpAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
