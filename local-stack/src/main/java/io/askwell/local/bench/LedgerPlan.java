package io.askwell.local.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the ledger is measured.
 *
 * @param pgbench the program
 * @param protocol in which pgbench speaks: simple, its default, extended or prepared
 * @param clients of pgbench, and people who decide at once
 * @param batches how many transfers a transaction holds; the first size is the one that is compared
 * @param time of each part of a run
 */
public record LedgerPlan(Path pgbench, String protocol, int clients, List<Integer> batches, int runs, Duration time) {}
