-- Who is a customer, as far as referrals are concerned: the signals that still decide something, and the profile that they amount to.
create table customer (
    customer_id text  primary key,
    signals     jsonb not null,
    profile     jsonb not null
);

-- By what customers are found (SHA-256 pseudonyms): id, address, mail domain of their own, name of the contact, company.
create table customer_key (
    key         text        not null,
    customer_id text        not null references customer,
    since       timestamptz not null,
    primary key (key, customer_id)
);

create index customer_key_oldest on customer_key (key, since, customer_id);
create index customer_key_customer on customer_key (customer_id);

-- By what the facts of a record find customers, so that a customer who becomes known finds the record.
create table lead_customer_key (
    key         text not null,
    referral_id uuid not null references lead_record,
    primary key (key, referral_id)
);

create index lead_customer_key_record on lead_customer_key (referral_id);

-- The customers by whom a record was judged last, as they were known then. Of records that became one the newest version counts.
create table lead_customer (
    referral_id uuid  not null references lead_record,
    customer_id text  not null,
    profile     jsonb not null,
    primary key (referral_id, customer_id)
);

create index reward_state_referral on reward_state (referral_id);
