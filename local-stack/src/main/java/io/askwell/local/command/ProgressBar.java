package io.askwell.local.command;

import java.io.PrintStream;

/** How far a known number of steps has come: a bar redrawn in place on a terminal, one line a step elsewhere. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 24;

    private final PrintStream out;
    private final boolean live;
    private boolean drawn;

    ProgressBar(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    void step(int number, int of, String what) {
        if (live) {
            out.print("\r\u001b[K" + bar(number - 1, of) + " " + what);
            out.flush();
            drawn = true;
        } else {
            out.println(number + "/" + of + " " + what);
        }
    }

    void line(String text) {
        out.println(text);
    }

    /** Leaves no half-drawn bar behind. */
    @Override
    public void close() {
        if (drawn) {
            out.print("\r\u001b[K");
            out.flush();
            drawn = false;
        }
    }

    static String bar(int done, int of) {
        var filled = WIDTH * done / of;
        return "[" + "█".repeat(filled) + "░".repeat(WIDTH - filled) + "] " + done + "/" + of;
    }
}
