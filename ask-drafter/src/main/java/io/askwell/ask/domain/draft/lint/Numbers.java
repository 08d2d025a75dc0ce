package io.askwell.ask.domain.draft.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers that the evidence states, whatever way they are written: 40000, 40,000 and 40.000,00 are the same. */
record Numbers(Set<String> stated) {

    static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,'\\u00A0 ]\\d{3}){0,5}(?:[.,]\\d+)?");

    private static final Pattern THOUSANDS = Pattern.compile("[.,' ](?=\\d{3}(?!\\d))");
    private static final Pattern EMPTY_FRACTION = Pattern.compile("\\.0+$");

    static Numbers in(List<String> evidence) {
        return new Numbers(evidence.stream().flatMap(Numbers::values).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether there are numbers in these words and each of them is stated. */
    boolean support(String words) {
        List<String> values = values(words).toList();
        return !values.isEmpty() && stated.containsAll(values);
    }

    private static Stream<String> values(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).map(Numbers::value);
    }

    private static String value(String number) {
        String plain = THOUSANDS.matcher(number).replaceAll("").replace(',', '.');
        return EMPTY_FRACTION.matcher(plain).replaceAll("").replaceFirst("^0+(?=\\d)", "");
    }
}
