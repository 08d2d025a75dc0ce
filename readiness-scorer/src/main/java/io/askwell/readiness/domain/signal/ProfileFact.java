package io.askwell.readiness.domain.signal;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Who the customer is. */
public sealed interface ProfileFact extends Fact {

    /** A part of the profile; a field that is null leaves what was known. Segment and channel are the contract's words. */
    record CustomerUpdated(
            @Nullable String name,
            @Nullable String company,
            @Nullable String segment,
            @Nullable String industry,
            @Nullable ZoneId timezone,
            @Nullable String country,
            @Nullable String preferredChannel,
            @Nullable String accountOwner,
            @Nullable Boolean highValue,
            @Nullable Boolean sensitive,
            @Nullable Boolean partner,
            @Nullable Instant signedUpAt,
            @Nullable Instant trialEndsAt,
            @Nullable Instant contractSignedAt,
            @Nullable Boolean onboarded,
            @Nullable String projectType,
            @Nullable String askConsent,
            @Nullable Boolean publicAdvocacyConsent,
            @Nullable String email,
            @Nullable String contactName)
            implements ProfileFact {}

    /** @param healthy neither at risk nor critical */
    record HealthReported(boolean healthy) implements ProfileFact {}
}
