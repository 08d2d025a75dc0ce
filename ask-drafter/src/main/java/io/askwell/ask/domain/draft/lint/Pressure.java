package io.askwell.ask.domain.draft.lint;

import java.util.stream.Stream;

/** No urgency, no deadline, no guilt, no duty: a customer who says no, or nothing, has done nothing wrong. */
record Pressure() implements LintRule {

    private static final String DAY =
            "(?:(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow|noon|midnight"
                    + "|(?:the )?(?:end|close) of (?:the |this |business|next ){0,5}(?:day|week|month|quarter|year)?|eod|eow|cob|next week|this week"
                    + "|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)?(?: (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w*)?"
                    + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w* \\d{1,2}(?:st|nd|rd|th)?)";

    private static final Phrases HARMLESS =
            Phrases.of("""
            (?:no|without(?: any)?|zero|not (?:meant as )?(?:any |a )?|never) (?:hurry|rush|pressure|obligations?|deadlines?|urgency|urgent)(?:,? (?:or|and) (?:hurry|rush|pressure|obligations?|deadlines?)){0,5}
            (?:do not|don't|never|please don't) feel (?:any |under any ){0,5}(?:obliged|obligated|obligations?|pressured?|you (?:have|need) to)
            (?:not|n't|nobody is|never) (?:\\w+ )?(?:urgent|obliged|obligated|expected)
            (?:nothing|all|anything|everything|no one|nobody) (?:that )?(?:you|we|i) (?:really )?(?:need|have) to
            (?:no need|not necessary|don't have|do not have|don't need|do not need|needn't|never have) (?:for you )?to\\b
            OUR_PROMISE
            """.replace("OUR_PROMISE", "(?:i|we)(?:'ll| will| can)[^.!?\\n]{0,80}\\b(?:by|before|until) DAY")
                    .replace("DAY", DAY));

    private static final String YOUR_ACT =
            "(?:need|must|reply|respond|response|answer|let me know|decide|decision|introduc\\w*|refer\\w*|send|get back to (?:me|us)"
                    + "|names?|please|expect|require|hear(?: back)? from you|share|forward|connect|give|by return)";

    private static final Phrases WORDS =
            Phrases.of("""
            act (?:now|fast|quickly|today|soon|immediately)|call now|reply now|refer (?:now|today)|do it (?:now|today)
            last (?:chance|call|opportunity|reminder)|final (?:chance|call|opportunity|reminder|notice|offer|days?)
            (?:do not|don't|never|not to|cannot afford to|can't afford to|or you'll|you'll|you will|would) miss(?: out| this| it| the)?|miss(?:ing)? out|miss your chance|missed opportunity
            hurry(?: up)?|rush (?:to|and)|be quick|quickly before
            urgen(?:t|tly|cy)|asap|a\\.s\\.a\\.p|as soon as (?:possible|you can)|at your earliest convenience|top priority
            (?:reply|respond|answer|act|decide|introduce \\w+|refer \\w+|get back to (?:me|us)|let me know|send (?:me|us) \\w+|i need (?:it|this|an answer|your answer)) (?:immediately|right (?:away|now)|now|today|tonight|at once|straight away|without delay)
            right now or|time[ -](?:sensitive|critical|limited)|limited(?:[ -]time| offer| spots?| places?| seats?| availability)|for a limited time
            (?:only|just) (?:\\w+ ){0,3}(?:minutes?|hours?|days?|weeks?|spots?|places?|seats?|slots?) (?:left|remain\\w*|to go)
            (?:time is|we're|we are|i'm|i am) running out(?: of time)?|clock is ticking|time is short|before time runs out
            (?:before|or|until) (?:it's|it is|it gets) (?:too late|gone|over)|too late|now or never|once[ -]in[ -]a[ -]lifetime|while (?:supplies|stocks?|it) lasts?
            (?:today|this week|this month) only|(?:offer|this|it|opportunity|window) (?:ends|expires|closes)|ends (?:today|tonight|soon|tomorrow)|expir(?:es|ing)
            you(?:'ve| have| only have)? (?:only )?(?:got )?until|(?:valid|available|open|possible) (?:only )?(?:today|until|till|this week|for a)|only today|(?:a|such a|real) (?:shame|pity) (?:if|to)|within (?:the )?(?:next )?(?:\\w+|\\d+) (?:hours?|minutes?)
            you (?:really|definitely) should|you should (?:really|definitely)
            deadlines?|due date|overdue|no later than|at the latest|latest by|until \\w+ at the latest
            YOUR_ACT(?:[^.!?\\n]{0,80})\\b(?:by|before|until|on or before) DAY
            (?:by|before|until) DAY(?:,)? (?:or|otherwise|else|please|at the|latest|we need|i need|you must|you need)
            (?:by|before) DAY(?=[.!]?$)
            you(?:'ll| will)? (?:still |really )?owe|owe (?:me|us)|in (?:my|our) debt
            you (?:really |absolutely |simply |just )?(?:must|have to|need to|ought to|'ve got to|have got to)(?! be\\b| have\\b| feel\\b| know\\b| do\\b| say\\b)
            you(?:'re| are) (?:obliged|obligated|required|expected|supposed|bound)(?: to)?|you(?:'d| had) better|obligation|obligated|obliged to|your duty|your turn|duty to|mandatory|compulsory
            (?:i|we)(?:'m| am|'re| are)? (?:really )?(?:counting|relying|depending|banking) on you|(?:count|rely|depend) on you(?:r)?\\b(?: to)?
            (?:i|we) (?:really )?(?:expect|demand|insist|require|urge|beg)(?: that)? (?:you|an?|your|to hear|on|at least)|i insist|i urge
            disappoint\\w*|let (?:me|us|the team|everyone) down|letting (?:me|us) down|(?:be|feel) (?:very |really |so |quite )?(?:sad|upset|hurt|offended|heartbroken)|guilt\\w*|asham\\w+|selfish|ungrateful
            after (?:all|everything) (?:that )?(?:we|i)(?:'ve| have)?|after all (?:our|my|the) (?:help|work|effort|support)|(?:all|everything|so much) (?:that )?(?:we|i)(?:'ve| have) done for you|(?:done|did) (?:so much|a lot|everything|this) for you|given (?:all|everything|how much) (?:we|i)(?:'ve| have)?
            (?:the )?(?:very )?least you (?:can|could|should)|only fair|only right that you
            if you (?:really|truly|actually|ever) (?:care|cared|value|valued|appreciate|appreciated|like|liked|trust|trusted|love|loved|want|wanted)|if you (?:care|cared|value|valued) (?:about )?(?:us|me|our)
            (?:do not|don't|please don't) (?:ignore|forget|wait|delay|hesitate another|let (?:this|it) (?:slip|pass|go)|say no|turn (?:me|us) down|put (?:this|it) off)|without delay|no excuses?
            (?:can't|cannot|can not|won't|will not|not) (?:say|take|accept) no|take no for an answer
            you (?:still )?(?:haven't|have not|never|did not|didn't) (?:repl\\w+|answer\\w*|respond\\w*|introduc\\w+|referred|got back|get back)|still (?:haven't|have not|waiting)|why (?:haven't|have you not|didn't) you
            (?:all|every|everyone|everybody|most|many|other)(?: of)?(?: our| the)?(?: other)? ?(?:customers?|clients?|users|else)? (?:has|have) already|everyone else|you(?:'re| are) the only (?:one|customer)
            (?:you'll|you will|you'd|you would|might|may) (?:regret|be sorry)|or else|otherwise (?:we|i|you)
            (?:my|our) (?:job|boss|manager|survival|future) (?:depends|is counting|needs|expects)|save my (?:job|quarter)
            (?:as )?you promised|promise me
            """.replace("YOUR_ACT", YOUR_ACT).replace("DAY", DAY));

    @Override
    public String name() {
        return "pressure";
    }

    @Override
    public Stream<String> brokenBy(Passage passage) {
        return WORDS.in(HARMLESS.removedFrom(passage.ours()));
    }
}
