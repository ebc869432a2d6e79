-- What was charged and the documents that say so. The hot tables of a billing run: few indexes, no row triggers on insert.

create table billing_run (
  seller_id bigint not null references seller (id),
  id bigint not null,
  as_of date not null,
  started_at timestamptz not null,
  engine_version text not null,
  primary key (seller_id, id)
);
create trigger billing_run_append_only before update or delete or truncate on billing_run for each statement execute function refuse_change();

create type document_kind as enum ('invoice', 'credit_note');

create table invoice (
  seller_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  run_id bigint not null,
  kind document_kind not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- The billing date it is for; the day it was issued in the seller's zone; the day tax is due by.
  billed_on date not null,
  issued_on date not null,
  tax_point date not null,
  due_on date not null,
  -- Lines and totals of a credit note are negative; the printed document turns the sign.
  net_minor bigint not null,
  tax_minor bigint not null,
  total_minor bigint not null,
  seller_party_id bigint not null,
  buyer_party_id bigint not null,
  -- Language, zone, digits, tax decision, settlement from balance: what the document says besides its lines.
  facts json not null,
  primary key (id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  check (total_minor = net_minor + tax_minor),
  check (case kind when 'invoice' then total_minor >= 0 else total_minor <= 0 end)
);
create index invoice_account on invoice (account_id, id);
create trigger invoice_append_only before update or delete or truncate on invoice for each statement execute function refuse_change();

-- Gapless numbers: the series' row is the last thing a transaction locks, and the numbers are written beside the invoices, not into them.
create table number_series (
  seller_id bigint not null references seller (id),
  id bigint not null,
  kind document_kind not null,
  key text not null default 'default',
  prefix text not null,
  digits integer not null default 6 check (digits between 1 and 18),
  next_number bigint not null default 1 check (next_number > 0),
  last_issued_on date,
  primary key (seller_id, id),
  unique (seller_id, kind, key),
  unique (seller_id, prefix)
);

create table invoice_number (
  seller_id bigint not null,
  series_id bigint not null,
  number bigint not null check (number > 0),
  invoice_id bigint not null,
  primary key (series_id, number, seller_id),
  unique (invoice_id, seller_id),
  foreign key (seller_id, invoice_id) references invoice (seller_id, id)
);
create trigger invoice_number_append_only before update or delete or truncate on invoice_number for each statement execute function refuse_change();

create type cell_kind as enum ('component', 'commitment', 'extra_item');

-- The register. One row a cell: what it has been charged so far and the picture it was charged from.
create table charge_cell (
  seller_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  subscription_id bigint,
  kind cell_kind not null,
  -- Id of the component, of the plan version whose commitment it is, or of the extra item.
  subject_id bigint not null,
  -- A named item, or empty.
  item text not null,
  -- Local days; a one-time cell has all time for its window. Windows of hours also carry their first instant.
  window_from date not null,
  window_to date not null,
  hour_from timestamptz,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  sequence integer not null check (sequence > 0),
  gross_minor bigint not null,
  net_minor bigint not null,
  -- The invoice that last charged it: what a credit corrects.
  invoice_id bigint,
  -- Pieces, tax buckets and the share that fixed discounts took.
  picture json not null,
  primary key (id, seller_id),
  check (window_from < window_to),
  check ((subscription_id is null) = (kind = 'extra_item'))
) with (fillfactor = 85);
-- Keys of cells. Led by the window's end, so that a run reads the open windows of a subscription however many closed ones it has.
create unique index charge_cell_of_subscription
  on charge_cell (subscription_id, window_to, subject_id, item, window_from, hour_from, seller_id) nulls not distinct where subscription_id is not null;
create unique index charge_cell_of_item
  on charge_cell (subject_id, window_to, window_from, seller_id) where subscription_id is null;

-- Every change of a cell. Each step stands on the one before: billing twice, skipping and over-crediting have no row to stand on.
create table charge_step (
  cell_id bigint not null,
  seller_id bigint not null,
  sequence integer not null check (sequence > 0),
  previous_sequence integer generated always as (nullif(sequence - 1, 0)) stored,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  before_minor bigint not null,
  amount_minor bigint not null,
  after_minor bigint not null,
  gross_amount_minor bigint not null,
  -- A negative extra item is the one cell that may stand below zero.
  may_be_negative boolean not null default false,
  run_id bigint not null,
  invoice_id bigint,
  primary key (cell_id, sequence),
  unique (cell_id, sequence, after_minor, seller_id),
  check (after_minor = before_minor + amount_minor),
  check (after_minor >= 0 or may_be_negative),
  check (sequence > 1 or before_minor = 0),
  foreign key (seller_id, cell_id, previous_sequence, before_minor) references charge_step (seller_id, cell_id, sequence, after_minor)
);
alter table charge_cell add foreign key (seller_id, id, sequence, net_minor) references charge_step (seller_id, cell_id, sequence, after_minor);
create trigger charge_step_append_only before update or delete or truncate on charge_step for each statement execute function refuse_change();

create table invoice_line (
  seller_id bigint not null,
  invoice_id bigint not null,
  position integer not null check (position > 0),
  cell_id bigint not null,
  sequence integer not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- To 18 places; the fraction itself stands in the facts.
  exact_amount numeric not null,
  gross_minor bigint not null,
  discount_minor bigint not null,
  amount_minor bigint not null,
  -- Without tax: the amount itself, or what inclusive prices leave of it.
  net_minor bigint not null,
  tax_category text not null,
  -- Period, fraction, old and new state, parts, reason: what explains the line, frozen.
  facts json not null,
  primary key (invoice_id, position, seller_id),
  foreign key (seller_id, invoice_id) references invoice (seller_id, id),
  check (amount_minor = gross_minor - discount_minor)
);
create trigger invoice_line_append_only before update or delete or truncate on invoice_line for each statement execute function refuse_change();

create table invoice_tax (
  seller_id bigint not null,
  invoice_id bigint not null,
  position integer not null check (position > 0),
  category text not null,
  name text not null,
  percent numeric not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  base_minor bigint not null,
  amount_minor bigint not null,
  primary key (invoice_id, position, seller_id),
  foreign key (seller_id, invoice_id) references invoice (seller_id, id)
);
create trigger invoice_tax_append_only before update or delete or truncate on invoice_tax for each statement execute function refuse_change();

create table invoice_pdf (
  seller_id bigint not null,
  invoice_id bigint not null,
  bytes bytea not null,
  sha256 bytea not null check (length(sha256) = 32),
  pages integer not null check (pages > 0),
  rendered_at timestamptz not null,
  primary key (invoice_id, seller_id),
  foreign key (seller_id, invoice_id) references invoice (seller_id, id)
);
create trigger invoice_pdf_append_only before update or delete or truncate on invoice_pdf for each statement execute function refuse_change();
