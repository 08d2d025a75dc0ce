package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Confidence;
import io.askwell.reward.domain.PolicyStamp;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.Segment;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a program file, checked. Everything wrong with it is collected, each with the name of its field, so
 * that one start is enough to learn all of it.
 */
public final class ProgramFile {

    private static final Set<String> FIELDS = Set.of(
            "version",
            "program",
            "currency",
            "holdDays",
            "minimumConfidence",
            "partnerPercent",
            "forms",
            "taxGate",
            "employees",
            "amounts");
    private static final Set<String> AMOUNT_FIELDS = Set.of(
            "minimumValueMinor",
            "referrerMinor",
            "referredMinor",
            "tiers",
            "yearlyCapMinor",
            "quarterlyBudgetMinor",
            "oneApproverUpToMinor",
            "minimumPayoutMinor");

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
                name,
                new PolicyStamp(version, hash),
                currency,
                Duration.ofDays(holdDays),
                confidence,
                percent(fields),
                forms(fields),
                taxGate(fields),
                employees(fields),
                amounts);
    }

    private int percent(Map<?, ?> fields) {
        long percent = whole("", fields, "partnerPercent", 0);
        if (percent > 100) {
            errors.add("partnerPercent: at most 100");
        }
        return (int) percent;
    }

    private Map<Segment, RewardForm> forms(Map<?, ?> fields) {
        Map<?, ?> given = section("", fields, "forms");
        refuseUnknown("forms.", given, words(Segment.values()));
        Map<Segment, RewardForm> forms = new EnumMap<>(Segment.class);
        for (Segment segment : Segment.values()) {
            word(RewardForm.values(), "forms." + Word.of(segment), given.get(Word.of(segment)))
                    .ifPresent(form -> forms.put(segment, form));
        }
        return forms;
    }

    private Set<RewardForm> taxGate(Map<?, ?> fields) {
        return texts("", fields, "taxGate").stream()
                .flatMap(text -> word(RewardForm.values(), "taxGate", text).stream())
                .collect(Collectors.toSet());
    }

    private Program.Employees employees(Map<?, ?> fields) {
        Map<?, ?> given = section("", fields, "employees");
        refuseUnknown("employees.", given, Set.of("domains", "ids"));
        return new Program.Employees(
                Set.copyOf(texts("employees.", given, "domains")), Set.copyOf(texts("employees.", given, "ids")));
    }

    private Confidence confidence(Map<?, ?> fields) {
        return word(Confidence.values(), "minimumConfidence", fields.get("minimumConfidence"))
                .orElse(Confidence.CONFIRMED);
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

    private Program.Amounts amounts(String path, Map<?, ?> fields, String currency) {
        refuseUnknown(path, fields, AMOUNT_FIELDS);
        return new Program.Amounts(
                new Money(whole(path, fields, "minimumValueMinor", 0), currency),
                new Money(whole(path, fields, "referrerMinor", 1), currency),
                new Money(whole(path, fields, "referredMinor", 1), currency),
                tiers(path + "tiers", fields.get("tiers"), currency),
                whole(path, fields, "yearlyCapMinor", 1),
                whole(path, fields, "quarterlyBudgetMinor", 1),
                whole(path, fields, "oneApproverUpToMinor", 1),
                whole(path, fields, "minimumPayoutMinor", 0));
    }

    private List<Program.Tier> tiers(String path, @Nullable Object given, String currency) {
        List<Program.Tier> tiers = new ArrayList<>();
        if (!(given instanceof List<?> list)) {
            errors.add(path + ": a list is needed, which may be empty");
            return tiers;
        }
        for (Object tier : list) {
            String at = path + "[" + tiers.size() + "].";
            Map<?, ?> fields = tier instanceof Map<?, ?> map ? map : Map.of();
            refuseUnknown(at, fields, Set.of("fromWin", "referrerMinor"));
            int least = tiers.isEmpty() ? 2 : tiers.getLast().fromWin() + 1;
            tiers.add(new Program.Tier(
                    (int) Math.min(whole(at, fields, "fromWin", least), Integer.MAX_VALUE),
                    new Money(whole(at, fields, "referrerMinor", 1), currency)));
        }
        return tiers;
    }

    private Map<?, ?> section(String path, Map<?, ?> fields, String field) {
        if (fields.get(field) instanceof Map<?, ?> section) {
            return section;
        }
        errors.add(path + field + ": fields are needed");
        return Map.of();
    }

    private List<String> texts(String path, Map<?, ?> fields, String field) {
        if (fields.get(field) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        errors.add(path + field + ": a list of texts is needed, which may be empty");
        return List.of();
    }

    private <E extends Enum<E>> Optional<E> word(E[] known, String path, @Nullable Object given) {
        Optional<E> found =
                Stream.of(known).filter(value -> Word.of(value).equals(given)).findFirst();
        if (found.isEmpty()) {
            errors.add(path + ": one of " + String.join(", ", new TreeSet<>(words(known))) + " is needed");
        }
        return found;
    }

    private static Set<String> words(Enum<?>[] values) {
        return Stream.of(values).map(Word::of).collect(Collectors.toSet());
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
