package io.askwell.ask.domain.draft;

import java.util.List;

/** Every wording there is, at least two for each template. Their order is part of which one a customer gets. */
final class Wordings {

    private static final List<Wording> ALL = List.of(
            new Wording(Template.DIRECT, "direct-a", "Who else should have this?", """
                    Hi {name},

                    thank you for telling us how things are going. I was glad to read about {success}, and I know that it \
                    was your team's work that made it happen.

                    One question: who among the people you know is working on the same problem right now? If a name comes \
                    to mind, a short introduction by e-mail is all it takes, and I will look after them as I look after \
                    you.

                    If nobody comes to mind, that is fine too.
                    """),
            new Wording(Template.DIRECT, "direct-b", "A small favour, after your success", """
                    Hi {name},

                    {success}: that is worth a pause and a thank-you. It was a pleasure to be part of it.

                    Do you know one person in your network who would like to get to the same place? If so, would you \
                    introduce us in two lines? I will take it from there and keep it useful for them.

                    And if it is not the moment, just say so.
                    """),
            new Wording(Template.SOFT, "soft-a", "Good to see where you are", """
                    Hi {name},

                    I only wanted to say how good it is to see {success}.

                    Should you ever talk to someone who faces what you faced back then, feel free to pass on my name. \
                    There is nothing you need to do now.
                    """),
            new Wording(Template.SOFT, "soft-b", "Noticed, and happy about it", """
                    Hi {name},

                    {success}: I noticed, and I am happy for your team.

                    We like to work with people whom our customers know. If somebody crosses your path who could use the \
                    same, you are welcome to mention us. No hurry at all.
                    """));

    private Wordings() {}

    static List<Wording> of(Template template) {
        return ALL.stream().filter(wording -> wording.template() == template).toList();
    }
}
