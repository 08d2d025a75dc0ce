package io.askwell.schemas.signals;

import io.askwell.schemas.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The type of an attribute: how its JSON form is read, and which values are allowed. */
sealed interface AttributeType {

    /** The Avro value of a JSON value (string, number as BigDecimal, or boolean), or why there is none. */
    Parsed parse(Object json);

    /** Why an Avro value is not allowed; empty when it is. */
    Optional<String> refusal(Object value);

    sealed interface Parsed {
        record Value(Object value) implements Parsed {}

        record Refused(String detail) implements Parsed {}
    }

    record Text(int mostCharacters) implements AttributeType {
        @Override
        public Parsed parse(Object json) {
            return json instanceof String text ? checked(this, text) : new Parsed.Refused("must be a string");
        }

        @Override
        public Optional<String> refusal(Object value) {
            return Texts.refusal(value.toString(), mostCharacters);
        }
    }

    /** A text whose JSON form may also be a number, such as a company size. */
    record TextOrNumber() implements AttributeType {
        @Override
        public Parsed parse(Object json) {
            return switch (json) {
                case String text -> checked(this, text);
                case BigDecimal number -> checked(this, number.toPlainString());
                default -> new Parsed.Refused("must be a string or a number");
            };
        }

        @Override
        public Optional<String> refusal(Object value) {
            return new Text(Texts.MOST_CHARACTERS).refusal(value);
        }
    }

    record WholeNumber(int least, int most) implements AttributeType {
        @Override
        public Parsed parse(Object json) {
            if (!(json instanceof BigDecimal number)
                    || number.stripTrailingZeros().scale() > 0) {
                return new Parsed.Refused("must be a whole number");
            }
            if (!within(number, least, most)) {
                return new Parsed.Refused(bounds());
            }
            return new Parsed.Value(number.intValueExact());
        }

        @Override
        public Optional<String> refusal(Object value) {
            int number = (Integer) value;
            return refuseIf(number < least || number > most, bounds());
        }

        private String bounds() {
            return most == Integer.MAX_VALUE
                    ? "must be %d or more".formatted(least)
                    : "must be between %d and %d".formatted(least, most);
        }
    }

    /** @param whole whether only whole numbers are allowed, as for an NPS answer */
    record Decimal(double least, double most, boolean leastIncluded, boolean whole) implements AttributeType {
        @Override
        public Parsed parse(Object json) {
            return json instanceof BigDecimal number
                    ? checked(this, number.doubleValue())
                    : new Parsed.Refused("must be a number");
        }

        @Override
        public Optional<String> refusal(Object value) {
            double number = (Double) value;
            if (!Double.isFinite(number)) {
                return Optional.of("must be a finite number");
            }
            if (whole && number != Math.rint(number)) {
                return Optional.of("must be a whole number");
            }
            boolean allowed = number <= most && (leastIncluded ? number >= least : number > least);
            return refuseIf(!allowed, bounds());
        }

        private String bounds() {
            if (most < Double.MAX_VALUE) {
                return "must be between %s and %s".formatted(plain(least), plain(most));
            }
            return "must be %s".formatted(leastIncluded ? plain(least) + " or more" : "above " + plain(least));
        }

        private static String plain(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
    }

    record Flag() implements AttributeType {
        @Override
        public Parsed parse(Object json) {
            return json instanceof Boolean ? new Parsed.Value(json) : new Parsed.Refused("must be true or false");
        }

        @Override
        public Optional<String> refusal(Object value) {
            return Optional.empty();
        }
    }

    record Moment() implements AttributeType {
        @Override
        public Parsed parse(Object json) {
            if (json instanceof String text) {
                try {
                    OffsetDateTime moment = OffsetDateTime.parse(text);
                    // Microseconds since 1970 in 64 bits do not reach as far as ISO-8601 does.
                    if (moment.getYear() < 0 || moment.getYear() > 9999) {
                        return new Parsed.Refused("must be in the years 0000 to 9999");
                    }
                    return new Parsed.Value(moment.toInstant().truncatedTo(ChronoUnit.MICROS));
                } catch (DateTimeException _) {
                    return new Parsed.Refused("must be an ISO-8601 time with a zone, for example 2026-10-01T09:30:00Z");
                }
            }
            return new Parsed.Refused("must be an ISO-8601 time as a string");
        }

        @Override
        public Optional<String> refusal(Object value) {
            return Optional.empty();
        }
    }

    record Zone() implements AttributeType {

        /** The JDK makes a new set of all zones for everybody who asks. */
        private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

        @Override
        public Parsed parse(Object json) {
            return json instanceof String text ? checked(this, text) : new Parsed.Refused("must be a string");
        }

        @Override
        public Optional<String> refusal(Object value) {
            return refuseIf(!KNOWN.contains(value.toString()), "must be an IANA time zone, for example Europe/Berlin");
        }
    }

    /** One of the contract's words. A newer writer's word reads as UNRECOGNIZED, which is not refused. */
    record Word<E extends Enum<E>>(Class<E> type, List<E> allowed) implements AttributeType {
        static <E extends Enum<E>> Word<E> anyOf(Class<E> type) {
            return new Word<>(
                    type,
                    Arrays.stream(type.getEnumConstants())
                            .filter(word -> !word.name().equals("UNRECOGNIZED"))
                            .toList());
        }

        @Override
        public Parsed parse(Object json) {
            return allowed.stream()
                    .filter(word -> word.name().equals(json))
                    .findFirst()
                    .<Parsed>map(Parsed.Value::new)
                    .orElseGet(() -> new Parsed.Refused(choices()));
        }

        @Override
        public Optional<String> refusal(Object value) {
            boolean known = type.cast(value).name().equals("UNRECOGNIZED") || allowed.contains(type.cast(value));
            return refuseIf(!known, choices());
        }

        private String choices() {
            return "must be one of "
                    + String.join(", ", allowed.stream().map(Enum::name).toList());
        }
    }

    private static Parsed checked(AttributeType type, Object value) {
        return type.refusal(value).<Parsed>map(Parsed.Refused::new).orElseGet(() -> new Parsed.Value(value));
    }

    private static Optional<String> refuseIf(boolean refused, String detail) {
        return refused ? Optional.of(detail) : Optional.empty();
    }

    private static boolean within(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
