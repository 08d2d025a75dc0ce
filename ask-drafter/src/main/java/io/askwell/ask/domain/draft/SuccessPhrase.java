package io.askwell.ask.domain.draft;

import io.askwell.ask.domain.customer.Success;
import java.util.List;
import java.util.Optional;

/**
 * What the customer achieved, as it stands in a sentence, with the signals that say so. Long descriptions are cut so
 * that they leave room for the ask.
 */
record SuccessPhrase(String text, List<String> evidence) {

    private static final int MOST_WORDS = 16;
    private static final int MOST_CHARACTERS = 120;

    /** The latest success, or a phrase that claims nothing when none is known. */
    static SuccessPhrase of(List<Success> latestFirst) {
        return latestFirst.stream()
                .findFirst()
                .map(success -> new SuccessPhrase(sentence(success), success.evidence()))
                .orElseGet(() -> new SuccessPhrase("what your team has built", List.of()));
    }

    private static String sentence(Success success) {
        Optional<String> name =
                Optional.ofNullable(success.name()).map(SuccessPhrase::brief).filter(text -> !text.isEmpty());
        String achieved = switch (success.kind()) {
            case "first_success_achieved" -> "your first success with us";
            case "milestone_reached" ->
                name.map(text -> "your milestone “" + text + "”").orElse("the milestone you reached");
            case "goal_achieved" ->
                name.map(text -> "your goal “" + text + "”, now achieved").orElse("the goal you achieved");
            case "project_completed" ->
                name.map(text -> "your project “" + text + "”").orElse("the project you completed");
            case "outcome_recorded" -> name.map(text -> "“" + text + "”").orElse("the outcome you reached");
            default -> name.map(text -> "“" + text + "”").orElse("the progress your team has made");
        };
        return achieved + measure(success);
    }

    /** For example {@code (time saved: 12 hours)}; nothing without a number. */
    private static String measure(Success success) {
        if (success.value() == null) {
            return "";
        }
        String amount = success.value().stripTrailingZeros().toPlainString();
        String unit = success.unit() == null ? "" : " " + brief(success.unit());
        String metric = success.metric() == null ? "" : brief(success.metric()) + ": ";
        return " (" + metric + amount + unit + ")";
    }

    static String brief(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        boolean isLong = words.size() > MOST_WORDS || text.length() > MOST_CHARACTERS;
        if (!isLong) {
            return String.join(" ", words);
        }
        String cut = String.join(" ", words.subList(0, Math.min(MOST_WORDS, words.size())));
        return cut.substring(0, Math.min(MOST_CHARACTERS, cut.length())).strip() + "…";
    }
}
