package io.askwell.signal;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * What is given, and what must come of it.
 *
 * @param name the file's name
 */
record Scenario(String name, Map<String, @Nullable Object> parts) {

    /** The scenarios of a folder, in the order of their names. */
    static List<Scenario> in(String folder) {
        try (var files = Files.list(root().resolve(folder))) {
            return files.sorted().map(Scenario::read).toList();
        } catch (IOException e) {
            throw new IllegalStateException("Unreadable scenarios: " + folder, e);
        }
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** Empty when the scenario has no such part. */
    Map<String, @Nullable Object> map(String part) {
        return asMap(Objects.requireNonNullElse(parts.get(part), Map.of()));
    }

    List<Map<String, @Nullable Object>> maps(String part) {
        return list(part).stream().map(Scenario::asMap).collect(Collectors.toList());
    }

    List<String> names(String part) {
        return list(part).stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> asMap(Object value) {
        return (Map<String, @Nullable Object>) value;
    }

    private List<?> list(String part) {
        return (List<?>) Objects.requireNonNullElse(parts.get(part), List.of());
    }

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(Scenario.class.getResource("/scenarios"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A resource has a URI", e);
        }
    }

    private static Scenario read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object parts = Objects.requireNonNull(spelledOut(new Yaml().load(reader)));
            return new Scenario(file.getFileName().toString().replace(".yaml", ""), asMap(parts));
        } catch (IOException e) {
            throw new IllegalStateException("Unreadable scenario: " + file, e);
        }
    }

    /** {@code {repeat: x, times: 3}} is xxx, and {@code {number: "1e-9"}} is that very number. */
    private static @Nullable Object spelledOut(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map
            when map.containsKey("times") ->
                String.valueOf(map.get("repeat")).repeat(Integer.parseInt(String.valueOf(map.get("times"))));
            case Map<?, ?> map when map.containsKey("number") -> new BigDecimal(String.valueOf(map.get("number")));
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> spelledOut = new LinkedHashMap<>();
                map.forEach((name, part) -> spelledOut.put(String.valueOf(name), spelledOut(part)));
                yield spelledOut;
            }
            case List<?> list -> list.stream().map(Scenario::spelledOut).collect(Collectors.toList());
            case null, default -> value;
        };
    }
}
