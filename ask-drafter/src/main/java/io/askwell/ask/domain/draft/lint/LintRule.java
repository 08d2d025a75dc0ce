package io.askwell.ask.domain.draft.lint;

import java.util.stream.Stream;

/** One thing that no text may do. */
interface LintRule {

    String name();

    /** The words that break the rule, or what is too much or missing; none when the passage keeps it. */
    Stream<String> brokenBy(Passage passage);
}
