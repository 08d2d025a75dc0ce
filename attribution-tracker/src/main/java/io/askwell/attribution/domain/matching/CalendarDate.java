package io.askwell.attribution.domain.matching;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date as it was written, valid or not: typos make dates that no calendar has. */
public record CalendarDate(String year, String month, String day) implements FieldValue {

    private static final Pattern TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\D+(\\d{1,2})\\D+(\\d{1,2})(?:\\D.*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})\\D+(\\d{1,2})\\D+(\\d{4})");
    private static final Pattern YEAR_ALONE = Pattern.compile("\\d{4}");

    /** Year first in any punctuation or none; day or month first with the year last; a year alone. Anything else is no date. */
    static Optional<FieldValue> read(String raw) {
        String text = Folding.of(raw);
        for (Pattern pattern : List.of(TOGETHER, YEAR_FIRST)) {
            var matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return Optional.of(new CalendarDate(matcher.group(1), two(matcher.group(2)), two(matcher.group(3))));
            }
        }
        var yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            return Optional.of(new CalendarDate(yearLast.group(3), two(yearLast.group(2)), two(yearLast.group(1))));
        }
        return YEAR_ALONE.matcher(text).matches() ? Optional.of(new CalendarDate(text, "", "")) : Optional.empty();
    }

    /** Very alike: one figure wrong, or two in another order. Alike: two of three parts, or day and month exchanged. Partly: the year, or day and month. */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof CalendarDate date)) {
            throw FieldValue.otherKind(this, other);
        }
        if (equals(date)) {
            return Level.EXACT;
        }
        if (month.isEmpty() || date.month.isEmpty()) {
            return year.equals(date.year) ? Level.ALIKE : Level.DIFFERENT;
        }
        if (Likeness.within(1, figures(), date.figures())) {
            return Level.VERY_ALIKE;
        }
        boolean sameYear = year.equals(date.year);
        boolean exchanged = sameYear && month.equals(date.day) && day.equals(date.month);
        int same = (sameYear ? 1 : 0) + (month.equals(date.month) ? 1 : 0) + (day.equals(date.day) ? 1 : 0);
        if (exchanged || same == 2) {
            return Level.ALIKE;
        }
        return sameYear ? Level.PARTLY : Level.DIFFERENT;
    }

    @Override
    public List<String> codes() {
        return month.isEmpty()
                ? List.of(year)
                : List.of(figures(), year + "-" + month, "-" + month + "-" + day, year + "--" + day);
    }

    private String figures() {
        return year + month + day;
    }

    private static String two(String figures) {
        return figures.length() == 1 ? "0" + figures : figures;
    }
}
