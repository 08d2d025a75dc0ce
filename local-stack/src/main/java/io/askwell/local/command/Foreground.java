package io.askwell.local.command;

import io.askwell.local.product.Inspection;
import io.askwell.local.product.Product;
import io.askwell.local.product.Shutdown;
import io.askwell.local.product.Startup;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a product as long as the command itself lives: Ctrl-C, even in the middle of the start, stops everything in
 * order before the command ends.
 */
final class Foreground {

    private static final long LOOK_SECONDS = 1;

    private final Product product;
    private final Terminal terminal;
    private volatile boolean keeping = true;

    private Foreground(Product product, Terminal terminal) {
        this.product = product;
        this.terminal = terminal;
    }

    static Foreground keep(Product product, Startup startup, StepDisplay startDisplay, Terminal terminal) {
        var foreground = new Foreground(product, terminal);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            startup.cancel();
                            startDisplay.close();
                            foreground.stopAll();
                        },
                        "stop-everything"));
        return foreground;
    }

    /** For a start that never began: what may run belongs to another command. */
    void leaveAlone() {
        keeping = false;
    }

    /** Returns when nothing runs any more; says when a part crashes meanwhile. */
    void stay() throws InterruptedException {
        var told = new HashSet<String>();
        var inspection = new Inspection(product);
        while (inspection.anythingRuns()) {
            var crashed = inspection.crashed();
            for (var name : crashed) {
                if (told.add(name)) {
                    terminal.problem(name + " has crashed. In another terminal: ./askwell logs " + name
                            + " shows why, ./askwell up --detach starts it again.");
                }
            }
            told.retainAll(crashed);
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
        }
    }

    private void stopAll() {
        if (keeping) {
            try (var display = terminal.stop()) {
                new Shutdown(product, display).stopAll();
            }
        }
    }
}
