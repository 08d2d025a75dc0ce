-- What the tracker noticed about a referral speaks against rewarding it, too.
alter table referral add column flags text[] not null default '{}';
create index referral_by_win on referral (won_at, referral_id) where won_at is not null;

-- Who a customer is, as far as rewards depend on it.
create table customer_profile (
    customer_id  text        primary key,
    segment      text        not null check (segment in ('smb', 'mid_market', 'enterprise', 'mission_driven', 'unknown')),
    email_domain text,
    as_of        timestamptz not null
);

alter table reward
    add column approvers_needed integer not null default 1 check (approvers_needed between 1 and 2),
    add column won_at timestamptz,
    add column reduced_minor bigint not null default 0 check (reduced_minor between 0 and amount_minor),
    add column batch_id uuid;
update reward set won_at = coalesce((select referral.won_at from referral where referral.referral_id = reward.referral_id), hold_until);
alter table reward
    alter column won_at set not null,
    drop constraint reward_form_check,
    add constraint reward_form_check
        check (form in ('credit', 'cash', 'gift_card', 'donation', 'feature', 'access', 'recognition')),
    drop constraint reward_state_check,
    add constraint reward_state_check
        check (state in ('not_eligible', 'awaiting_approval', 'approved', 'payable', 'in_payout', 'paid', 'rejected',
            'voided', 'clawed_back')),
    drop constraint reward_check1,
    drop constraint reward_check2,
    drop constraint reward_check3,
    -- No money without the people that it needs, nobody is owed nothing, every no has its reason, no payout without its batch.
    add constraint approved_by_people
        check (state not in ('approved', 'payable', 'in_payout', 'paid', 'clawed_back')
            or jsonb_array_length(approvals) >= approvers_needed),
    add constraint promised_to_somebody
        check (state in ('not_eligible', 'rejected', 'voided')
            or (beneficiary_id is not null and (amount_minor > 0 or form = 'recognition'))),
    add constraint recognition_is_worth_no_money check (form <> 'recognition' or amount_minor = 0),
    add constraint says_why_not check ((state in ('not_eligible', 'voided', 'clawed_back')) = (jsonb_array_length(reasons) > 0)),
    add constraint in_payout_of_a_batch check ((state = 'in_payout') = (batch_id is not null));

-- One side of a referral has at most one reward that still stands, whatever the rule.
drop index one_open_reward_per_side;
create unique index one_standing_reward_per_side on reward (referral_id, role)
    where state in ('not_eligible', 'awaiting_approval', 'approved', 'payable', 'in_payout', 'paid');

create index reward_by_beneficiary on reward (beneficiary_kind, beneficiary_id, won_at);
create index reward_by_win on reward (program, won_at);

alter table transfer
    drop constraint transfer_code_check,
    drop constraint transfer_check1,
    drop constraint transfer_check2,
    add constraint transfer_code_check
        check (code in ('REWARD_HOLD', 'REWARD', 'PAYOUT', 'VOID', 'REVERSAL', 'CLAWBACK')),
    add constraint transfer_refers check (case code
        when 'REWARD' then (pending_id is null) <> (reverses is null)
        when 'VOID' then pending_id is not null and reverses is null
        when 'REVERSAL' then pending_id is null and reverses is not null
        when 'CLAWBACK' then pending_id is null and reverses is not null
        else pending_id is null and reverses is null end);
