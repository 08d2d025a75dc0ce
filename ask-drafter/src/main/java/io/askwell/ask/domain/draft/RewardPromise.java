package io.askwell.ask.domain.draft;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Any money, gift or credit is a promise that nobody may make before the referral is found eligible. What the draft quotes
 * of the customer's own is left out: a customer may well have saved money.
 */
record RewardPromise() implements LintRule {

    private static final Pattern PROMISE = Pattern.compile("""
            \\b(?:rewards?|bonus(?:es)?|gifts?|gift\\ ?cards?|vouchers?|coupons?|credits?|discounts?|rebates?|cash(?:back)?
            |commissions?|kickbacks?|prizes?|payouts?|incentives?|perks?|swag
            |free\\ (?:month|months|year|seat|seats|upgrade)
            |(?:we|i)(?:'ll|’ll|\\ will)?\\ (?:pay|compensate|reimburse)
            |\\d[\\d.,]*\\s?(?:usd|eur|gbp|chf|dollars?|euros?|pounds?|bucks|%\\ off))\\b
            |[$€£¥]\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?[$€£¥]
            """.replace("\n", ""), Pattern.CASE_INSENSITIVE);

    @Override
    public List<LintFinding> findings(Draft draft) {
        return Stream.concat(
                        findings("subject", draft.subject(), draft.quoted()),
                        findings("body", draft.body(), draft.quoted()))
                .toList();
    }

    private static Stream<LintFinding> findings(String part, String text, List<String> quoted) {
        String ours = text;
        for (String quote : quoted) {
            ours = Pattern.compile(Pattern.quote(quote), Pattern.CASE_INSENSITIVE)
                    .matcher(ours)
                    .replaceAll(" ");
        }
        return PROMISE.matcher(ours)
                .results()
                .map(MatchResult::group)
                .map(words -> new LintFinding("reward_promise", part, words.strip()));
    }
}
