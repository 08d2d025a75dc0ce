package io.askwell.attribution.application.matching;

import java.text.Normalizer;
import java.util.Locale;

/** How names are spelt where only plain Latin letters are allowed. */
final class Spelling {

    private static final String LETTERS =
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяאבגדהוזחטיכךלמםנןסעפףצץקרשתابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإؤئ";
    private static final String[] LATIN = ("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh sch - y - e yu ya "
                    + "a b g d h v z ch t y k k l m m n n s a p f ts ts k r sh t "
                    + "a b t th j h kh d th r z s sh s d t z a gh f q k l m n h w y a a - a i w y")
            .split(" ", -1);

    private Spelling() {}

    /** Lower case, letters only. */
    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        String letters = Normalizer.normalize(
                name.toLowerCase(Locale.ROOT)
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replace("ł", "l")
                        .replace("ı", "i")
                        .replace("ё", "е"),
                Normalizer.Form.NFD);
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int foreign = LETTERS.indexOf(letter);
            if (letter >= 'a' && letter <= 'z') {
                plain.append(letter);
            } else if (foreign >= 0 && !LATIN[foreign].equals("-")) {
                plain.append(LATIN[foreign]);
            }
        }
        return plain.toString();
    }

    /** Without accents, case and spaces kept; what is no Latin letter stays. */
    static String withoutAccents(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[\u0300-\u036F]", "")
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("ı", "i");
    }

    static String umlautsWrittenOut(String name) {
        return name.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ö", "Oe")
                .replace("ß", "ss");
    }
}
