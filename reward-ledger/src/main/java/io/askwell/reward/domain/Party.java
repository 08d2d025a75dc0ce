package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Account;

/** Who refers or receives. The id is opaque; an e-mail referrer is named by the hash of the address. */
public record Party(Kind kind, String id) {

    public enum Kind {
        CUSTOMER,
        PARTNER,
        EMAIL,
        LINK,
        LEAD
    }

    /** The lead of a referral as a beneficiary: nothing but the referral names it. */
    public static Party leadOf(String referralId) {
        return new Party(Kind.LEAD, referralId);
    }

    /** As {@code kind:id}. */
    public String text() {
        return Word.of(kind) + ":" + id;
    }

    public Account rewardsPayable() {
        return Account.rewardsPayable(Word.of(kind), id);
    }

    public Account rewardsReceivable() {
        return Account.rewardsReceivable(Word.of(kind), id);
    }
}
