-- The books. A posting names both its accounts, so every transaction balances by its shape: there is no half of one.

create type ledger_account as enum ('receivable', 'customer_balance', 'revenue', 'deferred_revenue', 'tax_payable', 'payments');

create table posting (
  -- The seller whose book it stands in.
  seller_id bigint not null,
  -- The movement it belongs to: an invoice's id, or an id of its own.
  journal_id bigint not null,
  position integer not null check (position > 0),
  cause text not null check (cause in ('invoice', 'credit_note', 'settlement', 'release', 'payment', 'refund')),
  posted_on date not null,
  -- The customer, where one side is personal.
  account_id bigint,
  debit ledger_account not null,
  credit ledger_account not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor > 0),
  -- The month deferred revenue belongs to, as its first day.
  service_month date,
  primary key (journal_id, position, seller_id),
  check (debit <> credit),
  check ((service_month is not null) = (debit = 'deferred_revenue' or credit = 'deferred_revenue')),
  check (extract(day from service_month) = 1)
);
create index posting_deferred on posting (seller_id, service_month, currency) where service_month is not null;
create trigger posting_append_only before update or delete or truncate on posting for each statement execute function refuse_change();

-- Up to which month deferred revenue has been released.
create table book (
  seller_id bigint primary key references seller (id),
  released_through date
);

-- What a customer owes and what he has standing to his credit: kept in the transaction that posts, rebuilt by audit.
create table account_balance (
  seller_id bigint not null,
  account_id bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  receivable_minor bigint not null default 0 check (receivable_minor >= 0),
  balance_minor bigint not null default 0 check (balance_minor >= 0),
  primary key (account_id, currency, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id)
) with (fillfactor = 70);

-- What is still open of each invoice.
create table receivable (
  seller_id bigint not null,
  invoice_id bigint not null,
  account_id bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  due_on date not null,
  open_minor bigint not null check (open_minor >= 0),
  primary key (invoice_id, seller_id),
  foreign key (seller_id, invoice_id) references invoice (seller_id, id)
);
create index receivable_open on receivable (account_id, seller_id) where open_minor > 0;
