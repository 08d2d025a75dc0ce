package io.askwell.ask.domain.draft.lint;

import java.util.stream.Stream;

/** A recommendation is no trade: nothing for something, no scores kept, no targets of ours on the customer's shoulders. */
record Transactional() implements LintRule {

    private static final Phrases HARMLESS = Phrases.of("""
            (?:a )?(?:great|good|big|huge) deal (?:of|more|better|to (?:us|me|you))|mean(?:s|t)? a (?:great|good) deal
            (?:deal|deals|dealing|dealt) with|no big deal|big deal|a great deal
            in return (?:flights?|trips?)
            per cent
            """);

    private static final String GIVE =
            "(?:refer|introduce|recommend|send|bring|share|give|connect|forward|mention|help|name|put|point|pass|do)";
    private static final String INFORM =
            "(?:keep|let|copy|cc|update|tell|inform|thank|report|ask|send you (?:an? )?(?:short |quick |brief |few |two ){0,5}(?:updates?|drafts?|texts?|notes?|lines?|summary|words|something|e-?mails?|messages?)|write|draft|spare|be (?:very |so |truly |most |really ){0,5}(?:grateful|thankful|glad|happy|delighted|honou?red|pleased)|make (?:it|sure|that) |follow)";

    private static final Phrases WORDS = Phrases.of("""
            in (?:exchange|return|trade|consideration)(?: for)?|as (?:a )?(?:payment|compensation|repayment|consideration|quid)|exchange for
            if you(?:'ll| will| can| could| would|'d| do| are able to| are willing to)?(?: please| just| kindly)? GIVE\\b[^.!?\\n]{0,80}?\\b(?:we|i)(?:'ll| will| would|'d| can| could|'re going to| shall)(?: gladly| happily| also| then| be able to| make sure (?:that )?| be happy to| be glad to){0,5}+ (?!INFORM)[^.!?\\n]{0,60}\\b(?:you|your)\\b
            if you(?:'ll| will| can| could| would|'d)? GIVE\\b[^.!?\\n]{0,80}?\\byou(?:'ll| will| would|'d| can)? (?:get|receive|earn|be (?:entitled|eligible|given|offered)|qualify|benefit|enjoy|unlock)
            (?:we|i)(?:'ll| will|'d| would| can)[^.!?\\n]{0,60}\\b(?:for you|your|you)\\b[^.!?\\n]{0,30}\\bif you(?:'ll| will| can| could)? (?:refer|introduce|recommend|send|bring|connect|give us|give me)
            (?:refer|introduce|recommend|connect|send|bring) [^.!?\\n]{0,50}(?: and|,) (?:you(?:'ll| will| can| would)? (?:get|receive|earn|win|enjoy|unlock|be (?:given|first|offered|entitled))|(?:we|i)(?:'ll| will|'d| would) (?:add|give|grant|extend|offer|pay|upgrade|prioriti[sz]e|help you))
            you help (?:us|me),? (?:and |so )?(?:we|i)(?:'ll| will)? help you|(?:do|doing) you one
            (?:for|with|per|on) (?:each|every) (?:successful |qualified |new |good |warm )?(?:referrals?|introductions?|intros?|leads?|names?|contacts?|friends?|customers?|clients?|signups?|sign-ups?|persons?|people|company|companies)
            (?:each|every) (?:successful |qualified )?(?:referral|introduction|lead) (?:earns|gets|brings|counts|means)|per (?:referral|introduction|intro|lead|head|signup|sign-up|name|contact)
            (?:new |a |the |our |your |this |fair |simple |same |sweet ){0,5}deals?|bargain\\w*|barter\\w*|quid[ -]pro[ -]quo|tit[ -]for[ -]tat|horse[ -]trad\\w+
            quotas?|(?:sales|revenue|referral|quarterly|monthly|my|our) (?:targets?|goals?|numbers|kpis?|okrs?)|hit (?:my|our|the) (?:targets?|numbers?|goals?)
            favou?rs? (?:owed|due|in|for a)|(?:owe|owes|owed|owing) (?:you |me |us |them )?(?:one|a (?:big )?one|a (?:big |small )?favou?r)|owes? (?:me|us)|call(?:ing)? in a favou?r|(?:return|repay|trade|swap|exchange) (?:the |a |this |your |our )?favou?rs?
            repay\\w*|pay(?:s|ing)? (?:you |us |me |it )?back|paybacks?|pays for itself|reciproc\\w+|you scratch|scratch (?:my|your|our) back|one good turn
            (?:swap|trade|exchange|exchanging|swapping|trading|buy|sell) (?:of )?(?:some |a few )?(?:referrals?|leads?|introductions?|intros?|contacts?|names)
            (?:make (?:it|this) )?worth your while|what(?:'s| is) in it for you|sweeten\\w*
            (?:on condition|conditional(?: on)?|provided|on the condition)(?: that)? you|only if you (?:refer|introduce|recommend|send|bring|connect|give)
            (?:since|because|as|now that|given that) (?:we|i)(?:'ve| have)?(?: just| recently| always)? (?:gave|given|did|done|helped|fixed|extended|granted|waived|solved|supported|discounted)\\b[^.!?\\n]{0,60}\\b(?:you|would you|could you|can you|please)\\b
            (?:need|want|after|looking for|collecting|generate|get|bring (?:us|in)) (?:more |new |some |fresh )+(?:leads|customers|clients|business|sales|signups|revenue)|(?:fill|build|grow) (?:my|our) pipeline
            (?:a )?(?:business )?transactions?(?=[:.!?]|$)|leverage your network|monetis\\w+|monetiz\\w+
            """.replace("GIVE", GIVE).replace("INFORM", INFORM));

    @Override
    public String name() {
        return "transactional";
    }

    @Override
    public Stream<String> brokenBy(Passage passage) {
        return WORDS.in(HARMLESS.removedFrom(passage.ours()));
    }
}
