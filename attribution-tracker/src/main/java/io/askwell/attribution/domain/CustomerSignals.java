package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the signals of one customer say, as a set: the order in which they come changes nothing. Of the updates those are kept
 * that may still decide something: the newest 50, and the newest 5 that give each field.
 *
 * @param version grows with every signal that adds something
 * @param firstSignalAt when the first signal happened, of whatever kind; null while there is none
 * @param updates the latest first; the standing revision of each
 * @param retracted {@code source/id} of what counts as never sent
 */
public record CustomerSignals(
        String customerId,
        long version,
        @Nullable Instant firstSignalAt,
        List<CustomerUpdate> updates,
        Set<String> retracted) {

    private static final int NEWEST = 50;
    private static final int NEWEST_OF_A_FIELD = 5;

    private static final List<Function<CustomerUpdate, @Nullable Object>> FIELDS = List.of(
            CustomerUpdate::contactName,
            CustomerUpdate::email,
            CustomerUpdate::company,
            CustomerUpdate::signedUpAt,
            CustomerUpdate::contractSignedAt);

    public CustomerSignals {
        updates = List.copyOf(updates);
        retracted = Set.copyOf(retracted);
    }

    public static CustomerSignals none(String customerId) {
        return new CustomerSignals(customerId, 0, null, List.of(), Set.of());
    }

    /** The same set when the signal adds nothing to it. */
    public CustomerSignals with(CustomerSignal signal) {
        Instant first = firstSignalAt == null || signal.occurredAt().isBefore(firstSignalAt)
                ? signal.occurredAt()
                : firstSignalAt;
        return switch (signal) {
            case CustomerSignal.Updated(CustomerUpdate update) -> changedTo(first, updatesWith(update), retracted);
            case CustomerSignal.Retracted retraction -> changedTo(first, updates, retractedWith(retraction.retracts()));
            case CustomerSignal.Seen _ -> changedTo(first, updates, retracted);
        };
    }

    private CustomerSignals changedTo(Instant first, List<CustomerUpdate> newest, Set<String> withdrawn) {
        boolean same = first.equals(firstSignalAt) && newest.equals(updates) && withdrawn.equals(retracted);
        return same ? this : new CustomerSignals(customerId, version + 1, first, newest, withdrawn);
    }

    /** Empty while there is no signal. */
    public Optional<CustomerProfile> profile() {
        return Optional.ofNullable(firstSignalAt).map(this::profileOf);
    }

    private CustomerProfile profileOf(Instant first) {
        CustomerUpdate address = latest(CustomerUpdate::email).orElse(null);
        Instant contract = latest(CustomerUpdate::contractSignedAt)
                .map(CustomerUpdate::contractSignedAt)
                .orElse(first);
        return new CustomerProfile(
                customerId,
                version,
                latest(CustomerUpdate::signedUpAt)
                        .map(CustomerUpdate::signedUpAt)
                        .orElse(contract),
                latest(CustomerUpdate::contactName)
                        .map(CustomerUpdate::contactName)
                        .orElse(null),
                address == null ? null : address.email(),
                address == null ? null : address.emailDomain(),
                latest(CustomerUpdate::company).map(CustomerUpdate::company).orElse(null));
    }

    private Optional<CustomerUpdate> latest(Function<CustomerUpdate, @Nullable Object> field) {
        return updates.stream()
                .filter(update -> !retracted.contains(update.id().text()))
                .filter(update -> field.apply(update) != null)
                .findFirst();
    }

    private List<CustomerUpdate> updatesWith(CustomerUpdate update) {
        CustomerUpdate known = updates.stream()
                .filter(other -> other.id().equals(update.id()))
                .findFirst()
                .orElse(null);
        if (known != null && !known.isReplacedBy(update)) {
            return updates;
        }
        List<CustomerUpdate> all = new ArrayList<>(updates);
        all.remove(known);
        all.add(update);
        all.sort(CustomerUpdate.LATEST_FIRST);
        return kept(all);
    }

    private static List<CustomerUpdate> kept(List<CustomerUpdate> latestFirst) {
        Set<CustomerUpdate> kept =
                new LinkedHashSet<>(latestFirst.stream().limit(NEWEST).toList());
        FIELDS.forEach(field -> latestFirst.stream()
                .filter(update -> Objects.nonNull(field.apply(update)))
                .limit(NEWEST_OF_A_FIELD)
                .forEach(kept::add));
        return latestFirst.stream().filter(kept::contains).toList();
    }

    private Set<String> retractedWith(String signal) {
        Set<String> more = new TreeSet<>(retracted);
        more.add(signal);
        return more;
    }
}
