package io.askwell.attribution.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which identities belong to one referrer, as the submissions of one lead show it: who is named as a customer together with
 * an address is the same referrer when only the address is given. Two identities of the same kind never become one, and
 * neither does an identity that two referrers are named with: that is for a person to judge.
 */
final class ReferrerIdentities {

    private final Map<Referrer, Set<Referrer>> namedWith = new HashMap<>();

    ReferrerIdentities(Collection<Submission> submissions) {
        for (Submission submission : submissions) {
            submission.referrers().stream()
                    .skip(1)
                    .filter(identity ->
                            identity.kind() != submission.referrers().getFirst().kind())
                    .forEach(identity -> namedWith
                            .computeIfAbsent(identity, _ -> new TreeSet<>())
                            .add(submission.referrers().getFirst()));
        }
    }

    /** The most telling identity of the same referrer. Ends because each step goes to a more telling kind. */
    Referrer resolve(Referrer identity) {
        Set<Referrer> moreTelling = namedWith.getOrDefault(identity, Set.of());
        return moreTelling.size() == 1 ? resolve(moreTelling.iterator().next()) : identity;
    }
}
