package io.askwell.local.command;

import io.askwell.local.bench.LedgerResult;
import java.util.Locale;

/** What the benchmark of the ledger found, for people. */
final class LedgerText {

    private LedgerText() {}

    static String of(LedgerResult result) {
        return String.join(
                "\n\n",
                "ledger: one hot account, %d runs of %d s\non %s"
                        .formatted(
                                result.plan().runs(),
                                result.plan().time().toSeconds(),
                                BenchReport.described(result.machine())),
                paces(result),
                "Ratio %s at %d transfers a transaction (goal %s: %s)."
                        .formatted(
                                figure(result.ratio(), 2),
                                result.plan().batches().getFirst(),
                                figure(LedgerResult.GOAL, 0),
                                result.ratio() >= LedgerResult.GOAL ? "reached" : "MISSED"),
                decisions(result),
                reads(result));
    }

    private static String paces(LedgerResult result) {
        var table = new Table("what", "a second");
        for (int size = 0; size < result.plan().batches().size(); size++) {
            table.row(
                    "transfers, %d a transaction"
                            .formatted(result.plan().batches().get(size)),
                    whole(result.transfersPerSecond(size)));
        }
        table.row(
                "pgbench, %d clients, %s protocol"
                        .formatted(result.plan().clients(), result.plan().protocol()),
                whole(result.referencePerSecond()));
        return table.render();
    }

    private static String decisions(LedgerResult result) {
        return "%d people who decide at once: %s decisions a second together, %s each in a transaction of its own."
                .formatted(
                        result.plan().clients(),
                        whole(result.groupedDecisionsPerSecond()),
                        whole(result.singleDecisionsPerSecond()));
    }

    private static String reads(LedgerResult result) {
        var table = new Table("read while appending", "p50 ms", "p99 ms");
        add(table, result, "balance", "balance of the hot account");
        add(table, result, "statementPage", "statement page of the hot account");
        add(table, result, "balanceOfAPerson", "balance of a person");
        add(table, result, "statementPageOfAPerson", "statement page of a person");
        return table.render();
    }

    private static void add(Table table, LedgerResult result, String read, String label) {
        table.row(label, figure(result.p50Millis(read), 2), figure(result.p99Millis(read), 2));
    }

    private static String figure(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
