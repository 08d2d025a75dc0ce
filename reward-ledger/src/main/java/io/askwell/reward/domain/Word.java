package io.askwell.reward.domain;

import java.util.Locale;

/** The contract's spelling of an enumerated value: its name in lower case. */
public final class Word {

    private Word() {}

    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
