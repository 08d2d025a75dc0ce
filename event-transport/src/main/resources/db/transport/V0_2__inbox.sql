-- What this service has already applied. Each table is written in the transaction of the effect that it remembers.

-- How far a reader has come. The database, not the broker, knows it: a consumer that lost its partition without noticing
-- finds the position moved on, and changes nothing.
create table inbox_position (
    consumer_group text    not null,
    topic          text    not null,
    partition      integer not null,
    next_offset    bigint  not null check (next_offset >= 0),
    primary key (consumer_group, topic, partition)
);

-- Facts that a writer may publish twice under new offsets.
create table inbox_event (
    consumer_group text        not null,
    event_id       text        not null,
    seen_at        timestamptz not null default clock_timestamp(),
    primary key (consumer_group, event_id)
);

-- Answers of commands, kept for a caller who asks the same again.
create table inbox_command (
    caller          text        not null,
    idempotency_key text        not null,
    fingerprint     bytea       not null,
    status          smallint,
    answer          bytea,
    answered_at     timestamptz not null default clock_timestamp(),
    primary key (caller, idempotency_key)
);
