package io.askwell.local.product;

/** How a server is. */
public sealed interface ServerState {

    record Healthy(ProcessHandle process) implements ServerState {}

    /** It runs, but does not do its work: it starts, hangs, or misses something that it needs. */
    record NotAnswering(ProcessHandle process) implements ServerState {}

    /** It ended without being asked to. */
    record Crashed() implements ServerState {}

    record Stopped() implements ServerState {}
}
