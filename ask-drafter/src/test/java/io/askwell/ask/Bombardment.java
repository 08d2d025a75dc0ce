package io.askwell.ask;

import io.askwell.ask.application.ApplyAssessments;
import io.askwell.ask.application.AskObserver;
import io.askwell.ask.application.Asks;
import io.askwell.ask.application.Asks.Filter;
import io.askwell.ask.application.CustomerReviews;
import io.askwell.ask.application.Customers;
import io.askwell.ask.application.DecideOnAsk;
import io.askwell.ask.application.Dispatches;
import io.askwell.ask.application.ReleaseApprovedAsks;
import io.askwell.ask.application.ReviewDueCustomers;
import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.AskPolicy;
import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.OwnerCommand;
import io.askwell.ask.domain.Person;
import io.askwell.ask.domain.Person.Role;
import io.askwell.ask.domain.Releases;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Concern;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/** Everything that can happen to customers, in any order, through the application of one process. Used by one thread. */
final class Bombardment {

    private static final Person OWNER = new Person("rep-7", Role.ACCOUNT_OWNER);
    private static final List<TriggerKind> TRIGGERS =
            List.of(TriggerKind.NPS_PROMOTER, TriggerKind.RENEWAL, TriggerKind.QBR_SUCCESS);

    private final Random random;
    private final InstantSource clock;
    private final Asks asks;
    private final TransactionOperations transactions;
    private final ApplyAssessments applyAssessments;
    private final DecideOnAsk decideOnAsk;
    private final ReviewDueCustomers reviewDueCustomers;
    private final ReleaseApprovedAsks releaseApprovedAsks;

    Bombardment(RunningDrafter process, long seed) {
        random = new Random(seed);
        clock = process.bean(InstantSource.class);
        asks = process.bean(Asks.class);
        transactions = process.bean(TransactionOperations.class);
        var customers = process.bean(Customers.class);
        var reviews = process.bean(CustomerReviews.class);
        applyAssessments = new ApplyAssessments(customers, reviews, clock);
        decideOnAsk = process.bean(DecideOnAsk.class);
        reviewDueCustomers = process.bean(ReviewDueCustomers.class);
        releaseApprovedAsks = new ReleaseApprovedAsks(
                new OpenGate(),
                new Releases(process.bean(AskPolicy.class), Optional.empty()),
                customers,
                asks,
                reviews,
                process.bean(Dispatches.class),
                Duration.ofHours(1),
                transactions,
                process.bean(AskObserver.class),
                clock,
                Runnable::run);
    }

    void strike(String customerId) {
        int share = random.nextInt(100);
        if (share < 55) {
            transactions.executeWithoutResult(_ -> {
                var together = applyAssessments.about(List.of(customerId));
                together.apply(customerId, assessment(customerId));
                together.save();
            });
        } else if (share < 97) {
            decide(customerId);
        } else if (share < 99) {
            releaseApprovedAsks.releaseAll();
        } else {
            reviewDueCustomers.reviewAll();
        }
    }

    /** Mostly ready, for one moment or another; sometimes held by a complaint. */
    private Assessment assessment(String customerId) {
        Instant now = clock.instant();
        boolean held = random.nextInt(6) == 0;
        return new Assessment(
                UUID.randomUUID().toString(),
                "delighted/" + customerId,
                held ? Readiness.HOLD : Readiness.ASK_NOW,
                80,
                Readiness.ASK_NOW,
                held ? List.of(new Concern("complaint", now, null, List.of("desk/1"))) : List.of(),
                triggers(customerId),
                List.of(),
                now,
                null,
                null,
                Given.profile(),
                List.of(Given.MILESTONE),
                null);
    }

    private List<Trigger> triggers(String customerId) {
        Instant today = Instant.parse("2026-01-01T00:00:00Z");
        return Stream.of(0, 1, 2)
                .filter(_ -> random.nextInt(3) > 0)
                .map(number -> new Trigger(
                        TRIGGERS.get(number),
                        today,
                        clock.instant().plus(Duration.ofDays(1)),
                        List.of("crm/" + number + customerId)))
                .toList();
    }

    private void decide(String customerId) {
        asks.list(new Filter(null, null, null, customerId, false), null, 1).stream()
                .map(Asks.AskRecord::ask)
                .filter(Ask.Pending.class::isInstance)
                .forEach(pending ->
                        decideOnAsk.decide(pending.id(), command(pending.draft().version())));
    }

    private OwnerCommand command(int draftVersion) {
        int share = random.nextInt(10);
        if (share == 0) {
            return new OwnerCommand.Decline(OWNER, draftVersion, "not now");
        }
        return share == 1
                ? new OwnerCommand.Defer(
                        OWNER, draftVersion, "later", clock.instant().plusMillis(200))
                : new OwnerCommand.Approve(OWNER, draftVersion, null, null, null);
    }
}
