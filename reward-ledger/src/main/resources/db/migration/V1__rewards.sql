-- The newest facts of every referral. Its row is also the lock of all rewards of that referral.
create table referral (
    referral_id       text        primary key,
    as_of             timestamptz not null,
    attribution       text        not null check (attribution in ('unclaimed', 'attributed', 'disputed', 'settled')),
    confidence        text        check (confidence in ('low', 'medium', 'high', 'confirmed')),
    referrer_kind     text        check (referrer_kind in ('customer', 'partner', 'email', 'link', 'lead')),
    referrer_id       text,
    won_at            timestamptz,
    value_minor       bigint      check (value_minor >= 0),
    value_currency    text,
    refunded_minor    bigint      check (refunded_minor >= 0),
    refunded_currency text,
    open_reviews      text[]      not null,
    basis_known       boolean     not null,
    correlation_id    text        not null,
    blocks_payable    boolean     not null,              -- what the domain says of these facts, for the timer's query
    check ((attribution = 'attributed') = (confidence is not null)),
    check ((referrer_kind is null) = (referrer_id is null)),
    check ((value_minor is null) = (value_currency is null)),
    check ((refunded_minor is null) = (refunded_currency is null))
);

create table reward (
    position         bigint      generated always as identity unique,
    reward_id        uuid        primary key,
    referral_id      text        not null references referral,
    rule             text        not null,
    role             text        not null check (role in ('referrer', 'referred')),
    ordinal          integer     not null check (ordinal > 0),
    program          text        not null,
    policy_version   text        not null,
    policy_hash      text        not null,
    beneficiary_kind text        check (beneficiary_kind in ('customer', 'partner', 'email', 'link', 'lead')),
    beneficiary_id   text,
    form             text        not null check (form in ('credit')),
    amount_minor     bigint      not null check (amount_minor >= 0),
    currency         text        not null check (currency ~ '^[A-Z]{3}$'),
    hold_until       timestamptz not null,
    proposed_at      timestamptz not null,
    correlation_id   text        not null,
    state            text        not null
        check (state in ('not_eligible', 'awaiting_approval', 'approved', 'payable', 'rejected', 'voided')),
    reasons          jsonb       not null,
    approvals        jsonb       not null,
    rejection        jsonb,
    unique (referral_id, rule, role, ordinal),
    check ((beneficiary_kind is null) = (beneficiary_id is null)),
    -- Second witness of the states: no money without a person, nobody is owed nothing, every no has its reason.
    check (state not in ('approved', 'payable') or jsonb_array_length(approvals) > 0),
    check (state not in ('awaiting_approval', 'approved', 'payable') or (beneficiary_id is not null and amount_minor > 0)),
    check ((state in ('not_eligible', 'voided')) = (jsonb_array_length(reasons) > 0)),
    check ((state = 'rejected') = (rejection is not null))
);

-- One side of a referral has at most one reward that can still come to something.
create unique index one_open_reward_per_side on reward (referral_id, rule, role)
    where state in ('not_eligible', 'awaiting_approval', 'approved', 'payable');

create index approved_by_hold_until on reward (hold_until) where state = 'approved';
create index reward_by_state on reward (state, position);
