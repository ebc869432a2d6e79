-- Files of usage that were uploaded: what they hold until it is taken, how far that is, and what was refused of them.

create table usage_upload (
  seller_id bigint not null references seller (id),
  id bigint not null,
  -- What its events name as their source.
  source text not null check (source <> ''),
  file_name text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done')),
  -- Rows that the file has, and how many of them are taken.
  total bigint not null check (total >= 0),
  taken bigint not null default 0,
  stored bigint not null default 0,
  repeated bigint not null default 0,
  refused bigint not null default 0,
  uploaded_at timestamptz not null,
  ended_at timestamptz,
  primary key (id, seller_id),
  check (taken = stored + repeated + refused),
  check (taken <= total)
);
create index usage_upload_list on usage_upload (seller_id, id);

-- The file in pieces, packed with gzip as a whole. Gone when it is taken.
create table usage_upload_part (
  seller_id bigint not null,
  upload_id bigint not null,
  part integer not null,
  bytes bytea not null,
  primary key (upload_id, part, seller_id),
  foreign key (upload_id, seller_id) references usage_upload (id, seller_id)
);

create table usage_upload_refusal (
  seller_id bigint not null,
  upload_id bigint not null,
  -- Where the row begins.
  line bigint not null,
  event_id text not null,
  -- Of the header; empty where it is about the row as a whole.
  column_name text not null,
  code text not null,
  reason text not null,
  primary key (upload_id, line, seller_id),
  foreign key (upload_id, seller_id) references usage_upload (id, seller_id)
);
create trigger usage_upload_refusal_append_only before update or delete or truncate on usage_upload_refusal for each statement execute function refuse_change();

select raise_walls();
-- Written by the engine alone, as all usage is.
do $$
declare
  place text;
begin
  foreach place in array array['usage_upload', 'usage_upload_part', 'usage_upload_refusal'] loop
    execute format('revoke insert, update, delete on %I from %I', place, (select request_role from installation));
  end loop;
end $$;
