-- By what an entry of a list concerns a record: its lead and its referrers. Keys are canonical; of an address, its pseudonym.
create table record_subject (
    kind        text not null,
    subject_key text not null,
    referral_id uuid not null references lead_record,
    primary key (kind, subject_key, referral_id)
);

create index record_subject_referral on record_subject (referral_id);

-- What people said about whom to trust. A row is changed once, when a person takes it back.
create table list_entry (
    entry_id    uuid        primary key,
    list        text        not null check (list in ('ALLOW', 'BLOCK')),
    kind        text        not null check (kind in ('EMAIL', 'DOMAIN', 'CUSTOMER_ID', 'PARTNER_ID', 'LINK_CODE')),
    value       text        not null,                     -- canonical, for people
    subject_key text        not null,
    reason      text        not null,
    added_by    text        not null,
    added_at    timestamptz not null,
    removed_by  text,
    removed_at  timestamptz,
    check ((removed_by is null) = (removed_at is null))
);

create unique index list_entry_in_force on list_entry (kind, subject_key, list) where removed_at is null;
create index list_entry_order on list_entry (added_at desc, entry_id desc);

-- Under which entries each record was judged last: what a referral shows is what was announced of it. Without references to
-- the record, so that a change of a list waits for nobody who works on one.
create table judged_by_entry (
    referral_id uuid not null,
    entry_id    uuid not null references list_entry,
    primary key (referral_id, entry_id)
);

-- Who named which lead when, by receipt. The lead's key is that of its topic, so that no merge changes the count.
create table lead_naming (
    referrer_kind text        not null,
    referrer_id   text        not null,
    received_at   timestamptz not null,
    source        text        not null,
    id            text        not null,
    referral_id   uuid        not null references lead_record,
    lead_key      text        not null,
    hurried       boolean     not null default false,     -- the referrer had named too many other leads just before
    primary key (referrer_kind, referrer_id, received_at, source, id)
);

create index lead_naming_referral on lead_naming (referral_id);

-- Who asked to have a ruling looked at again: once for a record.
create table appeal (
    referral_id uuid        primary key references lead_record,
    appealed_by text        not null,
    reason      text        not null,
    appealed_at timestamptz not null
);

-- Referrals that something else than a fact of theirs concerns, to be judged again in steps.
create table reevaluation (
    referral_id uuid        primary key,
    cause       text        not null,
    queued_at   timestamptz not null
);

create index reevaluation_order on reevaluation (queued_at);

-- Whether anything may still come of a reward.
alter table reward_state add column settled boolean not null default false;

-- What the owner of an accepted referral owes it: one task at a time.
create table owner_task (
    referral_id uuid        primary key references lead_record,
    kind        text        not null check (kind in ('FIRST_CONTACT', 'UPDATE')),
    status      text        not null check (status in ('OPEN', 'REMINDED', 'ESCALATED', 'DONE')),
    owner       text,                                     -- null: an operator's task
    since       timestamptz not null,
    due_at      timestamptz,                              -- when time alone changes it next
    check (status <> 'DONE' or due_at is null)
);

create index owner_task_due on owner_task (due_at) where due_at is not null;
create index owner_task_order on owner_task (since, referral_id);
create index owner_task_owner on owner_task (owner, since, referral_id);

-- What the report on completeness counts; filled when a referral is judged.
alter table referral
    add column channel            text,
    add column introduction_basis text,
    add column owner              text,
    add column flags              text[] not null default '{}';

-- What was recorded before has neither subjects nor keys of customers yet; judging it again writes them.
insert into reevaluation (referral_id, cause, queued_at)
select referral_id, 'migration/5', now() from lead_record where survivor_id = referral_id;
