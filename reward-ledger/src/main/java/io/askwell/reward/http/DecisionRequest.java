package io.askwell.reward.http;

import io.askwell.reward.domain.Approval;
import io.askwell.reward.domain.Decision;
import io.askwell.reward.domain.Rejection;
import io.askwell.transport.http.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person sends. A rejection says why; an approval may. */
record DecisionRequest(@Nullable String decision, @Nullable String reason) {

    private static final int LONGEST_REASON = 10_000;

    Decision by(String person, Instant now) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw Refusal.unprocessable("/reason", "at most " + LONGEST_REASON + " characters");
        }
        if (reason != null && reason.indexOf('\0') >= 0) {
            throw Refusal.unprocessable("/reason", "text without the character U+0000");
        }
        return switch (decision) {
            case "approve" -> new Approval(person, now, reason);
            case "reject" -> new Rejection(person, now, requireReason());
            case null, default -> throw Refusal.unprocessable("/decision", "approve or reject");
        };
    }

    private String requireReason() {
        if (reason == null || reason.isBlank()) {
            throw Refusal.unprocessable("/reason", "a rejection says why");
        }
        return reason;
    }
}
