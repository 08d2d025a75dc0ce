package io.askwell.attribution.http;

import io.askwell.attribution.application.ChangeLists;
import io.askwell.attribution.domain.ListEntry;
import io.askwell.attribution.domain.Subject;
import io.askwell.schemas.leads.ContactIdentity;
import io.askwell.transport.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust, or not.
 *
 * @param list allow or block
 * @param kind email, domain, customerId, partnerId or linkCode
 * @param value in any spelling
 * @param reason why; up to 10,000 characters
 */
record ListEntryRequest(
        @Nullable String list,
        @Nullable String kind,
        @Nullable String value,
        @Nullable String reason) {

    private static final int LONGEST_ID = 255;

    private record Value(Subject subject, String canonical) {}

    ChangeLists.Addition addition(String person) {
        List<Refusal.Violation> violations = new ArrayList<>();
        Optional<ListEntry.Side> side = side();
        if (side.isEmpty()) {
            violations.add(new Refusal.Violation("/list", "Is required: allow or block"));
        }
        Optional<Subject.Kind> subjectKind = Optional.ofNullable(kind).flatMap(SubjectKinds::kind);
        if (subjectKind.isEmpty()) {
            violations.add(
                    new Refusal.Violation("/kind", "Is required: email, domain, customerId, partnerId or linkCode"));
        }
        Optional<Value> canonical = subjectKind.flatMap(this::canonical);
        if (subjectKind.isPresent() && canonical.isEmpty()) {
            violations.add(new Refusal.Violation("/value", "Is required: of the kind that is named"));
        }
        String why = Reason.checked(reason, violations);
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        Value listed = canonical.orElseThrow();
        return new ChangeLists.Addition(side.orElseThrow(), listed.subject(), listed.canonical(), why, person);
    }

    private Optional<ListEntry.Side> side() {
        if (list == null) {
            return Optional.empty();
        }
        return switch (list) {
            case "allow" -> Optional.of(ListEntry.Side.ALLOW);
            case "block" -> Optional.of(ListEntry.Side.BLOCK);
            default -> Optional.empty();
        };
    }

    private Optional<Value> canonical(Subject.Kind of) {
        return switch (of) {
            case EMAIL ->
                ContactIdentity.canonicalEmail(value).map(address -> new Value(Subject.email(address), address));
            case DOMAIN ->
                ContactIdentity.registrableDomain(value).map(domain -> new Value(Subject.domain(domain), domain));
            case CUSTOMER_ID, PARTNER_ID, LINK_CODE ->
                Optional.ofNullable(value)
                        .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
                        .map(id -> new Value(new Subject(of, id), id));
        };
    }
}
