package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.Readiness;

/** How plainly to ask. */
public enum Mode {
    ASK_NOW,
    SOFT_MENTION;

    static Mode of(Readiness decision) {
        return switch (decision) {
            case ASK_NOW -> ASK_NOW;
            case SOFT_MENTION -> SOFT_MENTION;
            case WAIT, HOLD -> throw new IllegalStateException("No ask is opened on " + decision);
        };
    }

    boolean isCarriedBy(Readiness band) {
        return band.isAtLeast(
                switch (this) {
                    case ASK_NOW -> Readiness.ASK_NOW;
                    case SOFT_MENTION -> Readiness.SOFT_MENTION;
                });
    }
}
