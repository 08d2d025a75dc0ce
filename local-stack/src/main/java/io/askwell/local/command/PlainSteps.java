package io.askwell.local.command;

import io.askwell.local.product.Step;
import java.io.PrintStream;

/** One line for each step that changes what a reader knows. */
final class PlainSteps implements StepDisplay {

    private final PrintStream out;

    PlainSteps(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void accept(Step step) {
        if (step.kind() != Step.Kind.STARTING && step.kind() != Step.Kind.STOPPING) {
            out.println(step.part() + " " + StepDisplay.words(step));
        }
    }

    @Override
    public void close() {}
}
