-- Whom each referral is credited to, as the tracker said last: what the referral history of a customer counts.
create table credited_referral (
    referral_id text    primary key,
    customer_id text,                                -- null while no customer is credited, or once it lives on in another
    converted   boolean not null
);

create index credited_referral_customer on credited_referral (customer_id) where customer_id is not null;
