-- Two leads whose addresses are known are never taken for one by likeness, and most leads have one: so those without are found
-- by themselves. What was put before counts as without, which makes for a comparison too many until it is put again.
alter table lead_block add column addressed boolean not null default false;

create index lead_block_without_address on lead_block (block) where not addressed;

-- By these records are found, a dozen rows of a lead and more; they are made from its facts, which do refer to the record, and
-- records are never deleted. To look the record up again for each row would cost more than to write the row.
alter table lead_block drop constraint lead_block_referral_id_fkey;
alter table lead_customer_key drop constraint lead_customer_key_referral_id_fkey;
alter table record_subject drop constraint record_subject_referral_id_fkey;
