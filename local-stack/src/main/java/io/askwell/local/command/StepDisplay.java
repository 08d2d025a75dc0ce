package io.askwell.local.command;

import io.askwell.local.product.Step;
import java.util.function.Consumer;

/** Shows the steps of a start or a stop while they happen. */
interface StepDisplay extends Consumer<Step>, AutoCloseable {

    @Override
    void close();

    /** What a step says about its part. */
    static String words(Step step) {
        return switch (step.kind()) {
            case STARTING -> "starting";
            case RESTARTING -> "had crashed, starting again";
            case READY -> "ready after " + Figures.seconds(step.took());
            case ALREADY_RUNNING -> "already running";
            case FAILED -> "FAILED after " + Figures.seconds(step.took());
            case STOPPING -> "stopping";
            case STOPPED -> "stopped after " + Figures.seconds(step.took());
        };
    }
}
