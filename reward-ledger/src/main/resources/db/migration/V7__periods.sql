-- A month that is closed is closed for ever: what every account held at its end is written down, and nothing is booked in it any more.
create table ledger_period (
    month     date        primary key check (extract(day from month) = 1),
    closed_by text        not null,
    closed_at timestamptz not null,
    link      bigint,                                   -- the newest link of the chain when it was closed
    link_hash bytea       check (length(link_hash) = 32),
    check ((link is null) = (link_hash is null))
);

create table ledger_period_balance (
    month           date   not null references ledger_period,
    account         text   not null,
    currency        text   not null,
    pending_debits  bigint not null check (pending_debits >= 0),
    pending_credits bigint not null check (pending_credits >= 0),
    posted_debits   bigint not null check (posted_debits >= 0),
    posted_credits  bigint not null check (posted_credits >= 0),
    primary key (month, account, currency)
);

create function end_of_closed_books() returns timestamptz language sql stable as $$
    select (max(month) + interval '1 month') at time zone 'UTC' from ledger_period
$$;

create function refuse_closed_month() returns trigger language plpgsql as $$
declare
    closed_until timestamptz := end_of_closed_books();
begin
    if closed_until is not null and exists (select from added where at < closed_until) then
        raise exception 'the books are closed until %', closed_until using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create trigger transfer_in_an_open_month after insert on transfer referencing new table as added
    for each statement execute function refuse_closed_month();

create trigger ledger_period_never_changes before update or delete or truncate on ledger_period
    for each statement execute function refuse_change();
create trigger ledger_period_balance_never_changes before update or delete or truncate on ledger_period_balance
    for each statement execute function refuse_change();
revoke update, delete, truncate on ledger_period_balance from current_user;
