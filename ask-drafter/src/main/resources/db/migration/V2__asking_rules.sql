-- A pending ask knows since when it waits, so that it can escalate at half of its time.
update ask
set state = jsonb_set(
    state,
    '{since}',
    (select to_jsonb(to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
     from ask_step
     where ask_step.ask_id = ask.ask_id and kind in ('DRAFTED', 'RETURNED')))
where status = 'pending';

-- Those who wait are looked at once, which finds their moment.
update customer
set look_again_at = now()
where exists (select from ask where ask.customer_id = customer.customer_id and status = 'pending');

-- What the program owner has to look after; few at any time.
create index ask_escalated on ask (ask_id) where status = 'pending' and state ->> 'escalatedAt' is not null;
