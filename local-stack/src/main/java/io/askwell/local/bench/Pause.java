package io.askwell.local.bench;

import io.askwell.local.server.ServerFailedException;
import java.util.concurrent.TimeUnit;

/** The time between two looks at a run. */
final class Pause {

    private static final long MILLIS = 100;

    private Pause() {}

    static void brief() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted during a run", e);
        }
    }
}
