package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.customer.Success;
import io.askwell.ask.domain.customer.Trigger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the customer achieved, as it stands in a sentence ({@code your milestone “1,000 orders”}), with the signals that say
 * so. Long descriptions are cut so that they leave room for the ask.
 *
 * @param quotes what in it is the customer's own
 */
record SuccessPhrase(String text, List<String> quotes, List<String> evidence) {

    /** What the trigger is about, else the latest; empty when none is known. */
    static Optional<SuccessPhrase> of(List<Success> latestFirst, Trigger trigger) {
        return latestFirst.stream()
                .filter(success -> !Collections.disjoint(success.evidence(), trigger.evidence()))
                .findFirst()
                .or(() -> latestFirst.stream().findFirst())
                .map(SuccessPhrase::of);
    }

    private static SuccessPhrase of(Success success) {
        Optional<String> name = CustomerText.sentence(success.name());
        String achieved = switch (success.kind()) {
            case "first_success_achieved" -> "your first success with us";
            case "milestone_reached" ->
                name.map(text -> "your milestone “" + text + "”").orElse("the milestone you reached");
            case "goal_achieved" ->
                name.map(text -> "reaching your goal “" + text + "”").orElse("the goal you achieved");
            case "project_completed" ->
                name.map(text -> "your project “" + text + "”").orElse("the project you completed");
            case "outcome_recorded" ->
                name.map(text -> "your result “" + text + "”").orElse("the result you reached");
            default -> name.map(text -> "what you achieved, “" + text + "”").orElse("what your team has achieved");
        };
        Optional<String> measure = measure(success);
        String text = achieved + measure.map(amount -> " (" + amount + ")").orElse("");
        List<String> quotes = Stream.of(Optional.of(text), name, measure, amount(success))
                .flatMap(Optional::stream)
                .toList();
        return new SuccessPhrase(text, quotes, success.evidence());
    }

    /** For example {@code time saved: 12 hours}; empty without a number. */
    private static Optional<String> measure(Success success) {
        return amount(success)
                .map(amount -> CustomerText.unit(success.metric())
                                .map(metric -> metric + ": ")
                                .orElse("")
                        + amount);
    }

    private static Optional<String> amount(Success success) {
        return Optional.ofNullable(success.value())
                .map(value -> value.stripTrailingZeros().toPlainString()
                        + CustomerText.unit(success.unit())
                                .map(unit -> " " + unit)
                                .orElse(""));
    }
}
