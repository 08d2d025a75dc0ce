-- By these indexes nobody looks: what concerns a record is known from its facts, which are at hand whenever it is judged.
drop index lead_customer_key_record;
drop index record_subject_referral;

-- Like the rows of V6 these are made from a fact in the transaction that writes it, and the fact refers to the record. To look
-- the fact or the record up again for each of them costs as much as to write the row.
alter table lead_phone drop constraint lead_phone_source_id_fkey;
alter table lead_naming drop constraint lead_naming_referral_id_fkey;
alter table referral drop constraint referral_referral_id_fkey;
