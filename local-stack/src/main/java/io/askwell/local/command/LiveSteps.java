package io.askwell.local.command;

import io.askwell.local.product.Step;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A line for each part, redrawn in place: what it does now and, while it works, for how long. */
final class LiveSteps implements StepDisplay {

    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final long FRAME_MILLIS = 120;

    private record Shown(Step step, Instant since) {}

    private final PrintStream out;
    private final List<String> parts;
    private final Map<String, Shown> shown = new HashMap<>();
    private final Thread frames;
    private int frame;
    private boolean drawn;
    private boolean closed;

    LiveSteps(PrintStream out, List<String> parts) {
        this.out = out;
        this.parts = parts;
        this.frames = Thread.ofPlatform().daemon().name("progress").start(this::drawUntilClosed);
    }

    @Override
    public synchronized void accept(Step step) {
        shown.put(step.part(), new Shown(step, Instant.now()));
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            draw();
            closed = true;
            frames.interrupt();
        }
    }

    private void drawUntilClosed() {
        try {
            while (true) {
                draw();
                TimeUnit.MILLISECONDS.sleep(FRAME_MILLIS);
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void draw() {
        if (closed) {
            return;
        }
        var text = new StringBuilder();
        if (drawn) {
            text.append("\u001b[").append(parts.size()).append('A');
        }
        var width = parts.stream().mapToInt(String::length).max().orElse(0);
        for (var part : parts) {
            text.append(CLEAR_LINE).append(line(part, shown.get(part), width)).append('\n');
        }
        out.print(text);
        out.flush();
        drawn = true;
        frame++;
    }

    private String line(String part, @Nullable Shown state, int width) {
        var name = part + " ".repeat(width - part.length());
        if (state == null) {
            return "  " + name + "  waiting";
        }
        var words = StepDisplay.words(state.step());
        return switch (state.step().kind()) {
            case STARTING, RESTARTING, STOPPING ->
                SPINNER.charAt(frame % SPINNER.length()) + " " + name + "  " + words + ", "
                        + Duration.between(state.since(), Instant.now()).toSeconds() + " s";
            case READY, ALREADY_RUNNING, STOPPED -> "✓ " + name + "  " + words;
            case FAILED -> "✗ " + name + "  " + words;
        };
    }
}
