package io.askwell.ask.domain.draft.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One message asks for one thing. A sentence asks when it wants a name, an introduction or a kind word of the customer; what
 * only goes on about the same ask ("If so, would you introduce us?") is no second one. To ask for a review or a testimonial
 * beside it is.
 */
record NotOneAsk() implements LintRule {

    private static final Pattern SENTENCE_END =
            Pattern.compile("\\n\\n+|\\n(?=\\s*(?:[-*\\u2022]|\\d+[.)]))|(?<=[.!?;])[\"')]*\\s+|:\\s+");
    private static final int MOST_CHARACTERS_TOLD = 60;

    private static final String SOMEBODY =
            "(?:anyone|anybody|someone|somebody|who|whom|a (?:name|person|peer|colleague|friend|contact|team|company|business)|one (?:person|name|peer|colleague|friend|contact|team|company|other)|(?:\\w+ ){0,2}(?:people|person|persons|peers?|colleagues?|friends?|contacts?|companies|company|firms?|businesses|teams?|departments?|leaders?|owners?|names?|folks|others?))";

    private static final Phrases REFERRAL = Phrases.of("""
            introduc(?:e|es|ing|tions?)|intros?
            refer|refers|referring|referrals?
            recommend|recommending|recommendations?|vouch
            connect (?:me|us|you|the)|connections?|(?:in|into) (?:touch|contact) with|in touch
            (?:pass|passing|hand|handing) (?:\\w+ ){0,4}(?:on|along)|pass on|forward(?:ing)?|share (?:this|my|our|it|a name|the|names?|who)|send (?:\\w+ ){0,3}(?:my|our) way
            mention(?:ing)? (?:me|us|my|our|it|this|\uFFFC)|spread the word|put in a (?:good |kind )?word|a (?:good|kind) word|(?:think|thinking) of (?:me|us)|keep (?:me|us) in mind|bring (?:me|us) up
            point (?:me|us|them|someone|somebody)|(?:tell|telling) (?:\\w+ ){1,4}about (?:me|us|this|what)|let (?:me|us) know (?:who|if|of)|give (?:them|him|her|someone|somebody|me|us) (?:my|our|a|the|their) (?:names?|number|address|details)
            (?:know|knows|knew|think of|thought of|met|meet|talk to|talking to|hear of|heard of|aware of|spot|suggest|name|see) (?:of )?SOMEBODY
            SOMEBODY (?:\\w+ ){0,3}(?:you|your|that|who|in|among|at|comes?|could|might|would|should|can|else)
            who (?:\\w+ )?(?:should|could|might|would|else|among|in|comes?|do|at|from|is|has|are)|whose
            (?:ask|asking) (?:you )?for (?:a|one|two|three|any|some|the) (?:\\w+ )?(?:names?|contacts?)|(?:send|give|drop|tell) (?:me|us) (?:a|one|two|three|any|some|the|their) (?:\\w+ )?(?:names?|contacts?)
            crosses your (?:path|mind)|comes? to mind|springs? to mind
            (?:a |the |one |two |some )?names? (?:comes?|is|would|of)
            """.replace("SOMEBODY", SOMEBODY));

    private static final Phrases REQUEST = Phrases.of("""
            please|kindly|feel free|welcome to|by all means|do not hesitate|don't hesitate
            (?:would|could|can|will|might|may) you|you (?:could|can|might|may|would)|(?:would|do) you mind|are you (?:able|open|willing|happy)
            (?:i|we)(?:'d| would| should)(?: really| very much| truly| also| just){0,5} (?:love|like|appreciate|welcome|value|be)|grateful|(?:i|we)(?:'m| am|'re| are) (?:looking|hoping|wondering|curious|asking)|(?:i|we) (?:hope|wonder|ask|wanted to ask|want to ask)|may (?:i|we)|can (?:i|we)|could (?:i|we)
            (?:would|will|it'd|it'll|that'd) (?:help|mean|be|make|suit)|all (?:it takes|i ask|we ask)
            let (?:me|us) know|tell (?:me|us)|send (?:me|us)|drop (?:me|us)|give (?:me|us)|reply with|point (?:me|us)|think of (?:me|us)|keep (?:me|us) in mind
            if you (?:ever |happen to |do |also |already |can |could ){0,5}(?:know|think|meet|hear|see|talk|come)|if (?:someone|somebody|anyone|anybody|a |one |there)|should you (?:ever |happen to )?(?:know|meet|talk|hear|think|come|see)|should (?:someone|somebody|anyone|anybody|a )|whenever you|next time you|when you (?:next )?(?:talk|meet|speak)
            """);

