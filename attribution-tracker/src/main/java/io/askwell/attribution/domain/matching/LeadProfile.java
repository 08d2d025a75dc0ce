package io.askwell.attribution.domain.matching;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead that can be compared. Anything may be absent.
 *
 * @param email canonical address
 * @param phone E.164
 * @param website registrable domain
 * @param country ISO 3166-1 alpha-2
 */
public record LeadProfile(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String website,
        @Nullable String title,
        @Nullable String country) {}
