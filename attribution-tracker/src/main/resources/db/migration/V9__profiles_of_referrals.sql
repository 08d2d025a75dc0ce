-- What can be compared of a lead: so that nobody reads the history of a candidate to find that it is another lead. Null where the
-- referral was judged last before this column was.
alter table referral add column profile jsonb;

-- Keys come before their record and change once it is known; with room on the page no index has to hear of it.
alter table lead_key set (fillfactor = 50);
