package io.askwell.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.leads.v1.LeadReported;
import io.askwell.schemas.leads.ContactIdentity;
import io.askwell.schemas.leads.LeadContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeadLoadTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T08:00:00Z");
    private static final int LEADS = 4_000;

    @Test
    void theSameSeedGivesTheSameLeadsAndAnotherOneGivesOthers() {
        assertThat(load(1)).isEqualTo(load(1)).isNotEqualTo(load(2));
    }

    @Test
    void everyLeadKeepsTheContract() {
        assertThat(load(1))
                .allSatisfy(
                        lead -> assertThat(LeadContract.violations(lead, UNTIL)).isEmpty());
    }

    @Test
    void noSubmissionIsSentTwice() {
        assertThat(load(1).stream().map(LeadReported::getId).collect(Collectors.toSet()))
                .hasSize(LEADS);
    }

    @Test
    void oneInTenHasAKeyOfAnEarlierOne() {
        var keys = new HashSet<String>();
        var repeats = 0;
        for (var lead : load(1)) {
            var own = keysOf(lead);
            repeats += own.stream().anyMatch(keys::contains) ? 1 : 0;
            keys.addAll(own);
        }

        assertThat(repeats).isBetween(LEADS / 12, LEADS / 8);
    }

    private static List<String> keysOf(LeadReported lead) {
        List<String> keys = new ArrayList<>();
        email(lead).ifPresent(keys::add);
        Optional.ofNullable(Objects.requireNonNull(lead.getSubmission()).getExternalId())
                .ifPresent(keys::add);
        assertThat(keys).isNotEmpty();
        return keys;
    }

    private static Optional<String> email(LeadReported lead) {
        return ContactIdentity.canonicalEmail(
                Objects.requireNonNull(lead.getPersonal()).getEmail());
    }

    private static List<LeadReported> load(long seed) {
        List<LeadReported> leads = new ArrayList<>();
        new LeadLoad(seed, LEADS, UNTIL).forEachRemaining(leads::add);
        return leads;
    }
}
