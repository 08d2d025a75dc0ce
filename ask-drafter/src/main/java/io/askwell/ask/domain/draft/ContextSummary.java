package io.askwell.ask.domain.draft;

import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Trigger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the owner in a few lines who this is, why now, and what to avoid; each statement with its evidence. */
public final class ContextSummary {

    private ContextSummary() {}

    /** @param askedAt when the customer was asked before, earliest first */
    public static String of(
            String customerId, Assessment assessment, Trigger trigger, List<ReviewFlag> flags, List<Instant> askedAt) {
        ZoneId zone = assessment.profile().zone();
        var lines = new ArrayList<String>();
        lines.add(who(customerId, assessment.profile()));
        lines.add("Why now: %s on %s%s"
                .formatted(
                        trigger.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        day(trigger.at(), zone),
                        cited(trigger.evidence())));
        win(assessment).ifPresent(lines::add);
        lines.add("Score %d of 100; no concern is open".formatted(assessment.score()));
        lines.add(askedBefore(askedAt, zone));
        if (!flags.isEmpty()) {
            lines.add("Mind: " + flags.stream().map(ReviewFlag::advice).collect(Collectors.joining("; ")));
        }
        return String.join(".\n", lines) + ".";
    }

    private static String who(String customerId, Profile profile) {
        String company =
                Optional.ofNullable(profile.company()).map(SuccessPhrase::brief).orElse("Customer");
        String contact = Optional.ofNullable(profile.contactName())
                .map(name -> ", contact " + SuccessPhrase.brief(name))
                .orElse("");
        return company + " (" + customerId + ")" + contact;
    }

    private static Optional<String> win(Assessment assessment) {
        SuccessPhrase success = SuccessPhrase.of(assessment.successes());
        return success.evidence().isEmpty()
                ? Optional.empty()
                : Optional.of("The win: " + success.text() + cited(success.evidence()));
    }

    private static String askedBefore(List<Instant> askedAt, ZoneId zone) {
        return askedAt.isEmpty()
                ? "Never asked before"
                : "Asked %d× before, last on %s".formatted(askedAt.size(), day(askedAt.getLast(), zone));
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private static String cited(List<String> evidence) {
        return evidence.isEmpty() ? "" : " [" + String.join(", ", evidence) + "]";
    }
}
