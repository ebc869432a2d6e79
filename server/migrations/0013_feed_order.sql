-- The order of the feed, of one seller and of all, built beside the work that goes on.
-- in steps

-- step
drop index concurrently if exists outbox_event_feed;
-- step
create index concurrently outbox_event_feed on outbox_event (seller_id, era, written_by, id);

-- step
drop index concurrently if exists outbox_event_order;
-- step
create index concurrently outbox_event_order on outbox_event (era, written_by, id);

-- step
drop index concurrently if exists outbox_event_time;
-- step
create index concurrently outbox_event_time on outbox_event using brin (occurred_at);
