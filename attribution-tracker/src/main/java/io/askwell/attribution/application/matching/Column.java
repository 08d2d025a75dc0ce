package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.Code;
import io.askwell.attribution.domain.matching.CompanyName;
import io.askwell.attribution.domain.matching.EmailAddress;
import io.askwell.attribution.domain.matching.Field;
import io.askwell.attribution.domain.matching.FieldKind;
import io.askwell.attribution.domain.matching.FieldValue;
import io.askwell.attribution.domain.matching.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A field and its value in every record. */
record Column(Field field, List<@Nullable FieldValue> values) {

    private static final String ORGANISATION = "organisation";

    /**
     * Company, website and address of people say one thing, where they work; so the first two are replaced by an organisation made of all three,
     * as the service does with leads. Columns of other things stay as they are.
     */
    static List<Column> withOrganisation(List<Column> columns, int records) {
        Optional<Column> company = only(columns, FieldKind.COMPANY);
        Optional<Column> website = only(columns, FieldKind.DOMAIN);
        Optional<Column> email = only(columns, FieldKind.EMAIL);
        boolean ofPeople =
                columns.stream().anyMatch(column -> column.field.kind().isPersonalName());
        boolean tellTwice =
                IntStream.of(company.isPresent() ? 1 : 0, website.isPresent() ? 1 : 0, email.isPresent() ? 1 : 0)
                                .sum()
                        > 1;
        if (!ofPeople || !tellTwice) {
            return columns;
        }
        List<@Nullable FieldValue> organisations = new ArrayList<>();
        for (int record = 0; record < records; record++) {
            organisations.add(organisation(at(company, record), at(website, record), at(email, record)));
        }
        List<Column> joined = new ArrayList<>(columns);
        company.ifPresent(joined::remove);
        website.ifPresent(joined::remove);
        joined.addFirst(new Column(new Field(ORGANISATION, FieldKind.ORGANISATION), organisations));
        return joined;
    }

    private static @Nullable FieldValue organisation(
            @Nullable FieldValue company, @Nullable FieldValue website, @Nullable FieldValue email) {
        return Organisation.of(
                        company instanceof CompanyName name ? name : null,
                        website instanceof Code host ? host.characters() : null,
                        email instanceof EmailAddress address ? address : null)
                .orElse(null);
    }

    private static @Nullable FieldValue at(Optional<Column> column, int record) {
        return column.isPresent() ? column.get().values.get(record) : null;
    }

    private static Optional<Column> only(List<Column> columns, FieldKind kind) {
        List<Column> found =
                columns.stream().filter(column -> column.field.kind() == kind).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
