package io.askwell.ask.domain.draft;

import java.util.List;

/** The rules that no draft and no edit may break. A refusal lists every rule that is broken. */
public final class DraftLint {

    private final List<LintRule> rules;

    /** @param mostWords of a body, included */
    public DraftLint(int mostWords) {
        this.rules = List.of(new TooLong(mostWords), new RewardPromise());
    }

    public List<LintFinding> findings(Draft draft) {
        return rules.stream().flatMap(rule -> rule.findings(draft).stream()).toList();
    }
}
