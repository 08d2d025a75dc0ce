-- The hash of the text that a person approved, taken at the approval and kept apart from the text.
alter table ask add column approved_text_hash text;

update ask
set approved_text_hash = encode(sha256(convert_to(
        (state #>> '{draft,subject}') || E'\n' || (state #>> '{draft,body}'), 'UTF8')), 'hex')
where status = 'approved';

-- What was released so far was handed to its owner.
update ask set state = jsonb_set(state, '{delivery}', '{"is": "by_owner"}') where status in ('released', 'answered');

-- by_owner, awaited, delivered, failed or unknown; null until the ask is released.
alter table ask add column delivery text generated always as (state #>> '{delivery,is}') stored;
create index ask_by_delivery on ask (delivery, ask_id) where delivery is not null;

-- Every released ask that a carrier shall have, once: the second witness of "never sent twice".
create table ask_dispatch (
    ask_id    uuid primary key references ask_release,
    carrier   text        not null check (carrier in ('email', 'webhook')),
    try_until timestamptz not null,                  -- no attempt begins later
    status    text        not null check (status in ('waiting', 'sending', 'over')),
    due_at    timestamptz not null,                  -- the next attempt; while sending, the end of the sender's lease
    sender    uuid,
    attempts  integer     not null default 0,
    check ((status = 'sending') = (sender is not null))
);

create index ask_dispatch_due on ask_dispatch (due_at) where status <> 'over';
