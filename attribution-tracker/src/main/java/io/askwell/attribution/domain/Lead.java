package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.LeadProfile;
import org.jspecify.annotations.Nullable;

/**
 * Who was referred, as far as it was said.
 *
 * @param email canonical address
 * @param phone E.164
 * @param website registrable domain
 * @param country ISO 3166-1 alpha-2
 * @param emailAsGiven the address as it was spelled where it was first given
 */
public record Lead(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String title,
        @Nullable String website,
        @Nullable String country,
        @Nullable String emailAsGiven) {

    public static final Lead UNKNOWN = new Lead(null, null, null, null, null);

    public Lead(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String company,
            @Nullable String title) {
        this(name, email, phone, company, title, null, null, null);
    }

    /** What an identity alone tells. */
    static Lead knownBy(LeadIdentity identity) {
        return new Lead(null, identity.email(), null, null, null);
    }

    /** What is said here, completed by what a later submission says. */
    public Lead completedBy(Lead later) {
        return new Lead(
                first(name, later.name),
                first(email, later.email),
                first(phone, later.phone),
                first(company, later.company),
                first(title, later.title),
                first(website, later.website),
                first(country, later.country),
                email == null ? later.emailAsGiven : emailAsGiven);
    }

    /** What can be compared with another lead. */
    public LeadProfile profile() {
        return new LeadProfile(name, email, phone, company, website, title, country);
    }

    private static @Nullable String first(@Nullable String earlier, @Nullable String later) {
        return earlier == null ? later : earlier;
    }
}
