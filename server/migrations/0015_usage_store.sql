-- Usage by the hundred thousand a second: events lie in months, so that old ones go as a whole; what makes an event unique holds across months; sums
-- are kept by quarter-hours and days of UTC; and an event can be taken back.
-- needs programs from 0015

create table usage_moved as
  select *, substr(sha256(convert_to(seller_id || E'\n' || source || E'\n' || event_id, 'UTF8')), 1, 16) as hash from usage_event;
-- no seller: it is gone at the end of this file
drop table usage_event;
drop table usage_total;

-- No foreign key to the subscription: subscriptions are never removed, ingest resolves them, and audit looks for strays.
create table usage_event (
  seller_id bigint not null,
  subscription_id bigint not null,
  meter_id bigint not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  -- Taken from the sequence of ids under the lock of the subscription, which a run holds too: what was there for a run has a smaller number.
  arrival bigint not null,
  -- Arrival of the event that took this one back: from that number on it does not count.
  taken_back bigint check (taken_back >= arrival),
  value numeric not null,
  source text not null,
  event_id text not null
) partition by range (at);
create index usage_event_place on usage_event (subscription_id, meter_id, at);
-- Bills of other systems are compared with their files.
create index usage_event_of_bill on usage_event (source) where source like '%/____-__-__';

-- One row for each event ever taken, whatever month it lies in; where it lies. The identity is a hash of seller, source and id.
create table usage_identity (
  seller_id bigint not null,
  identity uuid primary key,
  subscription_id bigint not null,
  meter_id bigint not null,
  at timestamptz not null
);

-- What took an event back, once at most. An event that replaces another stands among the events too.
create table usage_void (
  seller_id bigint not null,
  target uuid primary key,
  identity uuid not null unique,
  source text not null,
  event_id text not null,
  target_source text not null,
  target_event_id text not null,
  subscription_id bigint not null,
  meter_id bigint not null,
  -- Of the event that is taken back.
  at timestamptz not null,
  recorded_at timestamptz not null,
  arrival bigint not null,
  replaces boolean not null
);
create trigger usage_void_append_only before update or delete or truncate on usage_void for each statement execute function refuse_change();
create trigger usage_identity_append_only before update or delete or truncate on usage_identity for each statement execute function refuse_change();

-- Sums by quarter-hours of UTC: zones stand at the half and three quarters of an hour too. Events taken back do not count. The version counts the writes.
create table usage_total (
  seller_id bigint not null,
  subscription_id bigint not null,
  meter_id bigint not null,
  quarter timestamptz not null,
  total numeric not null,
  events bigint not null check (events >= 0),
  version bigint not null,
  primary key (subscription_id, meter_id, quarter, seller_id)
) with (fillfactor = 80);

-- The same by days of UTC: a year is few rows.
create table usage_day_total (
  seller_id bigint not null,
  subscription_id bigint not null,
  meter_id bigint not null,
  day date not null,
  total numeric not null,
  events bigint not null check (events >= 0),
  version bigint not null,
  primary key (subscription_id, meter_id, day, seller_id)
) with (fillfactor = 80);

-- Only that it is taken back may ever be written into an event, once.
create function refuse_event_rewrite() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.taken_back is null
     and (old.seller_id, old.subscription_id, old.meter_id, old.at, old.recorded_at, old.arrival, old.value, old.source, old.event_id)
         = (new.seller_id, new.subscription_id, new.meter_id, new.at, new.recorded_at, new.arrival, new.value, new.source, new.event_id) then
    return new;
  end if;
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger usage_event_append_only before update or delete on usage_event for each row execute function refuse_event_rewrite();
create trigger usage_event_not_emptied before truncate on usage_event for each statement execute function refuse_change();

-- The month of an instant, where it is not there yet. Attaching keeps nobody from reading or writing the other months.
create function make_usage_month(instant timestamptz) returns void language plpgsql as $$
declare
  begins timestamp := date_trunc('month', instant at time zone 'UTC');
  month_name text := 'usage_event_' || to_char(begins, 'YYYY_MM');
begin
  if to_regclass('public.' || month_name) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('prorata usage month ' || month_name, 0));
  -- Somebody else may have made it meanwhile; names that were looked up before are not looked up again.
  if exists (select from pg_class where relname = month_name and relnamespace = 'public'::regnamespace) then
    return;
  end if;
  execute format('create table public.%I (like usage_event including defaults including constraints)', month_name);
  -- Reached through the whole only, whose policies hold there; by itself it shows requests nothing.
  execute format('alter table public.%I enable row level security', month_name);
  execute format('create trigger %I before truncate on public.%I for each statement execute function refuse_change()', month_name || '_not_emptied', month_name);
  execute format('alter table usage_event attach partition public.%I for values from (%L) to (%L)', month_name,
    begins at time zone 'UTC', (begins + interval '1 month') at time zone 'UTC');
end $$;
revoke execute on function make_usage_month(timestamptz) from public;

select make_usage_month(months.at) from (select distinct date_trunc('month', at, 'UTC') as at from usage_moved) months;
insert into usage_event (seller_id, subscription_id, meter_id, at, recorded_at, arrival, value, source, event_id)
  select seller_id, subscription_id, meter_id, at, recorded_at, arrival, value, source, event_id from usage_moved;
insert into usage_identity (seller_id, identity, subscription_id, meter_id, at)
  select seller_id, encode(hash, 'hex')::uuid, subscription_id, meter_id, at from usage_moved;
insert into usage_total (seller_id, subscription_id, meter_id, quarter, total, events, version)
  select seller_id, subscription_id, meter_id, date_bin('15 minutes', at, timestamptz 'epoch'), sum(value), count(*), 1 from usage_moved group by 1, 2, 3, 4;
insert into usage_day_total (seller_id, subscription_id, meter_id, day, total, events, version)
  select seller_id, subscription_id, meter_id, (at at time zone 'UTC')::date, sum(value), count(*), 1 from usage_moved group by 1, 2, 3, 4;
drop table usage_moved;

select raise_walls();
