-- Sellers, their customers' accounts, and the settings that enter a charge.
-- Every business row carries its seller, and keys are (seller_id, id): a foreign key then can never lead to another seller's row.
-- Indexes lead with the column that tells rows apart, not with the seller: the right one is then chosen even of a table just filled.
-- Ids are 64-bit numbers handed out in blocks of 1,000 by one sequence; outside they are shown with a prefix (kernel/identifier.ts).

create sequence identity_block as bigint increment by 1000 start with 1000;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed; write a new row instead', tg_table_name using errcode = 'restrict_violation';
end $$;

create table seller (
  id bigint primary key,
  parent_id bigint references seller (id),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  legal_name text not null check (legal_name <> ''),
  country text not null check (country ~ '^[A-Z]{2}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  zone text not null,
  language text not null default 'en',
  address jsonb not null default '{}',
  tax_number text,
  created_at timestamptz not null,
  check (parent_id is distinct from id)
);
-- One root: the provider.
create unique index seller_root on seller ((true)) where parent_id is null;

-- Which currencies a seller sells in: one that is off takes no new subscription.
create table seller_currency (
  seller_id bigint not null references seller (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  enabled boolean not null default true,
  primary key (seller_id, currency)
);

create table account (
  seller_id bigint not null references seller (id),
  id bigint not null,
  external_id text not null check (external_id <> ''),
  name text not null,
  kind text not null default 'company' check (kind in ('company', 'person', 'reseller')),
  -- The seller that this account is to its own customers.
  buys_for_seller_id bigint unique references seller (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  zone text not null,
  language text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  address jsonb not null default '{}',
  tax_number text,
  purchase_order text,
  buyer_reference text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (id, seller_id),
  unique (external_id, seller_id),
  check ((kind = 'reseller') or buys_for_seller_id is null)
);

-- When the account is to be looked at next. A table of its own: it is rewritten by every run, the account is not.
create table account_billing (
  seller_id bigint not null,
  account_id bigint not null,
  zone text not null,
  next_bill_at timestamptz,
  parked_at timestamptz,
  parked_code text,
  parked_detail text,
  last_run_on date,
  -- The earliest day of an extra item that runs have not looked at; null when nothing waits.
  items_touched_from date,
  primary key (account_id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  check ((parked_at is null) = (parked_code is null))
) with (fillfactor = 80);
create index account_billing_due on account_billing (next_bill_at) where next_bill_at is not null and parked_at is null;
create index account_billing_parked on account_billing (seller_id, parked_at) where parked_at is not null;

-- The zones accounts live in: a run asks for each what day it is there.
create table account_zone (
  seller_id bigint not null references seller (id),
  zone text not null,
  primary key (seller_id, zone)
);

-- Settings are facts: in force from a day, known from an instant, never overwritten. Without an account it is the seller's.
create table setting_fact (
  seller_id bigint not null references seller (id),
  id bigint not null,
  account_id bigint,
  key text not null,
  value jsonb not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  primary key (seller_id, id),
  foreign key (seller_id, account_id) references account (seller_id, id)
);
create index setting_fact_place on setting_fact (seller_id, account_id, key, valid_from);

create trigger setting_fact_append_only before update or delete or truncate on setting_fact for each statement execute function refuse_change();

-- What an issued document says about a party, kept once however many documents say it.
create table frozen_party (
  seller_id bigint not null references seller (id),
  id bigint not null,
  sha256 bytea not null check (length(sha256) = 32),
  body jsonb not null,
  primary key (id, seller_id),
  unique (sha256, seller_id)
);
create trigger frozen_party_append_only before update or delete or truncate on frozen_party for each statement execute function refuse_change();

-- Tax rates by place, category and day. A later row of the same name replaces the earlier from its day on.
create table tax_rate (
  seller_id bigint not null references seller (id),
  id bigint not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  category text not null,
  name text not null,
  percent numeric not null check (percent >= 0 and percent < 1000),
  valid_from date not null,
  recorded_at timestamptz not null,
  source text not null,
  primary key (seller_id, id),
  unique (seller_id, country, category, name, valid_from, recorded_at)
);
create trigger tax_rate_append_only before update or delete or truncate on tax_rate for each statement execute function refuse_change();
