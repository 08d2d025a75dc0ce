package io.askwell.attribution.domain.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A quantity, of which the nearest are the most alike: a price, a year, a duration. */
public record Amount(double quantity) implements FieldValue {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)*");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final double VERY_ALIKE = 0.01;
    private static final double ALIKE = 0.05;
    private static final double PARTLY = 0.2;

    /** The first number in the text; a comma between groups of three is no decimal sign. */
    static Optional<FieldValue> read(String raw) {
        return NUMBER.matcher(Folding.of(raw))
                .results()
                .findFirst()
                .map(found -> found.group())
                .map(text -> GROUPED.matcher(text).matches() ? text.replace(",", "") : text.replace(',', '.'))
                .filter(text -> text.indexOf('.') == text.lastIndexOf('.'))
                .map(text -> new Amount(new BigDecimal(text).doubleValue()));
    }

    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof Amount amount)) {
            throw FieldValue.otherKind(this, other);
        }
        double apart = Math.abs(quantity - amount.quantity);
        double larger = Math.max(Math.abs(quantity), Math.abs(amount.quantity));
        if (apart == 0) {
            return Level.EXACT;
        }
        if (apart <= VERY_ALIKE * larger) {
            return Level.VERY_ALIKE;
        }
        if (apart <= ALIKE * larger) {
            return Level.ALIKE;
        }
        return apart <= PARTLY * larger ? Level.PARTLY : Level.DIFFERENT;
    }

    @Override
    public List<String> codes() {
        return List.of(Double.toString(quantity));
    }
}
