package io.askwell.ask.domain.draft.wording;

import io.askwell.ask.domain.draft.Relationship;
import io.askwell.ask.domain.draft.Template;

/** A short letter. */
record EmailVoice() implements Voice {

    @Override
    public String greeting(boolean named) {
        return named ? "Hi {name}," : "Hi there,";
    }

    @Override
    public String praise(Relationship relationship, Variant variant) {
        return switch (relationship) {
            case NEW ->
                switch (variant) {
                    case A ->
                        "We have not spoken often yet, so let me keep this short: congratulations on {success}. It is good to see.";
                    case B -> "I noticed {success}, and wanted to say well done to you and your team.";
                };
            case ESTABLISHED ->
                switch (variant) {
                    case A ->
                        "Congratulations on {success}. It was your team's work that made it happen, and it is a pleasure to be part of it.";
                    case B ->
                        "I was glad to hear about {success}. Having worked with you for a while, I am happy for your whole team.";
                };
            case CHAMPION ->
                switch (variant) {
                    case A ->
                        "Congratulations on {success}. You have stood up for this inside your company, and I wanted to thank you for it.";
                    case B ->
                        "I was very glad about {success}. Much of it is your doing, and it has not gone unnoticed here.";
                };
        };
    }

    @Override
    public String thanks(Relationship relationship, Variant variant) {
        return switch (relationship) {
            case NEW ->
                switch (variant) {
                    case A -> "We have not spoken often yet, so let me keep this short. Thank you for working with us.";
                    case B -> "I wanted to say thank you for the trust that you have placed in us.";
                };
            case ESTABLISHED ->
                switch (variant) {
                    case A -> "Thank you for the way you and your team work with us. It is a pleasure.";
                    case B -> "We have been working together for a while, and I wanted to say how much I enjoy it.";
                };
            case CHAMPION ->
                switch (variant) {
                    case A -> "You have stood up for our work inside your company, and I wanted to thank you for it.";
                    case B ->
                        "Thank you for the energy that you put into our work together. It has not gone unnoticed here.";
                };
        };
    }

    @Override
    public String ask(Template template, Variant variant) {
        return switch (template) {
            case VALUE_FIRST ->
                switch (variant) {
                    case A -> """
                        You mentioned {peer}{about}. I would gladly share with them what we have learned, whether or not we \
                        ever work together. Could you introduce us by e-mail?""";
                    case B -> """
                        Since you brought up {peer}{about}, I have been thinking about what might help there. Would you put \
                        us in touch? I will bring something useful to the first talk, and they decide whether there is a \
                        second.""";
                };
            case SAME_COMPANY ->
                switch (variant) {
                    case A -> """
                        Is there a colleague in another team of your company who faces similar work? If you introduce us, I \
                        will first listen to what they need.""";
                    case B -> """
                        Which other team in your company could use the same way of working? A name, or a line that \
                        introduces us, helps me to reach the right person without bothering everybody.""";
                };
            case SOFT ->
                switch (variant) {
                    case A -> """
                        Should you ever talk to someone who faces what you faced back then, feel free to pass on my name. \
                        There is nothing you need to do now.""";
                    case B -> """
                        We like to work with people whom our customers know. If somebody crosses your path who could use \
                        the same help, you are welcome to mention us. There is no hurry at all.""";
                };
            case DIRECT ->
                switch (variant) {
                    case A -> """
                        May I ask you one thing? Who among the people you know is working on the same question right now? \
                        If a name comes to mind, a short introduction by e-mail is all it takes, and I will look after them \
                        as I look after you.""";
                    case B -> """
                        Do you know one person in your network who would like to get to the same place? If so, two lines \
                        that introduce us are enough. I will take it from there and keep it useful for them.""";
                };
            case MUTUAL_BENEFIT ->
                switch (variant) {
                    case A -> """
                        Whom would you like to have beside you in this? A company that you know starts with what you have \
                        learned, and you gain somebody to compare notes with. If a name comes to mind, I am glad to \
                        bring you both together.""";
                    case B -> """
                        Is there one company in your network that you would like to compare notes with? An introduction \
                        helps both of you: they learn from what you have done, and you see how they go about it.""";
                };
        };
    }

    @Override
    public String close(Template template, Variant variant) {
        return switch (template) {
            case SOFT -> "";
            case VALUE_FIRST, SAME_COMPANY, DIRECT, MUTUAL_BENEFIT ->
                switch (variant) {
                    case A -> "If it does not suit you, that is fine too.";
                    case B -> "And if this is not the moment, just say so.";
                };
        };
    }
}
