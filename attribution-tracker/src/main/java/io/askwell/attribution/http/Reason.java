package io.askwell.attribution.http;

import io.askwell.transport.http.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a person decided as they did. */
final class Reason {

    private static final int MOST_CHARACTERS = 10_000;

    private Reason() {}

    /** Without white space around it; empty when that is a violation. */
    static String checked(@Nullable String reason, List<Refusal.Violation> violations) {
        if (reason == null || reason.isBlank()) {
            violations.add(new Refusal.Violation("/reason", "Is required"));
            return "";
        }
        if (reason.length() > MOST_CHARACTERS) {
            violations.add(new Refusal.Violation("/reason", "Has at most 10,000 characters"));
        }
        return reason.strip();
    }
}
