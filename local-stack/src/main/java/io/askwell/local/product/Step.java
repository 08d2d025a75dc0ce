package io.askwell.local.product;

import java.time.Duration;

/** Something that happened while a product was started or stopped; {@code took} counts from the start of that part. */
public record Step(String part, Kind kind, Duration took) {

    /** How far the part has come. */
    public enum Kind {
        STARTING,
        /** As STARTING, but it had ended without being asked to. */
        RESTARTING,
        READY,
        ALREADY_RUNNING,
        FAILED,
        STOPPING,
        STOPPED
    }
}
