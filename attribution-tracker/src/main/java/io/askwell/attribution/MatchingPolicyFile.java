package io.askwell.attribution;

import io.askwell.attribution.domain.matching.Field;
import io.askwell.attribution.domain.matching.FieldWeights;
import io.askwell.attribution.domain.matching.LeadMatcher;
import io.askwell.attribution.domain.matching.Likelihoods;
import io.askwell.attribution.domain.matching.MatchWeights;
import io.askwell.attribution.domain.matching.MatchingPolicy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads what agreement counts, and refuses a file that is not whole. */
final class MatchingPolicyFile {

    static final String SHIPPED = "matching-v1.yaml";

    private static final Set<String> NAMES = Set.of("version", "mergedFrom", "reviewedFrom", "prior", "fields");
    private static final Set<String> NAMES_OF_A_FIELD = Set.of("given", "same", "other", "whenGivenAgrees");

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private MatchingPolicyFile(JsonNode root) {
        this.root = root;
    }

    /** @throws IllegalArgumentException naming every field that is wrong */
    static MatchingPolicy read(byte[] yaml) {
        return new MatchingPolicyFile(new YAMLMapper().readTree(yaml)).policy(sha256(yaml));
    }

    /** Weights of other fields than those of leads, for a benchmark of other records. */
    static MatchWeights readWeights(byte[] yaml, List<Field> fields) {
        return new MatchingPolicyFile(new YAMLMapper().readTree(yaml)).weights(fields);
    }

    /** The file that says so; shares are rounded, since the sixth figure is chance. */
    static String write(String version, MatchWeights weights) {
        StringBuilder yaml = new StringBuilder("version: " + version + "\n");
        yaml.append("mergedFrom: 0.95\nreviewedFrom: 0.75\n");
        yaml.append("prior: ").append(rounded(weights.prior())).append("\nfields:\n");
        for (FieldWeights field : weights.fields()) {
            yaml.append("  ").append(field.field().name()).append(":\n");
            if (field.givenAgrees() != null) {
                yaml.append("    given: ").append(field.field().given()).append("\n");
            }
            append(yaml, "    ", field.usual());
            if (field.givenAgrees() != null) {
                yaml.append("    whenGivenAgrees:\n");
                append(yaml, "      ", field.givenAgrees());
            }
        }
        return yaml.toString();
    }

    private MatchingPolicy policy(String hash) {
        requireOnly(NAMES, root, "");
        String version = root.path("version").asString("");
        if (!version.matches("matching-v[0-9]+")) {
            problems.add("version must be like matching-v1");
        }
        double mergedFrom = share("mergedFrom");
        double reviewedFrom = share("reviewedFrom");
        if (reviewedFrom > mergedFrom) {
            problems.add("reviewedFrom must not be above mergedFrom");
        }
        MatchWeights weights = weights(LeadMatcher.FIELDS);
        if (!weights.fields().stream().map(FieldWeights::field).toList().equals(LeadMatcher.FIELDS)) {
            throw new IllegalArgumentException(
                    "The matching policy is not valid: fields of leads are given " + LeadMatcher.FIELDS);
        }
        return new MatchingPolicy(version, hash, mergedFrom, reviewedFrom, weights);
    }

    private MatchWeights weights(List<Field> fields) {
        JsonNode given = root.path("fields");
        requireOnly(fields.stream().map(Field::name).collect(Collectors.toSet()), given, "fields.");
        List<FieldWeights> weights = fields.stream()
                .flatMap(field -> weights(field, given.path(field.name())).stream())
                .toList();
        double prior = root.path("prior").asDouble(0);
        if (!(prior > 0 && prior < 1)) {
            problems.add("prior must be a number above 0 and below 1");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The matching policy is not valid: " + String.join("; ", problems));
        }
        return new MatchWeights(prior, weights);
    }

    private Optional<FieldWeights> weights(Field field, JsonNode node) {
        String place = "fields." + field.name() + ".";
        requireOnly(NAMES_OF_A_FIELD, node, place);
        JsonNode given = node.path("given");
        Likelihoods usual = likelihoods(place, node);
        Likelihoods givenAgrees =
                given.isMissingNode() ? null : likelihoods(place + "whenGivenAgrees.", node.path("whenGivenAgrees"));
        if (usual == null || given.isMissingNode() != (givenAgrees == null)) {
            return Optional.empty();
        }
        Field read = new Field(field.name(), field.kind(), given.isMissingNode() ? null : given.asString(""));
        return Optional.of(new FieldWeights(read, usual, givenAgrees));
    }

    private @Nullable Likelihoods likelihoods(String place, JsonNode node) {
        try {
            return new Likelihoods(shares(node.path("same")), shares(node.path("other")));
        } catch (IllegalArgumentException wrong) {
            problems.add(place + " " + wrong.getMessage());
            return null;
        }
    }

    private static List<Double> shares(JsonNode node) {
        return node.valueStream().map(share -> share.asDouble(0)).toList();
    }

    private double share(String name) {
        JsonNode node = root.path(name);
        if (node.isNumber() && node.asDouble() > 0 && node.asDouble() <= 1) {
            return node.asDouble();
        }
        problems.add(name + " must be a number above 0, at most 1");
        return 1;
    }

    private void requireOnly(Set<String> known, JsonNode node, String prefix) {
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(known);
        unknown.forEach(name -> problems.add(prefix + name + " is unknown"));
    }

    private static void append(StringBuilder yaml, String indent, Likelihoods likelihoods) {
        yaml.append(indent).append("same: ").append(rounded(likelihoods.same())).append("\n");
        yaml.append(indent)
                .append("other: ")
                .append(rounded(likelihoods.other()))
                .append("\n");
    }

    private static String rounded(List<Double> shares) {
        return shares.stream().map(MatchingPolicyFile::rounded).toList().toString();
    }

    private static String rounded(double share) {
        return new BigDecimal(share)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
