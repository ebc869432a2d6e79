-- One search over everything: accounts and users by the beginnings of words, subscriptions by the beginning of their external id or of a named item,
-- invoices by number or amount. Indexes are built beside the work that goes on.
-- in steps

-- step
-- What a search looks for: words in small letters. Whatever is neither letter nor digit parts them.
create or replace function search_words(said text) returns text[] language sql immutable parallel safe
  return array_remove(regexp_split_to_array(lower(left(said, 500)), '[^[:alnum:]]+'), '');

-- step
create or replace function search_vector(said text) returns tsvector language sql immutable parallel safe
  return array_to_tsvector(search_words(said));

-- step
drop index concurrently if exists account_words;
-- step
-- What waits to be sorted in is looked through by each search, so it stays little.
create index concurrently account_words on account using gin (search_vector(external_id || ' ' || name)) with (gin_pending_list_limit = 256);

-- step
drop index concurrently if exists identity.portal_user_words;
-- step
create index concurrently if not exists portal_user_words on identity.portal_user using gin (search_vector(mail || ' ' || name)) with (gin_pending_list_limit = 256);

-- step
drop index concurrently if exists subscription_search;
-- step
create index concurrently subscription_search on subscription (seller_id, (lower(external_id) collate "C"), id);

-- step
drop index concurrently if exists subscription_fact_item;
-- step
create index concurrently subscription_fact_item on subscription_fact (seller_id, (lower(body ->> 'item') collate "C"), subscription_id) where kind = 'item';

-- step
drop index concurrently if exists invoice_amount;
-- step
create index concurrently invoice_amount on invoice (seller_id, total_minor, id);

-- step
-- Every word must begin a word of what is found; the last one said may be half written, and so may the others. Null: nothing was said.
create or replace function search_query(said text) returns tsquery language sql immutable parallel safe
  return (select string_agg('''' || w || ''':*', ' & ')::tsquery from unnest(search_words(said)) w);

-- step
-- Conditions that are not leakproof lose their indexes under row security, so these are functions that look at the request's seller and account alone.
create or replace function find_accounts_by_words(said text, most integer) returns setof bigint
language plpgsql stable security definer set search_path = public, pg_temp rows 10 as $$
declare
  of_seller bigint := request_seller();
  only_account bigint := request_account();
  wanted tsquery := search_query(said);
begin
  if wanted is null then return; end if;
  return query select a.id from account a
    where a.seller_id = of_seller and search_vector(a.external_id || ' ' || a.name) @@ wanted and (only_account is null or a.id = only_account)
    limit most;
end $$;

-- step
create or replace function find_users_by_words(said text, most integer) returns setof bigint
language plpgsql stable security definer set search_path = public, pg_temp rows 10 as $$
declare
  of_seller bigint := request_seller();
  only_account bigint := request_account();
  wanted tsquery := search_query(said);
begin
  if wanted is null then return; end if;
  return query select u.id from identity.portal_user u
    where u.seller_id = of_seller and search_vector(u.mail || ' ' || u.name) @@ wanted
      and (only_account is null
        or exists (select from identity.user_role r where r.user_id = u.id and r.seller_id = u.seller_id and r.account_id = only_account))
    limit most;
end $$;

-- step
-- By the beginning of the external id, else of the name of an item that one has or had.
create or replace function find_subscriptions_by_beginning(said text, most integer) returns setof bigint
language plpgsql stable security definer set search_path = public, pg_temp rows 10 as $$
declare
  of_seller bigint := request_seller();
  only_account bigint := request_account();
  first_text text := lower(said) collate "C";
  last_text text := (lower(said) || chr(1114111)) collate "C";
begin
  return query
    select found.id from (
      (select s.id, 1 as place, lower(s.external_id) as said from subscription s
       where s.seller_id = of_seller and lower(s.external_id) collate "C" >= first_text and lower(s.external_id) collate "C" < last_text
         and (only_account is null or s.account_id = only_account)
       order by lower(s.external_id) collate "C", s.id limit most)
      union all
      (select distinct on (lower(f.body ->> 'item') collate "C", f.subscription_id) f.subscription_id, 2, lower(f.body ->> 'item') from subscription_fact f
       where f.kind = 'item' and f.seller_id = of_seller
         and lower(f.body ->> 'item') collate "C" >= first_text and lower(f.body ->> 'item') collate "C" < last_text
         and (only_account is null or exists (select from subscription s
           where s.seller_id = of_seller and s.id = f.subscription_id and s.account_id = only_account))
       order by lower(f.body ->> 'item') collate "C", f.subscription_id limit most)
    ) found group by found.id order by min(found.place), min(found.said collate "C"), found.id limit most;
end $$;
