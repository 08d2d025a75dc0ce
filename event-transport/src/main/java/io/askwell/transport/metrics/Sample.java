package io.askwell.transport.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The latest answer to a question that is not asked again for a while. A failure is not kept. */
public final class Sample<T> implements Supplier<T> {

    private record Taken<T>(T value, Instant at) {}

    private final Supplier<T> question;
    private final Duration lasts;
    private final InstantSource clock;
    private @Nullable Taken<T> latest;

    public Sample(Supplier<T> question, Duration lasts, InstantSource clock) {
        this.question = question;
        this.lasts = lasts;
        this.clock = clock;
    }

    @Override
    public synchronized T get() {
        Instant now = clock.instant();
        Taken<T> known = latest;
        if (known == null || !now.isBefore(known.at().plus(lasts))) {
            known = new Taken<>(question.get(), now);
            latest = known;
        }
        return known.value();
    }
}
