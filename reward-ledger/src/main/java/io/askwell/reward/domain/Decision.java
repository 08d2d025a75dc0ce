package io.askwell.reward.domain;

import java.time.Instant;

/** What a person says about a reward that waits. */
public sealed interface Decision permits Approval, Rejection {

    String by();

    Instant at();
}
