-- The picture of the database after all migrations, for reading and for comparing. Written by tools/schema.ts; never run, never edited.

table account
  seller_id bigint not null
  id bigint not null
  external_id text not null
  name text not null
  kind text not null default 'company'::text
  buys_for_seller_id bigint
  currency text not null
  zone text not null
  language text not null
  country text
  address jsonb not null default '{}'::jsonb
  tax_number text
  purchase_order text
  buyer_reference text
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  row security (forced)
  constraint account_buys_for_seller_id_fkey FOREIGN KEY (buys_for_seller_id) REFERENCES seller(id)
  constraint account_buys_for_seller_id_key UNIQUE (buys_for_seller_id)
  constraint account_check CHECK (((kind = 'reseller'::text) OR (buys_for_seller_id IS NULL)))
  constraint account_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
  constraint account_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint account_external_id_check CHECK ((external_id <> ''::text))
  constraint account_external_id_seller_id_key UNIQUE (external_id, seller_id)
  constraint account_kind_check CHECK ((kind = ANY (ARRAY['company'::text, 'person'::text, 'reseller'::text])))
  constraint account_pkey PRIMARY KEY (id, seller_id)
  constraint account_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE INDEX account_by_external_id ON public.account USING btree (seller_id, external_id, id)
  CREATE INDEX account_by_making ON public.account USING btree (seller_id, created_at, id)
  CREATE INDEX account_by_name ON public.account USING btree (seller_id, name, id)
  CREATE INDEX account_search_id ON public.account USING btree (seller_id, lower(external_id) COLLATE "C", id)
  CREATE INDEX account_search_name ON public.account USING btree (seller_id, lower(name) COLLATE "C", id)
  CREATE INDEX account_words ON public.account USING gin (search_vector(((external_id || ' '::text) || name))) WITH (gin_pending_list_limit='256')
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table account_balance
  seller_id bigint not null
  account_id bigint not null
  currency text not null
  receivable_minor bigint not null default 0
  balance_minor bigint not null default 0
  row security (forced)
  constraint account_balance_balance_minor_check CHECK ((balance_minor >= 0))
  constraint account_balance_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint account_balance_pkey PRIMARY KEY (account_id, currency, seller_id)
  constraint account_balance_receivable_minor_check CHECK ((receivable_minor >= 0))
  constraint account_balance_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table account_billing
  seller_id bigint not null
  account_id bigint not null
  zone text not null
  next_bill_at timestamp with time zone
  parked_at timestamp with time zone
  parked_code text
  parked_detail text
  last_run_on date
  items_touched_from date
  row security (forced)
  constraint account_billing_check CHECK (((parked_at IS NULL) = (parked_code IS NULL)))
  constraint account_billing_pkey PRIMARY KEY (account_id, seller_id)
  constraint account_billing_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  CREATE INDEX account_billing_due ON public.account_billing USING btree (next_bill_at) WHERE ((next_bill_at IS NOT NULL) AND (parked_at IS NULL))
  CREATE INDEX account_billing_parked ON public.account_billing USING btree (seller_id, parked_at) WHERE (parked_at IS NOT NULL)
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table account_currency_change
  seller_id bigint not null
  id bigint not null
  account_id bigint not null
  currency_before text not null
  currency text not null
  recorded_at timestamp with time zone not null
  row security (forced)
  constraint account_currency_change_currency_before_check CHECK ((currency_before ~ '^[A-Z]{3}$'::text))
  constraint account_currency_change_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint account_currency_change_pkey PRIMARY KEY (seller_id, id)
  constraint account_currency_change_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  CREATE INDEX account_currency_change_account ON public.account_currency_change USING btree (account_id, seller_id)
  CREATE TRIGGER account_currency_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.account_currency_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table account_note
  seller_id bigint not null
  id bigint not null
  account_id bigint not null
  author text not null
  author_name text
  text text not null
  created_at timestamp with time zone not null
  changed_at timestamp with time zone
  changed_by text
  row security (forced)
  constraint account_note_check CHECK (((changed_at IS NULL) = (changed_by IS NULL)))
  constraint account_note_pkey PRIMARY KEY (id, seller_id)
  constraint account_note_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  constraint account_note_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint account_note_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
  CREATE INDEX account_note_account ON public.account_note USING btree (account_id, id)
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))
  policy of_staff for all to public using ((( SELECT request_account() AS request_account) IS NULL))

table account_zone
  seller_id bigint not null
  zone text not null
  row security (forced)
  constraint account_zone_pkey PRIMARY KEY (seller_id, zone)
  constraint account_zone_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table audit_entry
  id bigint not null generated always as identity
  seller_id bigint
  account_id bigint
  at timestamp with time zone not null
  actor_kind text not null
  actor text
  delegated_from text
  impersonated_by text
  operation text not null
  subjects text[] not null default '{}'::text[]
  changes jsonb not null default '[]'::jsonb
  address text not null
  request_id text not null
  refused text
  row security (forced)
  constraint audit_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'key'::text, 'nobody'::text, 'system'::text])))
  constraint audit_entry_check CHECK (((actor IS NULL) = (actor_kind = ANY (ARRAY['nobody'::text, 'system'::text]))))
  constraint audit_entry_pkey PRIMARY KEY (id)
  constraint audit_entry_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE INDEX audit_entry_seller ON public.audit_entry USING btree (seller_id, id)
  CREATE INDEX audit_entry_subject ON public.audit_entry USING gin (subjects)
  CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table billing_order
  seller_id bigint not null
  id bigint not null
  as_of date
  state text not null default 'waiting'::text
  ordered_at timestamp with time zone not null
  began_at timestamp with time zone
  ended_at timestamp with time zone
  accounts integer not null default 0
  documents integer not null default 0
  lines integer not null default 0
  parked integer not null default 0
  failure text
  is_scheduled boolean not null default false
  row security (forced)
  constraint billing_order_check CHECK (((state = 'failed'::text) = (failure IS NOT NULL)))
  constraint billing_order_check1 CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (ended_at IS NOT NULL)))
  constraint billing_order_pkey PRIMARY KEY (id, seller_id)
  constraint billing_order_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint billing_order_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table billing_run
  seller_id bigint not null
  id bigint not null
  as_of date not null
  started_at timestamp with time zone not null
  engine_version text not null
  row security (forced)
  constraint billing_run_pkey PRIMARY KEY (seller_id, id)
  constraint billing_run_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE TRIGGER billing_run_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.billing_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table book
  seller_id bigint not null
  released_through date
  row security (forced)
  constraint book_pkey PRIMARY KEY (seller_id)
  constraint book_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table charge_cell
  seller_id bigint not null
  id bigint not null
  account_id bigint not null
  subscription_id bigint
  kind cell_kind not null
  subject_id bigint not null
  item text not null
  window_from date not null
  window_to date not null
  hour_from timestamp with time zone
  currency text not null
  sequence integer not null
  gross_minor bigint not null
  net_minor bigint not null
  invoice_id bigint
  picture json not null
  row security (forced)
  constraint charge_cell_check CHECK ((window_from < window_to))
  constraint charge_cell_check1 CHECK (((subscription_id IS NULL) = (kind = 'extra_item'::cell_kind)))
  constraint charge_cell_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint charge_cell_pkey PRIMARY KEY (id, seller_id)
  constraint charge_cell_seller_id_id_sequence_net_minor_fkey FOREIGN KEY (seller_id, id, sequence, net_minor) REFERENCES charge_step(seller_id, cell_id, sequence, after_minor)
  constraint charge_cell_sequence_check CHECK ((sequence > 0))
  CREATE UNIQUE INDEX charge_cell_of_item ON public.charge_cell USING btree (subject_id, window_to, window_from, seller_id) WHERE (subscription_id IS NULL)
  CREATE UNIQUE INDEX charge_cell_of_subscription ON public.charge_cell USING btree (subscription_id, window_to, subject_id, item, window_from, hour_from, seller_id) NULLS NOT DISTINCT WHERE (subscription_id IS NOT NULL)
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table charge_step
  cell_id bigint not null
  seller_id bigint not null
  sequence integer not null
  previous_sequence integer generated as (NULLIF((sequence - 1), 0))
  currency text not null
  before_minor bigint not null
  amount_minor bigint not null
  after_minor bigint not null
  gross_amount_minor bigint not null
  may_be_negative boolean not null default false
  run_id bigint not null
  invoice_id bigint
  known_below bigint not null default 1
  row security (forced)
  constraint charge_step_cell_id_sequence_after_minor_seller_id_key UNIQUE (cell_id, sequence, after_minor, seller_id)
  constraint charge_step_check CHECK ((after_minor = (before_minor + amount_minor)))
  constraint charge_step_check1 CHECK (((after_minor >= 0) OR may_be_negative))
  constraint charge_step_check2 CHECK (((sequence > 1) OR (before_minor = 0)))
  constraint charge_step_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint charge_step_pkey PRIMARY KEY (cell_id, sequence)
  constraint charge_step_seller_id_cell_id_previous_sequence_before_min_fkey FOREIGN KEY (seller_id, cell_id, previous_sequence, before_minor) REFERENCES charge_step(seller_id, cell_id, sequence, after_minor)
  constraint charge_step_sequence_check CHECK ((sequence > 0))
  CREATE TRIGGER charge_step_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.charge_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table clock
  only_row boolean not null default true
  offset_ms bigint not null default 0
  constraint clock_offset_ms_check CHECK ((offset_ms >= 0))
  constraint clock_only_row_check CHECK (only_row)
  constraint clock_pkey PRIMARY KEY (only_row)
  CREATE TRIGGER clock_only_forward BEFORE DELETE OR UPDATE ON public.clock FOR EACH ROW EXECUTE FUNCTION refuse_clock_going_back()

