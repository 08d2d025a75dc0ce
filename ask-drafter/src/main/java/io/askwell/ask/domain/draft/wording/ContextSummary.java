package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.customer.AskingSignal.LimitsSet;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.AskingHistory;
import io.askwell.ask.domain.draft.AskingHistory.Moment;
import io.askwell.ask.domain.draft.DraftPolicy;
import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.ReviewFlag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the owner in a few lines who this is, why now, and what to avoid; each statement with its evidence, the profile's
 * with the assessment that carried it. When there is too much to tell, the least important statements are left out whole.
 */
public final class ContextSummary {

    private static final int MOST_EVIDENCE = 3;

    private final DraftPolicy policy;

    public ContextSummary(DraftPolicy policy) {
        this.policy = policy;
    }

    public String of(
            String customerId, Assessment assessment, Trigger trigger, List<ReviewFlag> flags, AskingHistory history) {
        ZoneId zone = assessment.profile().zone();
        String profile = cited(List.of("readiness/" + assessment.eventId()));
        // In the order of the page; the number is the order of importance.
        return withinLimit(Stream.of(
                        Optional.of(new Statement(1, who(customerId, assessment.profile()) + profile)),
                        Optional.of(new Statement(7, relationship(assessment.profile()) + profile)),
                        win(assessment, trigger),
                        Optional.of(new Statement(
                                4, "No open items; score %d of 100".formatted(assessment.score()) + profile)),
                        Optional.of(new Statement(5, asked(history.asked(), zone))),
                        refused(history.refused(), zone),
                        limits(history, zone),
                        Optional.of(new Statement(2, whyNow(trigger, zone))),
                        mind(flags))
                .flatMap(Optional::stream)
                .toList());
    }

    private String withinLimit(List<Statement> statements) {
        var kept = new ArrayList<>(statements);
        while (kept.size() > 1 && words(text(kept)) > policy.mostSummaryWords()) {
            kept.stream().max(Comparator.comparingInt(Statement::importance)).ifPresent(kept::remove);
        }
        return text(kept);
    }

    private static String text(List<Statement> statements) {
        return statements.stream().map(statement -> statement.text() + ".").collect(Collectors.joining("\n"));
    }

    private static int words(String text) {
        return text.split("\\s+", -1).length;
    }

    private static String who(String customerId, Profile profile) {
        String company = CustomerText.name(profile.company())
                .or(() -> CustomerText.name(profile.customerName()))
                .orElse("Customer");
        String contact = CustomerText.name(profile.contactName())
                .map(name -> ", contact " + name)
                .orElse("");
        String segment = Optional.ofNullable(profile.segment())
                .map(known -> ", " + words(known))
                .orElse("");
        String since = Optional.ofNullable(profile.signedUpAt())
                .map(signedUp -> ", customer since " + day(signedUp, profile.zone()))
                .orElse("");
        return company + " (" + customerId + ")" + contact + segment + since;
    }

    private String relationship(Profile profile) {
        return switch (Relationship.of(profile, policy.establishedFromInteractions())) {
            case NEW -> "A new relationship, interactions: " + profile.interactions();
            case ESTABLISHED -> "An established relationship, interactions: " + profile.interactions();
            case CHAMPION -> "Has a champion for us, interactions: " + profile.interactions();
        };
    }

    private static Optional<Statement> win(Assessment assessment, Trigger trigger) {
        return SuccessPhrase.of(assessment.successes(), trigger)
                .map(success -> new Statement(6, "The win: " + success.text() + cited(success.evidence())));
    }

    private static String asked(List<Moment> asked, ZoneId zone) {
        return asked.isEmpty()
                ? "Never asked before"
                : "Asked %d× before, last on %s%s"
                        .formatted(asked.size(), day(asked.getLast().at(), zone), cited(latestFirst(asked)));
    }

    private static Optional<Statement> refused(List<Moment> refused, ZoneId zone) {
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(
                        8,
                        "An ask was last declined on %s%s"
                                .formatted(day(refused.getLast().at(), zone), cited(latestFirst(refused)))));
    }

    private static Optional<Statement> limits(AskingHistory history, ZoneId zone) {
        Stream<String> most = Optional.ofNullable(history.mostPerQuarter()).stream()
                .map(wish -> "at most %d asks in 90 days%s".formatted(wish.maxPerQuarter(), cited(wish)));
        Stream<String> notBefore = Optional.ofNullable(history.notBefore()).stream()
                .map(wish ->
                        "none before %s%s".formatted(day(Objects.requireNonNull(wish.notBefore()), zone), cited(wish)));
        String wishes = Stream.concat(most, notBefore).collect(Collectors.joining(", "));
        return wishes.isEmpty() ? Optional.empty() : Optional.of(new Statement(9, "Their own limits: " + wishes));
    }

    private static String cited(LimitsSet wish) {
        return cited(List.of(wish.identity().signal()));
    }

    private static String whyNow(Trigger trigger, ZoneId zone) {
        return "Why now: %s on %s%s"
                .formatted(words(trigger.kind()), day(trigger.at(), zone), cited(trigger.evidence()));
    }

    private static Optional<Statement> mind(List<ReviewFlag> flags) {
        return flags.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(
                        3, "Mind: " + flags.stream().map(ReviewFlag::advice).collect(Collectors.joining("; "))));
    }

    private static List<String> latestFirst(List<Moment> moments) {
        return moments.reversed().stream().map(Moment::evidence).toList();
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private static String cited(List<String> evidence) {
        if (evidence.isEmpty()) {
            return "";
        }
        String more = evidence.size() > MOST_EVIDENCE ? " and %d more".formatted(evidence.size() - MOST_EVIDENCE) : "";
        return " [" + evidence.stream().limit(MOST_EVIDENCE).collect(Collectors.joining(", ")) + more + "]";
    }

    /** @param importance 1 is the most important, and the last to go */
    private record Statement(int importance, String text) {}
}
