package io.askwell.ask.domain.draft;

import java.util.List;

/** One thing that no text may do. */
interface LintRule {

    List<LintFinding> findings(Draft draft);
}
