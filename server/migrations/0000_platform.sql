-- What every installation has before any business: its name, its clock, the events it tells, and the workers that are at work.

create table installation (
  only_row boolean primary key default true check (only_row),
  id uuid not null default gen_random_uuid(),
  created_at timestamptz not null default clock_timestamp()
);
insert into installation default values;

-- Business time is the machine's time plus this offset, for all servers alike. It only ever grows: going back would bill a past again.
create table clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null default 0 check (offset_ms >= 0)
);
insert into clock default values;

create function refuse_clock_going_back() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.offset_ms < old.offset_ms then
    raise exception 'the clock only goes forward' using errcode = 'check_violation', constraint = 'clock_only_forward';
  end if;
  return new;
end $$;
create trigger clock_only_forward before update or delete on clock for each row execute function refuse_clock_going_back();

-- Events are written in the transaction of what they tell and never changed. `written_by` is that transaction: a reader stays behind the oldest
-- transaction still running (pg_snapshot_xmin), else it would skip events that commit later with a smaller id.
create table outbox_event (
  id bigint generated always as identity primary key,
  written_by xid8 not null default pg_current_xact_id(),
  seller_id bigint,
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  subject text not null,
  occurred_at timestamptz not null,
  payload jsonb not null default '{}'
);

create function refuse_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger outbox_event_append_only before update or delete or truncate on outbox_event for each statement execute function refuse_event_change();

-- A worker that stops beating is dead; another one frees the jobs it held. Real time, since it is about machines.
create table worker (
  id text primary key,
  host text not null,
  pid integer not null,
  -- The names under which this process locks jobs in the queue's tables.
  lockers text[] not null default '{}',
  started_at timestamptz not null default clock_timestamp(),
  beat_at timestamptz not null default clock_timestamp()
);
