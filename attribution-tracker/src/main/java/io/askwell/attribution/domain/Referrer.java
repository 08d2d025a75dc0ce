package io.askwell.attribution.domain;

import java.util.Comparator;

/**
 * One identity of somebody who referred.
 *
 * @param id opaque; for {@link ReferrerKind#EMAIL} the pseudonym of the canonical address
 */
public record Referrer(ReferrerKind kind, String id) implements Comparable<Referrer> {

    private static final Comparator<Referrer> MOST_TELLING_FIRST =
            Comparator.comparing(Referrer::kind).thenComparing(Referrer::id);

    public static Referrer customer(String customerId) {
        return new Referrer(ReferrerKind.CUSTOMER, customerId);
    }

    public static Referrer partner(String partnerId) {
        return new Referrer(ReferrerKind.PARTNER, partnerId);
    }

    public static Referrer email(String canonicalAddress) {
        return new Referrer(ReferrerKind.EMAIL, Pseudonym.of(canonicalAddress));
    }

    public static Referrer link(String linkCode) {
        return new Referrer(ReferrerKind.LINK, linkCode);
    }

    public boolean isPartner() {
        return kind == ReferrerKind.PARTNER;
    }

    /** For people: an address is never spelled out. */
    public String described() {
        return switch (kind) {
            case CUSTOMER -> "customer " + id;
            case PARTNER -> "partner " + id;
            case EMAIL -> "a referrer known by e-mail";
            case LINK -> "the owner of link " + id;
        };
    }

    @Override
    public int compareTo(Referrer other) {
        return MOST_TELLING_FIRST.compare(this, other);
    }
}
