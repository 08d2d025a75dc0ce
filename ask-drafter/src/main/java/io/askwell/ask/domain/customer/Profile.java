package io.askwell.ask.domain.customer;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Profile facts as the latest assessment carried them. Assessments of before lack the last six: nothing is known then, which
 * reads as a new relationship without permission.
 *
 * @param zone UTC where none is known
 * @param channel e-mail where no preference is known
 * @param customerName personal, as are {@code contactName} and {@code email}
 * @param country ISO 3166-1 alpha-2
 * @param interactions counted, at most as many as the scorer keeps
 * @param champion whether one was identified
 * @param publicAdvocacyConsent whether the customer may be named to others
 * @param signedUpAt since when a customer
 */
public record Profile(
        @Nullable String ownerId,
        ZoneId zone,
        Channel channel,
        @Nullable String company,
        boolean highValue,
        boolean sensitive,
        boolean partner,
        AskConsent askConsent,
        @Nullable String customerName,
        @Nullable String contactName,
        @Nullable String email,
        @Nullable Segment segment,
        @Nullable String country,
        int interactions,
        boolean champion,
        boolean publicAdvocacyConsent,
        @Nullable Instant signedUpAt) {}
