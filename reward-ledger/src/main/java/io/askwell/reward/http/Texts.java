package io.askwell.reward.http;

import io.askwell.transport.http.Refusal.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text that people and providers send. */
final class Texts {

    static final int LONGEST_REFERENCE = 200;
    static final int LONGEST_REASON = 10_000;

    private Texts() {}

    /** Blank counts as none. What breaks a rule is added to the violations. */
    static @Nullable String optional(@Nullable String text, int longest, String pointer, List<Violation> violations) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            violations.add(new Violation(pointer, "at most " + longest + " characters"));
        }
        if (text.indexOf('\0') >= 0) {
            violations.add(new Violation(pointer, "text without the character U+0000"));
        }
        return text;
    }

    /** The empty text stands in for what is missing, beside the violation. */
    static String required(@Nullable String text, int longest, String pointer, String why, List<Violation> violations) {
        String given = optional(text, longest, pointer, violations);
        if (given == null) {
            violations.add(new Violation(pointer, why));
            return "";
        }
        return given;
    }
}
