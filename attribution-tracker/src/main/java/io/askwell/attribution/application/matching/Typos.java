package io.askwell.attribution.application.matching;

import java.util.Map;

/** Slips of fingers: a neighbouring key, a dropped, doubled or inserted letter, two letters in another order. */
final class Typos {

    private static final Map<Character, String> NEIGHBOURS = Map.ofEntries(
            Map.entry('a', "sqz"),
            Map.entry('b', "vn"),
            Map.entry('c', "xv"),
            Map.entry('d', "sfe"),
            Map.entry('e', "wr"),
            Map.entry('f', "dg"),
            Map.entry('g', "fh"),
            Map.entry('h', "gj"),
            Map.entry('i', "uo"),
            Map.entry('j', "hk"),
            Map.entry('k', "jl"),
            Map.entry('l', "k"),
            Map.entry('m', "n"),
            Map.entry('n', "bm"),
            Map.entry('o', "ip"),
            Map.entry('p', "o"),
            Map.entry('q', "wa"),
            Map.entry('r', "et"),
            Map.entry('s', "ad"),
            Map.entry('t', "ry"),
            Map.entry('u', "yi"),
            Map.entry('v', "cb"),
            Map.entry('w', "qe"),
            Map.entry('x', "zc"),
            Map.entry('y', "tu"),
            Map.entry('z', "ax"));

    private final Chance chance;

    Typos(Chance chance) {
        this.chance = chance;
    }

    /** One slip; in something very short none. */
    String in(String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = 1 + chance.below(text.length() - 1);
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        char letter = text.charAt(at);
        return switch (chance.below(10)) {
            case 0, 1, 2 -> before + after;
            case 3, 4, 5 -> before + neighbour(letter) + after;
            case 6, 7 ->
                at + 1 < text.length() ? before + after.charAt(0) + letter + after.substring(1) : before + after;
            case 8 -> before + letter + letter + after;
            default -> before + neighbour(letter) + letter + after;
        };
    }

    /** Of a number: one digit wrong or two neighbours exchanged, and as long as it was. */
    String inDigits(String digits) {
        int at = digits.length() - 2 - chance.below(Math.min(5, digits.length() - 3));
        char one = digits.charAt(at);
        char next = digits.charAt(at + 1);
        if (chance.happens(0.4) && one != next) {
            return digits.substring(0, at) + next + one + digits.substring(at + 2);
        }
        return digits.substring(0, at) + chance.digits(1) + digits.substring(at + 1);
    }

    private char neighbour(char letter) {
        String keys = NEIGHBOURS.getOrDefault(Character.toLowerCase(letter), "");
        return keys.isEmpty() ? letter : keys.charAt(chance.below(keys.length()));
    }
}
