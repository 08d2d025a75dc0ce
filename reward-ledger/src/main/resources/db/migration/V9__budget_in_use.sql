-- What a program has promised for the wins of a quarter, kept with every step of a reward: to judge one more win must not take
-- longer the more were rewarded before. The same as the sum over the rewards, always.
create table program_quarter (
    program         text   not null,
    currency        text   not null,
    quarter         date   not null,
    committed_minor bigint not null check (committed_minor >= 0),
    primary key (program, currency, quarter)
);

insert into program_quarter (program, currency, quarter, committed_minor)
select program, currency, date_trunc('quarter', won_at at time zone 'UTC')::date, sum(amount_minor - reduced_minor)
from reward
where state in ('awaiting_approval', 'approved', 'payable', 'in_payout', 'paid')
group by 1, 2, 3;
