-- What the appender writes is checked once a statement and no longer once a row. The rules are those of the domain; a foreign key
-- would say less, and would need the right to lock, and so to update, the very rows that nobody may update.
drop trigger transfer_matches on transfer;
drop function require_matching_transfer();
drop index one_reversal_per_transfer;
create index transfer_by_reversed on transfer (reverses) where reverses is not null;

-- The foreign key asked for every transfer by itself, and wrote a lock into the row of its reward. The trigger asks once a
-- statement, and no reward is ever removed.
alter table transfer drop constraint transfer_reward_id_fkey;

-- The transfers of a referral are those of its few rewards, which are found by their own key.
drop index transfer_by_referral;
revoke delete, truncate on reward from current_user;

-- A plan is kept as long as the session, and may have been made over an empty table: without this it
-- would go on to read the whole table for every transfer of a batch.
create function require_matching_transfers() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    wrong uuid;
begin
    select added.transfer_id into wrong
    from added left join reward on reward.reward_id = added.reward_id
    where reward.reward_id is null
    limit 1;
    if wrong is not null then
        raise exception 'transfer % is of no reward', wrong using errcode = 'integrity_constraint_violation';
    end if;

    select added.transfer_id into wrong
    from added left join transfer hold on hold.transfer_id = added.pending_id
    where added.pending_id is not null
        and (hold.code, hold.reward_id, hold.debit, hold.credit, hold.amount_minor, hold.currency)
            is distinct from ('REWARD_HOLD', added.reward_id, added.debit, added.credit, added.amount_minor, added.currency)
    limit 1;
    if wrong is not null then
        raise exception 'transfer % resolves no hold of its own', wrong using errcode = 'integrity_constraint_violation';
    end if;

    select added.transfer_id into wrong
    from added left join transfer posted on posted.transfer_id = added.reverses
    where added.code = 'REVERSAL'
        and (posted.code, posted.reward_id, posted.debit, posted.credit, posted.currency)
            is distinct from ('REWARD', added.reward_id, added.credit, added.debit, added.currency)
    limit 1;
    if wrong is not null then
        raise exception 'transfer % reverses nothing of its own', wrong using errcode = 'integrity_constraint_violation';
    end if;

    -- A clawback wants back from the beneficiary what a hold posted for it, and relieves whom that charged.
    select added.transfer_id into wrong
    from added left join transfer posted on posted.transfer_id = added.reverses and posted.pending_id is not null
    where added.code = 'CLAWBACK'
        and (posted.code, posted.reward_id, posted.debit, posted.currency, regexp_replace(posted.credit, ':rewards-payable$', ''))
            is distinct from ('REWARD', added.reward_id, added.credit, added.currency,
                regexp_replace(added.debit, ':rewards-receivable$', ''))
    limit 1;
    if wrong is not null then
        raise exception 'transfer % wants nothing back of its own', wrong using errcode = 'integrity_constraint_violation';
    end if;

    -- Another reward of the same beneficiary settles a clawback.
    select added.transfer_id into wrong
    from added left join transfer clawback on clawback.transfer_id = added.reverses
    where added.code = 'REWARD' and added.pending_id is null
        and (clawback.code, clawback.debit, clawback.currency, regexp_replace(clawback.debit, ':rewards-receivable$', ''))
            is distinct from ('CLAWBACK', added.credit, added.currency, regexp_replace(added.debit, ':rewards-payable$', ''))
    limit 1;
    if wrong is not null then
        raise exception 'transfer % settles no clawback', wrong using errcode = 'integrity_constraint_violation';
    end if;

    -- What is taken back, wanted back or settled is never more than there was.
    select referred.transfer_id into wrong
    from (select distinct reverses from added where reverses is not null) touched
        join transfer referred on referred.transfer_id = touched.reverses
        cross join lateral (
            select sum(later.amount_minor - coalesce(
                (select sum(reopened.amount_minor) from transfer reopened
                    where reopened.reverses = later.transfer_id and reopened.code = 'REVERSAL'), 0)) as minor
            from transfer later where later.reverses = referred.transfer_id) used
    where used.minor > referred.amount_minor
    limit 1;
    if wrong is not null then
        raise exception 'more than transfer % is reversed or settled', wrong using errcode = 'integrity_constraint_violation';
    end if;

    -- Nor is more of a reward paid, settled or taken back than was posted for it.
    select touched.reward_id into wrong
    from (select distinct reward_id from added where code in ('PAYOUT', 'REVERSAL') or (code = 'REWARD' and pending_id is null)) touched
        cross join lateral (
            select sum(case when booked.credit like '%:rewards-payable' then booked.amount_minor
                when booked.debit like '%:rewards-payable' then -booked.amount_minor end) as minor
            from transfer booked
            where booked.reward_id = touched.reward_id and booked.code in ('REWARD', 'PAYOUT', 'REVERSAL')) owed
    where owed.minor < 0
    limit 1;
    if wrong is not null then
        raise exception 'more than what is owed is taken from reward %', wrong using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create trigger transfers_match after insert on transfer referencing new table as added
    for each statement execute function require_matching_transfers();

