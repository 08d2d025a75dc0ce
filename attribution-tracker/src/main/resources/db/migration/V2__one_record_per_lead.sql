-- Records that turn out to be of one lead live on in the oldest of them. Facts, keys and rulings stay with the record that
-- they came to (their home); a merge only notes where that record lives on, and an undoing takes the note back.
alter table lead_record
    add column survivor_id uuid references lead_record,   -- the living record: itself, unless it was merged
    add column merged_into uuid references lead_record,   -- the record that it was merged into; null while it lives
    add column merged_at   timestamptz;

update lead_record set survivor_id = referral_id;

alter table lead_record
    alter column survivor_id set not null,
    add check ((merged_into is null) = (merged_at is null)),
    add check ((merged_into is null) = (survivor_id = referral_id));

create index lead_record_survivor on lead_record (survivor_id);
create index lead_record_merged_into on lead_record (merged_into) where merged_into is not null;

-- Uses of a telephone (SHA-256 pseudonym). Several leads may share one, so it leads to a record only with a compatible name.
create table lead_phone (
    key    text not null,
    source text not null,
    id     text not null,
    primary key (key, source, id),
    foreign key (source, id) references lead_fact
);

-- Records by their blocking keys (the first 64 bits of a SHA-256): only records that share one are worth comparing.
create table lead_block (
    block       bigint not null,
    referral_id uuid   not null references lead_record,
    primary key (block, referral_id)
);

-- Every merge with its reason. A row is changed once, when a person takes the merge back.
create table lead_merge (
    merge_id     bigint generated always as identity primary key,
    other_id     uuid        not null references lead_record,
    survivor_id  uuid        not null references lead_record,
    reason       text        not null check (reason in ('certain_keys', 'likeness', 'person_said')),
    content      jsonb       not null,                    -- the reason with its evidence, for example the match weights
    cause        text        not null,
    merged_at    timestamptz not null,
    undone_at    timestamptz,
    undone_by    text,
    undone_why   text,
    check (num_nulls(undone_at, undone_by, undone_why) in (0, 3))
);

create unique index lead_merge_not_undone on lead_merge (other_id) where undone_at is null;
create index lead_merge_survivor on lead_merge (survivor_id, merge_id) where undone_at is null;

-- Pairs of which a person said that they are two leads, each pair in both directions. The word stands above every weight.
create table kept_apart (
    one_id       uuid        not null references lead_record,
    other_id     uuid        not null references lead_record,
    despite_keys boolean     not null,                    -- not even a certain key raises the question again
    said_by      text        not null,
    said_why     text        not null,
    said_at      timestamptz not null,
    primary key (one_id, other_id)
);

-- Questions whether two records are of one lead. Open until a person answers, or a merge or an undoing does.
create table suspicion (
    review_id    uuid        primary key,
    younger_id   uuid        not null references lead_record,
    older_id     uuid        not null references lead_record,
    kind         text        not null check (kind in ('PROBABLE_DUPLICATE', 'BRIDGING')),
    likeness     jsonb,
    suspected_at timestamptz not null,
    answered_at  timestamptz,
    same_lead    boolean,                                 -- null where no person was asked any more
    said_by      text,
    said_why     text
);

create index suspicion_open on suspicion (younger_id) where answered_at is null;
create index suspicion_open_older on suspicion (older_id) where answered_at is null;

-- A referral may wait for several answers of these kinds, and for one of every other.
alter table open_review drop constraint open_review_referral_id_kind_key;
create unique index open_review_one_of_a_kind on open_review (referral_id, kind)
    where kind not in ('PROBABLE_DUPLICATE', 'BRIDGING');
create index open_review_referral on open_review (referral_id);

-- Lists leave out what lives on in another referral.
alter table referral add column merged boolean not null default false;

-- What the reward ledger says of each reward: a referral with money on it is not merged without a person.
create table reward_state (
    reward_id        text        primary key,
    referral_id      text        not null,
    approved_or_paid boolean     not null,
    recorded_at      timestamptz not null
);

create index reward_state_money on reward_state (referral_id) where approved_or_paid;
