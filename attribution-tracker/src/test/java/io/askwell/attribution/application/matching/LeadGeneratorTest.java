package io.askwell.attribution.application.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.matching.LeadProfile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The generated leads are as hard as the documentation says. */
class LeadGeneratorTest {

    private static final List<GeneratedLead> LEADS = new LeadGenerator(3).leads(5_000);

    @Test
    void theSameSeedGivesTheSameLeads() {
        assertThat(new LeadGenerator(3).leads(5_000)).isEqualTo(LEADS);
        assertThat(new LeadGenerator(4).leads(5_000)).isNotEqualTo(LEADS);
    }

    @Test
    void everyLeadCanBeReached() {
        assertThat(LEADS)
                .allMatch(
                        lead -> lead.profile().email() != null || lead.profile().phone() != null);
    }

    @Test
    void officesShareTelephonesAndPeopleTheirNameAndAddressWithNobody() {
        assertThat(peopleOf(LeadProfile::phone)).isGreaterThan(200);
        assertThat(peopleOf(LeadProfile::email)).isLessThan(20);
    }

    @Test
    void namesakesAndLookAlikesAreThere() {
        assertThat(peopleOf(LeadProfile::name)).isGreaterThan(50);
        assertThat(peopleOf(LeadProfile::company)).isGreaterThan(500);
    }

    @Test
    void theTableHasALineForEach() {
        CsvTable table = CsvTable.parse(LeadTable.of(LEADS));

        assertThat(table.size()).isEqualTo(LEADS.size());
        assertThat(table.at(17, table.column("person")))
                .isEqualTo(Integer.toString(LEADS.get(17).person()));
        assertThat(table.at(17, table.column("name")))
                .isEqualTo(Objects.requireNonNullElse(LEADS.get(17).profile().name(), ""));
    }

    /** Values that leads of more than one person have. */
    private static long peopleOf(Function<LeadProfile, @Nullable String> field) {
        Map<String, Set<Integer>> people = new HashMap<>();
        for (GeneratedLead lead : LEADS) {
            String value = field.apply(lead.profile());
            if (value != null) {
                people.computeIfAbsent(value, unseen -> new HashSet<>()).add(lead.person());
            }
        }
        return people.values().stream().filter(sharing -> sharing.size() > 1).count();
    }
}
