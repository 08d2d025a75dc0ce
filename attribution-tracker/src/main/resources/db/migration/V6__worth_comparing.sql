-- Two leads whose addresses are known are never taken for one by likeness, and most leads have one: so those without are found
-- by themselves. What was put before counts as without, which makes for a comparison too many until it is put again.
alter table lead_block add column addressed boolean not null default false;

create index lead_block_without_address on lead_block (block) where not addressed;
