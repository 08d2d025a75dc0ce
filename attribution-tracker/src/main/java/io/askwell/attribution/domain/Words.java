package io.askwell.attribution.domain;

import java.util.Locale;

/** The contract's word for a constant: its name in lower case. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
