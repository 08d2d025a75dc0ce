package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.Template;

/** Talking points for the owner, a line each; what follows a colon can be said as it stands. */
record PhoneVoice() implements Voice {

    @Override
    public String greeting(boolean named) {
        return named
                ? "- Say hello to {name}, and find out whether the moment suits."
                : "- Say hello, and find out whether the moment suits.";
    }

    @Override
    public String praise(Relationship relationship, Variant variant) {
        return switch (relationship) {
            case NEW ->
                switch (variant) {
                    case A -> "- Good news first: congratulations on {success}. How was it for the team?";
                    case B -> "- Begin with what we saw: {success}. Say well done.";
                };
            case ESTABLISHED ->
                switch (variant) {
                    case A -> "- Good news first: congratulations on {success}. It is a pleasure to be part of it.";
                    case B -> "- Begin with what we saw: {success}. Let them tell how it came about.";
                };
            case CHAMPION ->
                switch (variant) {
                    case A -> "- Good news first: congratulations on {success}. Thank you for standing up for it.";
                    case B -> "- Begin with what we saw: {success}. Say that you know how much of it is their doing.";
                };
        };
    }

    @Override
    public String thanks(Relationship relationship, Variant variant) {
        return switch (relationship) {
            case NEW ->
                switch (variant) {
                    case A -> "- Say thank you: it is good to have you with us.";
                    case B -> "- Begin by listening: how are you getting on so far?";
                };
            case ESTABLISHED ->
                switch (variant) {
                    case A -> "- Say thank you: it is a pleasure to work with you and your team.";
                    case B -> "- Begin by listening: how are things since we last spoke?";
                };
            case CHAMPION ->
                switch (variant) {
                    case A -> "- Say thank you: you have stood up for our work, and we know it.";
                    case B -> "- Begin by listening: what is on your mind these days?";
                };
        };
    }

    @Override
    public String ask(Template template, Variant variant) {
        return switch (template) {
            case VALUE_FIRST ->
                switch (variant) {
                    case A -> """
                        - Come back to {peer}{about}: I would gladly share what we have learned, with nothing attached.
                        - Then ask: could you introduce us?""";
                    case B -> """
                        - Say that you have been thinking about {peer}{about}.
                        - Then ask: would you put us in touch, so that I can share what might help them?""";
                };
            case SAME_COMPANY ->
                switch (variant) {
                    case A -> """
                        - Then ask: is there a colleague in another team who faces similar work?
                        - If there is: find out what that team needs before you speak of us.""";
                    case B -> """
                        - Then ask: which other team in your company could use the same way of working?
                        - If a team is named: agree on who takes the first step.""";
                };
            case SOFT ->
                switch (variant) {
                    case A ->
                        "- In passing: should you ever meet someone who could use the same help, feel free to pass on my name.";
                    case B ->
                        "- In passing: if somebody crosses your path who could use the same, you are welcome to mention us.";
                };
            case DIRECT ->
                switch (variant) {
                    case A -> """
                        - Then ask: who do you know that is working on the same question right now?
                        - If a name comes up: offer to write the two lines of introduction for them.""";
                    case B -> """
                        - Then ask: is there one person in your network who would like to get to the same place?
                        - If there is: agree on how you are introduced, in writing or in a call.""";
                };
            case MUTUAL_BENEFIT ->
                switch (variant) {
                    case A -> """
                        - Then ask: whom would you like to have beside you in this?
                        - Say what both gain: they start with your experience, and you have somebody to compare notes with.""";
                    case B -> """
                        - Then ask: is there a company that you would like to compare notes with?
                        - Offer to bring both together, and to prepare the first talk.""";
                };
        };
    }

    @Override
    public String close(Template template, Variant variant) {
        return switch (variant) {
            case A -> "- Whatever the answer is: say thank you, and leave it there.";
            case B -> "- If it is not the moment: that is fine, and you move on.";
        };
    }
}
