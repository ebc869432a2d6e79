-- Indexes for the lists of subscriptions, extra items and credits, built beside the work that goes on.
-- in steps

-- step
drop index concurrently if exists subscription_by_external_id;
-- step
create index concurrently subscription_by_external_id on subscription (seller_id, external_id, id);

-- step
drop index concurrently if exists subscription_by_making;
-- step
create index concurrently subscription_by_making on subscription (seller_id, created_at, id);

-- step
drop index concurrently if exists extra_item_list;
-- step
create index concurrently extra_item_list on extra_item (seller_id, id);

-- step
drop index concurrently if exists item_credit_list;
-- step
create index concurrently item_credit_list on item_credit (seller_id, id);
