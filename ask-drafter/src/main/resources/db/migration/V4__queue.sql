-- The scorer's latest word came in a record that could not be read. Until it is read, or said anew, nobody knows whether a
-- concern stands, so nothing may leave.
alter table customer add column has_unread_assessment boolean not null default false;
