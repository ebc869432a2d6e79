-- An owner of the database that is no superuser and has no bypassrls sees all rows because the tables are his, and not by a policy: the audit asks with
-- row security switched off, which PostgreSQL refuses to whom any policy applies. Requests run as another role and are behind the walls as before.

-- Puts the walls around every table that has a seller and none yet. A migration that makes a table ends with: select raise_walls();
-- Policies compare by equality with a value that is computed once, so indexes serve as without them.
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
      execute format('create policy of_account on %s as restrictive using ((select request_account()) is null or account_id = (select request_account()))',
        place.name);
    end if;
    execute format('grant select, insert%s on %s to %I', case when place.is_append_only then '' else ', update' end, place.name, request_role);
  end loop;
end $$;

do $$
declare
  place record;
begin
  if (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) then
    return;
  end if;
  for place in select c.oid::regclass as name from pg_class c where c.relforcerowsecurity and c.relowner = current_user::regrole loop
    execute format('alter table %s no force row level security', place.name);
    execute format('drop policy if exists of_engine on %s', place.name);
  end loop;
end $$;

-- From PostgreSQL 16 on, who makes a role may give it away and not yet take it on.
do $$
declare
  role_name text := (select i.request_role from installation i);
  may_set boolean := true;
begin
  if current_setting('server_version_num')::integer >= 160000 then
    execute 'select pg_has_role(current_user, $1, ''set'')' into may_set using role_name;
    if not may_set then
      execute format('grant %I to %I with set true', role_name, current_user);
    end if;
  end if;
end $$;
