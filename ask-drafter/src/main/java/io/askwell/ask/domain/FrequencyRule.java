package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.AskingSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How often a customer may be asked. Each rule is one reason; the strictest wins because all must be content. */
sealed interface FrequencyRule {

    static List<FrequencyRule> all(AskPolicy policy) {
        return List.of(
                new CoolDown(policy.coolDown()),
                new CoolDownAfterPoliteNo(policy.coolDownAfterPoliteNo()),
                new NeverAsk(),
                new NotBefore(),
                new MostPerQuarter());
    }

    Optional<Objection> objection(Customer customer, Instant now);

    /** From the last ask, whoever made it. */
    record CoolDown(Duration length) implements FrequencyRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return customer.askedAt().stream()
                    .reduce((_, later) -> later)
                    .map(lastAsk -> new Objection("cool_down", lastAsk.plus(length), List.of()))
                    .filter(coolDown -> coolDown.standsAt(now));
        }
    }

    record CoolDownAfterPoliteNo(Duration length) implements FrequencyRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return customer.signals()
                    .latestPoliteNo()
                    .map(no -> new Objection("polite_no", no.occurredAt().plus(length), evidence(no)))
                    .filter(coolDown -> coolDown.standsAt(now));
        }

        private static List<String> evidence(AskingSignal signal) {
            return List.of(signal.identity().signal());
        }
    }

    record NeverAsk() implements FrequencyRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return customer.signals().limits().never()
                    ? Optional.of(Objection.lasting("customer_never", List.of()))
                    : Optional.empty();
        }
    }

    record NotBefore() implements FrequencyRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return Optional.ofNullable(customer.signals().limits().notBefore())
                    .map(notBefore -> new Objection("customer_not_before", notBefore, List.of()))
                    .filter(wish -> wish.standsAt(now));
        }
    }

    /** The customer's own number of asks in any 90 days. */
    record MostPerQuarter() implements FrequencyRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            Integer most = customer.signals().limits().maxPerQuarter();
            if (most == null) {
                return Optional.empty();
            }
            if (most == 0) {
                return Optional.of(Objection.lasting("customer_max_per_quarter", List.of()));
            }
            List<Instant> recent = customer.askedAt().stream()
                    .filter(asked -> asked.plus(AskPolicy.QUARTER).isAfter(now))
                    .toList();
            if (recent.size() < most) {
                return Optional.empty();
            }
            Instant oneLess = recent.get(recent.size() - most).plus(AskPolicy.QUARTER);
            return Optional.of(new Objection("customer_max_per_quarter", oneLess, List.of()));
        }
    }
}
