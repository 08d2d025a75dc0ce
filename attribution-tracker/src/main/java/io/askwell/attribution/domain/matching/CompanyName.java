package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A company's name without its legal form, punctuation, case and accents. */
public record CompanyName(List<String> words) implements FieldValue {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "llc",
            "llp",
            "lp",
            "ltd",
            "limited",
            "plc",
            "pllc",
            "pc",
            "pty",
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "ohg",
            "ug",
            "ev",
            "eg",
            "kgaa",
            "se",
            "gbr",
            "haftungsbeschrankt",
            "bv",
            "nv",
            "cv",
            "vof",
            "sa",
            "sas",
            "sarl",
            "eurl",
            "snc",
            "sasu",
            "scop",
            "spa",
            "srl",
            "sapa",
            "srls",
            "sl",
            "slu",
            "sau",
            "sc",
            "cb",
            "lda",
            "ltda",
            "eireli",
            "mei",
            "ab",
            "hb",
            "as",
            "asa",
            "aps",
            "oy",
            "oyj",
            "ky",
            "kft",
            "zrt",
            "nyrt",
            "bt",
            "sro",
            "spol",
            "doo",
            "dd",
            "ad",
            "ood",
            "eood",
            "ooo",
            "oao",
            "zao",
            "pao",
            "sp",
            "zoo",
            "spzoo",
            "sk",
            "kk",
            "yk",
            "gk",
            "bhd",
            "sdn",
            "pvt",
            "pte",
            "tbk",
            "pt",
            "fze",
            "fzco",
            "wll",
            "sal",
            "sti",
            "ltdsti",
            "abp");

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
        return words.isEmpty() ? Optional.empty() : Optional.of(new CompanyName(words));
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
        String mine = squeezed();
        String theirs = company.squeezed();
        if (mine.equals(theirs) || Set.copyOf(words).equals(Set.copyOf(company.words)) || oneTypo(company)) {
            return Level.VERY_ALIKE;
        }
        if (shortens(company) || company.shortens(this) || isInitialsOf(company) || company.isInitialsOf(this)) {
            return Level.ALIKE;
        }
        boolean sameFirst = words.getFirst().equals(company.words.getFirst());
        return sameFirst || Likeness.jaroWinkler(mine, theirs) >= PARTLY ? Level.PARTLY : Level.DIFFERENT;
    }

    @Override
    public List<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        words.stream().limit(3).map(word -> NameWord.of(word).sound()).forEach(codes::add);
        String squeezed = squeezed();
        codes.add("^" + squeezed.substring(0, Math.min(BEGINNING, squeezed.length())));
        return List.copyOf(codes);
    }

    String squeezed() {
        return String.join("", words);
    }

    /** Each word has its counterpart, and only one of them is misspelt, so that "Nordbau" and "Nordbad" as one word of two stay apart. */
    private boolean oneTypo(CompanyName company) {
        String mine = squeezed();
        String theirs = company.squeezed();
        return Math.min(mine.length(), theirs.length()) >= LONG_ENOUGH_FOR_A_TYPO
                && Likeness.within(1, mine, theirs)
                && Likeness.jaroWinkler(mine, theirs) >= VERY_ALIKE;
    }

    private boolean shortens(CompanyName longer) {
        return words.size() < longer.words.size()
                && squeezed().length() > 2
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
