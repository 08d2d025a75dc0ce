package io.askwell.local.bench;

import io.askwell.local.product.Service;
import io.askwell.local.product.ServiceProgram;
import io.askwell.local.server.DatabaseServer;
import io.askwell.local.server.Installation;
import io.askwell.local.server.ServerFailedException;
import io.askwell.local.server.ServiceDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger against pgbench on one PostgreSQL, in turns. Both commit durably. The ledger's program is started for each run, so that
 * each begins with an empty ledger in a database of its own.
 */
public final class LedgerBench {

    private static final String MAIN = "io.askwell.reward.LedgerBenchApplication";
    private static final String MEMORY = "512m";
    private static final String PASSWORD = "bench";

    private final Installation installation;
    private final LedgerPlan plan;

    public LedgerBench(Installation installation, LedgerPlan plan) {
        this.installation = installation;
        this.plan = plan;
    }

    public LedgerResult run(Progress progress) {
        try (var workbench = new Workbench(installation)) {
            return measured(workbench.openDatabase(), progress);
        }
    }

    private LedgerResult measured(DatabaseServer database, Progress progress) {
        var pgbench = new Pgbench(plan.pgbench(), database, plan.protocol(), plan.clients());
        progress.begin("preparing pgbench");
        pgbench.prepare();
        List<JsonNode> ours = new ArrayList<>();
        List<Double> reference = new ArrayList<>();
        for (int run = 1; run <= plan.runs(); run++) {
            progress.begin("run %d of %d: pgbench".formatted(run, plan.runs()));
            reference.add(pgbench.transactionsPerSecond(plan.time()));
            progress.begin("run %d of %d: ledger".formatted(run, plan.runs()));
            ours.add(ledger(database, run, progress));
        }
        return new LedgerResult(plan, Machine.ofThisJvm(), List.copyOf(ours), List.copyOf(reference));
    }

    private JsonNode ledger(DatabaseServer database, int run, Progress progress) {
        String name = "bench_" + run;
        database.createDatabase(name);
        ServiceDatabase own = database.createService(name, "reward_ledger", PASSWORD);
        Map<String, String> settings = Map.of(
                "ASKWELL_BENCH_JDBC_URL", own.jdbcUrl(),
                "ASKWELL_BENCH_USER", own.user(),
                "ASKWELL_BENCH_PASSWORD", own.password(),
                "ASKWELL_BENCH_SECONDS", Long.toString(plan.time().toSeconds()),
                "ASKWELL_BENCH_BATCHES",
                        String.join(
                                ",",
                                plan.batches().stream().map(String::valueOf).toList()),
                "ASKWELL_BENCH_PEOPLE", Integer.toString(plan.clients()));
        return switch (ServiceProgram.run(
                installation,
                Service.REWARD_LEDGER,
                MAIN,
                MEMORY,
                settings,
                (number, of, _) -> progress.reached(number, of))) {
            case ServiceProgram.Result.Answered(var document) ->
                JsonMapper.shared().readTree(document);
            case ServiceProgram.Result.Failed(var said) -> throw new ServerFailedException(String.join("\n", said));
        };
    }
}
