-- What was said about each lead. A record without a submission only keeps early reports of the CRM and is no referral yet.
create table lead_record (
    referral_id uuid        primary key,
    recorded_at timestamptz not null
);

-- One record per lead: a key leads to one record at most. Keys are SHA-256 pseudonyms of the lead's identity. A row without
-- a record is only a lock that somebody held.
create table lead_key (
    key         text primary key,
    referral_id uuid references lead_record
);

create index lead_key_referral on lead_key (referral_id);

-- Every submission and stage report, for ever. Everything else about a referral follows from these rows and the rulings.
create table lead_fact (
    source      text        not null,
    id          text        not null,
    referral_id uuid        not null references lead_record,
    kind        text        not null check (kind in ('submission', 'stage_report')),
    occurred_at timestamptz not null,
    content     jsonb       not null,
    bridged_to  uuid references lead_record,      -- the referral that the fact names too, by its other key
    recorded_at timestamptz not null,
    primary key (source, id)
);

create index lead_fact_referral on lead_fact (referral_id);

-- What people decided. Rows are never changed.
create table ruling (
    review_id   uuid        primary key,
    referral_id uuid        not null references lead_record,
    content     jsonb       not null,
    ruled_at    timestamptz not null
);

create index ruling_referral on ruling (referral_id);

-- The questions that wait for a person: one of a kind for a referral.
create table open_review (
    review_id   uuid        primary key,
    referral_id uuid        not null references lead_record,
    kind        text        not null,
    opened_at   timestamptz not null,
    unique (referral_id, kind)
);

create index open_review_order on open_review (opened_at, review_id);

-- What lists of referrals are searched by; derived from the tables above.
create table referral (
    referral_id       uuid        primary key references lead_record,
    submitted_at      timestamptz not null,
    stage             text        not null,
    disposition       text        not null,
    attribution_state text        not null,
    claimants         text[]      not null
);

create index referral_order on referral (submitted_at desc, referral_id desc);
create index referral_claimants on referral using gin (claimants);
