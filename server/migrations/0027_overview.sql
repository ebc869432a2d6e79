-- What a start page sums up is read from indexes alone: revenue by day of issue, and usage refused of late.
-- in steps

-- step
drop index concurrently if exists invoice_revenue;
-- step
create index concurrently invoice_revenue on invoice (seller_id, issued_on) include (account_id, currency, kind, net_minor, total_minor);

-- step
drop index concurrently if exists refused_event_recorded;
-- step
create index concurrently refused_event_recorded on refused_event (seller_id, recorded_at, id);
