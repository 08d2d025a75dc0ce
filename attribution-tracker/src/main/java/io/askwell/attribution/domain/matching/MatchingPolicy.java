package io.askwell.attribution.domain.matching;

/**
 * The numbers under which leads are matched. Bounds are inclusive.
 *
 * @param version name and version, for example {@code matching-v1}
 * @param hash lower-case hex SHA-256 of the file that says so
 * @param mergedFrom probability from which two leads are one without asking
 * @param reviewedFrom probability from which a person is asked
 */
public record MatchingPolicy(
        String version, String hash, double mergedFrom, double reviewedFrom, MatchWeights weights) {}
