package io.askwell.attribution.domain.matching;

import java.util.Locale;

/**
 * What one field said about a pair.
 *
 * @param field its name, or what else counted: {@link #PRIOR}, {@link #NAME_ALONE}, {@link #OTHER_NAME}
 * @param level {@link Level#MISSING} for what is no field
 * @param weight in bits; positive speaks for one lead
 */
public record Contribution(String field, Level level, double weight) {

    /** How rare pairs of one lead are to begin with. */
    public static final String PRIOR = "prior";

    /** What is taken off because nothing but a name agrees. */
    public static final String NAME_ALONE = "name_alone";

    /** What is taken off because the names are those of two people. */
    public static final String OTHER_NAME = "other_name";

    /** For people, for example {@code phone very alike (+9.1)}. */
    public String sentence() {
        String what = field.replace('_', ' ');
        return level.speaks()
                ? String.format(
                        Locale.ROOT,
                        "%s %s (%+.1f)",
                        what,
                        level.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        weight)
                : String.format(Locale.ROOT, "%s (%+.1f)", what, weight);
    }
}
