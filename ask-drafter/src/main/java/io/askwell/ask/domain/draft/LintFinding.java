package io.askwell.ask.domain.draft;

/**
 * A broken rule.
 *
 * @param rule its name, for example {@code too_long}
 * @param part where: {@code subject} or {@code body}
 * @param words the words that break it
 */
public record LintFinding(String rule, String part, String words) {}
