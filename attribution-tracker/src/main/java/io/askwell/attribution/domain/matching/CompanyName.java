package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A company's name without its legal form, punctuation, case and accents.
 *
 * @param squeezed its words without spaces
 */
public record CompanyName(List<String> words, String squeezed) implements FieldValue {

    private static final Set<String> LEGAL_FORMS =
            Set.of(("inc incorporated corp corporation co company llc llp lp ltd limited plc pllc pc pty "
                            + "gmbh mbh ag kg ohg ug ev ek eg kgaa se gbr haftungsbeschrankt bv nv cv vof sa sas sarl eurl snc sasu scop spa srl srls sapa "
                            + "sl slu sau sc cb lda ltda eireli mei ab hb as asa aps oy oyj ky abp kft zrt nyrt bt sro spol doo dd ad ood eood sp z o oo zoo spk "
                            + "kk yk gk bhd sdn pvt pte tbk pt fze fzco wll sal sti ооо ао зао оао пао ип тов αε επε οε ικε בעמ ذمم شمم 株式会社 有限会社 有限公司")
                    .split(" ", -1));

    /** "S.A." is one word, "Jones & Co" has none but Jones. */
    private static final Pattern DOTTED = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\s?\\p{L}\\b)\\s?");

    private static final Pattern AND = Pattern.compile("[&+]");
    private static final Set<String> AND_WORDS = Set.of("and", "und", "et", "y", "e", "og", "och", "en");
    private static final int LONG_ENOUGH_FOR_A_TYPO = 5;
    private static final double VERY_ALIKE = 0.95;
    private static final double PARTLY = 0.88;
    private static final int BEGINNING = 5;

    public CompanyName {
        words = List.copyOf(words);
    }

    static Optional<FieldValue> read(String raw) {
        return parse(raw).map(FieldValue.class::cast);
    }

    static Optional<CompanyName> parse(String raw) {
        String folded = DOTTED.matcher(Folding.plain(Folding.of(raw))).replaceAll("");
        List<String> all = Folding.words(AND.matcher(folded).replaceAll(" "));
        List<String> words = new ArrayList<>(all);
        if (words.size() > 1 && words.getFirst().equals("the")) {
            words.removeFirst();
        }
        while (words.size() > 1 && isTail(words.getLast())) {
            words.removeLast();
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new CompanyName(words, String.join("", words)));
    }

    /** Very alike: a typo, other spaces, another order. Alike: the other one shortened, or by its initials. Partly: as look-alikes are. */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof CompanyName company)) {
            throw FieldValue.otherKind(this, other);
        }
        if (words.equals(company.words)) {
            return Level.EXACT;
        }
        if (squeezed.equals(company.squeezed) || isTurned(company) || oneTypo(company)) {
            return Level.VERY_ALIKE;
        }
        if (shortens(company) || company.shortens(this) || isInitialsOf(company) || company.isInitialsOf(this)) {
            return Level.ALIKE;
        }
        boolean sameFirst = words.getFirst().equals(company.words.getFirst());
        return sameFirst || Likeness.jaroWinkler(squeezed, company.squeezed) >= PARTLY ? Level.PARTLY : Level.DIFFERENT;
    }

    @Override
    public List<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        words.stream().limit(3).map(word -> NameWord.of(word).sound()).forEach(codes::add);
        codes.add("^" + squeezed.substring(0, Math.min(BEGINNING, squeezed.length())));
        return List.copyOf(codes);
    }

    private boolean isTurned(CompanyName company) {
        return words.size() > 1
                && words.size() == company.words.size()
                && Set.copyOf(words).equals(Set.copyOf(company.words));
    }

    private boolean oneTypo(CompanyName company) {
        return Math.min(squeezed.length(), company.squeezed.length()) >= LONG_ENOUGH_FOR_A_TYPO
                && Likeness.within(1, squeezed, company.squeezed)
                && Likeness.jaroWinkler(squeezed, company.squeezed) >= VERY_ALIKE;
    }

    private boolean shortens(CompanyName longer) {
        return words.size() < longer.words.size()
                && squeezed.length() > 2
                && longer.words.subList(0, words.size()).equals(words);
    }

    private boolean isInitialsOf(CompanyName longer) {
        if (words.size() != 1 || longer.words.size() < 3) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        longer.words.forEach(word -> initials.append(word.charAt(0)));
        return initials.toString().equals(words.getFirst());
    }

    private static boolean isTail(String word) {
        return LEGAL_FORMS.contains(word) || AND_WORDS.contains(word);
    }
}
