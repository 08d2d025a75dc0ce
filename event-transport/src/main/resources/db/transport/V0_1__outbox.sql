-- Encoded records that wait for the broker. A row is written in the transaction of the state that it announces, and deleted
-- once the broker has it. `position` orders the rows of one key; it does not order the commits of different keys.
create table outbox (
    position     bigint generated always as identity primary key,
    partition    smallint    not null check (partition >= 0),
    topic        text        not null,
    message_key  text        not null,
    value        bytea,                              -- null is a tombstone
    headers      jsonb       not null,
    created_at   timestamptz not null default clock_timestamp(),
    stuck_reason text                                -- the broker refused this row for good; a person clears or deletes it
);

create index outbox_waiting on outbox (partition, position) where stuck_reason is null;
create index outbox_stuck on outbox (partition, topic, message_key, position) where stuck_reason is not null;
