package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A referral that has earned both its rewards, unless a test says otherwise. */
public final class ReferralBuilder {

    public static final Instant WON_AT = Instant.parse("2026-10-09T08:00:00Z");
    public static final Party ADA = new Party(Party.Kind.CUSTOMER, "C-100");
    public static final Party BOB = new Party(Party.Kind.CUSTOMER, "C-200");

    private String referralId = "R-1";
    private Attribution attribution = new Attribution.Attributed(ADA, Confidence.HIGH);
    private @Nullable Instant wonAt = WON_AT;
    private @Nullable Money value = new Money(2_500_000, "USD");
    private @Nullable Money refunded;
    private List<String> openReviews = List.of();
    private Set<String> flags = Set.of();
    private boolean basisKnown = true;
    private Set<String> referrerDomains = Set.of();
    private @Nullable String leadDomain;

    public static ReferralBuilder wonReferral() {
        return new ReferralBuilder();
    }

    public ReferralBuilder id(String referralId) {
        this.referralId = referralId;
        return this;
    }

    public ReferralBuilder attribution(Attribution attribution) {
        this.attribution = attribution;
        return this;
    }

    public ReferralBuilder creditedTo(Party referrer) {
        return attribution(new Attribution.Attributed(referrer, Confidence.HIGH));
    }

    public ReferralBuilder wonAt(@Nullable Instant wonAt) {
        this.wonAt = wonAt;
        return this;
    }

    public ReferralBuilder value(@Nullable Money value) {
        this.value = value;
        return this;
    }

    public ReferralBuilder refunded(@Nullable Money refunded) {
        this.refunded = refunded;
        return this;
    }

    public ReferralBuilder openReviews(List<String> openReviews) {
        this.openReviews = openReviews;
        return this;
    }

    public ReferralBuilder flags(Set<String> flags) {
        this.flags = flags;
        return this;
    }

    public ReferralBuilder basisKnown(boolean basisKnown) {
        this.basisKnown = basisKnown;
        return this;
    }

    public ReferralBuilder referrerDomains(Set<String> referrerDomains) {
        this.referrerDomains = referrerDomains;
        return this;
    }

    public ReferralBuilder leadDomain(@Nullable String leadDomain) {
        this.leadDomain = leadDomain;
        return this;
    }

    public Referral build() {
        Referral.Win win = wonAt == null ? null : new Referral.Win(wonAt, value, refunded);
        return new Referral(
                referralId, attribution, win, openReviews, flags, basisKnown, referrerDomains, leadDomain, "ask-1");
    }
}
