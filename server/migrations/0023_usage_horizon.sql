-- Old months of usage go as a whole. From the first month that is kept on, usage is rated; what lies before stays as it was billed. Sums, identities
-- and what took events back stay; so do the counts of what went, and the last level of each meter, which may hold on into months that are kept.

-- no seller: months lie side by side for all of them
create table usage_horizon (
  only_one boolean primary key default true check (only_one),
  first_kept date not null check (extract(day from first_kept) = 1)
);

-- no seller: what the kept sums of a month came to when its events went, for all of them
create table forgotten_month (
  month date primary key check (extract(day from month) = 1),
  forgotten_at timestamptz not null,
  events bigint not null check (events >= 0),
  day_rows bigint not null,
  day_total numeric not null,
  day_events numeric not null,
  day_versions numeric not null,
  quarter_rows bigint not null,
  quarter_total numeric not null,
  quarter_events numeric not null,
  quarter_versions numeric not null
);
create trigger forgotten_month_append_only before update or delete or truncate on forgotten_month for each statement execute function refuse_change();

-- How many events of a source went with a month, those taken back among them.
create table forgotten_usage (
  seller_id bigint not null,
  month date not null,
  source text not null,
  events bigint not null check (events > 0),
  primary key (seller_id, source, month)
);
create trigger forgotten_usage_append_only before update or delete or truncate on forgotten_usage for each statement execute function refuse_change();

-- The last event before the horizon, of each subscription and meter.
create table usage_level (
  seller_id bigint not null,
  subscription_id bigint not null,
  meter_id bigint not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  arrival bigint not null,
  value numeric not null,
  source text not null,
  event_id text not null,
  primary key (subscription_id, meter_id, seller_id)
);

-- What may change the month waits from the first lock on; everybody else only for the moment in which it is dropped. Whoever calls sets lock_timeout.
create function forget_usage_month(begins date, forgotten timestamptz) returns bigint language plpgsql as $$
declare
  ends date := begins + interval '1 month';
  since timestamptz := begins::timestamp at time zone 'UTC';
  until timestamptz := ends::timestamp at time zone 'UTC';
  month_name text := 'usage_event_' || to_char(begins, 'YYYY_MM');
  gone bigint := 0;
begin
  -- Two servers come round at the same time.
  perform pg_advisory_xact_lock(hashtextextended('prorata usage goes', 0));
  if exists (select from pg_class where relname = month_name and relnamespace = 'public'::regnamespace) then
    execute format('lock table public.%I in share mode', month_name);
    execute format('insert into forgotten_usage (seller_id, month, source, events) select seller_id, $1, source, count(*) from public.%I group by 1, 3', month_name)
      using begins;
    select coalesce(sum(f.events), 0) into gone from forgotten_usage f where f.month = begins;
    insert into usage_level (seller_id, subscription_id, meter_id, at, recorded_at, arrival, value, source, event_id)
      select p.seller_id, p.subscription_id, p.meter_id, e.at, e.recorded_at, e.arrival, e.value, e.source, e.event_id
      from (select distinct seller_id, subscription_id, meter_id from usage_day_total where day >= begins and day < ends) p
      cross join lateral (
        select * from usage_event u
        where (u.seller_id, u.subscription_id, u.meter_id) = (p.seller_id, p.subscription_id, p.meter_id) and u.at >= since and u.at < until
          and u.taken_back is null
        order by u.at desc, u.event_id desc limit 1
      ) e
      on conflict (subscription_id, meter_id, seller_id) do update
        set (at, recorded_at, arrival, value, source, event_id)
            = (excluded.at, excluded.recorded_at, excluded.arrival, excluded.value, excluded.source, excluded.event_id);
    insert into forgotten_month
      select begins, forgotten, gone, d.places, d.total, d.events, d.versions, q.places, q.total, q.events, q.versions
      from (select count(*) as places, coalesce(sum(total), 0) as total, coalesce(sum(events), 0) as events, coalesce(sum(version), 0) as versions
            from usage_day_total where day >= begins and day < ends) d,
           (select count(*) as places, coalesce(sum(total), 0) as total, coalesce(sum(events), 0) as events, coalesce(sum(version), 0) as versions
            from usage_total where quarter >= since and quarter < until) q;
    lock table only usage_event in access exclusive mode;
    execute format('drop table public.%I', month_name);
  else
    lock table only usage_event in access exclusive mode;
  end if;
  insert into usage_horizon (first_kept) values (ends) on conflict (only_one) do update set first_kept = greatest(usage_horizon.first_kept, excluded.first_kept);
  return gone;
end $$;
revoke execute on function forget_usage_month(date, timestamptz) from public;

-- As before, and never a month that went.
create or replace function make_usage_month(instant timestamptz) returns void language plpgsql as $$
declare
  begins timestamp := date_trunc('month', instant at time zone 'UTC');
  month_name text := 'usage_event_' || to_char(begins, 'YYYY_MM');
begin
  if to_regclass('public.' || month_name) is not null then
    return;
  end if;
  if exists (select from usage_horizon where first_kept > begins) then
    raise exception 'usage of % is no longer kept', to_char(begins, 'YYYY-MM') using errcode = 'restrict_violation';
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

select raise_walls();
do $$
declare
  request_role text := (select i.request_role from installation i);
begin
  execute format('revoke insert, update on usage_level, forgotten_usage from %I', request_role);
  execute format('grant select on usage_horizon to %I', request_role);
end $$;
