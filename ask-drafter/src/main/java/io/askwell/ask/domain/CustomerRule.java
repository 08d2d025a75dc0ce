package io.askwell.ask.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.ask.domain.Customer.Asked;
import io.askwell.ask.domain.customer.AskingSignal;
import io.askwell.ask.domain.customer.AskingSignal.LimitsSet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether a customer may be asked at all now, whatever for. */
sealed interface CustomerRule extends AskRule {

    Optional<Objection> objection(Customer customer, Instant now);

    /** From the last ask, whoever made it. */
    record CoolDown(Duration length) implements CustomerRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return customer.asked().stream()
                    .reduce((_, later) -> later)
                    .map(last -> new Objection("cool_down", last.at().plus(length), List.of(last.evidence())))
                    .filter(coolDown -> coolDown.standsAt(now));
        }
    }

    record CoolDownAfterPoliteNo(Duration length) implements CustomerRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return customer.signals()
                    .latestPoliteNo()
                    .map(no -> new Objection("polite_no", no.occurredAt().plus(length), evidence(no)))
                    .filter(coolDown -> coolDown.standsAt(now));
        }
    }

    /** The customer's own wish, as the next two. */
    record NeverAsk() implements CustomerRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return customer.signals()
                    .latestWish(LimitsSet::never)
                    .filter(wish -> Boolean.TRUE.equals(wish.never()))
                    .map(wish -> Objection.lasting("customer_never", evidence(wish)));
        }
    }

    record NotBefore() implements CustomerRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return customer.signals()
                    .latestWish(LimitsSet::notBefore)
                    .map(wish -> new Objection("customer_not_before", wish.notBefore(), evidence(wish)))
                    .filter(wish -> wish.standsAt(now));
        }
    }

    /** Asks in any 90 days, the end of which no longer counts. */
    record MostPerQuarter() implements CustomerRule {
        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return customer.signals().latestWish(LimitsSet::maxPerQuarter).flatMap(wish -> {
                Integer most = wish.maxPerQuarter();
                return most == null ? Optional.empty() : objection(most, wish, customer, now);
            });
        }

        private static Optional<Objection> objection(int most, LimitsSet wish, Customer customer, Instant now) {
            if (most == 0) {
                return Optional.of(Objection.lasting("customer_max_per_quarter", evidence(wish)));
            }
            List<Instant> recent = customer.asked().stream()
                    .map(Asked::at)
                    .filter(asked -> asked.plus(AskPolicy.QUARTER).isAfter(now))
                    .toList();
            if (recent.size() < most) {
                return Optional.empty();
            }
            Instant oneLess = recent.get(recent.size() - most).plus(AskPolicy.QUARTER);
            return Optional.of(new Objection("customer_max_per_quarter", oneLess, evidence(wish)));
        }
    }

    /**
     * Never asked, to measure what asking is worth. A customer is in the group when the first 8 bytes of the SHA-256 of
     * {@code control-group/<customer id>}, as a fraction of all that 8 bytes can say, lie below the share. So the group is a
     * fair draw, the same for ever and on every machine, and whoever is in stays in when the share grows.
     */
    record ControlGroup(BigDecimal share) implements CustomerRule {
        private static final BigDecimal ALL = new BigDecimal(BigInteger.ONE.shiftLeft(Long.SIZE));

        @Override
        public Optional<Objection> objection(Customer customer, Instant now) {
            return new BigDecimal(lot(customer.customerId())).compareTo(share.multiply(ALL)) < 0
                    ? Optional.of(Objection.lasting("control_group", List.of()))
                    : Optional.empty();
        }

        private static BigInteger lot(String customerId) {
            try {
                byte[] text = ("control-group/" + customerId).getBytes(UTF_8);
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
                return new BigInteger(1, Arrays.copyOf(hash, Long.BYTES));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }

    private static List<String> evidence(AskingSignal signal) {
        return List.of(signal.identity().signal());
    }
}
