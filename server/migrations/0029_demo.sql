-- Whether this installation is the demo, and how far its customers' machines have told their usage. Days are counted from 1970.
-- no seller: it is the whole installation's.
create table demo (
  only_row boolean primary key default true check (only_row),
  customers integer not null check (customers > 0),
  first_day integer not null,
  last_day integer not null check (last_day >= first_day),
  told_until integer not null,
  built_at timestamptz
);