-- What one append added, and a hash over it and over the link before. See decision 0017 for what exactly is hashed.
create table ledger_link (
    position       bigint      primary key check (position > 0),
    previous_hash  bytea       not null unique check (length(previous_hash) = 32),
    hash           bytea       not null unique check (length(hash) = 32),
    first_transfer bigint      not null,
    last_transfer  bigint      not null check (last_transfer >= first_transfer),
    transfers      integer     not null check (transfers between 1 and last_transfer - first_transfer + 1),
    at             timestamptz not null
);

create function require_continued_chain() returns trigger language plpgsql as $$
begin
    if new.position > 1 and not exists (
            select 1 from ledger_link before
            where before.position = new.position - 1 and before.hash = new.previous_hash
                and before.last_transfer < new.first_transfer) then
        raise exception 'link % does not continue the chain', new.position using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger link_continues_the_chain before insert on ledger_link
    for each row execute function require_continued_chain();

-- The heads of the chain that were told to the world.
create table ledger_anchor (
    position bigint      primary key,
    hash     bytea       not null check (length(hash) = 32),
    at       timestamptz not null
);

drop trigger transfer_never_changes on transfer;
drop function refuse_change();
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger transfer_never_changes before update or delete or truncate on transfer
    for each statement execute function refuse_change();
create trigger ledger_link_never_changes before update or delete or truncate on ledger_link
    for each statement execute function refuse_change();
create trigger ledger_anchor_never_changes before update or delete or truncate on ledger_anchor
    for each statement execute function refuse_change();
revoke update, delete, truncate on ledger_link, ledger_anchor from current_user;

-- What each transfer did to each of its two accounts, for the sums of a past moment.
-- They are appended in the order of their times, nearly, so the ranges of the pages are enough to find a time by.
create index transfer_by_time on transfer using brin (at) with (pages_per_range = 16);
create view ledger_entry as
select position, debit as account, currency, at, pending as pending_debits, 0::bigint as pending_credits,
    posted as posted_debits, 0::bigint as posted_credits
from transfer cross join lateral (select
    case when code = 'REWARD_HOLD' then amount_minor
        when code = 'VOID' or (code = 'REWARD' and pending_id is not null) then -amount_minor else 0 end as pending,
    case when code in ('REWARD_HOLD', 'VOID') then 0 else amount_minor end as posted) change
union all
select position, credit, currency, at, 0, pending, 0, posted
from transfer cross join lateral (select
    case when code = 'REWARD_HOLD' then amount_minor
        when code = 'VOID' or (code = 'REWARD' and pending_id is not null) then -amount_minor else 0 end as pending,
    case when code in ('REWARD_HOLD', 'VOID') then 0 else amount_minor end as posted) change;

-- Transfers of earlier versions become the first link.
do $$
declare
    content bytea := '';
    fields text[];
    written record;
begin
    select min(position) as first, max(position) as last, count(*) as transfers, max(at) as at into written from transfer;
    if written.transfers = 0 then
        return;
    end if;
    fields := array['askwell-ledger-v1', repeat('0', 64), '1', written.transfers::text,
        (extract(epoch from written.at) * 1000000)::bigint::text];
    fields := fields || (
        select array_agg(part.value order by transfer.position, part.number)
        from transfer cross join lateral unnest(array[transfer_id::text, debit, credit, amount_minor::text, currency, code,
            coalesce(pending_id::text, ''), coalesce(reverses::text, ''), reward_id::text, referral_id,
            (extract(epoch from at) * 1000000)::bigint::text]) with ordinality as part (value, number));
    select string_agg(int4send(length(convert_to(part.value, 'UTF8'))) || convert_to(part.value, 'UTF8'), '' order by part.number)
        into content from unnest(fields) with ordinality as part (value, number);
    insert into ledger_link (position, previous_hash, hash, first_transfer, last_transfer, transfers, at)
    values (1, decode(repeat('0', 64), 'hex'), sha256(content), written.first, written.last, written.transfers, written.at);
end $$;
