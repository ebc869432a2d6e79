-- What outside systems' files brought in: one row a provider's bill, so that the same bill is never taken twice and a changed one is noticed.

create table import_bill (
  seller_id bigint not null references seller (id),
  id bigint not null,
  key text not null check (key <> ''),
  provider text not null,
  billing_account_id text not null,
  billing_account_name text,
  period_start date not null,
  period_end date,
  row_count bigint not null,
  digest text not null,
  file_name text not null,
  content_hash text not null,
  recorded_at timestamptz not null,
  primary key (seller_id, id),
  unique (seller_id, key)
);
create trigger import_bill_append_only before update or delete or truncate on import_bill for each statement execute function refuse_change();

create table import_report (
  seller_id bigint not null references seller (id),
  id bigint not null,
  content_hash text not null,
  report jsonb not null,
  recorded_at timestamptz not null,
  primary key (seller_id, id)
);
create trigger import_report_append_only before update or delete or truncate on import_report for each statement execute function refuse_change();
