package io.askwell.attribution.domain;

/**
 * By what an entry of a list is recognised in a referral.
 *
 * @param key canonical; for {@link Kind#EMAIL} the pseudonym of the address
 */
public record Subject(Kind kind, String key) {

    /** What a list speaks of. */
    public enum Kind {
        EMAIL,
        DOMAIN,
        CUSTOMER_ID,
        PARTNER_ID,
        LINK_CODE
    }

    public static Subject email(String canonicalAddress) {
        return new Subject(Kind.EMAIL, Pseudonym.of(canonicalAddress));
    }

    /** @param domain registrable */
    public static Subject domain(String domain) {
        return new Subject(Kind.DOMAIN, domain);
    }

    static Subject of(Referrer referrer) {
        return switch (referrer.kind()) {
            case CUSTOMER -> new Subject(Kind.CUSTOMER_ID, referrer.id());
            case PARTNER -> new Subject(Kind.PARTNER_ID, referrer.id());
            case EMAIL -> new Subject(Kind.EMAIL, referrer.id());
            case LINK -> new Subject(Kind.LINK_CODE, referrer.id());
        };
    }
}
