package io.askwell.attribution.application.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that leads are generated from. */
final class WordLists {

    private final List<Country> countries;
    private final Map<String, String> companies;

    private WordLists(List<Country> countries, Map<String, String> companies) {
        this.countries = countries;
        this.companies = companies;
    }

    /** Names and legal forms, the commonest first. */
    record Country(
            String code,
            String diallingCode,
            List<String> legalForms,
            List<String> givenNames,
            List<String> surnames) {}

    static WordLists shipped() {
        List<Country> countries = read(
                "/matching-bench/people.txt",
                lines -> lines.map(WordLists::country).toList());
        Map<String, String> companies = read(
                "/matching-bench/companies.txt",
                lines -> lines.map(line -> line.split(":", 2))
                        .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1])));
        return new WordLists(countries, companies);
    }

    List<Country> countries() {
        return countries;
    }

    List<String> invented() {
        return companyWords("invented");
    }

    List<String> places() {
        return companyWords("place");
    }

    List<String> sectors() {
        return companyWords("sector");
    }

    List<String> titles() {
        return companyWords("title");
    }

    List<String> freeDomains() {
        return companyWords("free");
    }

    /** Given names and what their owners are called. */
    Map<String, List<String>> nicknames() {
        Map<String, List<String>> nicknames = new HashMap<>();
        for (String line : list(kind("nickname"), "\\|")) {
            List<String> parts = list(line, "=");
            nicknames.put(parts.getFirst(), list(parts.getLast(), ","));
        }
        return Map.copyOf(nicknames);
    }

    private List<String> companyWords(String kind) {
        return list(kind(kind), ",");
    }

    private String kind(String kind) {
        return Objects.requireNonNull(companies.get(kind), "the list has words of every kind");
    }

    private static Country country(String line) {
        List<String> parts = list(line, "\\|");
        return new Country(
                parts.get(0), parts.get(1), list(parts.get(2), ","), list(parts.get(3), ","), list(parts.get(4), ","));
    }

    private static List<String> list(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).toList();
    }

    private static <T> T read(String resource, Function<Stream<String>, T> reading) {
        try (var stream = Objects.requireNonNull(WordLists.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return reading.apply(lines.lines().filter(line -> !line.startsWith("#")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
