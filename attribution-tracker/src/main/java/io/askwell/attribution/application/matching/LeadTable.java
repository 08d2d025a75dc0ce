package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.LeadProfile;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generated leads written as CSV, the truth in the column {@code person}. */
final class LeadTable {

    private static final String HEADER = "person,name,email,phone,company,website,title,country";

    private LeadTable() {}

    static String of(List<GeneratedLead> leads) {
        return Stream.concat(Stream.of(HEADER), leads.stream().map(LeadTable::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(GeneratedLead lead) {
        LeadProfile profile = lead.profile();
        return Stream.of(
                        Integer.toString(lead.person()),
                        cell(profile.name()),
                        cell(profile.email()),
                        cell(profile.phone()),
                        cell(profile.company()),
                        cell(profile.website()),
                        cell(profile.title()),
                        cell(profile.country()))
                .collect(Collectors.joining(","));
    }

    private static String cell(@Nullable String value) {
        return "\"" + Objects.requireNonNullElse(value, "").replace("\"", "\"\"") + "\"";
    }
}