    /** A sentence that begins with what the customer is to do. */
    private static final Pattern IMPERATIVE = Pattern.compile(
            "^(?:and |so |also |then |or |just |do |simply |ask |- ?|\\d+[.)] ?){0,5}(?:introduce|refer|recommend|connect|forward|pass|share|mention|tell|point|send|put|spread|name|think|give|keep)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Phrases PAST = Phrases.of("""
            thanks?(?: you)?(?: so much| very much| again)?,? (?:for|to)
            (?:thank|thanks|thankful|grateful) (?:\\w+ ){0,4}(?:introduced|recommended|referred|connected)
            (?:for|since|after|because|when) (?:the|your|that|our|you) (?:kind |warm |recent |last |earlier ){0,5}(?:introduc\\w+|referrals?|recommend\\w+|referred)
            """);

    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:and |or |but |so |then |- ?){0,5}(?:if (?!you (?:ever |happen to )?(?:know|think|meet|hear))|in that case|when|whenever|whoever|no need|nothing|it takes|then|either way|even|just|simply|that|this|a (?:short|quick|brief|simple|name|line|first)|an introduction|two (?:lines|sentences)|one (?:line|sentence|name)|once|i(?:'ll|'d)? |we(?:'ll|'d)? ).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Phrases SAME = Phrases.of("""
            (?:anyone|anybody|someone|somebody|a name|names) (?:\\w+ )?(?:springs?|comes?) to mind|if so|if yes|if that is|if not|the two of you|that person|this person|them|him|her|they
            introduc(?:e|ing) (?:us|me)(?! to\\b| with\\b)|(?:make|making|offer|write|send) (?:an|the|that) (?:e-?mail |short |quick |brief |warm |first |two-line ){0,5}(?:introduction|intro)|connect (?:us|me)(?! (?:to|with)\\b)|put (?:us|me) in touch(?! with\\b)|(?:who|whom) (?:would|might|could) (?:that|it|this) be
            """);
    private static final Phrases ANOTHER = Phrases.of("""
            also|another|as well|too|in addition|additionally|furthermore|besides|second(?:ly)?|moreover|while you're at it|on top
            """);

    private static final Phrases REVIEW = Phrases.of("""
            (?:leave|write|give|share|post|record|submit|do|provide|publish|join|be part of|take part in|agree to|complete|fill in|take|answer)(?: \\w+){0,4} (?:reviews?|ratings?|testimonials?|case stud(?:y|ies)|success story|quote|endorsements?|surveys?|questionnaires?|webinars?)
            (?:review|rate|endorse|follow) us|like us on|(?:a|your|short|quick) (?:google |g2 |capterra |online |short |quick |public )+reviews?|be a reference|(?:act|serve) as (?:a |our ){0,5}reference
            """);

    @Override
    public String name() {
        return "not_one_ask";
    }

    @Override
    public Stream<String> brokenBy(Passage passage) {
        if (!passage.isBody()) {
            return Stream.empty();
        }
        List<String> asks = asks(passage.ours());
        if (asks.isEmpty()) {
            return Stream.of("nothing is asked");
        }
        return asks.size() == 1
                ? Stream.empty()
                : Stream.of(asks.size() + " asks: "
                        + asks.stream().map(NotOneAsk::told).collect(Collectors.joining(" / ")));
    }

    private static List<String> asks(String text) {
        var asks = new ArrayList<String>();
        for (String sentence : sentences(text)) {
            boolean asksForReferral = asksForReferral(sentence);
            if (asksForReferral && (asks.isEmpty() || !isSameAsk(sentence))) {
                asks.add(sentence);
            }
            if (isRequest(sentence) && REVIEW.isIn(sentence)) {
                asks.add(sentence);
            }
        }
        return asks;
    }

    private static List<String> sentences(String text) {
        return Arrays.stream(SENTENCE_END.split(text))
                .map(sentence -> sentence.replaceAll("\\s+", " ").strip())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static boolean asksForReferral(String sentence) {
        return !PAST.isIn(sentence) && isRequest(sentence) && REFERRAL.isIn(sentence);
    }

    private static boolean isRequest(String sentence) {
        return sentence.contains("?")
                || REQUEST.isIn(sentence)
                || IMPERATIVE.matcher(sentence).matches();
    }

    private static boolean isSameAsk(String sentence) {
        return !ANOTHER.isIn(sentence) && (GOES_ON.matcher(sentence).matches() || SAME.isIn(sentence));
    }

    private static String told(String ask) {
        return ask.length() <= MOST_CHARACTERS_TOLD
                ? ask
                : ask.substring(
                                0,
                                ask.offsetByCodePoints(
                                        0, Math.min(MOST_CHARACTERS_TOLD, ask.codePointCount(0, ask.length()))))
                        + "…";
    }
}
