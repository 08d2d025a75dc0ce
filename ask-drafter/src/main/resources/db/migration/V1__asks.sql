-- One row for each customer who was ever heard of; its lock covers everything that is decided about the customer.
create table customer (
    customer_id   text primary key,
    assessment    jsonb,                             -- the scorer's latest word; null before the first
    look_again_at timestamptz                        -- when time alone may change something
);

create index customer_due on customer (look_again_at) where look_again_at is not null;

-- The few signals about asking, each identity once, in its latest revision.
create table asking_signal (
    customer_id text  not null references customer,
    signal      text  not null,                      -- source/id
    kind        text  not null,
    content     jsonb not null,
    primary key (customer_id, signal)
);

create table ask (
    ask_id      uuid primary key,                    -- in the order of opening
    customer_id text  not null references customer,
    owner_id    text,
    status      text  not null check (status in
        ('pending', 'approved', 'deferred', 'declined', 'withdrawn', 'expired', 'released', 'answered')),
    state       jsonb not null,
    waits_for   text,
    check (waits_for is null or status = 'approved')
);

-- At most one open ask for each customer.
create unique index ask_one_at_a_time on ask (customer_id) where status in ('pending', 'approved', 'deferred');
create index ask_by_customer on ask (customer_id, ask_id);
create index ask_by_owner on ask (owner_id, ask_id);
create index ask_by_status on ask (status, ask_id);

-- What happened to each ask, in order.
create table ask_step (
    ask_id uuid        not null references ask,
    number integer     not null check (number > 0),
    kind   text        not null,
    at     timestamptz not null,
    entry  jsonb       not null,
    primary key (ask_id, number)
);

-- Every release, once: the second witness of "never twice" and of the cool-down. The exclusion compares customers by a
-- 64-bit hash as a range of one number, because that needs no extension and so no privilege; two customers who share a
-- hash within 90 days would only be refused, loudly.
create table ask_release (
    ask_id      uuid primary key references ask,
    customer_id text        not null,
    text_hash   text        not null,
    approved_by text        not null,
    released_at timestamptz not null,
    constraint ask_release_cool_down exclude using gist (
        numrange(hashtextextended(customer_id, 0)::numeric, hashtextextended(customer_id, 0)::numeric, '[]') with &&,
        tsrange(released_at at time zone 'UTC', (released_at at time zone 'UTC') + interval '90 days') with &&)
);

-- What was held back and told, once for each trigger and set of reasons.
create table held_back (
    customer_id text not null references customer,
    trigger     text not null,
    reasons     text not null,
    primary key (customer_id, trigger, reasons)
);
