package io.askwell.attribution.application;

import java.util.List;

/** Keeps and says what happened to referrals, and what their owners owe them then. */
public final class Announce {

    private final LeadHistories histories;
    private final ReferralLog log;
    private final PressOwners pressOwners;

    public Announce(LeadHistories histories, ReferralLog log, PressOwners pressOwners) {
        this.histories = histories;
        this.log = log;
        this.pressOwners = pressOwners;
    }

    /** In the order in which it happened. */
    void all(List<Told> told) {
        List<Told> news = told.stream().filter(one -> !one.changes().isEmpty()).toList();
        if (!news.isEmpty()) {
            histories.keep(news);
            log.append(news);
            pressOwners.follow(news);
        }
    }
}
