package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says how likely two leads are one by what they have in common. It judges pairs that no certain key joins: the same canonical address and the
 * same external id make one lead before any weighing. Symmetric, and safe for use by several threads.
 */
public final class LeadMatcher {

    /** What is compared of two leads. An address and a telephone say less of two people who work at one place. */
    public static final List<Field> FIELDS = List.of(
            new Field("name", FieldKind.NAME),
            new Field("organisation", FieldKind.ORGANISATION),
            new Field("email", FieldKind.EMAIL, "organisation"),
            new Field("phone", FieldKind.PHONE, "organisation"),
            new Field("title", FieldKind.TEXT),
            new Field("country", FieldKind.CODE, "organisation"));

    /** Fields of which one must agree beside the name: two people may share a name, a title and a country. */
    private static final Set<String> CORROBORATING = Set.of("organisation", "email", "phone");

    /** The odds are even at most when nothing but a name agrees, so that no merge and no question to a person comes of it. */
    private static final double MOST_OF_A_NAME_ALONE = 0;

    private final MatchWeights weights;
    private final RecordComparison comparison = new RecordComparison(FIELDS);

    /** @throws IllegalArgumentException if the weights are not those of the fields of leads */
    public LeadMatcher(MatchWeights weights) {
        if (!weights.fields().stream().map(FieldWeights::field).toList().equals(FIELDS)) {
            throw new IllegalArgumentException("weights of leads are for exactly these fields: "
                    + FIELDS.stream().map(Field::name).toList());
        }
        this.weights = weights;
    }

    public MatchScore compare(LeadProfile one, LeadProfile other) {
        return score(comparison.compare(recordOf(one), recordOf(other)));
    }

    /** What a pattern of levels says. */
    public MatchScore score(Levels levels) {
        List<Contribution> contributions = new ArrayList<>(weights.contributions(levels));
        double weight = weights.weight(levels);
        if (weight > MOST_OF_A_NAME_ALONE && !isCorroborated(levels)) {
            contributions.add(new Contribution(Contribution.NAME_ALONE, Level.MISSING, MOST_OF_A_NAME_ALONE - weight));
        }
        return new MatchScore(contributions);
    }

    /** Two leads that share a key are worth comparing. At most {@link LeadKeys#MOST}; equal profiles have equal keys in equal order. */
    public static List<String> blockingKeys(LeadProfile lead) {
        return LeadKeys.of(lead);
    }

    /** The values of a lead in the order of {@link #FIELDS}. */
    public static MatchRecord recordOf(LeadProfile lead) {
        FieldValue email = read(FieldKind.EMAIL, lead.email());
        EmailAddress address = email instanceof EmailAddress parsed ? parsed : null;
        return new MatchRecord(Arrays.asList(
                read(FieldKind.NAME, lead.name()),
                Organisation.of(lead.company(), lead.website(), address).orElse(null),
                email,
                read(FieldKind.PHONE, lead.phone()),
                read(FieldKind.TEXT, lead.title()),
                read(FieldKind.CODE, lead.country())));
    }

    /**
     * Whether two names may be one person's: the same but for order, accents, short forms, initials, a middle name or a typo. An absent name is
     * compatible with an absent one only, since an office's telephone without a name may be anybody's.
     */
    public static boolean namesAreCompatible(@Nullable String one, @Nullable String other) {
        FieldValue mine = read(FieldKind.NAME, one);
        FieldValue theirs = read(FieldKind.NAME, other);
        if (mine == null || theirs == null) {
            return mine == null && theirs == null;
        }
        return mine.comparedWith(theirs).agrees();
    }

    private static boolean isCorroborated(Levels levels) {
        return IntStream.range(0, FIELDS.size())
                .anyMatch(field -> CORROBORATING.contains(FIELDS.get(field).name())
                        && levels.at(field).agrees());
    }

    private static @Nullable FieldValue read(FieldKind kind, @Nullable String raw) {
        return raw == null ? null : kind.read(raw, Vocabulary.NONE);
    }
}
