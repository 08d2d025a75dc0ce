package io.askwell.ask.domain.draft;

import java.util.List;

/** A customer reads a few lines, not a page. */
record TooLong(int mostWords) implements LintRule {

    @Override
    public List<LintFinding> findings(Draft draft) {
        long words = draft.body().isBlank() ? 0 : draft.body().strip().split("\\s+").length;
        return words > mostWords
                ? List.of(new LintFinding("too_long", "body", "%d words, at most %d".formatted(words, mostWords)))
                : List.of();
    }
}
