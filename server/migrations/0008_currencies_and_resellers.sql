-- Currencies that are turned on and off, accounts that change theirs, and plans that resellers sell on.

-- Of a currency that is off: no period that begins on this day or later is billed in it. Null: none is kept back.
alter table seller_currency add column off_from date;

-- Every turning on and off, in order.
create table currency_switch (
  seller_id bigint not null references seller (id),
  id bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  enabled boolean not null,
  off_from date,
  recorded_at timestamptz not null,
  primary key (seller_id, id),
  check (enabled = (off_from is null))
);
create trigger currency_switch_append_only before update or delete or truncate on currency_switch for each statement execute function refuse_change();

-- From which currency to which an account went, for what it bought from then on. What it had keeps its own.
create table account_currency_change (
  seller_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  currency_before text not null check (currency_before ~ '^[A-Z]{3}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  recorded_at timestamptz not null,
  primary key (seller_id, id),
  foreign key (seller_id, account_id) references account (seller_id, id)
);
create index account_currency_change_account on account_currency_change (account_id, seller_id);
create trigger account_currency_change_append_only before update or delete or truncate on account_currency_change
  for each statement execute function refuse_change();

-- A plan that a reseller took over from the seller above him: its versions are copies of that seller's, and he publishes none of his own.
alter table plan add column resold_seller_id bigint, add column resold_plan_id bigint,
  add foreign key (resold_seller_id, resold_plan_id) references plan (seller_id, id),
  add check ((resold_seller_id is null) = (resold_plan_id is null)),
  add check (resold_seller_id is distinct from seller_id);
