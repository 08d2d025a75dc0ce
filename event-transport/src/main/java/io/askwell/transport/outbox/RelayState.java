package io.askwell.transport.outbox;

/** What the relay of one outbox partition is doing in this process. */
sealed interface RelayState {

    record Stopped() implements RelayState {}

    /** Another process owns the partition. */
    record Standby() implements RelayState {}

    record Owner() implements RelayState {}

    /** The broker or the database is away; rows are kept. */
    record Retrying(String reason) implements RelayState {}
}
