package io.askwell.readiness;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The second program of the jar: scores the recorded signals again under {@code ASKWELL_REPLAY_POLICY} and prints what would change
 * as one JSON document. It writes nowhere else.
 */
final class ReplayApplication {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE).build();
    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private ReplayApplication() {}

    static void main(String[] arguments) {
        // Before anything asks for a logger: without this, logback would print what the clients whisper to standard
        // output.
        System.setProperty("logback.configurationFile", "replay-logback.xml");
        System.exit(run(System.getenv(), System.out, System.err));
    }

    /**
     * @param out for the document
     * @param err for lines of progress, and for what is wrong with a policy
     * @return the exit code
     */
    static int run(Map<String, String> settings, PrintStream out, PrintStream err) {
        try {
            var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            var report = new ReplayConfiguration(settings).replay(now, new ProgressLines(err)::at);
            out.println(JSON.writeValueAsString(report));
            return DONE;
        } catch (ReadinessPolicyFile.MistakeException mistake) {
            err.println(mistake.getMessage());
            return REFUSED;
        }
    }

    /** A line for each twentieth that is begun. */
    private static final class ProgressLines {

        private static final int STEPS = 20;

        private final PrintStream err;
        private long step;

        ProgressLines(PrintStream err) {
            this.err = err;
        }

        void at(long records, long ofRecords) {
            long begun = records == ofRecords ? STEPS : records * STEPS / ofRecords + 1;
            if (begun > step) {
                step = begun;
                err.println("%d/%d %d of %d records read".formatted(begun, STEPS, records, ofRecords));
            }
        }
    }
}