table component
  seller_id bigint not null
  id bigint not null
  plan_version_id bigint not null
  key text not null
  ref text not null
  description text not null default ''::text
  unit text
  definition jsonb not null
  row security (forced)
  constraint component_key_check CHECK ((key <> ''::text))
  constraint component_pkey PRIMARY KEY (seller_id, id)
  constraint component_seller_id_plan_version_id_fkey FOREIGN KEY (seller_id, plan_version_id) REFERENCES plan_version(seller_id, id)
  constraint component_seller_id_plan_version_id_key_key UNIQUE (seller_id, plan_version_id, key)
  constraint component_seller_id_ref_key UNIQUE (seller_id, ref)
  CREATE TRIGGER component_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.component FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_component()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table coupon
  seller_id bigint not null
  id bigint not null
  code text not null
  percent numeric
  amount numeric
  currency text
  limit_total integer
  limit_each integer
  used integer not null default 0
  valid_from date
  valid_until date
  name text not null default ''::text
  periods integer
  until_on date
  plans text[]
  components text[]
  created_at timestamp with time zone not null default '1970-01-01 00:00:00+00'::timestamp with time zone
  deactivated_at timestamp with time zone
  row security (forced)
  constraint coupon_amount_check CHECK ((amount > (0)::numeric))
  constraint coupon_check CHECK (((percent IS NULL) <> (amount IS NULL)))
  constraint coupon_check1 CHECK (((amount IS NULL) = (currency IS NULL)))
  constraint coupon_check2 CHECK ((used <= limit_total))
  constraint coupon_code_check CHECK ((code <> ''::text))
  constraint coupon_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint coupon_lasts CHECK ((num_nonnulls(periods, until_on, amount) <= 1))
  constraint coupon_limit_each_check CHECK ((limit_each > 0))
  constraint coupon_limit_total_check CHECK ((limit_total > 0))
  constraint coupon_percent_check CHECK (((percent > (0)::numeric) AND (percent <= (100)::numeric)))
  constraint coupon_periods_check CHECK ((periods > 0))
  constraint coupon_pkey PRIMARY KEY (seller_id, id)
  constraint coupon_seller_id_code_key UNIQUE (seller_id, code)
  constraint coupon_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint coupon_used_check CHECK ((used >= 0))
  constraint coupon_valid_check CHECK ((valid_from < valid_until))
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table coupon_redemption
  seller_id bigint not null
  id bigint not null
  coupon_id bigint not null
  account_id bigint not null
  subscription_id bigint
  reference text not null
  from_on date not null
  redeemed_at timestamp with time zone not null
  revoked_at timestamp with time zone
  is_given_back boolean not null default false
  row security (forced)
  constraint coupon_redemption_check CHECK (((revoked_at IS NOT NULL) OR (NOT is_given_back)))
  constraint coupon_redemption_coupon_id_reference_seller_id_key UNIQUE (coupon_id, reference, seller_id)
  constraint coupon_redemption_pkey PRIMARY KEY (id, seller_id)
  constraint coupon_redemption_reference_check CHECK ((reference <> ''::text))
  constraint coupon_redemption_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  constraint coupon_redemption_seller_id_coupon_id_fkey FOREIGN KEY (seller_id, coupon_id) REFERENCES coupon(seller_id, id)
  CREATE INDEX coupon_redemption_account ON public.coupon_redemption USING btree (account_id, seller_id)
  CREATE INDEX coupon_redemption_list ON public.coupon_redemption USING btree (seller_id, id)
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table coupon_use
  seller_id bigint not null
  coupon_id bigint not null
  account_id bigint not null
  ordinal integer not null
  subscription_id bigint
  used_at timestamp with time zone not null
  redemption_id bigint
  row security (forced)
  constraint coupon_use_ordinal_check CHECK ((ordinal > 0))
  constraint coupon_use_pkey PRIMARY KEY (seller_id, coupon_id, account_id, ordinal)
  constraint coupon_use_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  constraint coupon_use_seller_id_coupon_id_fkey FOREIGN KEY (seller_id, coupon_id) REFERENCES coupon(seller_id, id)
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table currency_switch
  seller_id bigint not null
  id bigint not null
  currency text not null
  enabled boolean not null
  off_from date
  recorded_at timestamp with time zone not null
  row security (forced)
  constraint currency_switch_check CHECK ((enabled = (off_from IS NULL)))
  constraint currency_switch_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint currency_switch_pkey PRIMARY KEY (seller_id, id)
  constraint currency_switch_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE TRIGGER currency_switch_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.currency_switch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table demo
  only_row boolean not null default true
  customers integer not null
  first_day integer not null
  last_day integer not null
  told_until integer not null
  built_at timestamp with time zone
  constraint demo_check CHECK ((last_day >= first_day))
  constraint demo_customers_check CHECK ((customers > 0))
  constraint demo_only_row_check CHECK (only_row)
  constraint demo_pkey PRIMARY KEY (only_row)

table extra_item
  seller_id bigint not null
  id bigint not null
  account_id bigint not null
  external_id text not null
  description text not null
  at timestamp with time zone not null
  until timestamp with time zone
  every jsonb
  amount numeric not null
  quantity numeric not null
  currency text not null
  tax_category text
  facts jsonb
  recorded_at timestamp with time zone not null
  is_open boolean not null default true
  row security (forced)
  constraint extra_item_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint extra_item_external_id_check CHECK ((external_id <> ''::text))
  constraint extra_item_external_id_seller_id_key UNIQUE (external_id, seller_id)
  constraint extra_item_pkey PRIMARY KEY (id, seller_id)
  constraint extra_item_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  CREATE INDEX extra_item_list ON public.extra_item USING btree (seller_id, id)
  CREATE INDEX extra_item_open ON public.extra_item USING btree (account_id, seller_id) WHERE is_open
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table feed
  only_row boolean not null default true
  era integer not null default 1
  expired_era integer not null default 0
  expired_written_by xid8 not null default '0'::xid8
  expired_id bigint not null default 0
  constraint feed_era_check CHECK ((era > 0))
  constraint feed_only_row_check CHECK (only_row)
  constraint feed_pkey PRIMARY KEY (only_row)

