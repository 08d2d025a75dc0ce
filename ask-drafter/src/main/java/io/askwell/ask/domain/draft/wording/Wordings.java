package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every wording there is: two for each template, channel and relationship. */
public final class Wordings {

    private Wordings() {}

    /** In the order of their variants. */
    public static List<Wording> of(Template template, Channel channel, Relationship relationship) {
        return Arrays.stream(Variant.values())
                .map(variant -> new Wording(template, channel, relationship, variant))
                .toList();
    }

    static String subject(Template template, Variant variant) {
        return switch (template) {
            case VALUE_FIRST ->
                switch (variant) {
                    case A -> "Something that may help the people you mentioned";
                    case B -> "About the company you mentioned";
                };
            case SAME_COMPANY ->
                switch (variant) {
                    case A -> "Your other teams";
                    case B -> "Who else in your company?";
                };
            case SOFT ->
                switch (variant) {
                    case A -> "A word of thanks";
                    case B -> "Just a thank-you";
                };
            case DIRECT ->
                switch (variant) {
                    case A -> "Who else should have this?";
                    case B -> "One question, when you have a minute";
                };
            case MUTUAL_BENEFIT ->
                switch (variant) {
                    case A -> "Somebody beside you in this";
                    case B -> "Somebody to compare notes with";
                };
        };
    }

    static Voice voice(Channel channel) {
        return switch (channel) {
            case EMAIL -> new EmailVoice();
            case IN_APP -> new InAppVoice();
            case PHONE -> new PhoneVoice();
            case LINKEDIN -> new LinkedInVoice();
        };
    }

    /** Letters have paragraphs; talking points are lines. */
    static String together(Channel channel, Stream<String> parts) {
        String between = switch (channel) {
            case EMAIL, IN_APP, LINKEDIN -> "\n\n";
            case PHONE -> "\n";
        };
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
