package io.askwell.readiness.domain.signal;

import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the updates of a customer add up to: of every field the value that was given last. */
public final class Profile {

    public static final List<Function<CustomerUpdated, @Nullable Object>> FIELDS = List.of(
            CustomerUpdated::name,
            CustomerUpdated::company,
            CustomerUpdated::segment,
            CustomerUpdated::industry,
            CustomerUpdated::timezone,
            CustomerUpdated::country,
            CustomerUpdated::preferredChannel,
            CustomerUpdated::accountOwner,
            CustomerUpdated::highValue,
            CustomerUpdated::sensitive,
            CustomerUpdated::partner,
            CustomerUpdated::signedUpAt,
            CustomerUpdated::trialEndsAt,
            CustomerUpdated::contractSignedAt,
            CustomerUpdated::onboarded,
            CustomerUpdated::projectType,
            CustomerUpdated::askConsent,
            CustomerUpdated::publicAdvocacyConsent,
            CustomerUpdated::email,
            CustomerUpdated::contactName);

    private final List<Signal<CustomerUpdated>> latestFirst;

    private Profile(List<Signal<CustomerUpdated>> latestFirst) {
        this.latestFirst = latestFirst;
    }

    public static Profile of(CustomerSignals signals) {
        return new Profile(signals.of(CustomerUpdated.class));
    }

    /** A value and the update that gave it. */
    public record Known<T>(T value, SignalId by) {}

    public <T> @Nullable Known<T> known(Function<CustomerUpdated, @Nullable T> field) {
        for (Signal<CustomerUpdated> update : latestFirst) {
            @Nullable T value = field.apply(update.fact());
            if (value != null) {
                return new Known<>(value, update.id());
            }
        }
        return null;
    }

    /** The last update that gives a field. */
    public @Nullable Signal<CustomerUpdated> lastGiving(Function<CustomerUpdated, ? extends @Nullable Object> field) {
        for (Signal<CustomerUpdated> update : latestFirst) {
            if (field.apply(update.fact()) != null) {
                return update;
            }
        }
        return null;
    }

    /** The updates that give a field, latest first. */
    public List<Signal<CustomerUpdated>> giving(Function<CustomerUpdated, ? extends @Nullable Object> field) {
        List<Signal<CustomerUpdated>> giving = new ArrayList<>(latestFirst.size());
        for (Signal<CustomerUpdated> update : latestFirst) {
            if (field.apply(update.fact()) != null) {
                giving.add(update);
            }
        }
        return giving;
    }

    public <T> @Nullable T valueOf(Function<CustomerUpdated, @Nullable T> field) {
        var known = known(field);
        return known == null ? null : known.value();
    }

    public boolean says(Function<CustomerUpdated, @Nullable Boolean> field) {
        return Boolean.TRUE.equals(valueOf(field));
    }

    public ZoneId zone() {
        @Nullable ZoneId known = valueOf(CustomerUpdated::timezone);
        return known == null ? ZoneOffset.UTC : known;
    }
}
