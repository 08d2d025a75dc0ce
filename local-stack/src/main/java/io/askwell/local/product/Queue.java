package io.askwell.local.product;

import java.util.Arrays;
import java.util.Optional;

/** The queues of things that wait for a person, each a compacted topic that its service writes from its database. */
public enum Queue {
    PENDING_ASKS("pending-asks", Service.ASK_DRAFTER);

    private final String label;
    private final Service writer;

    Queue(String label, Service writer) {
        this.label = label;
        this.writer = writer;
    }

    public static Optional<Queue> named(String label) {
        return Arrays.stream(values())
                .filter(queue -> queue.label.equals(label))
                .findFirst();
    }

    public String label() {
        return label;
    }

    Service writer() {
        return writer;
    }
}
