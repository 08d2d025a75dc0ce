package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Interactions;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.RelationshipFact.ChampionIdentified;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What later decisions need to know of the customer, so that they read one topic for it. Segment, channel and consent are the
 * contract's words.
 *
 * @param interactions how many are kept
 */
public record CustomerFacts(
        @Nullable String ownerId,
        @Nullable String segment,
        @Nullable ZoneId timezone,
        @Nullable String country,
        @Nullable String preferredChannel,
        @Nullable String company,
        @Nullable String projectType,
        boolean highValue,
        boolean sensitive,
        boolean partner,
        String askConsent,
        boolean publicAdvocacyConsent,
        int interactions,
        boolean champion,
        @Nullable Instant signedUpAt,
        @Nullable String customerName,
        @Nullable String contactName,
        @Nullable String email) {

    static CustomerFacts of(CustomerSignals signals) {
        var profile = Profile.of(signals);
        @Nullable String askConsent = profile.valueOf(CustomerUpdated::askConsent);
        return new CustomerFacts(
                profile.valueOf(CustomerUpdated::accountOwner),
                profile.valueOf(CustomerUpdated::segment),
                profile.valueOf(CustomerUpdated::timezone),
                profile.valueOf(CustomerUpdated::country),
                profile.valueOf(CustomerUpdated::preferredChannel),
                profile.valueOf(CustomerUpdated::company),
                profile.valueOf(CustomerUpdated::projectType),
                profile.says(CustomerUpdated::highValue),
                profile.says(CustomerUpdated::sensitive),
                profile.says(CustomerUpdated::partner),
                askConsent == null ? "unknown" : askConsent,
                profile.says(CustomerUpdated::publicAdvocacyConsent),
                Interactions.in(signals),
                !signals.of(ChampionIdentified.class).isEmpty(),
                profile.valueOf(CustomerUpdated::signedUpAt),
                profile.valueOf(CustomerUpdated::name),
                profile.valueOf(CustomerUpdated::contactName),
                profile.valueOf(CustomerUpdated::email));
    }
}
