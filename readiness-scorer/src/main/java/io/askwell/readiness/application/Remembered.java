package io.askwell.readiness.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is costly to find out: kept for a while, and found out by one caller at a time. Whoever comes meanwhile is told what was
 * known before, if anything was.
 */
final class Remembered<T> {

    private final Supplier<T> source;
    private final UnaryOperator<Duration> keptFor;
    private final InstantSource clock;
    private final ReentrantLock findingOut = new ReentrantLock();
    private volatile @Nullable Known<T> last;

    /** @param keptFor how long, by how long it took to find out */
    Remembered(Supplier<T> source, UnaryOperator<Duration> keptFor, InstantSource clock) {
        this.source = source;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /** @param holds whether what was known is still worth anything, however fresh it is */
    T get(Predicate<T> holds) {
        var known = last;
        boolean usable = known != null && holds.test(known.what());
        if (known != null && usable && known.isFresh(clock.instant())) {
            return known.what();
        }
        if (!findingOut.tryLock()) {
            if (known != null && usable) {
                return known.what();
            }
            findingOut.lock();
        }
        try {
            return refreshed(holds);
        } finally {
            findingOut.unlock();
        }
    }

    private T refreshed(Predicate<T> holds) {
        var known = last;
        if (known != null && known.isFresh(clock.instant()) && holds.test(known.what())) {
            return known.what();
        }
        Instant began = clock.instant();
        T what = source.get();
        Instant found = clock.instant();
        last = new Known<>(what, found, keptFor.apply(Duration.between(began, found)));
        return what;
    }

    private record Known<T>(T what, Instant since, Duration keptFor) {

        /** A clock that was set back makes it stale too. */
        boolean isFresh(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(keptFor));
        }
    }
}