table fixed_discount
  seller_id bigint not null
  id bigint not null
  account_id bigint not null
  external_id text not null
  at timestamp with time zone not null
  amount numeric not null
  currency text not null
  items jsonb
  recorded_at timestamp with time zone not null
  bound_minor bigint not null default 0
  revoked_at timestamp with time zone
  row security (forced)
  constraint fixed_discount_amount_check CHECK ((amount > (0)::numeric))
  constraint fixed_discount_bound_minor_check CHECK ((bound_minor >= 0))
  constraint fixed_discount_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint fixed_discount_external_id_check CHECK ((external_id <> ''::text))
  constraint fixed_discount_external_id_seller_id_key UNIQUE (external_id, seller_id)
  constraint fixed_discount_pkey PRIMARY KEY (id, seller_id)
  constraint fixed_discount_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  CREATE INDEX fixed_discount_account ON public.fixed_discount USING btree (account_id, seller_id)
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table forgotten_month
  month date not null
  forgotten_at timestamp with time zone not null
  events bigint not null
  day_rows bigint not null
  day_total numeric not null
  day_events numeric not null
  day_versions numeric not null
  quarter_rows bigint not null
  quarter_total numeric not null
  quarter_events numeric not null
  quarter_versions numeric not null
  constraint forgotten_month_events_check CHECK ((events >= 0))
  constraint forgotten_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  constraint forgotten_month_pkey PRIMARY KEY (month)
  CREATE TRIGGER forgotten_month_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.forgotten_month FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table forgotten_usage
  seller_id bigint not null
  month date not null
  source text not null
  events bigint not null
  row security (forced)
  constraint forgotten_usage_events_check CHECK ((events > 0))
  constraint forgotten_usage_pkey PRIMARY KEY (seller_id, source, month)
  CREATE TRIGGER forgotten_usage_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.forgotten_usage FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table frozen_party
  seller_id bigint not null
  id bigint not null
  sha256 bytea not null
  body jsonb not null
  row security (forced)
  constraint frozen_party_pkey PRIMARY KEY (id, seller_id)
  constraint frozen_party_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint frozen_party_sha256_check CHECK ((length(sha256) = 32))
  constraint frozen_party_sha256_seller_id_key UNIQUE (sha256, seller_id)
  CREATE TRIGGER frozen_party_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.frozen_party FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table idempotent_answer
  seller_id bigint not null
  caller text not null
  route text not null
  key text not null
  request_sha256 bytea not null
  status integer not null
  headers jsonb not null default '{}'::jsonb
  body text
  is_kept boolean not null default true
  kept_at timestamp with time zone not null default clock_timestamp()
  row security (forced)
  constraint idempotent_answer_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)))
  constraint idempotent_answer_pkey PRIMARY KEY (caller, route, key, seller_id)
  constraint idempotent_answer_request_sha256_check CHECK ((length(request_sha256) = 32))
  constraint idempotent_answer_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint idempotent_answer_status_check CHECK (((status >= 200) AND (status <= 299)))
  CREATE INDEX idempotent_answer_age ON public.idempotent_answer USING btree (kept_at)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.api_key
  seller_id bigint not null
  id bigint not null
  account_id bigint
  name text not null
  secret_hash bytea not null
  hint text not null
  permissions text[] not null
  limits jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null
  created_by text
  expires_at timestamp with time zone
  revoked_at timestamp with time zone
  used_at timestamp with time zone
  replaced_by bigint
  row security (forced)
  constraint api_key_name_check CHECK ((name <> ''::text))
  constraint api_key_pkey PRIMARY KEY (id, seller_id)
  constraint api_key_replaced_by_seller_id_fkey FOREIGN KEY (replaced_by, seller_id) REFERENCES identity.api_key(id, seller_id)
  constraint api_key_secret_hash_check CHECK ((length(secret_hash) = 32))
  constraint api_key_secret_hash_key UNIQUE (secret_hash)
  constraint api_key_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  constraint api_key_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE INDEX api_key_seller ON identity.api_key USING btree (seller_id, id)
  policy of_account for all to public using (((( SELECT request_account() AS request_account) IS NULL) OR (account_id = ( SELECT request_account() AS request_account))))
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.attempt_count
  scope text not null
  subject_hash bytea not null
  attempts integer not null
  window_started_at timestamp with time zone not null
  constraint attempt_count_pkey PRIMARY KEY (subject_hash, scope)
  constraint attempt_count_subject_hash_check CHECK ((length(subject_hash) = 32))
  CREATE INDEX attempt_count_age ON identity.attempt_count USING btree (window_started_at)

