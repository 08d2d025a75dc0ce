package io.askwell.ask.http;

import io.askwell.ask.domain.OwnerCommand;
import io.askwell.ask.domain.Person;
import io.askwell.schemas.Texts;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision. {@code reason} is required for defer and decline, {@code until} for defer; subject and body go with
 * approve alone.
 */
public record DecisionRequest(
        @Nullable String decision,
        @Nullable Integer draftVersion,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String reason,
        @Nullable Instant until) {

    private static final String APPROVE = "approve";
    private static final String DEFER = "defer";
    private static final String DECLINE = "decline";

    OwnerCommand command(Person person) {
        List<Violation> violations = violations();
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        int version = Objects.requireNonNull(draftVersion);
        return switch (Objects.requireNonNull(decision)) {
            case APPROVE -> new OwnerCommand.Approve(person, version, subject, body, reason);
            case DEFER ->
                new OwnerCommand.Defer(
                        person,
                        version,
                        Objects.requireNonNull(reason),
                        Objects.requireNonNull(until).truncatedTo(ChronoUnit.MICROS));
            case DECLINE -> new OwnerCommand.Decline(person, version, Objects.requireNonNull(reason));
            default -> throw new IllegalStateException("An unknown decision got past the checks");
        };
    }

    private List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        boolean approves = APPROVE.equals(decision);
        boolean defers = DEFER.equals(decision);
        boolean declines = DECLINE.equals(decision);
        if (!approves && !defers && !declines) {
            violations.add(new Violation("/decision", "must be one of approve, defer, decline"));
        }
        if (draftVersion == null) {
            violations.add(new Violation("/draftVersion", "is required: the version that you have read"));
        }
        if ((defers || declines) && (reason == null || reason.isBlank())) {
            violations.add(new Violation("/reason", "is required to " + decision));
        }
        if (defers && until == null) {
            violations.add(new Violation("/until", "is required to defer"));
        }
        if (!defers && until != null) {
            violations.add(new Violation("/until", "goes with defer alone"));
        }
        checkText("/subject", subject, approves, violations);
        checkText("/body", body, approves, violations);
        if (approves && subject != null && subject.chars().anyMatch(Character::isISOControl)) {
            violations.add(new Violation("/subject", "must be one line"));
        }
        checkCharacters("/reason", reason, violations);
        return violations;
    }

    private static void checkText(String pointer, @Nullable String text, boolean approves, List<Violation> violations) {
        if (text == null) {
            return;
        }
        if (!approves) {
            violations.add(new Violation(pointer, "goes with approve alone"));
        } else if (text.isBlank()) {
            violations.add(new Violation(pointer, "must not be blank; leave it out to keep the draft's"));
        } else {
            checkCharacters(pointer, text, violations);
        }
    }

    /** Texts are stored and sent on, so the same ones are allowed as in signals. */
    private static void checkCharacters(String pointer, @Nullable String text, List<Violation> violations) {
        if (text != null) {
            Texts.refusal(text, Texts.MOST_CHARACTERS)
                    .ifPresent(detail -> violations.add(new Violation(pointer, detail)));
        }
    }
}
