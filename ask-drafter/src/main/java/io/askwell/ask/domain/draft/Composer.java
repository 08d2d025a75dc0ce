package io.askwell.ask.domain.draft;

import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the first version of a draft. The same customer and trigger always get the same text. */
public final class Composer {

    private static final Pattern PARAGRAPH_START = Pattern.compile("(?<=\n\n)\\p{Ll}");
    private static final int MOST_NAME_CHARACTERS = 60;

    private Composer() {}

    public static Composition compose(String customerId, Assessment assessment, Trigger trigger) {
        Template template = assessment.decision() == Readiness.SOFT_MENTION ? Template.SOFT : Template.DIRECT;
        Wording wording = choose(Wordings.of(template), customerId, trigger);
        SuccessPhrase success = SuccessPhrase.of(assessment.successes());
        String name = addressee(assessment.profile());
        var draft = new Draft(
                1,
                template,
                wording.variant(),
                wording.subjectFor(name, success.text()),
                startingWithCapital(wording.bodyFor(name, success.text())),
                Draft.BY_TEMPLATE,
                List.of(name, success.text()));
        return new Composition(draft, evidence(success, trigger));
    }

    private static Wording choose(List<Wording> wordings, String customerId, Trigger trigger) {
        int seed = (customerId + "\n" + String.join("\n", trigger.evidence())).hashCode();
        return wordings.get(Math.floorMod(seed, wordings.size()));
    }

    private static String addressee(Profile profile) {
        return Stream.of(profile.contactName(), profile.customerName(), profile.company())
                .flatMap(name -> Optional.ofNullable(name).stream())
                .map(name -> name.strip().replaceAll("\\s+", " "))
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(0, Math.min(MOST_NAME_CHARACTERS, name.length())))
                .findFirst()
                .orElse("there");
    }

    /** A paragraph that begins with the success begins with a capital letter. */
    private static String startingWithCapital(String body) {
        return PARAGRAPH_START.matcher(body).replaceAll(start -> start.group().toUpperCase(Locale.ROOT));
    }

    private static List<String> evidence(SuccessPhrase success, Trigger trigger) {
        return Stream.concat(trigger.evidence().stream(), success.evidence().stream())
                .distinct()
                .toList();
    }

    /** @param evidence the signals that the draft rests on, as {@code source/id} */
    public record Composition(Draft draft, List<String> evidence) {}
}
