package io.askwell.ask.domain.draft.lint;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * We say only what the evidence says: no number, share or multiple that it does not state, no superlative, no guarantee.
 * Numbers of everyday life are none of that: dates, times, the minutes of a talk, a few names or lines.
 */
record UnsupportedClaim() implements LintRule {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    private static final Phrases EVERYDAY = Phrases.of("""
            \\d{1,2}(?:st|nd|rd|th)?(?: of)? MONTH(?:,? \\d{4})?|MONTH \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|MONTH \\d{4}
            \\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})|(?:in|since|of|for|during|until|by|early|late|q[1-4]) (?:19|20)\\d{2}
            \\d{1,2}(?::\\d{2})(?: ?[ap]\\.?m\\.?)?|\\d{1,2} ?(?:[ap]\\.?m\\.?|o'?clock)|(?:at|around|from|after|before|until) \\d{1,2}(?=[ ,.?!]|$)(?! ?[%x]| (?:times|percent|hours|days|customers|companies))
            (?:a |an )?\\d{1,2}[- ]?(?:min(?:ute)?s?)(?:'s?)?|\\d{1,2}(?: ?-| to| or) \\d{1,2} min(?:ute)?s?
            [1-5](?: ?-| to| or) ?[1-5] (?:people|persons?|names?|peers?|colleagues?|lines?|sentences?|questions?|contacts?|introductions?)
            [1-5] (?:short |quick |simple |brief )?(?:people|persons?|names?|peers?|colleagues?|lines?|sentences?|questions?|contacts?|introductions?)
            q[1-4]|h[12]|24/7|1:1|1-1|\\d{1,2}(?:st|nd|rd|th) (?:anniversary|birthday|floor|meeting|call)
            """.replace("MONTH", MONTH));

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:no\\. ?|#\\s?)?(?:\\p{Sc}\\s?)?" + Numbers.NUMBER.pattern()
                    + "(?:\\s?(?:%|percent\\b|per cent\\b|\\+|x\\b|[kKmM]\\b|-?fold\\b|times\\b|hours?\\b|days?\\b|weeks?\\b|months?\\b|years?\\b|customers?\\b|companies\\b|users?\\b|teams?\\b))?",
            Pattern.CASE_INSENSITIVE);

    private static final Phrases WORDS = Phrases.of("""
            (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)(?:[ -]\\w+)? (?:percent|per cent|times (?:faster|more|better|cheaper|as|the)|-?fold)
            (?:\\w+ )?(?:hundreds|thousands|millions|billions|dozens|scores) of \\w+|(?:hundred|thousand|million|billion) (?:customers|companies|users|teams|people|businesses|hours)
            (?:two|three|four|five|ten|hundred)-?fold|(?:doubled?|tripled?|quadrupled?|halved?|doubles|triples|halves|doubling|tripling|halving)(?: (?:your|their|our|the|its|in)\\b[^.!?\\n]{0,30})?
            (?:twice|thrice|three times|ten times|half) (?:as (?:fast|quick|quickly|much|many|good|productive|efficient|cheap|long)|the (?:time|cost|price|effort|output|revenue|speed|size|work))|in half|by half
            guarantee\\w*|warrant(?:y|ies)|money-back|risk[ -]free|no risk|without (?:any )?risk|fool ?proof|bullet ?proof|fail[ -]?safe|never (?:fails?|failed|breaks?|goes down)|always (?:works?|delivers?|succeeds?)|100% \\w+|zero (?:downtime|risk|errors?|defects?)
            (?:the |our |their |your |simply |absolutely ){0,5}(?:very )?best (?:product|tool|platform|solution|software|service|provider|company|vendor|partner|supplier|system|team|support|choice|option|value|price|results?|deal|app|in|on|of|there|ever|available|possible|you)\\b
            (?:is|are|we're|it's|as|be) the (?:very )?best(?! (?:way|time|moment|person|people|place|thing|day|number|address|channel|part|news|person)\\b)(?: \\w+)?|best[ -](?:in[ -]class|of[ -]breed|selling|rated|known)
            (?:market|industry|world|category|sector|class)[ -](?:leading|leaders?|beating|class|best|first)|world'?s (?:\\w+ )?\\w+est|(?:the|a|our) (?:global |clear |undisputed |market |world ){0,5}(?:leading|leader|number one|no\\. ?1|top)(?: \\w+)?
            number (?:one|1)|no\\. ?1|# ?1|top[ -](?:rated|notch|ranked)|award[ -]winning|second to none|state[ -]of[ -]the[ -]art|cutting[ -]edge|game[ -]chang\\w+|revolution(?:ary|i[sz]\\w+)|unbeatable|unmatched|unrivall?ed|unparallel\\w+|unsurpassed|peerless|incomparable|miracle\\w*|magic(?:al)?
            (?:the|our|your|their) (?:fastest|cheapest|greatest|biggest|largest|strongest|smartest|safest|easiest|simplest|quickest|highest|lowest|finest|most (?:powerful|advanced|reliable|trusted|popular|effective|efficient|complete|successful|innovative|secure|affordable|loved|used|important|profitable|experienced|flexible|modern))(?: \\w+)?
            (?:nobody|no one|no-one) else (?:can|could|does|do|in|on|offers?|comes?)|(?:nobody|no one|no-one|nothing) (?:can |could )?(?:beats?|match(?:es)?|compares?|comes close)|no other (?:company|vendor|tool|product|platform|provider|software|service|supplier)|the only (?:one|tool|platform|product|solution|company|provider|vendor|software|service|way)
            (?:will|would|can) (?:definitely|certainly|surely|undoubtedly|always|instantly) \\w+|(?:scientifically|clinically|statistically) proven|proven (?:to|results?|track|success|method)|studies (?:show|prove)|(?:everyone|everybody|all (?:our )?(?:customers|clients|users)) (?:loves?|says?|agrees?|gets?|saves?|sees?)|every (?:customer|client|user) (?:loves?|says?|gets?|saves?|sees?)
            instant (?:results?|success|roi|savings?)|overnight success|huge (?:roi|savings?)|massive (?:roi|savings?|growth)|perfect (?:solution|product|tool|results?|score)|flawless\\w*|error-free
            """);

    @Override
    public String name() {
        return "unsupported_claim";
    }

    @Override
    public Stream<String> brokenBy(Passage passage) {
        var evidence = Numbers.in(passage.evidence());
        String text = EVERYDAY.removedFrom(passage.ours());
        Stream<String> numbers = NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .filter(number -> !evidence.support(number));
        Stream<String> words = WORDS.in(text).filter(claim -> !isStated(claim, passage));
        return Stream.concat(numbers, words);
    }

    private static boolean isStated(String claim, Passage passage) {
        return passage.evidence().stream()
                .anyMatch(quote -> Phrases.of(Pattern.quote(claim)).isIn(quote));
    }
}
