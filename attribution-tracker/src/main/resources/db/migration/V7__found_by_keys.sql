-- Nobody asks for the keys of a record. Without this index a key that finds its record changes in place.
drop index lead_key_referral;
