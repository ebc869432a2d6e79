-- The feed of events, to be read by cursor without missing or repeating one; and webhooks, which carry it to those who would rather be called.

-- Transaction numbers begin anew when the rows move to another server's database. An era is what one count of them covers: eras come one after
-- the other, and all of an earlier one is settled.
alter table outbox_event add column era integer not null default 1;

-- Events leave in the order of the feed once they are old enough, never otherwise.
create or replace function refuse_event_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('prorata.expire_events', true) = 'on' then
    return null;
  end if;
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

-- no seller: one feed for the installation, of which each seller reads his own
create table feed (
  only_row boolean primary key default true check (only_row),
  era integer not null default 1 check (era > 0),
  -- The last event that is gone: a cursor before it would skip some.
  expired_era integer not null default 0,
  expired_written_by xid8 not null default '0',
  expired_id bigint not null default 0
);
insert into feed default values;

create table webhook_endpoint (
  seller_id bigint not null references seller (id),
  id bigint not null,
  url text not null check (length(url) between 8 and 2000),
  description text not null default '',
  -- Empty: every kind.
  kinds text[] not null default '{}',
  enabled boolean not null default true,
  -- Why it is off, where we turned it off.
  disabled_code text,
  disabled_at timestamptz,
  sealed_secret text not null,
  -- Signs beside the new one until then.
  sealed_secret_before text,
  secret_before_until timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (id, seller_id),
  check (not enabled or disabled_code is null),
  check ((sealed_secret_before is null) = (secret_before_until is null))
);
create index webhook_endpoint_seller on webhook_endpoint (seller_id, id);

-- How it goes with an endpoint. A table of its own: it is rewritten by every call, the endpoint is not.
create table webhook_pace (
  seller_id bigint not null,
  endpoint_id bigint not null,
  -- When something is to be sent next; null: nothing waits.
  due_at timestamptz,
  -- Who sends to it holds it until then. His token is asked for when he writes down what came of it.
  held_by uuid,
  held_until timestamptz, -- machine time
  failures integer not null default 0 check (failures >= 0),
  failing_since timestamptz,
  is_slow boolean not null default false,
  primary key (endpoint_id, seller_id),
  foreign key (seller_id, endpoint_id) references webhook_endpoint (seller_id, id) on delete cascade,
  check ((failures = 0) = (failing_since is null))
) with (fillfactor = 80);
create index webhook_pace_due on webhook_pace (due_at) where due_at is not null;

-- An event on its way to an endpoint, once however often it is sent.
create table webhook_delivery (
  seller_id bigint not null,
  id bigint generated always as identity,
  endpoint_id bigint not null,
  event_id bigint not null,
  kind text not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  -- Since it was asked for last.
  attempts integer not null default 0 check (attempts >= 0),
  next_attempt_at timestamptz,
  last_attempt_at timestamptz,
  last_attempt_ms integer,
  response_status integer,
  -- Its beginning.
  response_body text,
  failure_code text,
  failure_detail text,
  created_at timestamptz not null,
  primary key (id, seller_id),
  unique (endpoint_id, event_id, seller_id),
  foreign key (seller_id, endpoint_id) references webhook_endpoint (seller_id, id) on delete cascade,
  check ((status = 'waiting') = (next_attempt_at is not null))
);
create index webhook_delivery_waiting on webhook_delivery (endpoint_id, next_attempt_at, id) where status = 'waiting';
create index webhook_delivery_endpoint on webhook_delivery (endpoint_id, created_at, id);
create index webhook_delivery_age on webhook_delivery (created_at) where status <> 'waiting';

-- no seller: up to which event of the feed deliveries were made, for all endpoints alike
create table webhook_dispatch (
  only_row boolean primary key default true check (only_row),
  era integer not null default 0,
  written_by xid8 not null default '0',
  event_id bigint not null default 0
);
insert into webhook_dispatch default values;

select raise_walls();

do $$
begin
  execute format('grant select on feed to %I', (select request_role from installation));
  execute format('grant delete on webhook_endpoint, webhook_pace, webhook_delivery to %I', (select request_role from installation));
end $$;
