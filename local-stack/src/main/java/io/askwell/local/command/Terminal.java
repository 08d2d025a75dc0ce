package io.askwell.local.command;

import io.askwell.local.product.Product;
import io.askwell.local.product.Startup;
import io.askwell.local.server.LocalServer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command prints.
 *
 * @param live whether a person watches {@code out}, so that lines may be redrawn
 */
record Terminal(PrintStream out, PrintStream err, boolean live) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The streams of this JVM; the script that started it knows whether they are a terminal. */
    static Terminal ofThisJvm() {
        return new Terminal(System.out, System.err, Boolean.getBoolean("askwell.terminal"));
    }

    void line(String text) {
        out.println(text);
    }

    void problem(String text) {
        err.println(text);
    }

    void json(Object value) {
        out.println(JSON.writeValueAsString(value));
    }

    /** Progress goes to where it does not mix with JSON. */
    StepDisplay startOf(Product product, boolean json) {
        if (json) {
            return new PlainSteps(err);
        }
        return live ? new LiveSteps(out, parts(product)) : new PlainSteps(out);
    }

    ProgressBar progress(boolean json) {
        return json ? new ProgressBar(err, false) : new ProgressBar(out, live);
    }

    BenchProgress benchProgress(boolean json) {
        return json ? new BenchProgress(err, false) : new BenchProgress(out, live);
    }

    /** Only the parts that run are stopped, so there is no list to begin with. */
    StepDisplay stop() {
        return new PlainSteps(out);
    }

    private static List<String> parts(Product product) {
        var parts = new ArrayList<>(
                product.servers().stream().map(LocalServer::name).toList());
        parts.add(3, Startup.PROVISIONING);
        return parts;
    }
}
