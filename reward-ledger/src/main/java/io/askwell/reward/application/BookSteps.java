package io.askwell.reward.application;

import io.askwell.reward.domain.Step;
import java.util.List;

/** Writes steps down: state, transfers, announcement. Runs in the transaction of whoever decided them. */
public final class BookSteps {

    private final Rewards rewards;
    private final Ledger ledger;
    private final Announcements announcements;
    private final Observer observer;

    public BookSteps(Rewards rewards, Ledger ledger, Announcements announcements, Observer observer) {
        this.rewards = rewards;
        this.ledger = ledger;
        this.announcements = announcements;
        this.observer = observer;
    }

    void book(List<Step> steps, Cause cause) {
        steps.forEach(rewards::save);
        ledger.append(steps.stream().flatMap(step -> step.transfers().stream()).toList());
        for (Step step : steps) {
            announcements.announce(step, cause);
            observer.stepped(step);
        }
    }
}
