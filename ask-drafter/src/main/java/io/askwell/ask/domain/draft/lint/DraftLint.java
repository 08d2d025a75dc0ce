package io.askwell.ask.domain.draft.lint;

import io.askwell.ask.domain.draft.Draft;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that no draft and no edit may break. A refusal lists every rule that is broken. */
public final class DraftLint {

    private static final int MOST_WORDS_TOLD = 5;

    private final List<LintRule> rules;

    public DraftLint(TextLimits limits) {
        this.rules = List.of(
                new TooLong(limits.mostWords()),
                new NotOneAsk(),
                new Placeholder(),
                new RewardPromise(),
                new UnsupportedClaim(),
                new ThirdPartyData(),
                new Pressure(),
                new Transactional(),
                new ChannelLimit(limits));
    }

    /** One finding for each broken rule and part, in the order of the rules; none when the text may go to the customer. */
    public List<LintFinding> findings(Draft draft, Recipient recipient) {
        var subject = Passage.of(Passage.Part.SUBJECT, draft.subject(), draft, recipient);
        var body = Passage.of(Passage.Part.BODY, draft.body(), draft, recipient);
        return rules.stream()
                .flatMap(rule -> Stream.of(subject, body).flatMap(passage -> finding(rule, passage)))
                .toList();
    }

    private static Stream<LintFinding> finding(LintRule rule, Passage passage) {
        String words = rule.brokenBy(passage)
                .map(found -> found.replace(Passage.QUOTE, "…"))
                .distinct()
                .limit(MOST_WORDS_TOLD)
                .collect(Collectors.joining(", "));
        return words.isEmpty()
                ? Stream.empty()
                : Stream.of(new LintFinding(rule.name(), passage.part().word(), words));
    }
}
