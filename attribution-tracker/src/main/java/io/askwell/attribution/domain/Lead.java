package io.askwell.attribution.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who was referred, as far as it was said.
 *
 * @param email canonical address
 * @param phone E.164
 */
public record Lead(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String title) {

    public static final Lead UNKNOWN = new Lead(null, null, null, null, null);

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
                first(title, later.title));
    }

    private static @Nullable String first(@Nullable String earlier, @Nullable String later) {
        return earlier == null ? later : earlier;
    }
}
