-- What people set out to pay, and all that was ever heard of it. Only ever added to: the newest word on an item is its state.
create table payout_batch (
    position bigint      generated always as identity unique,
    batch_id uuid        primary key,
    currency text        not null check (currency ~ '^[A-Z]{3}$'),
    made_by  text        not null,
    made_at  timestamptz not null
);

create table payout_item (
    position         bigint generated always as identity unique,
    item_key         uuid   primary key,                -- what the provider recognises the payment by, however often it is asked
    batch_id         uuid   not null references payout_batch,
    reward_id        uuid   not null references reward,
    referral_id      text   not null,
    beneficiary_kind text   not null check (beneficiary_kind in ('customer', 'partner', 'email', 'link', 'lead')),
    beneficiary_id   text   not null,
    form             text   not null check (form in ('credit', 'cash', 'gift_card', 'donation', 'feature', 'access')),
    amount_minor     bigint not null check (amount_minor > 0),
    unique (batch_id, reward_id)
);

create table payout_left_out (
    position  bigint generated always as identity unique,
    batch_id  uuid   not null references payout_batch,
    reward_id uuid   not null references reward,
    reasons   text[] not null check (cardinality(reasons) > 0),
    primary key (batch_id, reward_id)
);

create table payout_result (
    position     bigint      generated always as identity primary key,
    batch_id     uuid        not null,
    reward_id    uuid        not null,
    outcome      text        not null check (outcome in ('paid', 'failed', 'unknown')),
    provider_ref text        check (provider_ref is not null or outcome <> 'paid'),
    reason       text,
    said_by      text        not null,
    said_at      timestamptz not null,
    foreign key (batch_id, reward_id) references payout_item (batch_id, reward_id)
);
create index payout_result_by_item on payout_result (batch_id, reward_id, position);

-- What is final stays so, and no reward is ever paid twice, in whichever batches it was.
create unique index one_final_result_per_item on payout_result (batch_id, reward_id) where outcome in ('paid', 'failed');
create unique index one_paid_result_per_reward on payout_result (reward_id) where outcome = 'paid';
create unique index one_payout_per_reward on transfer (reward_id) where code = 'PAYOUT';

alter table reward add constraint in_payout_of_a_known_batch foreign key (batch_id) references payout_batch;

-- Whoever approved a reward does not pay it.
create function require_another_payer() returns trigger language plpgsql as $$
begin
    if exists (
            select 1 from added join payout_batch using (batch_id) join reward using (reward_id)
            where jsonb_path_exists(approvals, '$[*] ? (@.by == $maker)', jsonb_build_object('maker', made_by))) then
        raise exception 'a reward is paid by one who approved it' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create trigger payout_by_another_person after insert on payout_item
    referencing new table as added for each statement execute function require_another_payer();

-- Whose tax details are on file, as people said it. The newest entry of a beneficiary counts.
create table tax_clearance (
    position         bigint      generated always as identity primary key,
    beneficiary_kind text        not null check (beneficiary_kind in ('customer', 'partner', 'email', 'link', 'lead')),
    beneficiary_id   text        not null,
    standing         text        not null check (standing in ('on_file', 'revoked')),
    reference        text        not null,
    said_by          text        not null,
    said_at          timestamptz not null,
    valid_until      timestamptz,
    check (standing = 'on_file' or valid_until is null)
);
create index tax_clearance_by_beneficiary on tax_clearance (beneficiary_kind, beneficiary_id, position);

create function refuse_change_of_payouts() returns trigger language plpgsql as $$
begin
    raise exception 'what was said about payouts is never changed or removed' using errcode = 'insufficient_privilege';
end $$;

create trigger payout_batch_never_changes before update or delete or truncate on payout_batch
    for each statement execute function refuse_change_of_payouts();
create trigger payout_item_never_changes before update or delete or truncate on payout_item
    for each statement execute function refuse_change_of_payouts();
create trigger payout_left_out_never_changes before update or delete or truncate on payout_left_out
    for each statement execute function refuse_change_of_payouts();
create trigger payout_result_never_changes before update or delete or truncate on payout_result
    for each statement execute function refuse_change_of_payouts();
create trigger tax_clearance_never_changes before update or delete or truncate on tax_clearance
    for each statement execute function refuse_change_of_payouts();

-- The service's own role gives these rights up where nothing refers to the rows; a foreign key needs the right to lock them.
revoke update, delete, truncate on payout_left_out, payout_result, tax_clearance from current_user;
