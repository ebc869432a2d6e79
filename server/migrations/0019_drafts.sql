-- What is being prepared and counts for nothing yet: plans and prices as they are written over the API, and runs that were asked for.

create table plan_draft (
  seller_id bigint not null references seller (id),
  key text not null check (key <> ''),
  -- As it was written; read when it is published.
  body jsonb not null,
  changed_at timestamptz not null,
  primary key (key, seller_id)
);

create table price_draft (
  seller_id bigint not null references seller (id),
  name text not null check (name <> ''),
  body jsonb not null,
  changed_at timestamptz not null,
  primary key (name, seller_id)
);

-- A billing run that somebody asked for, and how far it is. Jobs do it.
create table billing_order (
  seller_id bigint not null references seller (id),
  id bigint not null,
  -- Null: the day it is when it begins.
  as_of date,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  ordered_at timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  accounts integer not null default 0,
  documents integer not null default 0,
  lines integer not null default 0,
  parked integer not null default 0,
  failure text,
  primary key (id, seller_id),
  check ((state = 'failed') = (failure is not null)),
  check ((state in ('done', 'failed')) = (ended_at is not null))
);

select raise_walls();

do $$
begin
  execute format('grant delete on plan_draft, price_draft to %I', (select request_role from installation));
end $$;
