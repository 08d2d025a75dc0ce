package io.askwell.readiness.domain.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a signal says, one record a kind, grouped as the contract groups them. */
public sealed interface Fact
        permits AskingFact, ConcernFact, ProfileFact, RelationshipFact, Retraction, SatisfactionFact, ValueFact {

    List<Class<? extends Fact>> KINDS = kindsOf(Fact.class);

    static List<Class<? extends Fact>> kindsOf(Class<? extends Fact> family) {
        if (!family.isSealed()) {
            return List.of(family);
        }
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(member -> kindsOf(member.asSubclass(Fact.class)).stream())
                .toList();
    }

    /** The contract's word for a kind, of which the class bears the name: NpsScored is nps_scored. */
    static String word(Class<? extends Fact> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
