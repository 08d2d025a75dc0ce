package io.askwell.local.bench;

import io.askwell.local.server.Processes;
import io.askwell.local.server.ServerFailedException;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;

/** Takes the time of one reading, from the first offset that is seen committed to the last. */
final class Stopwatch {

    /** Long enough for a start, a rebalance and a store that flushes; a run that stands still for longer has failed. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(2);

    private record Look(long read, long nanos, Duration cpu) {}

    private final BenchTopics topics;
    private final Contender contender;
    private final ProcessHandle process;

    Stopwatch(BenchTopics topics, Contender contender, ProcessHandle process) {
        this.topics = topics;
        this.contender = contender;
        this.process = process;
    }

    Run time(Progress progress) {
        var written = topics.written(TopicCatalogue.SIGNALS);
        var first = awaitMore(0, System.nanoTime());
        var last = first;
        while (last.read() < written) {
            progress.reached(last.read(), written);
            last = awaitMore(last.read(), last.nanos());
        }
        if (last.read() == first.read()) {
            throw new ServerFailedException("%d signals were read before a second look; take more".formatted(written));
        }
        return new Run(
                Math.toIntExact(last.read() - first.read()),
                Duration.ofNanos(last.nanos() - first.nanos()),
                last.cpu().minus(first.cpu()));
    }

    private Look awaitMore(long than, long sinceNanos) {
        while (true) {
            var look = look();
            if (look.read() > than) {
                return look;
            }
            if (!Processes.isRunning(process)) {
                throw failed("ended");
            }
            if (look.nanos() - sinceNanos > LONGEST_STANDSTILL.toNanos()) {
                throw failed("stood still for " + LONGEST_STANDSTILL.toMinutes() + " minutes");
            }
            Pause.brief();
        }
    }

    private Look look() {
        var cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return new Look(topics.read(contender.group(), TopicCatalogue.SIGNALS), System.nanoTime(), cpu);
    }

    private ServerFailedException failed(String how) {
        return new ServerFailedException("%s %s during a run; the end of its log:\n%s"
                .formatted(contender.group(), how, Processes.endOf(contender.log())));
    }
}
