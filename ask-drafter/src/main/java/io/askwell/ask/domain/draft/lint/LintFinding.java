package io.askwell.ask.domain.draft.lint;

/**
 * A broken rule.
 *
 * @param rule its name, for example {@code too_long}
 * @param part where: {@code subject} or {@code body}
 * @param words the words that break it, or what is too much or missing
 */
public record LintFinding(String rule, String part, String words) {}
