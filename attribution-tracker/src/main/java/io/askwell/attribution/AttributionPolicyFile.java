package io.askwell.attribution;

import io.askwell.attribution.domain.AttributionPolicy;
import io.askwell.attribution.domain.DisposableDomains;
import io.askwell.attribution.domain.EvidenceKind;
import io.askwell.attribution.domain.VelocityLimit;
import io.askwell.attribution.domain.Words;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the policy and refuses one that is not whole: a service does not decide by numbers that somebody forgot. */
final class AttributionPolicyFile {

    private static final Set<String> FIELDS = Set.of(
            "version",
            "weights",
            "conflictWithin",
            "highFrom",
            "highClearBy",
            "mediumFrom",
            "lateAfter",
            "clickWindow",
            "velocity");
    private static final Set<String> KINDS =
            Stream.of(EvidenceKind.values()).map(Words::of).collect(Collectors.toUnmodifiableSet());

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private AttributionPolicyFile(JsonNode root) {
        this.root = root;
    }

    /**
     * @param disposableDomains one a line; a line that begins with # says nothing
     * @throws IllegalArgumentException naming every field that is wrong
     */
    static AttributionPolicy read(byte[] yaml, byte[] disposableDomains) {
        return new AttributionPolicyFile(new YAMLMapper().readTree(yaml))
                .policy(sha256(yaml, disposableDomains), domains(disposableDomains));
    }

    private AttributionPolicy policy(String hash, DisposableDomains disposableDomains) {
        requireOnly(FIELDS, root, "");
        requireOnly(KINDS, root.path("weights"), "weights.");
        String version = version();
        Map<EvidenceKind, BigDecimal> weights = new EnumMap<>(EvidenceKind.class);
        for (EvidenceKind kind : EvidenceKind.values()) {
            weights.put(
                    kind,
                    share("weights." + Words.of(kind), root.path("weights").path(Words.of(kind))));
        }
        BigDecimal conflictWithin = share("conflictWithin", root.path("conflictWithin"));
        BigDecimal highFrom = share("highFrom", root.path("highFrom"));
        BigDecimal highClearBy = share("highClearBy", root.path("highClearBy"));
        BigDecimal mediumFrom = share("mediumFrom", root.path("mediumFrom"));
        Duration lateAfter = duration("lateAfter", "P60D", root.path("lateAfter"));
        Duration clickWindow = duration("clickWindow", "P90D", root.path("clickWindow"));
        requireOnly(Set.of("mostLeads", "within"), root.path("velocity"), "velocity.");
        VelocityLimit velocity = new VelocityLimit(
                atLeastOne("velocity.mostLeads", root.path("velocity").path("mostLeads")),
                duration("velocity.within", "PT24H", root.path("velocity").path("within")));
        if (mediumFrom.compareTo(highFrom) > 0) {
            problems.add("mediumFrom must not be above highFrom");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The attribution policy is not valid: " + String.join("; ", problems));
        }
        return new AttributionPolicy(
                version,
                hash,
                weights,
                conflictWithin,
                highFrom,
                highClearBy,
                mediumFrom,
                lateAfter,
                clickWindow,
                velocity,
                disposableDomains);
    }

    private void requireOnly(Set<String> known, JsonNode node, String prefix) {
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(known);
        unknown.forEach(name -> problems.add(prefix + name + " is unknown"));
    }

    private String version() {
        String version = root.path("version").asString("");
        if (!version.matches("attribution-v[0-9]+")) {
            problems.add("version must be like attribution-v1");
        }
        return version;
    }

    private BigDecimal share(String name, JsonNode node) {
        if (node.isNumber() && isShare(node.decimalValue())) {
            return node.decimalValue();
        }
        problems.add(name + " must be a number from 0 to 1");
        return BigDecimal.ZERO;
    }

    private static boolean isShare(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0;
    }

    private int atLeastOne(String name, JsonNode node) {
        if (node.isInt() && node.intValue() > 0) {
            return node.intValue();
        }
        problems.add(name + " must be a whole number above 0");
        return 1;
    }

    private Duration duration(String name, String example, JsonNode node) {
        try {
            return Duration.parse(node.asString(""));
        } catch (DateTimeException notADuration) {
            problems.add(name + " must be an ISO-8601 duration such as " + example);
            return Duration.ZERO;
        }
    }

    private static DisposableDomains domains(byte[] lines) {
        return new DisposableDomains(new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String sha256(byte[]... files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] file : files) {
                digest.update(file);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
