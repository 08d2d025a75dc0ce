package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says how likely two leads are one by what they have in common. It judges pairs that no certain key joins: the same canonical address and the
 * same external id make one lead before any weighing. Symmetric, and safe for use by several threads.
 */
public final class LeadMatcher {

    /**
     * What is compared of two leads. An address and a telephone say less of two people who work at one place, and a country less of two who have
     * one name.
     */
    public static final List<Field> FIELDS = List.of(
            new Field("organisation", FieldKind.ORGANISATION),
            new Field("name", FieldKind.NAME),
            new Field("email", FieldKind.EMAIL, "organisation"),
            new Field("phone", FieldKind.PHONE, "organisation"),
            new Field("title", FieldKind.TEXT),
            new Field("country", FieldKind.CODE, "name"));

    /** A blocking key that more leads share says too little to compare them all. */
    public static final int MOST_LEADS_OF_A_KEY = 50;

    /** Odds of one to two at most for what rules call two, so that neither a merge nor a question to a person comes of it. */
    private static final double MOST_OF_TWO = -1;

    private static final int ORGANISATION = 0;
    private static final int NAME = 1;
    private static final int EMAIL = 2;
    private static final int PHONE = 3;

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
        return comparedWith(one).apply(other);
    }

    /** The likeness of others to one lead, which is read once for all of them. */
    public Function<LeadProfile, MatchScore> comparedWith(LeadProfile one) {
        MatchRecord mine = recordOf(one);
        return other -> score(comparison.compare(mine, recordOf(other)));
    }

    /** What a pattern of levels says. */
    public MatchScore score(Levels levels) {
        List<Contribution> contributions = new ArrayList<>(weights.contributions(levels));
        double weight = weights.weight(levels);
        if (known(levels) == Known.TWO && weight > MOST_OF_TWO) {
            String why = isCorroborated(levels) ? Contribution.OTHER_NAME : Contribution.NAME_ALONE;
            contributions.add(new Contribution(why, Level.MISSING, MOST_OF_TWO - weight));
        }
        return new MatchScore(contributions);
    }

    /**
     * The same address makes one lead; a name alone never does, and another name is another lead whatever else agrees. Without these rules,
     * weights that are learned without a truth would be those of colleagues, who have most in common.
     */
    public static Known known(Levels levels) {
        if (levels.at(EMAIL) == Level.EXACT) {
            return Known.ONE;
        }
        return isCorroborated(levels) && levels.at(NAME) != Level.DIFFERENT ? Known.OPEN : Known.TWO;
    }

    /** Two leads that share a key are worth comparing. At most {@link LeadKeys#MOST}; equal profiles have equal keys in equal order. */
    public static List<String> blockingKeys(LeadProfile lead) {
        return LeadKeys.of(lead);
    }

    /** The values of a lead in the order of {@link #FIELDS}. */
    public static MatchRecord recordOf(LeadProfile lead) {
        FieldValue email = read(FieldKind.EMAIL, lead.email());
        EmailAddress address = email instanceof EmailAddress parsed ? parsed : null;
        CompanyName company = read(FieldKind.COMPANY, lead.company()) instanceof CompanyName parsed ? parsed : null;
        FieldValue name = read(FieldKind.NAME, lead.name());
        return new MatchRecord(Arrays.asList(
                Organisation.of(company, lead.website(), address).orElse(null),
                name == null && address != null ? nameIn(address) : name,
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

    /** Two people may share a name, a title and a country; a place of work, an address or an office's telephones must agree too. */
    private static boolean isCorroborated(Levels levels) {
        return levels.at(ORGANISATION).agrees()
                || levels.at(EMAIL).agrees()
                || levels.at(PHONE).agrees()
                || levels.at(PHONE) == Level.PARTLY;
    }

    /** Where no name is given, a mailbox of two words is one. */
    private static @Nullable FieldValue nameIn(EmailAddress address) {
        return address.isPersonal() && address.words().size() == 2 ? PersonName.of(address.words()) : null;
    }

    private static @Nullable FieldValue read(FieldKind kind, @Nullable String raw) {
        return raw == null ? null : kind.read(raw, Vocabulary.NONE);
    }
}
