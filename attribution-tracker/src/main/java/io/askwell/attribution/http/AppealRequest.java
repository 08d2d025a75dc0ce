package io.askwell.attribution.http;

import io.askwell.attribution.application.AppealRuling;
import io.askwell.transport.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param reason why; up to 10,000 characters */
record AppealRequest(@Nullable String reason) {

    AppealRuling.Command command(UUID referralId, String person) {
        List<Refusal.Violation> violations = new ArrayList<>();
        String why = Reason.checked(reason, violations);
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        return new AppealRuling.Command(referralId, why, person);
    }
}