table identity.challenge
  seller_id bigint not null
  id bigint not null
  kind text not null
  secret_hash bytea not null
  user_id bigint
  facts jsonb not null default '{}'::jsonb
  tries integer not null default 0
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  row security (forced)
  constraint challenge_kind_check CHECK ((kind = ANY (ARRAY['second_factor'::text, 'passkey_sign_in'::text, 'passkey_registration'::text, 'provider_sign_in'::text])))
  constraint challenge_pkey PRIMARY KEY (id, seller_id)
  constraint challenge_secret_hash_check CHECK ((length(secret_hash) = 32))
  constraint challenge_secret_hash_key UNIQUE (secret_hash)
  constraint challenge_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint challenge_user_id_seller_id_fkey FOREIGN KEY (user_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  CREATE INDEX challenge_age ON identity.challenge USING btree (expires_at)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.identity_provider
  seller_id bigint not null
  id bigint not null
  key text not null
  name text not null
  issuer text not null
  client_id text not null
  sealed_secret text not null
  is_two_factors boolean not null default false
  enabled boolean not null default true
  created_at timestamp with time zone not null
  row security (forced)
  constraint identity_provider_key_check CHECK ((key ~ '^[a-z][a-z0-9-]{0,62}$'::text))
  constraint identity_provider_key_seller_id_key UNIQUE (key, seller_id)
  constraint identity_provider_name_check CHECK ((name <> ''::text))
  constraint identity_provider_pkey PRIMARY KEY (id, seller_id)
  constraint identity_provider_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.link
  seller_id bigint not null
  id bigint not null
  kind text not null
  user_id bigint not null
  secret_hash bytea not null
  sealed_secret text
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  row security (forced)
  constraint link_check CHECK (((used_at IS NULL) OR (sealed_secret IS NULL)))
  constraint link_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'reset'::text])))
  constraint link_pkey PRIMARY KEY (id, seller_id)
  constraint link_secret_hash_check CHECK ((length(secret_hash) = 32))
  constraint link_secret_hash_key UNIQUE (secret_hash)
  constraint link_user_id_seller_id_fkey FOREIGN KEY (user_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  CREATE INDEX link_user ON identity.link USING btree (user_id, seller_id) WHERE (used_at IS NULL)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.passkey
  seller_id bigint not null
  id bigint not null
  user_id bigint not null
  name text not null
  credential_id text not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null default '{}'::text[]
  created_at timestamp with time zone not null
  used_at timestamp with time zone
  row security (forced)
  constraint passkey_credential_id_key UNIQUE (credential_id)
  constraint passkey_pkey PRIMARY KEY (id, seller_id)
  constraint passkey_user_id_seller_id_fkey FOREIGN KEY (user_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  CREATE INDEX passkey_user ON identity.passkey USING btree (user_id, seller_id)
  policy of_account for all to public using (((( SELECT request_account() AS request_account) IS NULL) OR (EXISTS ( SELECT
   FROM identity.user_role r
  WHERE ((r.user_id = passkey.user_id) AND (r.seller_id = passkey.seller_id) AND (r.account_id = ( SELECT request_account() AS request_account)))))))
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.password
  seller_id bigint not null
  user_id bigint not null
  hash text not null
  changed_at timestamp with time zone not null
  row security (forced)
  constraint password_hash_check CHECK ((hash ~~ '$scrypt$%'::text))
  constraint password_pkey PRIMARY KEY (user_id, seller_id)
  constraint password_user_id_seller_id_fkey FOREIGN KEY (user_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.portal_user
  seller_id bigint not null
  id bigint not null
  mail text not null
  mail_key text not null
  name text not null default ''::text
  language text
  created_at timestamp with time zone not null
  ready_at timestamp with time zone
  disabled_at timestamp with time zone
  row security (forced)
  constraint portal_user_mail_check CHECK (((mail ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(mail) <= 254)))
  constraint portal_user_mail_key_check CHECK ((mail_key <> ''::text))
  constraint portal_user_mail_key_seller_id_key UNIQUE (mail_key, seller_id)
  constraint portal_user_pkey PRIMARY KEY (id, seller_id)
  constraint portal_user_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE INDEX portal_user_seller ON identity.portal_user USING btree (seller_id, id)
  CREATE INDEX portal_user_words ON identity.portal_user USING gin (search_vector(((mail || ' '::text) || name))) WITH (gin_pending_list_limit='256')
  policy of_account for all to public using (((( SELECT request_account() AS request_account) IS NULL) OR (EXISTS ( SELECT
   FROM identity.user_role r
  WHERE ((r.user_id = portal_user.id) AND (r.seller_id = portal_user.seller_id) AND (r.account_id = ( SELECT request_account() AS request_account)))))))
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.provider_identity
  seller_id bigint not null
  provider_id bigint not null
  subject text not null
  user_id bigint not null
  created_at timestamp with time zone not null
  row security (forced)
  constraint provider_identity_pkey PRIMARY KEY (provider_id, subject, seller_id)
  constraint provider_identity_provider_id_seller_id_fkey FOREIGN KEY (provider_id, seller_id) REFERENCES identity.identity_provider(id, seller_id)
  constraint provider_identity_user_id_seller_id_fkey FOREIGN KEY (user_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  CREATE INDEX provider_identity_user ON identity.provider_identity USING btree (user_id, seller_id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.recovery_code
  seller_id bigint not null
  user_id bigint not null
  code_hash bytea not null
  used_at timestamp with time zone
  row security (forced)
  constraint recovery_code_code_hash_check CHECK ((length(code_hash) = 32))
  constraint recovery_code_pkey PRIMARY KEY (user_id, code_hash, seller_id)
  constraint recovery_code_user_id_seller_id_fkey FOREIGN KEY (user_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.role
  seller_id bigint not null
  key text not null
  name text not null
  holders text not null
  permissions text[] not null
  limits jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null
  row security (forced)
  constraint role_holders_check CHECK ((holders = ANY (ARRAY['staff'::text, 'member'::text])))
  constraint role_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{0,62}$'::text))
  constraint role_name_check CHECK ((name <> ''::text))
  constraint role_pkey PRIMARY KEY (key, seller_id)
  constraint role_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.second_factor
  seller_id bigint not null
  user_id bigint not null
  sealed_secret text not null
  last_counter bigint not null default 0
  created_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  row security (forced)
  constraint second_factor_pkey PRIMARY KEY (user_id, seller_id)
  constraint second_factor_user_id_seller_id_fkey FOREIGN KEY (user_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.secret_key_name
  only_row boolean not null default true
  name text not null
  constraint secret_key_name_only_row_check CHECK (only_row)
  constraint secret_key_name_pkey PRIMARY KEY (only_row)

table identity.session
  seller_id bigint not null
  id bigint not null
  user_id bigint not null
  secret_hash bytea not null
  method text not null
  impersonator_id bigint
  impersonator_session_id bigint
  created_at timestamp with time zone not null
  proved_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  revoked_at timestamp with time zone
  address text not null
  agent text not null
  row security (forced)
  constraint session_check CHECK (((impersonator_id IS NULL) = (impersonator_session_id IS NULL)))
  constraint session_check1 CHECK ((impersonator_id IS DISTINCT FROM user_id))
  constraint session_impersonator_id_seller_id_fkey FOREIGN KEY (impersonator_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  constraint session_impersonator_session_id_seller_id_fkey FOREIGN KEY (impersonator_session_id, seller_id) REFERENCES identity.session(id, seller_id)
  constraint session_pkey PRIMARY KEY (id, seller_id)
  constraint session_secret_hash_check CHECK ((length(secret_hash) = 32))
  constraint session_secret_hash_key UNIQUE (secret_hash)
  constraint session_user_id_seller_id_fkey FOREIGN KEY (user_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  CREATE INDEX session_user_alive ON identity.session USING btree (user_id, seller_id) WHERE (revoked_at IS NULL)
  policy of_account for all to public using (((( SELECT request_account() AS request_account) IS NULL) OR (EXISTS ( SELECT
   FROM identity.user_role r
  WHERE ((r.user_id = session.user_id) AND (r.seller_id = session.seller_id) AND (r.account_id = ( SELECT request_account() AS request_account)))))))
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table identity.user_role
  seller_id bigint not null
  id bigint not null
  user_id bigint not null
  at_seller_id bigint not null
  account_id bigint
  role text not null
  created_at timestamp with time zone not null
  row security (forced)
  constraint user_role_at_seller_id_fkey FOREIGN KEY (at_seller_id) REFERENCES seller(id)
  constraint user_role_check CHECK (((account_id IS NULL) OR (at_seller_id = seller_id)))
  constraint user_role_pkey PRIMARY KEY (id, seller_id)
  constraint user_role_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  constraint user_role_user_id_at_seller_id_account_id_role_seller_id_key UNIQUE NULLS NOT DISTINCT (user_id, at_seller_id, account_id, role, seller_id)
  constraint user_role_user_id_seller_id_fkey FOREIGN KEY (user_id, seller_id) REFERENCES identity.portal_user(id, seller_id)
  CREATE INDEX user_role_account ON identity.user_role USING btree (account_id, seller_id) WHERE (account_id IS NOT NULL)
  policy of_account for all to public using (((( SELECT request_account() AS request_account) IS NULL) OR (account_id = ( SELECT request_account() AS request_account))))
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table import_bill
  seller_id bigint not null
  id bigint not null
  key text not null
  provider text not null
  billing_account_id text not null
  billing_account_name text
  period_start date not null
  period_end date
  row_count bigint not null
  digest text not null
  file_name text not null
  content_hash text not null
  recorded_at timestamp with time zone not null
  row security (forced)
  constraint import_bill_key_check CHECK ((key <> ''::text))
  constraint import_bill_pkey PRIMARY KEY (seller_id, id)
  constraint import_bill_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint import_bill_seller_id_key_key UNIQUE (seller_id, key)
  CREATE TRIGGER import_bill_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.import_bill FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table import_report
  seller_id bigint not null
  id bigint not null
  content_hash text not null
  report jsonb not null
  recorded_at timestamp with time zone not null
  row security (forced)
  constraint import_report_pkey PRIMARY KEY (seller_id, id)
  constraint import_report_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE TRIGGER import_report_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.import_report FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table installation
  only_row boolean not null default true
  id uuid not null default gen_random_uuid()
  created_at timestamp with time zone not null default clock_timestamp()
  request_role text not null default ''::text
  constraint installation_only_row_check CHECK (only_row)
  constraint installation_pkey PRIMARY KEY (only_row)

table invoice
  seller_id bigint not null
  id bigint not null
  account_id bigint not null
  run_id bigint not null
  kind document_kind not null
  currency text not null
  billed_on date not null
  issued_on date not null
  tax_point date not null
  due_on date not null
  net_minor bigint not null
  tax_minor bigint not null
  total_minor bigint not null
  seller_party_id bigint not null
  buyer_party_id bigint not null
  facts json not null
  row security (forced)
  constraint invoice_check CHECK ((total_minor = (net_minor + tax_minor)))
  constraint invoice_check1 CHECK (
CASE kind
    WHEN 'invoice'::document_kind THEN (total_minor >= 0)
    ELSE (total_minor <= 0)
END)
  constraint invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint invoice_pkey PRIMARY KEY (id, seller_id)
  constraint invoice_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  CREATE INDEX invoice_account ON public.invoice USING btree (account_id, id)
  CREATE INDEX invoice_amount ON public.invoice USING btree (seller_id, total_minor, id)
  CREATE INDEX invoice_by_day ON public.invoice USING btree (seller_id, issued_on, id)
  CREATE INDEX invoice_list ON public.invoice USING btree (seller_id, id)
  CREATE INDEX invoice_revenue ON public.invoice USING btree (seller_id, issued_on) INCLUDE (account_id, currency, kind, net_minor, total_minor)
  CREATE TRIGGER invoice_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.invoice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table invoice_line
  seller_id bigint not null
  invoice_id bigint not null
  position integer not null
  cell_id bigint not null
  sequence integer not null
  currency text not null
  exact_amount numeric not null
  gross_minor bigint not null
  discount_minor bigint not null
  amount_minor bigint not null
  net_minor bigint not null
  tax_category text not null
  facts json not null
  row security (forced)
  constraint invoice_line_check CHECK ((amount_minor = (gross_minor - discount_minor)))
  constraint invoice_line_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint invoice_line_pkey PRIMARY KEY (invoice_id, "position", seller_id)
  constraint invoice_line_position_check CHECK (("position" > 0))
  constraint invoice_line_seller_id_invoice_id_fkey FOREIGN KEY (seller_id, invoice_id) REFERENCES invoice(seller_id, id)
  CREATE TRIGGER invoice_line_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.invoice_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table invoice_number
  seller_id bigint not null
  series_id bigint not null
  number bigint not null
  invoice_id bigint not null
  row security (forced)
  constraint invoice_number_invoice_id_seller_id_key UNIQUE (invoice_id, seller_id)
  constraint invoice_number_number_check CHECK ((number > 0))
  constraint invoice_number_pkey PRIMARY KEY (series_id, number, seller_id)
  constraint invoice_number_seller_id_invoice_id_fkey FOREIGN KEY (seller_id, invoice_id) REFERENCES invoice(seller_id, id)
  CREATE TRIGGER invoice_number_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.invoice_number FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table invoice_pdf
  seller_id bigint not null
  invoice_id bigint not null
  bytes bytea not null
  sha256 bytea not null
  pages integer not null
  rendered_at timestamp with time zone not null
  row security (forced)
  constraint invoice_pdf_pages_check CHECK ((pages > 0))
  constraint invoice_pdf_pkey PRIMARY KEY (invoice_id, seller_id)
  constraint invoice_pdf_seller_id_invoice_id_fkey FOREIGN KEY (seller_id, invoice_id) REFERENCES invoice(seller_id, id)
  constraint invoice_pdf_sha256_check CHECK ((length(sha256) = 32))
  CREATE TRIGGER invoice_pdf_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.invoice_pdf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table invoice_tax
  seller_id bigint not null
  invoice_id bigint not null
  position integer not null
  category text not null
  name text not null
  percent numeric not null
  currency text not null
  base_minor bigint not null
  amount_minor bigint not null
  row security (forced)
  constraint invoice_tax_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint invoice_tax_pkey PRIMARY KEY (invoice_id, "position", seller_id)
  constraint invoice_tax_position_check CHECK (("position" > 0))
  constraint invoice_tax_seller_id_invoice_id_fkey FOREIGN KEY (seller_id, invoice_id) REFERENCES invoice(seller_id, id)
  CREATE TRIGGER invoice_tax_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.invoice_tax FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table item_credit
  seller_id bigint not null
  id bigint not null
  account_id bigint not null
  external_id text not null
  item text not null
  at timestamp with time zone not null
  amount numeric not null
  currency text not null
  reason text not null default ''::text
  recorded_at timestamp with time zone not null
  row security (forced)
  constraint item_credit_amount_check CHECK ((amount > (0)::numeric))
  constraint item_credit_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint item_credit_external_id_check CHECK ((external_id <> ''::text))
  constraint item_credit_external_id_seller_id_key UNIQUE (external_id, seller_id)
  constraint item_credit_pkey PRIMARY KEY (id, seller_id)
  constraint item_credit_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  CREATE INDEX item_credit_account ON public.item_credit USING btree (account_id, seller_id)
  CREATE INDEX item_credit_list ON public.item_credit USING btree (seller_id, id)
  CREATE TRIGGER item_credit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.item_credit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table meter
  seller_id bigint not null
  id bigint not null
  key text not null
  unit text
  row security (forced)
  constraint meter_key_check CHECK ((key <> ''::text))
  constraint meter_pkey PRIMARY KEY (seller_id, id)
  constraint meter_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint meter_seller_id_key_key UNIQUE (seller_id, key)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table migration
  number integer not null
  name text not null
  checksum text not null
  applied_at timestamp with time zone not null default clock_timestamp()
  needs integer not null default 0
  constraint migration_pkey PRIMARY KEY (number)

table number_series
  seller_id bigint not null
  id bigint not null
  kind document_kind not null
  key text not null default 'default'::text
  prefix text not null
  digits integer not null default 6
  next_number bigint not null default 1
  last_issued_on date
  row security (forced)
  constraint number_series_digits_check CHECK (((digits >= 1) AND (digits <= 18)))
  constraint number_series_next_number_check CHECK ((next_number > 0))
  constraint number_series_pkey PRIMARY KEY (seller_id, id)
  constraint number_series_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint number_series_seller_id_kind_key_key UNIQUE (seller_id, kind, key)
  constraint number_series_seller_id_prefix_key UNIQUE (seller_id, prefix)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table outbox_event
  id bigint not null generated always as identity
  written_by xid8 not null default pg_current_xact_id()
  seller_id bigint
  kind text not null
  subject text not null
  occurred_at timestamp with time zone not null
  payload jsonb not null default '{}'::jsonb
  era integer not null default 1
  row security (forced)
  constraint outbox_event_kind_check CHECK ((kind ~ '^[a-z_]+\.[a-z_]+$'::text))
  constraint outbox_event_pkey PRIMARY KEY (id)
  CREATE INDEX outbox_event_feed ON public.outbox_event USING btree (seller_id, era, written_by, id)
  CREATE INDEX outbox_event_order ON public.outbox_event USING btree (era, written_by, id)
  CREATE INDEX outbox_event_time ON public.outbox_event USING brin (occurred_at)
  CREATE TRIGGER outbox_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.outbox_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table plan
  seller_id bigint not null
  id bigint not null
  key text not null
  name text not null
  created_at timestamp with time zone not null
  resold_seller_id bigint
  resold_plan_id bigint
  row security (forced)
  constraint plan_check CHECK (((resold_seller_id IS NULL) = (resold_plan_id IS NULL)))
  constraint plan_check1 CHECK ((resold_seller_id IS DISTINCT FROM seller_id))
  constraint plan_key_check CHECK ((key <> ''::text))
  constraint plan_pkey PRIMARY KEY (seller_id, id)
  constraint plan_resold_seller_id_resold_plan_id_fkey FOREIGN KEY (resold_seller_id, resold_plan_id) REFERENCES plan(seller_id, id)
  constraint plan_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint plan_seller_id_key_key UNIQUE (seller_id, key)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table plan_draft
  seller_id bigint not null
  key text not null
  body jsonb not null
  changed_at timestamp with time zone not null
  row security (forced)
  constraint plan_draft_key_check CHECK ((key <> ''::text))
  constraint plan_draft_pkey PRIMARY KEY (key, seller_id)
  constraint plan_draft_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table plan_version
  seller_id bigint not null
  id bigint not null
  plan_id bigint not null
  version integer not null
  ref text not null
  definition jsonb not null
  published_at timestamp with time zone
  row security (forced)
  constraint plan_version_pkey PRIMARY KEY (seller_id, id)
  constraint plan_version_seller_id_plan_id_fkey FOREIGN KEY (seller_id, plan_id) REFERENCES plan(seller_id, id)
  constraint plan_version_seller_id_plan_id_version_key UNIQUE (seller_id, plan_id, version)
  constraint plan_version_seller_id_ref_key UNIQUE (seller_id, ref)
  constraint plan_version_version_check CHECK ((version > 0))
  CREATE TRIGGER plan_version_frozen BEFORE DELETE OR UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_version()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table pool_fact
  seller_id bigint not null
  id bigint not null
  account_id bigint not null
  key text not null
  maximum numeric
  components text[] not null default '{}'::text[]
  valid_from date not null
  recorded_at timestamp with time zone not null
  row security (forced)
  constraint pool_fact_key_check CHECK ((key <> ''::text))
  constraint pool_fact_maximum_check CHECK ((maximum >= (0)::numeric))
  constraint pool_fact_pkey PRIMARY KEY (id, seller_id)
  constraint pool_fact_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  CREATE INDEX pool_fact_account ON public.pool_fact USING btree (account_id, seller_id)
  CREATE TRIGGER pool_fact_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.pool_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table posting
  seller_id bigint not null
  journal_id bigint not null
  position integer not null
  cause text not null
  posted_on date not null
  account_id bigint
  debit ledger_account not null
  credit ledger_account not null
  currency text not null
  amount_minor bigint not null
  service_month date
  row security (forced)
  constraint posting_amount_minor_check CHECK ((amount_minor > 0))
  constraint posting_cause_check CHECK ((cause = ANY (ARRAY['invoice'::text, 'credit_note'::text, 'settlement'::text, 'release'::text, 'payment'::text, 'refund'::text])))
  constraint posting_check CHECK ((debit <> credit))
  constraint posting_check1 CHECK (((service_month IS NOT NULL) = ((debit = 'deferred_revenue'::ledger_account) OR (credit = 'deferred_revenue'::ledger_account))))
  constraint posting_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint posting_pkey PRIMARY KEY (journal_id, "position", seller_id)
  constraint posting_position_check CHECK (("position" > 0))
  constraint posting_service_month_check CHECK ((EXTRACT(day FROM service_month) = (1)::numeric))
  CREATE INDEX posting_deferred ON public.posting USING btree (seller_id, service_month, currency) WHERE (service_month IS NOT NULL)
  CREATE TRIGGER posting_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table price_draft
  seller_id bigint not null
  name text not null
  body jsonb not null
  changed_at timestamp with time zone not null
  row security (forced)
  constraint price_draft_name_check CHECK ((name <> ''::text))
  constraint price_draft_pkey PRIMARY KEY (name, seller_id)
  constraint price_draft_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table price_entry
  seller_id bigint not null
  id bigint not null
  component_id bigint not null
  currency text not null
  audience text
  buyer_id bigint
  valid_from date
  recorded_at timestamp with time zone not null
  correction boolean not null default false
  price jsonb not null
  row security (forced)
  constraint price_entry_audience_check CHECK ((audience = ANY (ARRAY['resellers'::text, 'companies'::text])))
  constraint price_entry_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint price_entry_pkey PRIMARY KEY (seller_id, id)
  constraint price_entry_seller_id_buyer_id_fkey FOREIGN KEY (seller_id, buyer_id) REFERENCES account(seller_id, id)
  constraint price_entry_seller_id_component_id_fkey FOREIGN KEY (seller_id, component_id) REFERENCES component(seller_id, id)
  CREATE INDEX price_entry_place ON public.price_entry USING btree (seller_id, component_id, currency, valid_from)
  CREATE TRIGGER price_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.price_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_buyer for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE ((buyer_id IS NULL) OR (buyer_id = ( SELECT request_account() AS request_account)))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table receivable
  seller_id bigint not null
  invoice_id bigint not null
  account_id bigint not null
  currency text not null
  due_on date not null
  open_minor bigint not null
  row security (forced)
  constraint receivable_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint receivable_open_minor_check CHECK ((open_minor >= 0))
  constraint receivable_pkey PRIMARY KEY (invoice_id, seller_id)
  constraint receivable_seller_id_invoice_id_fkey FOREIGN KEY (seller_id, invoice_id) REFERENCES invoice(seller_id, id)
  CREATE INDEX receivable_open ON public.receivable USING btree (account_id, seller_id) WHERE (open_minor > 0)
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table refused_event
  seller_id bigint not null
  id bigint not null
  source text not null
  event_id text not null
  body jsonb not null
  code text not null
  reason text not null
  recorded_at timestamp with time zone not null
  row security (forced)
  constraint refused_event_pkey PRIMARY KEY (seller_id, id)
  constraint refused_event_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE INDEX refused_event_identity ON public.refused_event USING btree (seller_id, source, event_id)
  CREATE INDEX refused_event_recorded ON public.refused_event USING btree (seller_id, recorded_at, id)
  CREATE TRIGGER refused_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.refused_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table seller
  id bigint not null
  parent_id bigint
  key text not null
  legal_name text not null
  country text not null
  currency text not null
  zone text not null
  language text not null default 'en'::text
  address jsonb not null default '{}'::jsonb
  tax_number text
  created_at timestamp with time zone not null
  row security (forced)
  constraint seller_check CHECK ((parent_id IS DISTINCT FROM id))
  constraint seller_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
  constraint seller_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint seller_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
  constraint seller_key_key UNIQUE (key)
  constraint seller_legal_name_check CHECK ((legal_name <> ''::text))
  constraint seller_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES seller(id)
  constraint seller_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX seller_root ON public.seller USING btree ((true)) WHERE (parent_id IS NULL)
  policy of_seller for select to public using (((id = ( SELECT request_seller() AS request_seller)) OR (id = ANY (( SELECT request_above() AS request_above)::bigint[]))))

table seller_currency
  seller_id bigint not null
  currency text not null
  enabled boolean not null default true
  off_from date
  row security (forced)
  constraint seller_currency_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint seller_currency_pkey PRIMARY KEY (seller_id, currency)
  constraint seller_currency_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table setting_fact
  seller_id bigint not null
  id bigint not null
  account_id bigint
  key text not null
  value jsonb not null
  valid_from date not null
  recorded_at timestamp with time zone not null
  row security (forced)
  constraint setting_fact_pkey PRIMARY KEY (seller_id, id)
  constraint setting_fact_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  constraint setting_fact_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE INDEX setting_fact_place ON public.setting_fact USING btree (seller_id, account_id, key, valid_from)
  CREATE TRIGGER setting_fact_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.setting_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE ((account_id IS NULL) OR (account_id = ( SELECT request_account() AS request_account)))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))
  policy of_sellers_above for select to public using (((account_id IS NULL) AND (seller_id = ANY (( SELECT request_above() AS request_above)::bigint[]))))

table subscription
  seller_id bigint not null
  id bigint not null
  account_id bigint not null
  external_id text not null
  currency text not null
  tax_category text
  purchase_order text
  created_at timestamp with time zone not null
  fact_count integer not null default 0
  touched_from date
  billed_through date
  row security (forced)
  constraint subscription_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
  constraint subscription_external_id_check CHECK ((external_id <> ''::text))
  constraint subscription_external_id_seller_id_key UNIQUE (external_id, seller_id)
  constraint subscription_pkey PRIMARY KEY (id, seller_id)
  constraint subscription_seller_id_account_id_fkey FOREIGN KEY (seller_id, account_id) REFERENCES account(seller_id, id)
  CREATE INDEX subscription_account ON public.subscription USING btree (account_id, seller_id)
  CREATE INDEX subscription_by_external_id ON public.subscription USING btree (seller_id, external_id, id)
  CREATE INDEX subscription_by_making ON public.subscription USING btree (seller_id, created_at, id)
  CREATE INDEX subscription_search ON public.subscription USING btree (seller_id, lower(external_id) COLLATE "C", id)
  CREATE TRIGGER subscription_kept BEFORE DELETE OR TRUNCATE ON public.subscription FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_account for all to public using (
CASE
    WHEN (( SELECT request_account() AS request_account) IS NULL) THEN true
    ELSE (account_id = ( SELECT request_account() AS request_account))
END)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table subscription_fact
  seller_id bigint not null
  subscription_id bigint not null
  sequence integer not null
  reference text
  kind text not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  body jsonb not null
  row security (forced)
  constraint subscription_fact_kind_check CHECK ((kind = ANY (ARRAY['start'::text, 'quantity'::text, 'item'::text, 'plan'::text, 'pause'::text, 'resume'::text, 'end'::text, 'discount'::text, 'anchor'::text, 'void'::text])))
  constraint subscription_fact_pkey PRIMARY KEY (subscription_id, sequence, seller_id)
  constraint subscription_fact_seller_id_subscription_id_fkey FOREIGN KEY (seller_id, subscription_id) REFERENCES subscription(seller_id, id)
  constraint subscription_fact_sequence_check CHECK ((sequence > 0))
  CREATE INDEX subscription_fact_item ON public.subscription_fact USING btree (seller_id, lower((body ->> 'item'::text)) COLLATE "C", subscription_id) WHERE (kind = 'item'::text)
  CREATE UNIQUE INDEX subscription_fact_reference ON public.subscription_fact USING btree (subscription_id, reference, seller_id) WHERE (reference IS NOT NULL)
  CREATE TRIGGER subscription_fact_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.subscription_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table tax_rate
  seller_id bigint not null
  id bigint not null
  country text not null
  category text not null
  name text not null
  percent numeric not null
  valid_from date not null
  recorded_at timestamp with time zone not null
  source text not null
  row security (forced)
  constraint tax_rate_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
  constraint tax_rate_percent_check CHECK (((percent >= (0)::numeric) AND (percent < (1000)::numeric)))
  constraint tax_rate_pkey PRIMARY KEY (seller_id, id)
  constraint tax_rate_seller_id_country_category_name_valid_from_recorde_key UNIQUE (seller_id, country, category, name, valid_from, recorded_at)
  constraint tax_rate_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  CREATE TRIGGER tax_rate_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tax_rate FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_day_total
  seller_id bigint not null
  subscription_id bigint not null
  meter_id bigint not null
  day date not null
  total numeric not null
  events bigint not null
  version bigint not null
  row security (forced)
  constraint usage_day_total_events_check CHECK ((events >= 0))
  constraint usage_day_total_pkey PRIMARY KEY (subscription_id, meter_id, day, seller_id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_event
  seller_id bigint not null
  subscription_id bigint not null
  meter_id bigint not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  arrival bigint not null
  taken_back bigint
  value numeric not null
  source text not null
  event_id text not null
  row security (forced)
  constraint usage_event_check CHECK ((taken_back >= arrival))
  CREATE INDEX usage_event_of_bill ON ONLY public.usage_event USING btree (source) WHERE (source ~~ '%/____-__-__'::text)
  CREATE INDEX usage_event_place ON ONLY public.usage_event USING btree (subscription_id, meter_id, at)
  CREATE TRIGGER usage_event_append_only BEFORE DELETE OR UPDATE ON public.usage_event FOR EACH ROW EXECUTE FUNCTION refuse_event_rewrite()
  CREATE TRIGGER usage_event_not_emptied BEFORE TRUNCATE ON public.usage_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_horizon
  only_one boolean not null default true
  first_kept date not null
  constraint usage_horizon_first_kept_check CHECK ((EXTRACT(day FROM first_kept) = (1)::numeric))
  constraint usage_horizon_only_one_check CHECK (only_one)
  constraint usage_horizon_pkey PRIMARY KEY (only_one)

table usage_identity
  seller_id bigint not null
  identity uuid not null
  subscription_id bigint not null
  meter_id bigint not null
  at timestamp with time zone not null
  row security (forced)
  constraint usage_identity_pkey PRIMARY KEY (identity)
  CREATE TRIGGER usage_identity_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.usage_identity FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_level
  seller_id bigint not null
  subscription_id bigint not null
  meter_id bigint not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  arrival bigint not null
  value numeric not null
  source text not null
  event_id text not null
  row security (forced)
  constraint usage_level_pkey PRIMARY KEY (subscription_id, meter_id, seller_id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_receipt
  seller_id bigint not null
  source text not null
  received bigint not null default 0
  stored bigint not null default 0
  repeated bigint not null default 0
  refused bigint not null default 0
  row security (forced)
  constraint usage_receipt_check CHECK ((received = ((stored + repeated) + refused)))
  constraint usage_receipt_pkey PRIMARY KEY (seller_id, source)
  constraint usage_receipt_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_total
  seller_id bigint not null
  subscription_id bigint not null
  meter_id bigint not null
  quarter timestamp with time zone not null
  total numeric not null
  events bigint not null
  version bigint not null
  row security (forced)
  constraint usage_total_events_check CHECK ((events >= 0))
  constraint usage_total_pkey PRIMARY KEY (subscription_id, meter_id, quarter, seller_id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_upload
  seller_id bigint not null
  id bigint not null
  source text not null
  file_name text not null
  state text not null default 'waiting'::text
  total bigint not null
  taken bigint not null default 0
  stored bigint not null default 0
  repeated bigint not null default 0
  refused bigint not null default 0
  uploaded_at timestamp with time zone not null
  ended_at timestamp with time zone
  row security (forced)
  constraint usage_upload_check CHECK ((taken = ((stored + repeated) + refused)))
  constraint usage_upload_check1 CHECK ((taken <= total))
  constraint usage_upload_pkey PRIMARY KEY (id, seller_id)
  constraint usage_upload_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint usage_upload_source_check CHECK ((source <> ''::text))
  constraint usage_upload_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text])))
  constraint usage_upload_total_check CHECK ((total >= 0))
  CREATE INDEX usage_upload_list ON public.usage_upload USING btree (seller_id, id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_upload_part
  seller_id bigint not null
  upload_id bigint not null
  part integer not null
  bytes bytea not null
  row security (forced)
  constraint usage_upload_part_pkey PRIMARY KEY (upload_id, part, seller_id)
  constraint usage_upload_part_upload_id_seller_id_fkey FOREIGN KEY (upload_id, seller_id) REFERENCES usage_upload(id, seller_id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_upload_refusal
  seller_id bigint not null
  upload_id bigint not null
  line bigint not null
  event_id text not null
  column_name text not null
  code text not null
  reason text not null
  row security (forced)
  constraint usage_upload_refusal_pkey PRIMARY KEY (upload_id, line, seller_id)
  constraint usage_upload_refusal_upload_id_seller_id_fkey FOREIGN KEY (upload_id, seller_id) REFERENCES usage_upload(id, seller_id)
  CREATE TRIGGER usage_upload_refusal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.usage_upload_refusal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table usage_void
  seller_id bigint not null
  target uuid not null
  identity uuid not null
  source text not null
  event_id text not null
  target_source text not null
  target_event_id text not null
  subscription_id bigint not null
  meter_id bigint not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null
  arrival bigint not null
  replaces boolean not null
  row security (forced)
  constraint usage_void_identity_key UNIQUE (identity)
  constraint usage_void_pkey PRIMARY KEY (target)
  CREATE TRIGGER usage_void_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.usage_void FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table webhook_delivery
  seller_id bigint not null
  id bigint not null generated always as identity
  endpoint_id bigint not null
  event_id bigint not null
  kind text not null
  status text not null default 'waiting'::text
  attempts integer not null default 0
  next_attempt_at timestamp with time zone
  last_attempt_at timestamp with time zone
  last_attempt_ms integer
  response_status integer
  response_body text
  failure_code text
  failure_detail text
  created_at timestamp with time zone not null
  row security (forced)
  constraint webhook_delivery_attempts_check CHECK ((attempts >= 0))
  constraint webhook_delivery_check CHECK (((status = 'waiting'::text) = (next_attempt_at IS NOT NULL)))
  constraint webhook_delivery_endpoint_id_event_id_seller_id_key UNIQUE (endpoint_id, event_id, seller_id)
  constraint webhook_delivery_pkey PRIMARY KEY (id, seller_id)
  constraint webhook_delivery_seller_id_endpoint_id_fkey FOREIGN KEY (seller_id, endpoint_id) REFERENCES webhook_endpoint(seller_id, id) ON DELETE CASCADE
  constraint webhook_delivery_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
  CREATE INDEX webhook_delivery_age ON public.webhook_delivery USING btree (created_at) WHERE (status <> 'waiting'::text)
  CREATE INDEX webhook_delivery_endpoint ON public.webhook_delivery USING btree (endpoint_id, created_at, id)
  CREATE INDEX webhook_delivery_waiting ON public.webhook_delivery USING btree (endpoint_id, next_attempt_at, id) WHERE (status = 'waiting'::text)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table webhook_dispatch
  only_row boolean not null default true
  era integer not null default 0
  written_by xid8 not null default '0'::xid8
  event_id bigint not null default 0
  constraint webhook_dispatch_only_row_check CHECK (only_row)
  constraint webhook_dispatch_pkey PRIMARY KEY (only_row)

table webhook_endpoint
  seller_id bigint not null
  id bigint not null
  url text not null
  description text not null default ''::text
  kinds text[] not null default '{}'::text[]
  enabled boolean not null default true
  disabled_code text
  disabled_at timestamp with time zone
  sealed_secret text not null
  sealed_secret_before text
  secret_before_until timestamp with time zone
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  row security (forced)
  constraint webhook_endpoint_check CHECK (((NOT enabled) OR (disabled_code IS NULL)))
  constraint webhook_endpoint_check1 CHECK (((sealed_secret_before IS NULL) = (secret_before_until IS NULL)))
  constraint webhook_endpoint_pkey PRIMARY KEY (id, seller_id)
  constraint webhook_endpoint_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id)
  constraint webhook_endpoint_url_check CHECK (((length(url) >= 8) AND (length(url) <= 2000)))
  CREATE INDEX webhook_endpoint_seller ON public.webhook_endpoint USING btree (seller_id, id)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table webhook_pace
  seller_id bigint not null
  endpoint_id bigint not null
  due_at timestamp with time zone
  held_by uuid
  held_until timestamp with time zone
  failures integer not null default 0
  failing_since timestamp with time zone
  is_slow boolean not null default false
  row security (forced)
  constraint webhook_pace_check CHECK (((failures = 0) = (failing_since IS NULL)))
  constraint webhook_pace_failures_check CHECK ((failures >= 0))
  constraint webhook_pace_pkey PRIMARY KEY (endpoint_id, seller_id)
  constraint webhook_pace_seller_id_endpoint_id_fkey FOREIGN KEY (seller_id, endpoint_id) REFERENCES webhook_endpoint(seller_id, id) ON DELETE CASCADE
  CREATE INDEX webhook_pace_due ON public.webhook_pace USING btree (due_at) WHERE (due_at IS NOT NULL)
  policy of_seller for all to public using ((seller_id = ( SELECT request_seller() AS request_seller)))

table worker
  id text not null
  host text not null
  pid integer not null
  lockers text[] not null default '{}'::text[]
  started_at timestamp with time zone not null default clock_timestamp()
  beat_at timestamp with time zone not null default clock_timestamp()
  constraint worker_pkey PRIMARY KEY (id)

CREATE OR REPLACE FUNCTION public.find_accounts_by_words(said text, most integer)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  of_seller bigint := request_seller();
  only_account bigint := request_account();
  wanted tsquery := search_query(said);
begin
  if wanted is null then return; end if;
  return query select a.id from account a
    where a.seller_id = of_seller and search_vector(a.external_id || ' ' || a.name) @@ wanted and (only_account is null or a.id = only_account)
    limit most;
end $function$

CREATE OR REPLACE FUNCTION public.find_subscriptions_by_beginning(said text, most integer)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  of_seller bigint := request_seller();
  only_account bigint := request_account();
  first_text text := lower(said) collate "C";
  last_text text := (lower(said) || chr(1114111)) collate "C";
begin
  return query
    select found.id from (
      (select s.id, 1 as place, lower(s.external_id) as said from subscription s
       where s.seller_id = of_seller and lower(s.external_id) collate "C" >= first_text and lower(s.external_id) collate "C" < last_text
         and (only_account is null or s.account_id = only_account)
       order by lower(s.external_id) collate "C", s.id limit most)
      union all
      (select distinct on (lower(f.body ->> 'item') collate "C", f.subscription_id) f.subscription_id, 2, lower(f.body ->> 'item') from subscription_fact f
       where f.kind = 'item' and f.seller_id = of_seller
         and lower(f.body ->> 'item') collate "C" >= first_text and lower(f.body ->> 'item') collate "C" < last_text
         and (only_account is null or exists (select from subscription s
           where s.seller_id = of_seller and s.id = f.subscription_id and s.account_id = only_account))
       order by lower(f.body ->> 'item') collate "C", f.subscription_id limit most)
    ) found group by found.id order by min(found.place), min(found.said collate "C"), found.id limit most;
end $function$

CREATE OR REPLACE FUNCTION public.find_users_by_words(said text, most integer)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  of_seller bigint := request_seller();
  only_account bigint := request_account();
  wanted tsquery := search_query(said);
begin
  if wanted is null then return; end if;
  return query select u.id from identity.portal_user u
    where u.seller_id = of_seller and search_vector(u.mail || ' ' || u.name) @@ wanted
      and (only_account is null
        or exists (select from identity.user_role r where r.user_id = u.id and r.seller_id = u.seller_id and r.account_id = only_account))
    limit most;
end $function$

CREATE OR REPLACE FUNCTION public.forget_usage_month(begins date, forgotten timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  ends date := begins + interval '1 month';
  since timestamptz := begins::timestamp at time zone 'UTC';
  until timestamptz := ends::timestamp at time zone 'UTC';
  month_name text := 'usage_event_' || to_char(begins, 'YYYY_MM');
  gone bigint := 0;
begin
  -- Two servers come round at the same time.
  perform pg_advisory_xact_lock(hashtextextended('prorata usage goes', 0));
  if exists (select from pg_class where relname = month_name and relnamespace = 'public'::regnamespace) then
    execute format('lock table public.%I in share mode', month_name);
    execute format('insert into forgotten_usage (seller_id, month, source, events) select seller_id, $1, source, count(*) from public.%I group by 1, 3', month_name)
      using begins;
    select coalesce(sum(f.events), 0) into gone from forgotten_usage f where f.month = begins;
    insert into usage_level (seller_id, subscription_id, meter_id, at, recorded_at, arrival, value, source, event_id)
      select p.seller_id, p.subscription_id, p.meter_id, e.at, e.recorded_at, e.arrival, e.value, e.source, e.event_id
      from (select distinct seller_id, subscription_id, meter_id from usage_day_total where day >= begins and day < ends) p
      cross join lateral (
        select * from usage_event u
        where (u.seller_id, u.subscription_id, u.meter_id) = (p.seller_id, p.subscription_id, p.meter_id) and u.at >= since and u.at < until
          and u.taken_back is null
        order by u.at desc, u.event_id desc limit 1
      ) e
      on conflict (subscription_id, meter_id, seller_id) do update
        set (at, recorded_at, arrival, value, source, event_id)
            = (excluded.at, excluded.recorded_at, excluded.arrival, excluded.value, excluded.source, excluded.event_id);
    insert into forgotten_month
      select begins, forgotten, gone, d.places, d.total, d.events, d.versions, q.places, q.total, q.events, q.versions
      from (select count(*) as places, coalesce(sum(total), 0) as total, coalesce(sum(events), 0) as events, coalesce(sum(version), 0) as versions
            from usage_day_total where day >= begins and day < ends) d,
           (select count(*) as places, coalesce(sum(total), 0) as total, coalesce(sum(events), 0) as events, coalesce(sum(version), 0) as versions
            from usage_total where quarter >= since and quarter < until) q;
    lock table only usage_event in access exclusive mode;
    execute format('drop table public.%I', month_name);
  else
    lock table only usage_event in access exclusive mode;
  end if;
  insert into usage_horizon (first_kept) values (ends) on conflict (only_one) do update set first_kept = greatest(usage_horizon.first_kept, excluded.first_kept);
  return gone;
end $function$

CREATE OR REPLACE FUNCTION public.make_usage_month(instant timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  begins timestamp := date_trunc('month', instant at time zone 'UTC');
  month_name text := 'usage_event_' || to_char(begins, 'YYYY_MM');
begin
  if to_regclass('public.' || month_name) is not null then
    return;
  end if;
  if exists (select from usage_horizon where first_kept > begins) then
    raise exception 'usage of % is no longer kept', to_char(begins, 'YYYY-MM') using errcode = 'restrict_violation';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('prorata usage month ' || month_name, 0));
  -- Somebody else may have made it meanwhile; names that were looked up before are not looked up again.
  if exists (select from pg_class where relname = month_name and relnamespace = 'public'::regnamespace) then
    return;
  end if;
  execute format('create table public.%I (like usage_event including defaults including constraints)', month_name);
  -- Reached through the whole only, whose policies hold there; by itself it shows requests nothing.
  execute format('alter table public.%I enable row level security', month_name);
  execute format('create trigger %I before truncate on public.%I for each statement execute function refuse_change()', month_name || '_not_emptied', month_name);
  execute format('alter table usage_event attach partition public.%I for values from (%L) to (%L)', month_name,
    begins at time zone 'UTC', (begins + interval '1 month') at time zone 'UTC');
end $function$

CREATE OR REPLACE FUNCTION public.raise_walls()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  place record;
  request_role text := (select i.request_role from installation i);
  has_open_sight boolean := (select rolsuper or rolbypassrls from pg_roles where rolname = current_user);
begin
  execute format('grant usage on schema public to %I', request_role);
  execute format('grant usage on all sequences in schema public to %I', request_role);
  for place in
    select c.oid::regclass as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped) as has_account,
      exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
              where t.tgrelid = c.oid and p.proname in ('refuse_change', 'refuse_event_change') and t.tgtype & 16 > 0) as is_append_only
    from pg_class c
    join pg_attribute s on s.attrelid = c.oid and s.attname = 'seller_id' and not s.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
  loop
    execute format('alter table %s enable row level security', place.name);
    if has_open_sight then
      execute format('alter table %s force row level security', place.name);
    end if;
    execute format('create policy of_seller on %s using (seller_id = (select request_seller()))', place.name);
    if place.has_account then
      execute format('create policy of_account on %s as restrictive using (case when (select request_account()) is null then true else account_id = (select request_account()) end)',
        place.name);
    end if;
    execute format('grant select, insert%s on %s to %I', case when place.is_append_only then '' else ', update' end, place.name, request_role);
  end loop;
end $function$

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed or removed; write a new row instead', tg_table_name using errcode = 'restrict_violation';
end $function$

CREATE OR REPLACE FUNCTION public.refuse_change_of_published_component()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  place record := case tg_op when 'INSERT' then new else old end;
begin
  if exists (select 1 from plan_version v where v.seller_id = place.seller_id and v.id = place.plan_version_id and v.published_at is not null) then
    raise exception 'component % belongs to a published plan version, which never changes; publish a new version instead', place.ref
      using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$

CREATE OR REPLACE FUNCTION public.refuse_change_of_published_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.published_at is not null then
    raise exception 'plan version % is published and never changes; publish a new version instead', old.ref using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$

CREATE OR REPLACE FUNCTION public.refuse_clock_going_back()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or new.offset_ms < old.offset_ms then
    raise exception 'the clock only goes forward' using errcode = 'check_violation', constraint = 'clock_only_forward';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.refuse_event_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and current_setting('prorata.expire_events', true) = 'on' then
    return null;
  end if;
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $function$

CREATE OR REPLACE FUNCTION public.refuse_event_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.taken_back is null
     and (old.seller_id, old.subscription_id, old.meter_id, old.at, old.recorded_at, old.arrival, old.value, old.source, old.event_id)
         = (new.seller_id, new.subscription_id, new.meter_id, new.at, new.recorded_at, new.arrival, new.value, new.source, new.event_id) then
    return new;
  end if;
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $function$

CREATE OR REPLACE FUNCTION public.request_above()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(NULLIF(current_setting('prorata.above'::text, true), ''::text), '{}'::text))::bigint[]

CREATE OR REPLACE FUNCTION public.request_account()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('prorata.account'::text, true), ''::text))::bigint

CREATE OR REPLACE FUNCTION public.request_seller()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('prorata.seller'::text, true), ''::text))::bigint

CREATE OR REPLACE FUNCTION public.search_accounts(words text, of_kind text, of_country text, of_currency text, after_place text, after_id bigint, most integer)
 RETURNS TABLE(account_id bigint, place text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  of_seller bigint := request_seller();
  only_account bigint := request_account();
  first_text text := lower(words) collate "C";
  last_text text := (lower(words) || chr(1114111)) collate "C";
  after_text text := substr(after_place, 2);
begin
  return query
    select f.id, f.at_place from (
      (select a.id, '1' || lower(a.external_id) as at_place from account a
       where a.seller_id = of_seller and lower(a.external_id) collate "C" >= first_text and lower(a.external_id) collate "C" < last_text
         and (only_account is null or a.id = only_account) and (of_kind is null or a.kind = of_kind)
         and (of_country is null or a.country = of_country) and (of_currency is null or a.currency = of_currency)
         and (after_place is null or (after_place like '1%' and (lower(a.external_id) collate "C", a.id) > (after_text collate "C", after_id)))
       order by lower(a.external_id) collate "C", a.id limit most)
      union all
      (select a.id, '2' || lower(a.name) from account a
       where a.seller_id = of_seller and lower(a.name) collate "C" >= first_text and lower(a.name) collate "C" < last_text
         and not (lower(a.external_id) collate "C" >= first_text and lower(a.external_id) collate "C" < last_text)
         and (only_account is null or a.id = only_account) and (of_kind is null or a.kind = of_kind)
         and (of_country is null or a.country = of_country) and (of_currency is null or a.currency = of_currency)
         and (after_place is null or after_place like '1%' or (lower(a.name) collate "C", a.id) > (after_text collate "C", after_id))
       order by lower(a.name) collate "C", a.id limit most)
    ) f order by f.at_place collate "C", f.id limit most;
end $function$

CREATE OR REPLACE FUNCTION public.search_query(said text)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT (string_agg(((''''::text || w.w) || ''':*'::text), ' & '::text))::tsquery AS string_agg FROM unnest(search_words(search_query.said)) w(w))

CREATE OR REPLACE FUNCTION public.search_vector(said text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(search_words(said))

CREATE OR REPLACE FUNCTION public.search_words(said text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN array_remove(regexp_split_to_array(lower("left"(said, 500)), '[^[:alnum:]]+'::text), ''::text)
