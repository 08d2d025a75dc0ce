-- Every movement of money, written once. Nothing here is ever changed or removed: what was wrong is corrected by a further row.
create table transfer (
    position    bigint      generated always as identity unique,
    transfer_id uuid        primary key,
    debit       text        not null,
    credit      text        not null check (credit <> debit),
    amount_minor bigint     not null check (amount_minor > 0),
    currency    text        not null check (currency ~ '^[A-Z]{3}$'),
    code        text        not null check (code in ('REWARD_HOLD', 'REWARD', 'VOID', 'REVERSAL')),
    pending_id  uuid        check ((pending_id is not null) = (code in ('REWARD', 'VOID'))),
    reverses    uuid        check ((reverses is not null) = (code = 'REVERSAL')),
    reward_id   uuid        not null references reward,
    referral_id text        not null,
    at          timestamptz not null
);

-- A hold is resolved at most once, and what was posted is taken back at most once.
create unique index one_resolution_per_hold on transfer (pending_id) where pending_id is not null;
create unique index one_reversal_per_transfer on transfer (reverses) where reverses is not null;
create index transfer_by_debit on transfer (debit, position);
create index transfer_by_credit on transfer (credit, position);
create index transfer_by_reward on transfer (reward_id, position);
create index transfer_by_referral on transfer (referral_id, position);

-- A foreign key would say less: the referred transfer must also have the right code, accounts and amount. It would also need
-- the right to lock, and so to update, the very rows that nobody may update.
create function require_matching_transfer() returns trigger language plpgsql as $$
begin
    if new.pending_id is not null and not exists (
            select 1 from transfer hold
            where hold.transfer_id = new.pending_id and hold.code = 'REWARD_HOLD' and hold.reward_id = new.reward_id
                and (hold.debit, hold.credit, hold.amount_minor, hold.currency)
                    = (new.debit, new.credit, new.amount_minor, new.currency)) then
        raise exception 'transfer % resolves no hold of its own', new.transfer_id using errcode = 'integrity_constraint_violation';
    end if;
    if new.reverses is not null and not exists (
            select 1 from transfer posted
            where posted.transfer_id = new.reverses and posted.code = 'REWARD' and posted.reward_id = new.reward_id
                and (posted.debit, posted.credit, posted.amount_minor, posted.currency)
                    = (new.credit, new.debit, new.amount_minor, new.currency)) then
        raise exception 'transfer % reverses nothing of its own', new.transfer_id using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger transfer_matches before insert on transfer for each row execute function require_matching_transfer();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'transfers are never changed or removed' using errcode = 'insufficient_privilege';
end $$;

create trigger transfer_never_changes before update or delete or truncate on transfer
    for each statement execute function refuse_change();

-- The service's own role gives these rights up; the trigger stands in the way of whoever takes them back.
revoke update, delete, truncate on transfer from current_user;

-- The sums of every account, moved in the transaction of the transfer. Pending: set aside by holds that nobody has resolved.
create table account_total (
    account         text   not null,
    currency        text   not null,
    pending_debits  bigint not null default 0 check (pending_debits >= 0),
    pending_credits bigint not null default 0 check (pending_credits >= 0),
    posted_debits   bigint not null default 0 check (posted_debits >= 0),
    posted_credits  bigint not null default 0 check (posted_credits >= 0),
    primary key (account, currency)
);
