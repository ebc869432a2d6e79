-- Who bought what and what happened to it; what was consumed; what is charged outside any plan.

create table subscription (
  seller_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  external_id text not null check (external_id <> ''),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  tax_category text,
  purchase_order text,
  created_at timestamptz not null,
  fact_count integer not null default 0,
  -- The earliest day whose windows a later fact may have changed; null when nothing waits.
  touched_from date,
  -- The last run's day.
  billed_through date,
  primary key (id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  unique (external_id, seller_id)
) with (fillfactor = 80);
create index subscription_account on subscription (account_id, seller_id);
create trigger subscription_kept before delete or truncate on subscription for each statement execute function refuse_change();

-- The timeline: what happened (at) and when we learned it (recorded_at). Only a void takes a fact back.
create table subscription_fact (
  seller_id bigint not null,
  subscription_id bigint not null,
  sequence integer not null check (sequence > 0),
  -- The caller's name of the fact, which a void names.
  reference text,
  kind text not null check (kind in ('start', 'quantity', 'item', 'plan', 'pause', 'resume', 'end', 'discount', 'anchor', 'void')),
  at timestamptz not null,
  recorded_at timestamptz not null,
  -- The rest of the fact, in the shape of a quote document's timeline.
  body jsonb not null,
  primary key (subscription_id, sequence, seller_id),
  foreign key (seller_id, subscription_id) references subscription (seller_id, id)
);
create unique index subscription_fact_reference on subscription_fact (subscription_id, reference, seller_id) where reference is not null;
create trigger subscription_fact_append_only before update or delete or truncate on subscription_fact for each statement execute function refuse_change();

-- No foreign key to the subscription: subscriptions are never removed, ingest resolves them under their account, and audit looks for strays.
create table usage_event (
  seller_id bigint not null,
  subscription_id bigint not null,
  meter_id bigint not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  value numeric not null,
  source text not null,
  event_id text not null,
  body_sha256 bytea not null,
  primary key (source, event_id, seller_id)
);
create index usage_event_place on usage_event (subscription_id, meter_id, at);
create trigger usage_event_append_only before update or delete or truncate on usage_event for each statement execute function refuse_change();

-- Sums by local day of the account, kept up as events arrive. The version counts the writes.
create table usage_total (
  seller_id bigint not null,
  subscription_id bigint not null,
  meter_id bigint not null,
  day date not null,
  total numeric not null,
  events bigint not null,
  version bigint not null,
  primary key (subscription_id, meter_id, day, seller_id)
) with (fillfactor = 80);

-- Events that were not taken, with the reason: nothing is dropped in silence.
create table refused_event (
  seller_id bigint not null references seller (id),
  id bigint not null,
  source text not null,
  event_id text not null,
  body jsonb not null,
  code text not null,
  reason text not null,
  recorded_at timestamptz not null,
  primary key (seller_id, id)
);
create index refused_event_identity on refused_event (seller_id, source, event_id);
create trigger refused_event_append_only before update or delete or truncate on refused_event for each statement execute function refuse_change();

-- How many events each sender handed over: accepted = stored + repeated, and what is refused stands in refused_event.
create table usage_receipt (
  seller_id bigint not null references seller (id),
  source text not null,
  received bigint not null default 0,
  stored bigint not null default 0,
  repeated bigint not null default 0,
  refused bigint not null default 0,
  primary key (seller_id, source),
  check (received = stored + repeated + refused)
);

-- A charge outside any plan, once or recurring; a negative amount is a credit.
create table extra_item (
  seller_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  external_id text not null check (external_id <> ''),
  description text not null,
  at timestamptz not null,
  until timestamptz,
  every jsonb,
  amount numeric not null,
  quantity numeric not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  tax_category text,
  facts jsonb,
  recorded_at timestamptz not null,
  -- False once everything it can bring is billed; a credit opens it again.
  is_open boolean not null default true,
  primary key (id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  unique (external_id, seller_id)
);
create index extra_item_open on extra_item (account_id, seller_id) where is_open;

-- Goodwill: lowers what an extra item or a component should cost.
create table item_credit (
  seller_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  external_id text not null check (external_id <> ''),
  -- External id of the extra item, or ref of the component.
  item text not null,
  at timestamptz not null,
  amount numeric not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reason text not null default '',
  recorded_at timestamptz not null,
  primary key (id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  unique (external_id, seller_id)
);
create index item_credit_account on item_credit (account_id, seller_id);
create trigger item_credit_append_only before update or delete or truncate on item_credit for each statement execute function refuse_change();

-- A fixed amount off, bound by a run to the cells it bills.
create table fixed_discount (
  seller_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  external_id text not null check (external_id <> ''),
  at timestamptz not null,
  amount numeric not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Names of items and components it may lower; null is all.
  items jsonb,
  recorded_at timestamptz not null,
  -- What runs have bound of it so far.
  bound_minor bigint not null default 0 check (bound_minor >= 0),
  primary key (id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  unique (external_id, seller_id)
);
create index fixed_discount_account on fixed_discount (account_id, seller_id);

-- Coupons: limits in total and per account are held by counting under the coupon's row lock.
create table coupon (
  seller_id bigint not null references seller (id),
  id bigint not null,
  code text not null check (code <> ''),
  percent numeric check (percent > 0 and percent <= 100),
  amount numeric check (amount > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  limit_total integer check (limit_total > 0),
  limit_each integer check (limit_each > 0),
  used integer not null default 0,
  valid_from date,
  valid_until date,
  primary key (seller_id, id),
  unique (seller_id, code),
  check ((percent is null) <> (amount is null)),
  check ((amount is null) = (currency is null)),
  check (used <= limit_total)
);
create table coupon_use (
  seller_id bigint not null,
  coupon_id bigint not null,
  account_id bigint not null,
  ordinal integer not null check (ordinal > 0),
  subscription_id bigint,
  used_at timestamptz not null,
  primary key (seller_id, coupon_id, account_id, ordinal),
  foreign key (seller_id, coupon_id) references coupon (seller_id, id),
  foreign key (seller_id, account_id) references account (seller_id, id)
);
