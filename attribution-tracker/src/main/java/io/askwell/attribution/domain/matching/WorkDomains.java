package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.List;

/** What the domain of an address says about where a person works. */
public final class WorkDomains {

    /** No registrable domain has more labels. */
    private static final int MOST_LABELS = 5;

    private WorkDomains() {}

    /**
     * The domain of an address and every domain above it that somebody may have registered, so that the registrable one is among
     * them; empty at a provider for everybody. Nobody's registrable domain is a public suffix, so these do no harm.
     */
    public static List<String> above(String email) {
        List<String> labels =
                List.of(email.substring(email.lastIndexOf('@') + 1).split("\\.", -1));
        List<String> domains = new ArrayList<>();
        for (int count = 2; count <= Math.min(labels.size(), MOST_LABELS); count++) {
            String domain = String.join(".", labels.subList(labels.size() - count, labels.size()));
            if (FreeDomains.contains(domain)) {
                return List.of();
            }
            domains.add(domain);
        }
        return List.copyOf(domains);
    }
}
