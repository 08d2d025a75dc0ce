package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.LeadMatcher;
import java.util.List;

/** Generated leads, compared and blocked as the service does. */
final class LeadDataset {

    private LeadDataset() {}

    static Dataset of(List<GeneratedLead> leads) {
        return new Dataset(
                LeadMatcher.FIELDS,
                leads.stream().map(lead -> LeadMatcher.recordOf(lead.profile())).toList(),
                new RecordKeys(leads.stream()
                        .map(lead -> Keys.of(LeadMatcher.blockingKeys(lead.profile())))
                        .toArray(long[][]::new)),
                LeadMatcher.MOST_LEADS_OF_A_KEY,
                leads.stream().map(lead -> Integer.toString(lead.person())).toList(),
                LeadMatcher::known);
    }
}
