/**
 * The rules that no text of an ask may break, ours or an owner's. Deterministic and of English words: each rule is a class,
 * {@link io.askwell.ask.domain.draft.lint.DraftLint} lists them. A rule sees a text twice: as it is, and without what it
 * quotes of the customer's own, which is no claim or promise of ours.
 */
@NullMarked
package io.askwell.ask.domain.draft.lint;

import org.jspecify.annotations.NullMarked;
