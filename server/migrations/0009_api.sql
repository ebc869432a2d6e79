-- Walls between sellers for whatever comes by request, and what the API keeps of requests: answers that can be given again, and who did what.

-- Requests run under a role of the installation's own that owns nothing and is filtered by row security. Roles belong to a whole server, which may
-- hold several installations, so its name begins with the database's.
alter table installation add column request_role text not null default '';
do $$
declare
  role_name text := left(current_database(), 50) || '_request';
begin
  if not exists (select from pg_roles where rolname = role_name) then
    begin
      execute format('create role %I nologin', role_name);
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'the role % is missing and this user may not create it', role_name
          using hint = format('As an administrator: create role %I nologin; grant %I to %I;', role_name, role_name, current_user);
    end;
  end if;
  if not pg_has_role(current_user, role_name, 'member') then
    execute format('grant %I to %I', role_name, current_user);
  end if;
  update installation set request_role = role_name;
end $$;

-- Answers of requests that came with an Idempotency-Key.
create table idempotent_answer (
  seller_id bigint not null references seller (id),
  caller text not null,
  route text not null,
  key text not null check (length(key) between 1 and 255),
  request_sha256 bytea not null check (length(request_sha256) = 32),
  status integer not null check (status between 200 and 299),
  headers jsonb not null default '{}',
  body text,
  -- False where the answer held a secret: that it was given is known, not what it was.
  is_kept boolean not null default true,
  kept_at timestamptz not null default clock_timestamp(), -- machine time
  primary key (caller, route, key, seller_id)
);
create index idempotent_answer_age on idempotent_answer (kept_at);

-- Who did what: one row for each call that changed something. Seller is null where nobody had signed in.
create table audit_entry (
  id bigint generated always as identity primary key,
  seller_id bigint references seller (id),
  -- Of a customer's member.
  account_id bigint,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'key', 'nobody', 'system')),
  -- Outside id.
  actor text,
  -- Key of the seller above whose people acted here.
  delegated_from text,
  impersonated_by text,
  -- Name of the operation in the API's description.
  operation text not null,
  subjects text[] not null default '{}',
  -- By subject: field, before, after; without secrets.
  changes jsonb not null default '[]',
  address text not null,
  request_id text not null,
  check ((actor is null) = (actor_kind in ('nobody', 'system')))
);
create index audit_entry_seller on audit_entry (seller_id, id);
create index audit_entry_subject on audit_entry using gin (subjects);
create trigger audit_entry_append_only before update or delete or truncate on audit_entry for each statement execute function refuse_change();

-- Whom the present request is for. A setting that is absent or empty reaches nothing.
create function request_seller() returns bigint language sql stable parallel safe
  return nullif(current_setting('prorata.seller', true), '')::bigint;
create function request_account() returns bigint language sql stable parallel safe
  return nullif(current_setting('prorata.account', true), '')::bigint;
-- The sellers above him: what they set holds for him too.
create function request_above() returns bigint[] language sql stable parallel safe
  return coalesce(nullif(current_setting('prorata.above', true), ''), '{}')::bigint[];

-- Puts the walls around every table that has a seller and none yet. A migration that makes a table ends with: select raise_walls();
-- Policies compare by equality with a value that is computed once, so indexes serve as without them.
create function raise_walls() returns void language plpgsql as $$
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
    execute format('alter table %s force row level security', place.name);
    execute format('create policy of_seller on %s using (seller_id = (select request_seller()))', place.name);
    if place.has_account then
      execute format('create policy of_account on %s as restrictive using ((select request_account()) is null or account_id = (select request_account()))',
        place.name);
    end if;
    if not has_open_sight then
      execute format('create policy of_engine on %s to %I using (true)', place.name, current_user);
    end if;
    execute format('grant select, insert%s on %s to %I', case when place.is_append_only then '' else ', update' end, place.name, request_role);
  end loop;
end $$;
revoke execute on function raise_walls() from public;
select raise_walls();

-- Sellers themselves: one's own row, and those above, whose key and settings one is told.
alter table seller enable row level security;
alter table seller force row level security;
create policy of_seller on seller for select using (id = (select request_seller()) or id = any ((select request_above())::bigint[]));

-- A member sees his own account and no price that was agreed with somebody else.
create policy of_account on account as restrictive using ((select request_account()) is null or id = (select request_account()));
create policy of_buyer on price_entry as restrictive
  using ((select request_account()) is null or buyer_id is null or buyer_id = (select request_account()));

-- Settings of all a seller's accounts hold for his members too, and those of the sellers above for him.
drop policy of_account on setting_fact;
create policy of_account on setting_fact as restrictive
  using ((select request_account()) is null or account_id is null or account_id = (select request_account()));
create policy of_sellers_above on setting_fact for select using (account_id is null and seller_id = any ((select request_above())::bigint[]));

do $$
declare
  request_role text := (select i.request_role from installation i);
begin
  if not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) then
    execute format('create policy of_engine on seller to %I using (true)', current_user);
  end if;
  execute format('grant select on seller, installation, clock to %I', request_role);
  -- Documents, charges and postings are the billing run's alone.
  execute format('revoke insert, update on billing_run, invoice, invoice_number, number_series, invoice_line, invoice_tax, charge_cell, charge_step,
    posting, book, account_balance, receivable, frozen_party from %I', request_role);
  -- What requests take back again: nothing but what never counted.
  execute format('grant delete on plan_version, component to %I', request_role);
end $$;

-- Searches of accounts. Conditions that are not leakproof lose their indexes under row security, so the search is a function that filters by
-- seller first. What matches begins with the words, in capitals or not; those whose external id does come first ("1"), then by name ("2").
create function search_accounts(words text, of_kind text, of_country text, of_currency text, after_place text, after_id bigint, most integer)
returns table (account_id bigint, place text) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  of_seller bigint := request_seller();
  only_account bigint := request_account();
  first_text text := lower(words) collate "C";
  last_text text := (lower(words) || chr(1114111)) collate "C";
  after_text text := substr(after_place, 2);
begin
  return query
    select f.id, f.at_place from (
      (select a.id, '1' || lower(a.external_id) as at_place from account a
       where a.seller_id = of_seller and lower(a.external_id) collate "C" >= first_text and lower(a.external_id) collate "C" < last_text
         and (only_account is null or a.id = only_account) and (of_kind is null or a.kind = of_kind)
         and (of_country is null or a.country = of_country) and (of_currency is null or a.currency = of_currency)
         and (after_place is null or (after_place like '1%' and (lower(a.external_id) collate "C", a.id) > (after_text collate "C", after_id)))
       order by lower(a.external_id) collate "C", a.id limit most)
      union all
      (select a.id, '2' || lower(a.name) from account a
       where a.seller_id = of_seller and lower(a.name) collate "C" >= first_text and lower(a.name) collate "C" < last_text
         and not (lower(a.external_id) collate "C" >= first_text and lower(a.external_id) collate "C" < last_text)
         and (only_account is null or a.id = only_account) and (of_kind is null or a.kind = of_kind)
         and (of_country is null or a.country = of_country) and (of_currency is null or a.currency = of_currency)
         and (after_place is null or after_place like '1%' or (lower(a.name) collate "C", a.id) > (after_text collate "C", after_id))
       order by lower(a.name) collate "C", a.id limit most)
    ) f order by f.at_place collate "C", f.id limit most;
end $$;
