package io.askwell.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The facts that ship with the project. In the files a time is written as its distance from the telling, such as {@code
 * now-PT2H}; here it is an instant.
 */
final class SampleFacts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern RELATIVE = Pattern.compile("now([+-])(P.+)");

    private final Instant told;

    SampleFacts(Instant told) {
        this.told = told;
    }

    Instant told() {
        return told;
    }

    List<JsonNode> signals() {
        return read("signals.json");
    }

    /** What happens once the asks wait. */
    List<JsonNode> laterSignals() {
        return read("later-signals.json");
    }

    List<JsonNode> leads() {
        return read("leads.json");
    }

    List<JsonNode> leadUpdates() {
        return read("lead-updates.json");
    }

    List<JsonNode> refunds() {
        return read("refunds.json");
    }

    private List<JsonNode> read(String file) {
        try (var resource = SampleFacts.class.getResourceAsStream("/demo/" + file)) {
            if (resource == null) {
                throw new IllegalStateException(file + " is missing from this build");
            }
            return JSON.readTree(resource).valueStream().map(this::dated).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode dated(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var dated = JSON.createObjectNode();
                object.properties().forEach(field -> dated.set(field.getKey(), dated(field.getValue())));
                yield dated;
            }
            case ArrayNode array -> {
                var dated = JSON.createArrayNode();
                array.forEach(element -> dated.add(dated(element)));
                yield dated;
            }
            case StringNode text -> StringNode.valueOf(dated(text.stringValue()));
            default -> node;
        };
    }

    private String dated(String text) {
        var relative = RELATIVE.matcher(text);
        if (!relative.matches()) {
            return text;
        }
        var distance = Duration.parse(relative.group(2));
        return (relative.group(1).equals("-") ? told.minus(distance) : told.plus(distance)).toString();
    }
}
