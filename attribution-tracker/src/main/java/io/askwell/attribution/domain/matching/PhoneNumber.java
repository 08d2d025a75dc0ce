package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** @param digits with the country's code where it is known, without a plus and without leading zeros */
public record PhoneNumber(String digits) implements FieldValue {

    private static final int SHORTEST = 5;
    private static final int SUBSCRIBER = 7;
    private static final int EXTENSION = 3;

    static Optional<FieldValue> read(String raw) {
        return parse(raw).map(FieldValue.class::cast);
    }

    static Optional<PhoneNumber> parse(String raw) {
        StringBuilder digits = new StringBuilder();
        raw.codePoints()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .forEach(digits::append);
        String bare = digits.toString().replaceFirst("^0+", "");
        return bare.length() < SHORTEST ? Optional.empty() : Optional.of(new PhoneNumber(bare));
    }

    /** Very alike: with and without the code of the country. Alike: one digit wrong or two in another order. Partly: two extensions of one office. */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof PhoneNumber phone)) {
            throw FieldValue.otherKind(this, other);
        }
        if (digits.equals(phone.digits)) {
            return Level.EXACT;
        }
        if (endsLike(phone) || phone.endsLike(this)) {
            return Level.VERY_ALIKE;
        }
        boolean sameOffice = digits.length() == phone.digits.length()
                && digits.length() > EXTENSION + SHORTEST
                && trunk().equals(phone.trunk());
        if (Likeness.within(1, digits, phone.digits)) {
            return sameOffice ? Level.PARTLY : Level.ALIKE;
        }
        return sameOffice ? Level.PARTLY : Level.DIFFERENT;
    }

    /** Its end, which is there with and without codes, and both halves of that, so that one wrong digit leaves one of them whole. */
    @Override
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        codes.add(digits);
        if (digits.length() > SUBSCRIBER) {
            codes.add("…" + digits.substring(digits.length() - SUBSCRIBER));
        }
        codes.add("…" + digits.substring(digits.length() - Math.min(4, digits.length())));
        return List.copyOf(codes);
    }

    private String trunk() {
        return digits.substring(0, digits.length() - EXTENSION);
    }

    private boolean endsLike(PhoneNumber longer) {
        return digits.length() >= SUBSCRIBER
                && digits.length() < longer.digits.length()
                && longer.digits.endsWith(digits);
    }
}
