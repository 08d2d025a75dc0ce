package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Confidence;
import io.askwell.reward.domain.PolicyStamp;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of a program file, checked. Everything wrong with it is collected, each with the name of its field, so
 * that one start is enough to learn all of it.
 */
public final class ProgramFile {

    private static final Set<String> FIELDS =
            Set.of("version", "program", "currency", "holdDays", "minimumConfidence", "amounts");
    private static final Set<String> AMOUNT_FIELDS =
            Set.of("minimumValueMinor", "referrerMinor", "referredMinor", "oneApproverUpToMinor");

    private final List<String> errors = new ArrayList<>();

    private ProgramFile() {}

    /**
     * @param fields as the file gives them
     * @param hash lower-case hex SHA-256 of the file
     * @throws IllegalArgumentException naming every field that is wrong
     */
    public static Program read(Map<?, ?> fields, String hash) {
        ProgramFile file = new ProgramFile();
        Program program = file.program(fields, hash);
        if (!file.errors.isEmpty()) {
            throw new IllegalArgumentException("The program file is wrong: " + String.join("; ", file.errors));
        }
        return program;
    }

    private Program program(Map<?, ?> fields, String hash) {
        refuseUnknown("", fields, FIELDS);
        String version = text(fields, "version", "[a-z0-9-]+-v[0-9]+", "a name that ends in -v and a number");
        String name = text(fields, "program", "[a-z0-9-]+", "lower-case letters, digits and dashes");
        String currency = text(fields, "currency", "[A-Z]{3}", "an ISO 4217 code");
        long holdDays = whole("", fields, "holdDays", 0);
        Confidence confidence = confidence(fields);
        Map<String, Program.Amounts> amounts = amounts(fields);
        if (!amounts.containsKey(currency)) {
            errors.add("currency: it has no amounts");
        }
        return new Program(
                name, new PolicyStamp(version, hash), currency, Duration.ofDays(holdDays), confidence, amounts);
    }

    private Confidence confidence(Map<?, ?> fields) {
        Optional<Confidence> known = Stream.of(Confidence.values())
                .filter(confidence -> Word.of(confidence).equals(fields.get("minimumConfidence")))
                .findFirst();
        if (known.isEmpty()) {
            errors.add("minimumConfidence: low, medium, high or confirmed is needed");
        }
        return known.orElse(Confidence.CONFIRMED);
    }

    private Map<String, Program.Amounts> amounts(Map<?, ?> fields) {
        Map<String, Program.Amounts> amounts = new LinkedHashMap<>();
        if (fields.get("amounts") instanceof Map<?, ?> byCurrency) {
            byCurrency.forEach((currency, given) -> {
                String path = "amounts." + currency;
                if (!currency.toString().matches("[A-Z]{3}")) {
                    errors.add(path + ": an ISO 4217 code is needed");
                } else if (given instanceof Map<?, ?> amountFields) {
                    amounts.put(currency.toString(), amounts(path + ".", amountFields, currency.toString()));
                } else {
                    errors.add(path + ": fields are needed");
                }
            });
        }
        return amounts;
    }

    /** A reward above the limit needs two approvers, and a program that asks for that is refused as long as one is enough. */
    private Program.Amounts amounts(String path, Map<?, ?> fields, String currency) {
        refuseUnknown(path, fields, AMOUNT_FIELDS);
        long limit = whole(path, fields, "oneApproverUpToMinor", 1);
        return new Program.Amounts(
                new Money(whole(path, fields, "minimumValueMinor", 0), currency),
                new Money(upTo(limit, path, fields, "referrerMinor"), currency),
                new Money(upTo(limit, path, fields, "referredMinor"), currency));
    }

    private long upTo(long limit, String path, Map<?, ?> fields, String field) {
        long value = whole(path, fields, field, 1);
        if (value > limit) {
            errors.add(path + field + ": above oneApproverUpToMinor");
        }
        return value;
    }

    private String text(Map<?, ?> fields, String field, String pattern, String wanted) {
        if (fields.get(field) instanceof String text && text.matches(pattern)) {
            return text;
        }
        errors.add(field + ": " + wanted + " is needed");
        return "";
    }

    private long whole(String path, Map<?, ?> fields, String field, long least) {
        Object given = fields.get(field);
        if (given instanceof Integer || given instanceof Long) {
            long value = ((Number) given).longValue();
            if (value >= least) {
                return value;
            }
        }
        errors.add(path + field + ": a whole number from " + least + " is needed");
        return least;
    }

    private void refuseUnknown(String path, Map<?, ?> fields, Set<String> known) {
        fields.keySet().stream()
                .map(String::valueOf)
                .filter(field -> !known.contains(field))
                .forEach(field -> errors.add(path + field + ": not a field of a program"));
    }
}
