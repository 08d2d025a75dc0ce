package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Weights and leads to try the matcher with. */
final class Weights {

    private static final Likelihoods PLAUSIBLE =
            new Likelihoods(List.of(0.7, 0.2, 0.05, 0.02, 0.03), List.of(0.00001, 0.00001, 0.00001, 0.00007, 0.9999));

    private static final Likelihoods WEAK =
            new Likelihoods(List.of(0.5, 0.2, 0.1, 0.1, 0.1), List.of(0.1, 0.1, 0.1, 0.2, 0.5));

    private static final List<String> GIVEN = List.of("Sam", "Samuel", "Kim", "José", "S.", "דוד", "Anne-Marie");
    private static final List<String> SURNAMES = List.of("Roe", "Lee", "Núñez", "van den Berg", "כהן", "García-López");
    private static final List<String> COMPANIES =
            List.of("Acme, Inc.", "ACME", "Acme Legal", "Norden Build GmbH", "نور");
    private static final List<String> DOMAINS = List.of("acme.example", "norden.example", "gmail.com", "acme.co.uk");

    private Weights() {}

    static MatchWeights plausible() {
        return new MatchWeights(
                0.00001,
                LeadMatcher.FIELDS.stream()
                        .map(field -> {
                            Likelihoods likelihoods = field.name().matches("title|country") ? WEAK : PLAUSIBLE;
                            return new FieldWeights(field, likelihoods, field.given() == null ? null : WEAK);
                        })
                        .toList());
    }

    /** Whatever could be learned: any shares in any order that speaks less the less alike values are. */
    static MatchWeights random(Random random) {
        List<FieldWeights> weights = new ArrayList<>();
        for (Field field : LeadMatcher.FIELDS) {
            weights.add(new FieldWeights(
                    field, randomLikelihoods(random), field.given() == null ? null : randomLikelihoods(random)));
        }
        return new MatchWeights(Math.pow(10, -6 * random.nextDouble()) * 0.9, weights);
    }

    static LeadProfile randomLead(Random random) {
        return new LeadProfile(
                maybe(random, oneOf(random, GIVEN) + " " + oneOf(random, SURNAMES)),
                maybe(random, "sam" + random.nextInt(3) + "@" + oneOf(random, DOMAINS)),
                maybe(random, "+1415555" + (1000 + random.nextInt(3))),
                maybe(random, oneOf(random, COMPANIES)),
                maybe(random, oneOf(random, DOMAINS)),
                maybe(random, "Head of Sales"),
                maybe(random, "US"));
    }

    private static Likelihoods randomLikelihoods(Random random) {
        double[] same = shares(random);
        double[] other = shares(random);
        new Monotone(same, other).settle();
        return new Likelihoods(list(same), list(other));
    }

    private static double[] shares(Random random) {
        double[] shares = new double[Level.SPEAKING];
        Arrays.setAll(shares, level -> Math.pow(10, -6 * random.nextDouble()));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, level -> shares[level] / sum);
        return shares;
    }

    private static List<Double> list(double[] shares) {
        return Arrays.stream(shares).boxed().toList();
    }

    private static String oneOf(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static @Nullable String maybe(Random random, String value) {
        return random.nextInt(4) == 0 ? null : value;
    }
}
