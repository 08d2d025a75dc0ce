package io.askwell.transport.kafka;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Down when a reader has stopped though nobody asked it to. */
public final class ReaderHealth implements HealthIndicator {

    private final Iterable<? extends MessageListenerContainer> readers;

    public ReaderHealth(Iterable<? extends MessageListenerContainer> readers) {
        this.readers = readers;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (MessageListenerContainer reader : readers) {
            if (!reader.isInExpectedState()) {
                health.down();
            }
            health.withDetail(nameOf(reader), reader.isRunning() ? "running" : "stopped");
        }
        return health.build();
    }

    private static String nameOf(MessageListenerContainer reader) {
        String[] topics = reader.getContainerProperties().getTopics();
        return reader.getGroupId() + " of " + (topics == null ? "nothing" : String.join(", ", topics));
    }
}
