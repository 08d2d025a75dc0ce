package io.askwell.ask.domain;

import io.askwell.ask.domain.draft.lint.LintFinding;
import java.time.Instant;
import java.util.List;

/** The answer to a person's decision. */
public sealed interface DecisionResult {

    /** @param steps in their order; the last one's ask is the ask as it stands now */
    record Decided(List<AskStep> steps) implements DecisionResult {
        public Decided {
            steps = List.copyOf(steps);
        }

        public Ask ask() {
            return steps.getLast().ask();
        }
    }

    record NoSuchAsk() implements DecisionResult {}

    /** Only the account owner or the program owner decides. */
    record NotTheirs() implements DecisionResult {}

    /** Somebody or something else was first: {@code ask} tells what happened. */
    record NotPending(Ask ask) implements DecisionResult {}

    record StaleDraft(int currentVersion) implements DecisionResult {}

    record NoLongerAllowed(List<Objection> objections) implements DecisionResult {
        public NoLongerAllowed {
            objections = List.copyOf(objections);
        }
    }

    record TextRefused(List<LintFinding> findings) implements DecisionResult {
        public TextRefused {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The draft cannot be written anew that way.
     *
     * @param part {@code template} or {@code variant}
     * @param why goes on with "the template …" or "the variant …"
     */
    record TemplateRefused(String part, String why) implements DecisionResult {}

    record UntilIsPast() implements DecisionResult {}

    /** @param latest the longest deferral that would do */
    record UntilIsTooFar(Instant latest) implements DecisionResult {}
}
