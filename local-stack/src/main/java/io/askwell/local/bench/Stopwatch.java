package io.askwell.local.bench;

import io.askwell.local.server.Processes;
import io.askwell.local.server.ServerFailedException;
import io.askwell.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes the time of one reading, from the first offset that is seen committed to the last. */
final class Stopwatch {

    /** Long enough for a start, a rebalance and a store that flushes; a run that stands still for longer has failed. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(2);

    /** How much had been read at a moment, and what the process had used until then over all its threads. */
    record Look(long read, long nanos, Duration cpu) {

        Run until(Look later) {
            return new Run(
                    Math.toIntExact(later.read() - read),
                    Duration.ofNanos(later.nanos() - nanos),
                    later.cpu().minus(cpu));
        }
    }

    private final BenchTopics topics;
    private final Topic<?> topic;
    private final Contender contender;
    private final ProcessHandle process;

    /** @param topic the one whose load the contender reads */
    Stopwatch(BenchTopics topics, Topic<?> topic, Contender contender, ProcessHandle process) {
        this.topics = topics;
        this.topic = topic;
        this.contender = contender;
        this.process = process;
    }

    Run time(Progress progress) {
        var looks = looks(progress);
        if (looks.size() < 2) {
            throw new ServerFailedException("All was read before a second look; take more");
        }
        return looks.getFirst().until(looks.getLast());
    }

    /** Every look that found more read than the one before; the last one found all. */
    List<Look> looks(Progress progress) {
        var written = topics.written(topic);
        List<Look> looks = new ArrayList<>(List.of(awaitMore(0, System.nanoTime())));
        while (looks.getLast().read() < written) {
            progress.reached(looks.getLast().read(), written);
            looks.add(awaitMore(looks.getLast().read(), looks.getLast().nanos()));
        }
        return looks;
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
        return new Look(topics.read(contender.group(), topic), System.nanoTime(), cpu);
    }

    private ServerFailedException failed(String how) {
        return new ServerFailedException("%s %s during a run; the end of its log:\n%s"
                .formatted(contender.group(), how, Processes.endOf(contender.log())));
    }
}
