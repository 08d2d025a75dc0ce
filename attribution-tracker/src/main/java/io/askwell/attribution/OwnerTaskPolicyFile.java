package io.askwell.attribution;

import io.askwell.attribution.domain.OwnerTaskPolicy;
import io.askwell.attribution.domain.WorkingHours;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads how soon owners are to act, and refuses a file that is not whole. */
final class OwnerTaskPolicyFile {

    private static final Set<String> FIELDS =
            Set.of("version", "zone", "from", "to", "firstContactWithin", "remindOwnerAfter", "remindOperatorAfter");

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private OwnerTaskPolicyFile(JsonNode root) {
        this.root = root;
    }

    /** @throws IllegalArgumentException naming every field that is wrong */
    static OwnerTaskPolicy read(byte[] yaml) {
        return new OwnerTaskPolicyFile(new YAMLMapper().readTree(yaml)).policy();
    }

    private OwnerTaskPolicy policy() {
        Set<String> unknown = new TreeSet<>(root.propertyNames());
        unknown.removeAll(FIELDS);
        unknown.forEach(name -> problems.add(name + " is unknown"));
        if (!root.path("version").asString("").matches("owner-tasks-v[0-9]+")) {
            problems.add("version must be like owner-tasks-v1");
        }
        ZoneId zone = read("zone", "an IANA zone such as UTC", ZoneId::of, ZoneId.of("UTC"));
        LocalTime from = read("from", "a time such as 09:00", LocalTime::parse, LocalTime.MIN);
        LocalTime to = read("to", "a time such as 17:00", LocalTime::parse, LocalTime.MAX);
        Duration firstContactWithin = duration("firstContactWithin");
        Duration remindOwnerAfter = duration("remindOwnerAfter");
        Duration remindOperatorAfter = duration("remindOperatorAfter");
        if (!from.isBefore(to)) {
            problems.add("from must be before to");
        }
        if (remindOwnerAfter.compareTo(remindOperatorAfter) > 0) {
            problems.add("remindOwnerAfter must not be above remindOperatorAfter");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The owner-task policy is not valid: " + String.join("; ", problems));
        }
        return new OwnerTaskPolicy(
                new WorkingHours(zone, from, to), firstContactWithin, remindOwnerAfter, remindOperatorAfter);
    }

    private Duration duration(String name) {
        Duration duration = read(name, "an ISO-8601 duration such as P14D", Duration::parse, Duration.ofDays(1));
        if (!duration.isPositive()) {
            problems.add(name + " must be above 0");
        }
        return duration;
    }

    private <T> T read(String name, String what, Function<String, T> parser, T instead) {
        try {
            return parser.apply(root.path(name).asString(""));
        } catch (DateTimeException wrong) {
            problems.add(name + " must be " + what);
            return instead;
        }
    }
}
