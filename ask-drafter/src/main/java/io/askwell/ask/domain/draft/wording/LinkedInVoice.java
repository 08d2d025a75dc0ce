package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.Template;

/** A short message from person to person. */
record LinkedInVoice() implements Voice {

    @Override
    public String greeting(boolean named) {
        return named ? "Hi {name}," : "Hello,";
    }

    @Override
    public String praise(Relationship relationship, Variant variant) {
        return switch (relationship) {
            case NEW ->
                switch (variant) {
                    case A -> "Congratulations on {success}, to you and your team.";
                    case B -> "I saw {success}, and wanted to say well done.";
                };
            case ESTABLISHED ->
                switch (variant) {
                    case A -> "Congratulations on {success}. I enjoy being part of it.";
                    case B -> "I was glad to hear about {success}. Well deserved.";
                };
            case CHAMPION ->
                switch (variant) {
                    case A -> "Congratulations on {success}. Thank you for standing up for it.";
                    case B -> "I am very glad about {success}, and I know that you had a hand in it.";
                };
        };
    }

    @Override
    public String thanks(Relationship relationship, Variant variant) {
        return switch (relationship) {
            case NEW ->
                switch (variant) {
                    case A -> "Thank you for working with us. I am glad that we are in contact.";
                    case B -> "I wanted to say thank you for your trust.";
                };
            case ESTABLISHED ->
                switch (variant) {
                    case A -> "I enjoy working with you and your team, and wanted to say so.";
                    case B -> "Thank you for working with us for so long.";
                };
            case CHAMPION ->
                switch (variant) {
                    case A -> "Thank you for standing up for our work.";
                    case B -> "I wanted to thank you for the energy you put into our work.";
                };
        };
    }

    @Override
    public String ask(Template template, Variant variant) {
        return switch (template) {
            case VALUE_FIRST ->
                switch (variant) {
                    case A ->
                        "You mentioned {peer}{about}. I would gladly share what we have learned, with nothing attached. Could you introduce us here?";
                    case B ->
                        "I have been thinking about {peer}{about}. Would you put us in touch, so that I can share what might help?";
                };
            case SAME_COMPANY ->
                switch (variant) {
                    case A ->
                        "Is there a colleague in another team of your company who faces similar work? A name is enough.";
                    case B ->
                        "Which other team in your company could use the same? I would start by listening to them.";
                };
            case SOFT ->
                switch (variant) {
                    case A -> "Should you ever meet someone who faces the same, feel free to pass on my name.";
                    case B ->
                        "If somebody in your network could use the same, you are welcome to mention me. No hurry at all.";
                };
            case DIRECT ->
                switch (variant) {
                    case A ->
                        "Who in your network is working on the same question right now? A short introduction here is all it takes.";
                    case B ->
                        "Do you know one person who would like to get to the same place? If so, just connect us here.";
                };
            case MUTUAL_BENEFIT ->
                switch (variant) {
                    case A ->
                        "Whom in your network would you like to compare notes with on this? I am glad to bring you both together.";
                    case B ->
                        "Is there one company that you would like to compare notes with? They start with your experience, and you see how they go about it.";
                };
        };
    }

    @Override
    public String close(Template template, Variant variant) {
        return switch (template) {
            case SOFT -> "";
            case VALUE_FIRST, SAME_COMPANY, DIRECT, MUTUAL_BENEFIT ->
                switch (variant) {
                    case A -> "If not, that is fine too.";
                    case B -> "And if it does not suit you, no harm done.";
                };
        };
    }
}
