package io.askwell.local.bench;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The ledger beside pgbench, run by run.
 *
 * @param ours what the program of the ledger told of each run
 * @param reference transactions a second of pgbench, right before the run
 */
public record LedgerResult(LedgerPlan plan, Machine machine, List<JsonNode> ours, List<Double> reference) {

    public static final double GOAL = 8;

    /** Transfers a second at the batch size that is compared. */
    public double transfersPerSecond() {
        return transfersPerSecond(0);
    }

    /** @param size index of the batch size */
    public double transfersPerSecond(int size) {
        return Median.of(
                ours,
                run -> run.path("appending")
                        .path(size)
                        .path("transfersPerSecond")
                        .asDouble());
    }

    public double referencePerSecond() {
        return Median.of(reference, Double::doubleValue);
    }

    public double ratio() {
        return transfersPerSecond() / referencePerSecond();
    }

    public double groupedDecisionsPerSecond() {
        return Median.of(ours, run -> run.path("groupedDecisionsPerSecond").asDouble());
    }

    public double singleDecisionsPerSecond() {
        return Median.of(ours, run -> run.path("singleDecisionsPerSecond").asDouble());
    }

    /** @param read for example {@code balance} */
    public double p50Millis(String read) {
        return Median.of(
                ours, run -> run.path("reads").path(read).path("p50Millis").asDouble());
    }

    public double p99Millis(String read) {
        return Median.of(
                ours, run -> run.path("reads").path(read).path("p99Millis").asDouble());
    }
}
