-- Indexes for the lists and searches of the API, built beside the work that goes on.
-- in steps

-- step
drop index concurrently if exists account_by_external_id;
-- step
create index concurrently account_by_external_id on account (seller_id, external_id, id);

-- step
drop index concurrently if exists account_by_name;
-- step
create index concurrently account_by_name on account (seller_id, name, id);

-- step
drop index concurrently if exists account_by_making;
-- step
create index concurrently account_by_making on account (seller_id, created_at, id);

-- step
drop index concurrently if exists account_search_id;
-- step
create index concurrently account_search_id on account (seller_id, (lower(external_id) collate "C"), id);

-- step
drop index concurrently if exists account_search_name;
-- step
create index concurrently account_search_name on account (seller_id, (lower(name) collate "C"), id);

-- step
drop index concurrently if exists invoice_list;
-- step
create index concurrently invoice_list on invoice (seller_id, id);

-- step
drop index concurrently if exists invoice_by_day;
-- step
create index concurrently invoice_by_day on invoice (seller_id, issued_on, id);
