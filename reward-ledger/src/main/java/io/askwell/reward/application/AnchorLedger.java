package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.Anchor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Publishes the head of the chain from time to time, where nobody who can write to the database can take it back. */
public final class AnchorLedger {

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Chain chain;
    private final Anchors anchors;
    private final AnchorAnnouncements announcements;
    private final Duration pause;

    /** @param pause between two anchors, at least */
    public AnchorLedger(
            TransactionOperations transactions,
            Ledger ledger,
            Chain chain,
            Anchors anchors,
            AnchorAnnouncements announcements,
            Duration pause) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.chain = chain;
        this.anchors = anchors;
        this.announcements = announcements;
        this.pause = pause;
    }

    public void anchorDue(Instant now) {
        // Most of the time there is nothing to do, and nobody who books need wait for that.
        if (due(pause, now).isPresent()) {
            transactions.executeWithoutResult(_ -> {
                ledger.lock();
                due(pause, now).ifPresent(this::anchor);
            });
        }
    }

    /** Without a pause, behind the ledger's lock, in the transaction of the caller. */
    void anchorNow(Instant now) {
        due(Duration.ZERO, now).ifPresent(this::anchor);
    }

    private Optional<Anchor> due(Duration sinceLast, Instant now) {
        return Anchor.due(chain.head().orElse(null), anchors.newest().orElse(null), sinceLast, now);
    }

    private void anchor(Anchor anchor) {
        anchors.keep(anchor);
        announcements.announce(anchor);
    }
}
