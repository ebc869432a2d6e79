-- The wall around a member's account, said so that the planner guesses better: it takes "is null or …" for hardly a row, and then reads and sorts
-- whole tables for a list of fifty. Of a case it supposes half, and follows the index in the order that is asked for.

create or replace function raise_walls() returns void language plpgsql as $$
declare
  place record;
  request_role text := (select i.request_role from installation i);
  has_open_sight boolean := (select rolsuper or rolbypassrls from pg_roles where rolname = current_user);
begin
  execute format('grant usage on schema public to %I', request_role);
  execute format('grant usage on all sequences in schema public to %I', request_role);
  for place in
    select c.oid::regclass as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped) as has_account,
      exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
              where t.tgrelid = c.oid and p.proname in ('refuse_change', 'refuse_event_change') and t.tgtype & 16 > 0) as is_append_only
    from pg_class c
    join pg_attribute s on s.attrelid = c.oid and s.attname = 'seller_id' and not s.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
  loop
    execute format('alter table %s enable row level security', place.name);
    if has_open_sight then
      execute format('alter table %s force row level security', place.name);
    end if;
    execute format('create policy of_seller on %s using (seller_id = (select request_seller()))', place.name);
    if place.has_account then
      execute format('create policy of_account on %s as restrictive using (case when (select request_account()) is null then true else account_id = (select request_account()) end)',
        place.name);
    end if;
    execute format('grant select, insert%s on %s to %I', case when place.is_append_only then '' else ', update' end, place.name, request_role);
  end loop;
end $$;

do $$
declare
  place record;
begin
  for place in
    select p.polrelid::regclass as name from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'public'::regnamespace and p.polname = 'of_account' and not p.polpermissive
      and c.relname not in ('account', 'setting_fact')
  loop
    execute format('alter policy of_account on %s using (case when (select request_account()) is null then true else account_id = (select request_account()) end)',
      place.name);
  end loop;
end $$;
alter policy of_account on account using (case when (select request_account()) is null then true else id = (select request_account()) end);
alter policy of_account on setting_fact
  using (case when (select request_account()) is null then true else account_id is null or account_id = (select request_account()) end);
alter policy of_buyer on price_entry
  using (case when (select request_account()) is null then true else buyer_id is null or buyer_id = (select request_account()) end);
