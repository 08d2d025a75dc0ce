package io.askwell.ask.domain;

import io.askwell.ask.domain.OwnerCommand.Approve;
import io.askwell.ask.domain.OwnerCommand.Decline;
import io.askwell.ask.domain.OwnerCommand.Defer;
import io.askwell.ask.domain.Person.Role;
import io.askwell.ask.domain.customer.AskResponse;
import io.askwell.ask.domain.customer.AskingSignal;
import io.askwell.ask.domain.customer.AskingSignal.AskAnswered;
import io.askwell.ask.domain.customer.AskingSignal.AskRecorded;
import io.askwell.ask.domain.customer.AskingSignal.Identity;
import io.askwell.ask.domain.customer.AskingSignal.LimitsSet;
import io.askwell.ask.domain.customer.AskingSignal.Retracted;
import io.askwell.ask.domain.customer.AskingSignal.Revised;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.ask.domain.customer.Concern;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What may happen to a customer, drawn from a seed: the same seed tells the same history. */
final class RandomHistory {

    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofMinutes(40),
            Duration.ofHours(5),
            Duration.ofHours(13),
            Duration.ofDays(2),
            Duration.ofDays(8),
            Duration.ofDays(40));

    private final Random random;
    private final List<Trigger> triggers = new ArrayList<>();
    private @Nullable Instant lastConcernAt;
    private long offset;

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    Duration pause() {
        return one(PAUSES);
    }

    int choice(int bound) {
        return random.nextInt(bound);
    }

    /** Mostly ready to be asked, else held, too early or below the threshold. */
    Assessment assessment(Instant now) {
        if (random.nextInt(3) > 0) {
            triggers.add(trigger(now));
        }
        triggers.removeIf(trigger -> !trigger.isOpen(now));
        int kind = random.nextInt(10);
        var given = Given.assessment()
                .at(now)
                .triggers(triggers)
                .coveredThrough(random.nextInt(20) == 0 ? null : new SignalPosition(0, offset - random.nextInt(2)));
        if (kind == 0) {
            lastConcernAt = now;
            given.decision(Readiness.HOLD)
                    .concerns(List.of(new Concern("complaint", now, null, List.of("desk/complaint"))))
                    .reasons(List.of(new Reason("complaint", List.of("desk/complaint"))));
        } else if (kind == 1) {
            given.decision(Readiness.WAIT).reasons(List.of(Reason.of("contract_just_signed")));
        } else if (kind == 2) {
            given.decision(Readiness.WAIT).band(Readiness.WAIT).reasons(List.of(Reason.of("score_below_threshold")));
        } else if (kind == 3) {
            given.decision(Readiness.SOFT_MENTION).band(Readiness.SOFT_MENTION);
        }
        return given.lastConcernAt(lastConcernAt).build();
    }

    private Trigger trigger(Instant now) {
        TriggerKind kind = one(List.of(TriggerKind.values()));
        Duration window = random.nextBoolean() ? Duration.ofDays(1) : Duration.ofDays(7);
        return new Trigger(kind, now, now.plus(window), List.of("app/moment-" + random.nextInt(12)));
    }

    /** Late, early, revised, retracted: from few ids, so that they meet. */
    AskingSignal signal(Instant now, List<String> askIds) {
        Instant happened = now.minus(Duration.ofDays(random.nextInt(8) == 0 ? random.nextInt(200) : 0));
        int kind = random.nextInt(6);
        return switch (kind) {
            case 0 -> new AskRecorded(identity("made", happened, ""));
            case 1, 2 -> {
                AskResponse response = one(List.of(AskResponse.values()));
                String askId = askIds.isEmpty() ? "ask-unknown" : one(askIds);
                yield new AskAnswered(identity("answer", happened, askId + response), askId, response);
            }
            case 3 -> {
                Integer most = random.nextBoolean() ? null : random.nextInt(3);
                Instant notBefore = random.nextBoolean() ? null : happened.plus(Duration.ofDays(random.nextInt(30)));
                Boolean never = random.nextInt(3) > 0 ? null : random.nextInt(3) == 0;
                yield new LimitsSet(
                        identity("wish", happened, most + " " + notBefore + " " + never), most, notBefore, never);
            }
            case 4 -> {
                String kindOfTarget = one(List.of("made", "answer", "wish", "moment"));
                String target = "app/" + kindOfTarget + "-" + random.nextInt(4);
                yield new Retracted(identity("retraction", happened, target), target);
            }
            default -> new Revised(identity("moment", happened, ""), new SignalPosition(0, ++offset));
        };
    }

    private Identity identity(String kind, Instant happened, String content) {
        offset++;
        return new Identity("app/" + kind + "-" + random.nextInt(4), random.nextInt(3), happened, content);
    }

    OwnerCommand command(Instant now) {
        var person = new Person(random.nextInt(9) == 0 ? "rep-8" : "rep-7", Role.ACCOUNT_OWNER);
        int version = random.nextInt(12) == 0 ? 2 : 1;
        return switch (random.nextInt(4)) {
            case 0, 1 -> new Approve(person, version, null, random.nextInt(5) == 0 ? "Who should I meet?" : null, null);
            case 2 -> new Defer(person, version, "later", now.plus(Duration.ofDays(random.nextInt(400))));
            default -> new Decline(person, version, "not now");
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
