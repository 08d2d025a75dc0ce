package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.Template;

/** A few lines beside the work that the customer is doing. */
record InAppVoice() implements Voice {

    @Override
    public String greeting(boolean named) {
        return named ? "Hi {name}," : "Hello,";
    }

    @Override
    public String praise(Relationship relationship, Variant variant) {
        return switch (relationship) {
            case NEW ->
                switch (variant) {
                    case A -> "Congratulations on {success}!";
                    case B -> "We just saw {success}. Well done!";
                };
            case ESTABLISHED ->
                switch (variant) {
                    case A -> "Congratulations on {success}. It is a pleasure to see.";
                    case B -> "We are glad about {success}. Well done to all of you.";
                };
            case CHAMPION ->
                switch (variant) {
                    case A -> "Congratulations on {success}. You had a big part in it.";
                    case B -> "Thank you for all that you put into this. We are very glad about {success}.";
                };
        };
    }

    @Override
    public String thanks(Relationship relationship, Variant variant) {
        return switch (relationship) {
            case NEW ->
                switch (variant) {
                    case A -> "It is good to have you with us.";
                    case B -> "Thank you for being with us.";
                };
            case ESTABLISHED ->
                switch (variant) {
                    case A -> "It is a pleasure to work with you.";
                    case B -> "Thank you for working with us so closely.";
                };
            case CHAMPION ->
                switch (variant) {
                    case A -> "Thank you for speaking up for our work.";
                    case B -> "Thank you for all that you put into our work together.";
                };
        };
    }

    @Override
    public String ask(Template template, Variant variant) {
        return switch (template) {
            case VALUE_FIRST ->
                switch (variant) {
                    case A ->
                        "You mentioned {peer}{about}. We would gladly share what we have learned with them. Could you introduce us?";
                    case B ->
                        "You brought up {peer}{about}, and we have an idea that may help them. Would you put us in touch?";
                };
            case SAME_COMPANY ->
                switch (variant) {
                    case A -> "Is there a colleague in another team who faces similar work? A name is enough.";
                    case B -> "Which other team of yours could use this? Just tell us whom to talk to.";
                };
            case SOFT ->
                switch (variant) {
                    case A -> "If you ever meet someone who could use the same, feel free to pass on our name.";
                    case B -> "Should anyone ask, you are welcome to mention us. No hurry at all.";
                };
            case DIRECT ->
                switch (variant) {
                    case A ->
                        "Who do you know that is working on the same question? A name or a short introduction is all it takes.";
                    case B ->
                        "Do you know one person who would like to get to the same place? If so, two lines that introduce us are enough.";
                };
            case MUTUAL_BENEFIT ->
                switch (variant) {
                    case A ->
                        "Whom would you like to have beside you in this? They start with your experience, and you have somebody to compare notes with.";
                    case B ->
                        "Is there a company that you would like to compare notes with? We gladly bring you together, so that both of you learn something.";
                };
        };
    }

    @Override
    public String close(Template template, Variant variant) {
        return "";
    }
}
