-- What is sold: plans, their frozen versions with components, and the prices of lists.

create table plan (
  seller_id bigint not null references seller (id),
  id bigint not null,
  key text not null check (key <> ''),
  name text not null,
  created_at timestamptz not null,
  primary key (seller_id, id),
  unique (seller_id, key)
);

create table plan_version (
  seller_id bigint not null,
  id bigint not null,
  plan_id bigint not null,
  version integer not null check (version > 0),
  -- The plan's key for version 1, "key~2" for the second.
  ref text not null,
  -- Period and commitment, in the shape of a quote document's plan.
  definition jsonb not null,
  published_at timestamptz,
  primary key (seller_id, id),
  foreign key (seller_id, plan_id) references plan (seller_id, id),
  unique (seller_id, plan_id, version),
  unique (seller_id, ref)
);

create table component (
  seller_id bigint not null,
  id bigint not null,
  plan_version_id bigint not null,
  key text not null check (key <> ''),
  -- Unique among all versions, "P/seat".
  ref text not null,
  description text not null default '',
  unit text,
  -- Kind, timing, period, fraction and the other rules, in the shape of a quote document's component.
  definition jsonb not null,
  primary key (seller_id, id),
  foreign key (seller_id, plan_version_id) references plan_version (seller_id, id),
  unique (seller_id, plan_version_id, key),
  unique (seller_id, ref)
);

create function refuse_change_of_published_version() returns trigger language plpgsql as $$
begin
  if old.published_at is not null then
    raise exception 'plan version % is published and never changes; publish a new version instead', old.ref using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger plan_version_frozen before update or delete on plan_version for each row execute function refuse_change_of_published_version();

create function refuse_change_of_published_component() returns trigger language plpgsql as $$
declare
  place record := case tg_op when 'INSERT' then new else old end;
begin
  if exists (select 1 from plan_version v where v.seller_id = place.seller_id and v.id = place.plan_version_id and v.published_at is not null) then
    raise exception 'component % belongs to a published plan version, which never changes; publish a new version instead', place.ref
      using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger component_frozen before insert or update or delete on component for each row execute function refuse_change_of_published_component();

create table meter (
  seller_id bigint not null references seller (id),
  id bigint not null,
  key text not null check (key <> ''),
  unit text,
  primary key (seller_id, id),
  unique (seller_id, key)
);

-- One price of one list: of an audience, or of one buyer (an override). Published as it stands, replaced by later rows.
create table price_entry (
  seller_id bigint not null,
  id bigint not null,
  component_id bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  audience text check (audience in ('resellers', 'companies')),
  buyer_id bigint,
  -- Null: since ever.
  valid_from date,
  recorded_at timestamptz not null,
  correction boolean not null default false,
  price jsonb not null,
  primary key (seller_id, id),
  foreign key (seller_id, component_id) references component (seller_id, id),
  foreign key (seller_id, buyer_id) references account (seller_id, id)
);
create index price_entry_place on price_entry (seller_id, component_id, currency, valid_from);
create trigger price_entry_append_only before update or delete or truncate on price_entry for each statement execute function refuse_change();
