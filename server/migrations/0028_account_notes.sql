-- Notes that a seller's people keep on accounts. Customers' people never see them; what was changed or taken away is in the audit log.
create table account_note (
  seller_id bigint not null references seller (id),
  id bigint not null,
  account_id bigint not null,
  -- Outside id of the user or key.
  author text not null,
  -- What he was called then.
  author_name text,
  text text not null check (length(text) between 1 and 10000),
  created_at timestamptz not null,
  -- When it was last changed, and by whom; null: never.
  changed_at timestamptz,
  changed_by text,
  primary key (id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  check ((changed_at is null) = (changed_by is null))
);
create index account_note_account on account_note (account_id, id);
select raise_walls();

create policy of_staff on account_note as restrictive using ((select request_account()) is null);

do $$
declare
  request_role text := (select i.request_role from installation i);
begin
  execute format('grant delete on account_note to %I', request_role);
end $$;
