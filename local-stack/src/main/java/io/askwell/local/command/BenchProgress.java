package io.askwell.local.command;

import io.askwell.local.bench.Progress;
import java.io.PrintStream;

/** What a benchmark does now and how far that is: one line redrawn in place on a terminal, one line a step elsewhere. */
final class BenchProgress implements Progress, AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int PER_CENT = 100;

    private final PrintStream out;
    private final boolean live;
    private String what = "";
    private boolean drawn;

    BenchProgress(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    @Override
    public void begin(String step) {
        what = step;
        if (live) {
            draw(step);
        } else {
            out.println(step);
        }
    }

    @Override
    public void reached(long done, long of) {
        if (live) {
            draw("%s %s, %,d of %,d"
                    .formatted(ProgressBar.bar((int) (PER_CENT * done / of), PER_CENT), what, done, of));
        }
    }

    /** Leaves no half-drawn line behind. */
    @Override
    public void close() {
        if (drawn) {
            out.print(CLEAR_LINE);
            out.flush();
            drawn = false;
        }
    }

    private void draw(String line) {
        out.print(CLEAR_LINE + line);
        out.flush();
        drawn = true;
    }
}
