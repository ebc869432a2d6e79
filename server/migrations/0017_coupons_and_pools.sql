-- What a coupon gives, for how long and for what; its redemptions; fixed discounts that can be revoked; and pools, a maximum that services of an account share.

alter table coupon
  add column name text not null default '',
  -- Of a percentage: for how many periods of the plan, or until which day; neither is for ever.
  add column periods integer check (periods > 0),
  add column until_on date,
  -- Keys of plans, and of components, that it is for; null is all.
  add column plans text[],
  add column components text[],
  add column created_at timestamptz not null default '1970-01-01T00:00:00Z',
  add column deactivated_at timestamptz;
-- brief: coupons are few
alter table coupon
  add constraint coupon_lasts check (num_nonnulls(periods, until_on, amount) <= 1),
  add constraint coupon_used_check check (used >= 0),
  add constraint coupon_valid_check check (valid_from < valid_until);

-- Who redeemed it, for what. What it brought about carries its id: discounts of timelines and fixed discounts called "coupon:<id>".
create table coupon_redemption (
  seller_id bigint not null,
  id bigint not null,
  coupon_id bigint not null,
  account_id bigint not null,
  -- Null: for all that the account had then.
  subscription_id bigint,
  -- The caller's name of it: the same one again is the same redemption.
  reference text not null check (reference <> ''),
  from_on date not null,
  redeemed_at timestamptz not null,
  revoked_at timestamptz,
  -- Nothing had been billed with it, so that it counts as never used.
  is_given_back boolean not null default false,
  primary key (id, seller_id),
  foreign key (seller_id, coupon_id) references coupon (seller_id, id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  unique (coupon_id, reference, seller_id),
  check (revoked_at is not null or not is_given_back)
);
create index coupon_redemption_account on coupon_redemption (account_id, seller_id);
create index coupon_redemption_list on coupon_redemption (seller_id, id);

-- A use is a place taken; a redemption that was given back leaves it free.
alter table coupon_use add column redemption_id bigint;

alter table fixed_discount add column revoked_at timestamptz;

-- How large a pool of an account is said to be, from which day.
create table pool_fact (
  seller_id bigint not null,
  id bigint not null,
  account_id bigint not null,
  key text not null check (key <> ''),
  -- Null: no limit.
  maximum numeric check (maximum >= 0),
  -- Keys or refs of components that draw on it, beside those whose plan names it.
  components text[] not null default '{}',
  valid_from date not null,
  recorded_at timestamptz not null,
  primary key (id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id)
);
create index pool_fact_account on pool_fact (account_id, seller_id);
create trigger pool_fact_append_only before update or delete or truncate on pool_fact for each statement execute function refuse_change();

select raise_walls();
do $$
begin
  execute format('grant delete on coupon_use to %I', (select request_role from installation));
end $$;
