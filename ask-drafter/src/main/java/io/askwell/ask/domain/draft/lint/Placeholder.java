package io.askwell.ask.domain.draft.lint;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Nothing leaves half written. What is quoted counts too: a placeholder among the facts is as bad as one of ours. */
record Placeholder() implements LintRule {

    private static final Pattern BRACKETED = Pattern.compile("""
            \\{[^{}\\n]{0,60}}+|\\[[^\\[\\]\\n]{1,60}]|<[^<>\\n]{1,60}>|\\$[A-Za-z_]\\w*|%[A-Za-z_]{2,40}%|__+|##+
            """.strip());
    private static final Phrases WORDS = Phrases.of("""
            x{3,}
            tbd
            tbc
            tba
            todo
            fixme
            lorem(?: ipsum)?
            ipsum
            dolor sit amet
            placeholders?
            undefined
            null
            asdf\\w*
            (?:insert|enter|add|fill in)(?: your| the| their| a| customer| contact| company){0,5}(?: first| last)? (?:name|company|text|success|link|date|details) ?(?:here)?
            (?:your|first|last|customer|contact|company|sender)[ _]?name here
            (?:dear|hi|hello) (?:name|(?:first|last|customer|contact|company)[ _]?name)
            sample text
            text goes here
            """);

    @Override
    public String name() {
        return "placeholder";
    }

    @Override
    public Stream<String> brokenBy(Passage passage) {
        return Stream.concat(
                BRACKETED.matcher(passage.text()).results().map(MatchResult::group), WORDS.in(passage.text()));
    }
}
