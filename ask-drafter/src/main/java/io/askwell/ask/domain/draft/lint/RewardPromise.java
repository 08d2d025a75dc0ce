package io.askwell.ask.domain.draft.lint;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Any money, gift or credit is a promise that nobody may make before the referral is found eligible. An amount that the
 * evidence states is the customer's own: a customer may well have saved money.
 */
record RewardPromise() implements LintRule {

    private static final Phrases HARMLESS = Phrases.of("""
            credits? (?:goes|go|belongs?|is due|is yours|where credit is due)(?: all)?
            (?:all|full|much|most) (?:of )?(?:the )?credit to
            to your credit
            (?:deserves?|takes?|claim|give you|gives you) (?:all |full |any |no |much |the |some ){0,5}credit(?: for)?
            credit (?:cards?|unions?|risk|notes?|control|checks?|scor\\w+|teams?|terms|lines?|limits?)
            (?:free )?cash[ -]?flows?
            european commission
            eyes on the prize
            gift of
            """);

    private static final Phrases THINGS = Phrases.of("""
            rewards?|rewarded
            (?:something|a little something|a (?:nice |little |small ){0,5}surprise) (?:(?:special|extra|nice) )?(?:in it )?(?:for you|is waiting|waits|awaits)
            bonus(?:es)?
            gifts?|gift ?cards?
            vouchers?|coupons?|promo codes?
            credits?|credited
            discounts?|discounted|rebates?|refunds?
            cash|cash ?backs?
            commissions?|kickbacks?|(?:finder'?s|referral|introduction) fees?|fee for (?:each|every|a|any|your)
            (?:revenue|profit) share|(?:a )?(?:share|cut|slice|percentage) of (?:the |our )?(?:deal|revenue|profits?|fees?|sale|contract)
            prizes?|raffles?|lotter(?:y|ies)|sweepstakes?|giveaways?
            payouts?|honorarium|stipend|compensation for|remunerat\\w+
            incentives?|incentivi[sz]\\w+|perks?|freebies?|swag|goodies|goody bags?|merch(?:andise)?
            free (?:of charge|(?:\\w+ )?(?:months?|years?|weeks?|days?|quarters?|seats?|licen[cs]es?|upgrades?|subscriptions?|trials?|access|tickets?|lunch|dinner|coffee|products?|services?|plans?|add-ons?|consult\\w+|trainings?|workshops?|support|hours?|credits?))
            (?:months?|years?|weeks?|seats?|licen[cs]es?|upgrades?|subscriptions?|services?|plans?|training) (?:\\w+ )?(?:for )?free
            for free|complimentary|on the house
            (?:lunch|dinner|coffee|drinks?|meal|it|this one|that)(?:'s| is|'ll be| will be| are) on (?:us|me)
            (?:buy|treat|shout|stand) (?:you|yourself|your team)(?: to| for| a| an)?
            (?:take|invite) you (?:out )?(?:to|for) (?:a |an |some )?(?:\\w+ )?(?:lunch|dinner|breakfast|coffee|drinks?|beers?|wine|meal|game|match|show|spa)
            (?:bottle|case|crate|box) of (?:wine|champagne|whisk(?:e)?y|chocolates?|beer)|hampers?|champagne
            ipads?|iphones?|airpods?|apple watch(?:es)?|kindles?|amazon card
            (?:we|i|you)(?:'ll| will|'d| would| can| could|'re going to| are going to)?(?: gladly| happily| also| even)? (?:pay|compensate|reimburse|remunerate) (?:you|your|for|anyone|them|everyone)
            (?:get|gets|getting|be|being|are) (?:paid|compensated|remunerated)(?: for| when| if| to| per)?
            paid (?:for|per) (?:each|every|any|a) (?:referral|introduction|lead|name|contact)
            (?:money|something|anything|a percentage|percent) off|half[ -]price
            (?:a )?(?:reduced|lower|cheaper|special|better) (?:price|rate|fee|bill|invoice)s?
            (?:off|reduce|lower|cut|knock \\w+ off|waive|drop) (?:your|the) (?:next |monthly |annual |yearly )?(?:bills?|invoices?|subscriptions?|renewals?|fees?|prices?|rates?|costs?)
            (?:make|makes|earn|earns|win|wins|receive|pay|give|send|offer|collect|get)(?: you| yourself| your team)?(?: some| extra| a little| good| real){0,5} money
            earn (?:a|an|up to|some|extra|points?|miles?|more|yourself|your share|your own)
            win (?:a|an|one of) (?:\\w+ )?(?:trip|holiday|weekend|car|laptop|phone|ticket|tickets|watch)
            (?:reward|loyalty|referral|extra|air|bonus) (?:points?|miles)
            (?:we|i)(?:'ll| will|'d| would| can)(?: also| gladly| happily| then)? (?:donate|make an? (?:\\w+ )?donation|sponsor)
            (?:thank[ -]you|small|little|nice|special|christmas|birthday) presents?|a present for
            (?:a |some )?tokens? of (?:our|my) (?:appreciation|thanks|gratitude|esteem)
            (?:us ?)?dollars?|bucks?|quid|euros?|(?:\\w+ty|ten|hundred|thousand) pounds
            """);

    private static final Pattern AMOUNT = Pattern.compile("\\p{Sc}{2,}|(?:US)?\\p{Sc}\\s?\\d[\\d.,]*\\s?[kKmM]?"
            + "|\\d[\\d.,]*\\s?(?:\\p{Sc}|(?i:[km]?\\s?(?:usd|eur|gbp|chf|jpy|cad|aud|inr|dollars?|euros?|pounds?|bucks?|quid|cents?))\\b)"
            + "|(?i:\\b(?:usd|eur|gbp|chf|jpy|cad|aud|inr)\\s?\\d[\\d.,]*)"
            + "|\\d[\\d.,]*\\s?(?i:%|percent|per cent)\\s(?i:off|discount|less|cheaper)");

    /** Presents, money bags, notes and coins. */
    private static final Pattern PICTURE =
            Pattern.compile("[\\x{1F381}\\x{1F4B0}\\x{1F4B4}-\\x{1F4B8}\\x{1F911}\\x{1FA99}]");

    @Override
    public String name() {
        return "reward_promise";
    }

    @Override
    public Stream<String> brokenBy(Passage passage) {
        var numbers = Numbers.in(passage.evidence().stream()
                .flatMap(quote -> matches(AMOUNT, quote))
                .toList());
        Stream<String> amounts = matches(AMOUNT, passage.ours()).filter(amount -> !numbers.support(amount));
        String without = AMOUNT.matcher(HARMLESS.removedFrom(passage.ours())).replaceAll(Passage.QUOTE);
        return Stream.of(THINGS.in(without), amounts, matches(PICTURE, passage.ours()))
                .flatMap(found -> found);
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).map(String::strip);
    }
}
