package io.askwell.ask.domain.draft.lint;

import io.askwell.ask.domain.customer.Channel;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a channel can carry. An e-mail needs a subject; a subject is one short line everywhere. What is said on the phone
 * has no links. A character is a Unicode code point, as written.
 */
record ChannelLimit(TextLimits limits) implements LintRule {

    private static final Pattern LINK = Pattern.compile(
            "(?:https?://|www\\.)\\S+"
                    + "|(?<![@\\w.-])(?:[a-z0-9-]+\\.)+(?:com|net|org|io|co|ai|app|dev|eu|de|fr|uk|us|ch|at|info|biz|example|me|ly)\\b"
                    + "(?![\\w@])(?:/\\S*)?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "channel_limit";
    }

    @Override
    public Stream<String> brokenBy(Passage passage) {
        return Stream.concat(
                passage.isBody() ? ofBody(passage) : ofSubject(passage),
                passage.recipient().channel() == Channel.PHONE ? links(passage) : Stream.empty());
    }

    private Stream<String> ofSubject(Passage passage) {
        if (passage.text().isEmpty() && passage.recipient().channel() == Channel.EMAIL) {
            return Stream.of("an e-mail needs a subject");
        }
        return Stream.concat(
                passage.raw().strip().lines().count() > 1 ? Stream.of("more than one line") : Stream.empty(),
                atMost(limits.mostSubjectCharacters(), passage));
    }

    private Stream<String> ofBody(Passage passage) {
        return switch (passage.recipient().channel()) {
            case IN_APP -> atMost(limits.mostInAppCharacters(), passage);
            case LINKEDIN -> atMost(limits.mostLinkedInCharacters(), passage);
            case EMAIL, PHONE -> Stream.empty();
        };
    }

    private static Stream<String> atMost(int most, Passage passage) {
        int characters = passage.raw().codePointCount(0, passage.raw().length());
        return characters > most ? Stream.of("%d characters; at most %d".formatted(characters, most)) : Stream.empty();
    }

    private static Stream<String> links(Passage passage) {
        return LINK.matcher(passage.text()).results().map(MatchResult::group).map(link -> "link " + link);
    }
}
