package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.Template;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One wording of a template, for a channel and a relationship. */
public record Wording(Template template, Channel channel, Relationship relationship, Variant variant) {

    private static final Pattern BLANK = Pattern.compile("\\{(name|success|peer|about)}");

    /** The stable name that is stamped on drafts, for example {@code same_company-in_app-new-a}. */
    public String name() {
        return String.join(
                "-",
                Wordings.word(template),
                Wordings.word(channel),
                Wordings.word(relationship),
                Wordings.word(variant));
    }

    public String subject() {
        return Wordings.subject(template, variant);
    }

    /** @param facts what fills the blanks: name, success, peer, about; without a name or success the text does without */
    public String body(Map<String, String> facts) {
        Voice voice = Wordings.voice(channel);
        String body = Wordings.together(
                channel,
                Stream.of(
                        voice.greeting(facts.containsKey("name")),
                        facts.containsKey("success")
                                ? voice.praise(relationship, variant)
                                : voice.thanks(relationship, variant),
                        voice.ask(template, variant),
                        voice.close(template, variant)));
        return BLANK.matcher(body).replaceAll(blank -> Matcher.quoteReplacement(fact(blank, facts)));
    }

    private static String fact(MatchResult blank, Map<String, String> facts) {
        String fact = facts.get(blank.group(1));
        if (fact == null) {
            throw new IllegalStateException("A wording needs the fact " + blank.group(1));
        }
        return fact;
    }
}
