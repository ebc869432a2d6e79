// Written by tools/schema.ts from the migrated database. Do not edit.
import type { ColumnType, GeneratedAlways } from 'kysely';

/** Filled in by the database when it is not given. */
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
/** Exact. A number may be given where it is a safe integer. */
export type Integer = ColumnType<bigint, bigint | number, bigint | number>;
/** Read as milliseconds since 1970, written as RFC 3339 (`toTimestamp`). */
export type Instant = ColumnType<number, string, string>;
/** Read parsed, written as text (`JSON.stringify`), since the driver takes a list for a PostgreSQL array. */
export type Json = ColumnType<unknown, string, string>;

export interface Account {
  seller_id: Integer;
  id: Integer;
  external_id: string;
  name: string;
  kind: Generated<string>;
  buys_for_seller_id: Integer | null;
  currency: string;
  zone: string;
  language: string;
  country: string | null;
  address: Generated<Json>;
  tax_number: string | null;
  purchase_order: string | null;
  buyer_reference: string | null;
  created_at: Instant;
  changed_at: Instant;
}

export interface AccountBalance {
  seller_id: Integer;
  account_id: Integer;
  currency: string;
  receivable_minor: Generated<Integer>;
  balance_minor: Generated<Integer>;
}

export interface AccountBilling {
  seller_id: Integer;
  account_id: Integer;
  zone: string;
  next_bill_at: Instant | null;
  parked_at: Instant | null;
  parked_code: string | null;
  parked_detail: string | null;
  last_run_on: string | null;
  items_touched_from: string | null;
}

export interface AccountCurrencyChange {
  seller_id: Integer;
  id: Integer;
  account_id: Integer;
  currency_before: string;
  currency: string;
  recorded_at: Instant;
}

export interface AccountNote {
  seller_id: Integer;
  id: Integer;
  account_id: Integer;
  author: string;
  author_name: string | null;
  text: string;
  created_at: Instant;
  changed_at: Instant | null;
  changed_by: string | null;
}

export interface AccountZone {
  seller_id: Integer;
  zone: string;
}

export interface AuditEntry {
  id: GeneratedAlways<bigint>;
  seller_id: Integer | null;
  account_id: Integer | null;
  at: Instant;
  actor_kind: string;
  actor: string | null;
  delegated_from: string | null;
  impersonated_by: string | null;
  operation: string;
  subjects: Generated<string[]>;
  changes: Generated<Json>;
  address: string;
  request_id: string;
  refused: string | null;
}

export interface BillingOrder {
  seller_id: Integer;
  id: Integer;
  as_of: string | null;
  state: Generated<string>;
  ordered_at: Instant;
  began_at: Instant | null;
  ended_at: Instant | null;
  accounts: Generated<number>;
  documents: Generated<number>;
  lines: Generated<number>;
  parked: Generated<number>;
  failure: string | null;
  is_scheduled: Generated<boolean>;
}

export interface BillingRun {
  seller_id: Integer;
  id: Integer;
  as_of: string;
  started_at: Instant;
  engine_version: string;
}

export interface Book {
  seller_id: Integer;
  released_through: string | null;
}

export interface ChargeCell {
  seller_id: Integer;
  id: Integer;
  account_id: Integer;
  subscription_id: Integer | null;
  kind: 'component' | 'commitment' | 'extra_item';
  subject_id: Integer;
  item: string;
  window_from: string;
  window_to: string;
  hour_from: Instant | null;
  currency: string;
  sequence: number;
  gross_minor: Integer;
  net_minor: Integer;
  invoice_id: Integer | null;
  picture: Json;
}

export interface ChargeStep {
  cell_id: Integer;
  seller_id: Integer;
  sequence: number;
  previous_sequence: GeneratedAlways<number | null>;
  currency: string;
  before_minor: Integer;
  amount_minor: Integer;
  after_minor: Integer;
  gross_amount_minor: Integer;
  may_be_negative: Generated<boolean>;
  run_id: Integer;
  invoice_id: Integer | null;
  known_below: Generated<Integer>;
}

export interface Clock {
  only_row: Generated<boolean>;
  offset_ms: Generated<Integer>;
}

export interface Component {
  seller_id: Integer;
  id: Integer;
  plan_version_id: Integer;
  key: string;
  ref: string;
  description: Generated<string>;
  unit: string | null;
  definition: Json;
}

export interface Coupon {
  seller_id: Integer;
  id: Integer;
  code: string;
  percent: string | null;
  amount: string | null;
  currency: string | null;
  limit_total: number | null;
  limit_each: number | null;
  used: Generated<number>;
  valid_from: string | null;
  valid_until: string | null;
  name: Generated<string>;
  periods: number | null;
  until_on: string | null;
  plans: string[] | null;
  components: string[] | null;
  created_at: Generated<Instant>;
  deactivated_at: Instant | null;
}

export interface CouponRedemption {
  seller_id: Integer;
  id: Integer;
  coupon_id: Integer;
  account_id: Integer;
  subscription_id: Integer | null;
  reference: string;
  from_on: string;
  redeemed_at: Instant;
  revoked_at: Instant | null;
  is_given_back: Generated<boolean>;
}

export interface CouponUse {
  seller_id: Integer;
  coupon_id: Integer;
  account_id: Integer;
  ordinal: number;
  subscription_id: Integer | null;
  used_at: Instant;
  redemption_id: Integer | null;
}

export interface CurrencySwitch {
  seller_id: Integer;
  id: Integer;
  currency: string;
  enabled: boolean;
  off_from: string | null;
  recorded_at: Instant;
}

export interface Demo {
  only_row: Generated<boolean>;
  customers: number;
  first_day: number;
  last_day: number;
  told_until: number;
  built_at: Instant | null;
}

export interface ExtraItem {
  seller_id: Integer;
  id: Integer;
  account_id: Integer;
  external_id: string;
  description: string;
  at: Instant;
  until: Instant | null;
  every: Json | null;
  amount: string;
  quantity: string;
  currency: string;
  tax_category: string | null;
  facts: Json | null;
  recorded_at: Instant;
  is_open: Generated<boolean>;
}

export interface Feed {
  only_row: Generated<boolean>;
  era: Generated<number>;
  expired_era: Generated<number>;
  expired_written_by: Generated<string>;
  expired_id: Generated<Integer>;
}

export interface FixedDiscount {
  seller_id: Integer;
  id: Integer;
  account_id: Integer;
  external_id: string;
  at: Instant;
  amount: string;
  currency: string;
  items: Json | null;
  recorded_at: Instant;
  bound_minor: Generated<Integer>;
  revoked_at: Instant | null;
}

export interface ForgottenMonth {
  month: string;
  forgotten_at: Instant;
  events: Integer;
  day_rows: Integer;
  day_total: string;
  day_events: string;
  day_versions: string;
  quarter_rows: Integer;
  quarter_total: string;
  quarter_events: string;
  quarter_versions: string;
}

export interface ForgottenUsage {
  seller_id: Integer;
  month: string;
  source: string;
  events: Integer;
}

export interface FrozenParty {
  seller_id: Integer;
  id: Integer;
  sha256: Buffer;
  body: Json;
}

export interface IdempotentAnswer {
  seller_id: Integer;
  caller: string;
  route: string;
  key: string;
  request_sha256: Buffer;
  status: number;
  headers: Generated<Json>;
  body: string | null;
  is_kept: Generated<boolean>;
  kept_at: Generated<Instant>;
}

export interface IdentityApiKey {
  seller_id: Integer;
  id: Integer;
  account_id: Integer | null;
  name: string;
  secret_hash: Buffer;
  hint: string;
  permissions: string[];
  limits: Generated<Json>;
  created_at: Instant;
  created_by: string | null;
  expires_at: Instant | null;
  revoked_at: Instant | null;
  used_at: Instant | null;
  replaced_by: Integer | null;
}

export interface IdentityAttemptCount {
  scope: string;
  subject_hash: Buffer;
  attempts: number;
  window_started_at: Instant;
}

export interface IdentityChallenge {
  seller_id: Integer;
  id: Integer;
  kind: string;
  secret_hash: Buffer;
  user_id: Integer | null;
  facts: Generated<Json>;
  tries: Generated<number>;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
}

export interface IdentityIdentityProvider {
  seller_id: Integer;
  id: Integer;
  key: string;
  name: string;
  issuer: string;
  client_id: string;
  sealed_secret: string;
  is_two_factors: Generated<boolean>;
  enabled: Generated<boolean>;
  created_at: Instant;
}

export interface IdentityLink {
  seller_id: Integer;
  id: Integer;
  kind: string;
  user_id: Integer;
  secret_hash: Buffer;
  sealed_secret: string | null;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
}

export interface IdentityPasskey {
  seller_id: Integer;
  id: Integer;
  user_id: Integer;
  name: string;
  credential_id: string;
  public_key: Buffer;
  counter: Integer;
  transports: Generated<string[]>;
  created_at: Instant;
  used_at: Instant | null;
}

export interface IdentityPassword {
  seller_id: Integer;
  user_id: Integer;
  hash: string;
  changed_at: Instant;
}

export interface IdentityPortalUser {
  seller_id: Integer;
  id: Integer;
  mail: string;
  mail_key: string;
  name: Generated<string>;
  language: string | null;
  created_at: Instant;
  ready_at: Instant | null;
  disabled_at: Instant | null;
}

export interface IdentityProviderIdentity {
  seller_id: Integer;
  provider_id: Integer;
  subject: string;
  user_id: Integer;
  created_at: Instant;
}

export interface IdentityRecoveryCode {
  seller_id: Integer;
  user_id: Integer;
  code_hash: Buffer;
  used_at: Instant | null;
}

export interface IdentityRole {
  seller_id: Integer;
  key: string;
  name: string;
  holders: string;
  permissions: string[];
  limits: Generated<Json>;
  created_at: Instant;
}

export interface IdentitySecondFactor {
  seller_id: Integer;
  user_id: Integer;
  sealed_secret: string;
  last_counter: Generated<Integer>;
  created_at: Instant;
  confirmed_at: Instant | null;
}

export interface IdentitySecretKeyName {
  only_row: Generated<boolean>;
  name: string;
}

export interface IdentitySession {
  seller_id: Integer;
  id: Integer;
  user_id: Integer;
  secret_hash: Buffer;
  method: string;
  impersonator_id: Integer | null;
  impersonator_session_id: Integer | null;
  created_at: Instant;
  proved_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
  revoked_at: Instant | null;
  address: string;
  agent: string;
}

export interface IdentityUserRole {
  seller_id: Integer;
  id: Integer;
  user_id: Integer;
  at_seller_id: Integer;
  account_id: Integer | null;
  role: string;
  created_at: Instant;
}

export interface ImportBill {
  seller_id: Integer;
  id: Integer;
  key: string;
  provider: string;
  billing_account_id: string;
  billing_account_name: string | null;
  period_start: string;
  period_end: string | null;
  row_count: Integer;
  digest: string;
  file_name: string;
  content_hash: string;
  recorded_at: Instant;
}

export interface ImportReport {
  seller_id: Integer;
  id: Integer;
  content_hash: string;
  report: Json;
  recorded_at: Instant;
}

export interface Installation {
  only_row: Generated<boolean>;
  id: Generated<string>;
  created_at: Generated<Instant>;
  request_role: Generated<string>;
}

export interface Invoice {
  seller_id: Integer;
  id: Integer;
  account_id: Integer;
  run_id: Integer;
  kind: 'invoice' | 'credit_note';
  currency: string;
  billed_on: string;
  issued_on: string;
  tax_point: string;
  due_on: string;
  net_minor: Integer;
  tax_minor: Integer;
  total_minor: Integer;
  seller_party_id: Integer;
  buyer_party_id: Integer;
  facts: Json;
}

export interface InvoiceLine {
  seller_id: Integer;
  invoice_id: Integer;
  position: number;
  cell_id: Integer;
  sequence: number;
  currency: string;
  exact_amount: string;
  gross_minor: Integer;
  discount_minor: Integer;
  amount_minor: Integer;
  net_minor: Integer;
  tax_category: string;
  facts: Json;
}

export interface InvoiceNumber {
  seller_id: Integer;
  series_id: Integer;
  number: Integer;
  invoice_id: Integer;
}

export interface InvoicePdf {
  seller_id: Integer;
  invoice_id: Integer;
  bytes: Buffer;
  sha256: Buffer;
  pages: number;
  rendered_at: Instant;
}

export interface InvoiceTax {
  seller_id: Integer;
  invoice_id: Integer;
  position: number;
  category: string;
  name: string;
  percent: string;
  currency: string;
  base_minor: Integer;
  amount_minor: Integer;
}

export interface ItemCredit {
  seller_id: Integer;
  id: Integer;
  account_id: Integer;
  external_id: string;
  item: string;
  at: Instant;
  amount: string;
  currency: string;
  reason: Generated<string>;
  recorded_at: Instant;
}

export interface Meter {
  seller_id: Integer;
  id: Integer;
  key: string;
  unit: string | null;
}

export interface Migration {
  number: number;
  name: string;
  checksum: string;
  applied_at: Generated<Instant>;
  needs: Generated<number>;
}

export interface NumberSeries {
  seller_id: Integer;
  id: Integer;
  kind: 'invoice' | 'credit_note';
  key: Generated<string>;
  prefix: string;
  digits: Generated<number>;
  next_number: Generated<Integer>;
  last_issued_on: string | null;
}

export interface OutboxEvent {
  id: GeneratedAlways<bigint>;
  written_by: Generated<string>;
  seller_id: Integer | null;
  kind: string;
  subject: string;
  occurred_at: Instant;
  payload: Generated<Json>;
  era: Generated<number>;
}

export interface Plan {
  seller_id: Integer;
  id: Integer;
  key: string;
  name: string;
  created_at: Instant;
  resold_seller_id: Integer | null;
  resold_plan_id: Integer | null;
}

export interface PlanDraft {
  seller_id: Integer;
  key: string;
  body: Json;
  changed_at: Instant;
}

export interface PlanVersion {
  seller_id: Integer;
  id: Integer;
  plan_id: Integer;
  version: number;
  ref: string;
  definition: Json;
  published_at: Instant | null;
}

export interface PoolFact {
  seller_id: Integer;
  id: Integer;
  account_id: Integer;
  key: string;
  maximum: string | null;
  components: Generated<string[]>;
  valid_from: string;
  recorded_at: Instant;
}

export interface Posting {
  seller_id: Integer;
  journal_id: Integer;
  position: number;
  cause: string;
  posted_on: string;
  account_id: Integer | null;
  debit: 'receivable' | 'customer_balance' | 'revenue' | 'deferred_revenue' | 'tax_payable' | 'payments';
  credit: 'receivable' | 'customer_balance' | 'revenue' | 'deferred_revenue' | 'tax_payable' | 'payments';
  currency: string;
  amount_minor: Integer;
  service_month: string | null;
}

export interface PriceDraft {
  seller_id: Integer;
  name: string;
  body: Json;
  changed_at: Instant;
}

export interface PriceEntry {
  seller_id: Integer;
  id: Integer;
  component_id: Integer;
  currency: string;
  audience: string | null;
  buyer_id: Integer | null;
  valid_from: string | null;
  recorded_at: Instant;
  correction: Generated<boolean>;
  price: Json;
}

export interface Receivable {
  seller_id: Integer;
  invoice_id: Integer;
  account_id: Integer;
  currency: string;
  due_on: string;
  open_minor: Integer;
}

export interface RefusedEvent {
  seller_id: Integer;
  id: Integer;
  source: string;
  event_id: string;
  body: Json;
  code: string;
  reason: string;
  recorded_at: Instant;
}

export interface Seller {
  id: Integer;
  parent_id: Integer | null;
  key: string;
  legal_name: string;
  country: string;
  currency: string;
  zone: string;
  language: Generated<string>;
  address: Generated<Json>;
  tax_number: string | null;
  created_at: Instant;
}

export interface SellerCurrency {
  seller_id: Integer;
  currency: string;
  enabled: Generated<boolean>;
  off_from: string | null;
}

export interface SettingFact {
  seller_id: Integer;
  id: Integer;
  account_id: Integer | null;
  key: string;
  value: Json;
  valid_from: string;
  recorded_at: Instant;
}

export interface Subscription {
  seller_id: Integer;
  id: Integer;
  account_id: Integer;
  external_id: string;
  currency: string;
  tax_category: string | null;
  purchase_order: string | null;
  created_at: Instant;
  fact_count: Generated<number>;
  touched_from: string | null;
  billed_through: string | null;
}

export interface SubscriptionFact {
  seller_id: Integer;
  subscription_id: Integer;
  sequence: number;
  reference: string | null;
  kind: string;
  at: Instant;
  recorded_at: Instant;
  body: Json;
}

export interface TaxRate {
  seller_id: Integer;
  id: Integer;
  country: string;
  category: string;
  name: string;
  percent: string;
  valid_from: string;
  recorded_at: Instant;
  source: string;
}

export interface UsageDayTotal {
  seller_id: Integer;
  subscription_id: Integer;
  meter_id: Integer;
  day: string;
  total: string;
  events: Integer;
  version: Integer;
}

export interface UsageEvent {
  seller_id: Integer;
  subscription_id: Integer;
  meter_id: Integer;
  at: Instant;
  recorded_at: Instant;
  arrival: Integer;
  taken_back: Integer | null;
  value: string;
  source: string;
  event_id: string;
}

export interface UsageHorizon {
  only_one: Generated<boolean>;
  first_kept: string;
}

export interface UsageIdentity {
  seller_id: Integer;
  identity: string;
  subscription_id: Integer;
  meter_id: Integer;
  at: Instant;
}

export interface UsageLevel {
  seller_id: Integer;
  subscription_id: Integer;
  meter_id: Integer;
  at: Instant;
  recorded_at: Instant;
  arrival: Integer;
  value: string;
  source: string;
  event_id: string;
}

export interface UsageReceipt {
  seller_id: Integer;
  source: string;
  received: Generated<Integer>;
  stored: Generated<Integer>;
  repeated: Generated<Integer>;
  refused: Generated<Integer>;
}

export interface UsageTotal {
  seller_id: Integer;
  subscription_id: Integer;
  meter_id: Integer;
  quarter: Instant;
  total: string;
  events: Integer;
  version: Integer;
}

export interface UsageUpload {
  seller_id: Integer;
  id: Integer;
  source: string;
  file_name: string;
  state: Generated<string>;
  total: Integer;
  taken: Generated<Integer>;
  stored: Generated<Integer>;
  repeated: Generated<Integer>;
  refused: Generated<Integer>;
  uploaded_at: Instant;
  ended_at: Instant | null;
}

export interface UsageUploadPart {
  seller_id: Integer;
  upload_id: Integer;
  part: number;
  bytes: Buffer;
}

export interface UsageUploadRefusal {
  seller_id: Integer;
  upload_id: Integer;
  line: Integer;
  event_id: string;
  column_name: string;
  code: string;
  reason: string;
}

export interface UsageVoid {
  seller_id: Integer;
  target: string;
  identity: string;
  source: string;
  event_id: string;
  target_source: string;
  target_event_id: string;
  subscription_id: Integer;
  meter_id: Integer;
  at: Instant;
  recorded_at: Instant;
  arrival: Integer;
  replaces: boolean;
}

export interface WebhookDelivery {
  seller_id: Integer;
  id: GeneratedAlways<bigint>;
  endpoint_id: Integer;
  event_id: Integer;
  kind: string;
  status: Generated<string>;
  attempts: Generated<number>;
  next_attempt_at: Instant | null;
  last_attempt_at: Instant | null;
  last_attempt_ms: number | null;
  response_status: number | null;
  response_body: string | null;
  failure_code: string | null;
  failure_detail: string | null;
  created_at: Instant;
}

export interface WebhookDispatch {
  only_row: Generated<boolean>;
  era: Generated<number>;
  written_by: Generated<string>;
  event_id: Generated<Integer>;
}

export interface WebhookEndpoint {
  seller_id: Integer;
  id: Integer;
  url: string;
  description: Generated<string>;
  kinds: Generated<string[]>;
  enabled: Generated<boolean>;
  disabled_code: string | null;
  disabled_at: Instant | null;
  sealed_secret: string;
  sealed_secret_before: string | null;
  secret_before_until: Instant | null;
  created_at: Instant;
  changed_at: Instant;
}

export interface WebhookPace {
  seller_id: Integer;
  endpoint_id: Integer;
  due_at: Instant | null;
  held_by: string | null;
  held_until: Instant | null;
  failures: Generated<number>;
  failing_since: Instant | null;
  is_slow: Generated<boolean>;
}

export interface Worker {
  id: string;
  host: string;
  pid: number;
  lockers: Generated<string[]>;
  started_at: Generated<Instant>;
  beat_at: Generated<Instant>;
}

export interface Tables {
  account: Account;
  account_balance: AccountBalance;
  account_billing: AccountBilling;
  account_currency_change: AccountCurrencyChange;
  account_note: AccountNote;
  account_zone: AccountZone;
  audit_entry: AuditEntry;
  billing_order: BillingOrder;
  billing_run: BillingRun;
  book: Book;
  charge_cell: ChargeCell;
  charge_step: ChargeStep;
  clock: Clock;
  component: Component;
  coupon: Coupon;
  coupon_redemption: CouponRedemption;
  coupon_use: CouponUse;
  currency_switch: CurrencySwitch;
  demo: Demo;
  extra_item: ExtraItem;
  feed: Feed;
  fixed_discount: FixedDiscount;
  forgotten_month: ForgottenMonth;
  forgotten_usage: ForgottenUsage;
  frozen_party: FrozenParty;
  idempotent_answer: IdempotentAnswer;
  'identity.api_key': IdentityApiKey;
  'identity.attempt_count': IdentityAttemptCount;
  'identity.challenge': IdentityChallenge;
  'identity.identity_provider': IdentityIdentityProvider;
  'identity.link': IdentityLink;
  'identity.passkey': IdentityPasskey;
  'identity.password': IdentityPassword;
  'identity.portal_user': IdentityPortalUser;
  'identity.provider_identity': IdentityProviderIdentity;
  'identity.recovery_code': IdentityRecoveryCode;
  'identity.role': IdentityRole;
  'identity.second_factor': IdentitySecondFactor;
  'identity.secret_key_name': IdentitySecretKeyName;
  'identity.session': IdentitySession;
  'identity.user_role': IdentityUserRole;
  import_bill: ImportBill;
  import_report: ImportReport;
  installation: Installation;
  invoice: Invoice;
  invoice_line: InvoiceLine;
  invoice_number: InvoiceNumber;
  invoice_pdf: InvoicePdf;
  invoice_tax: InvoiceTax;
  item_credit: ItemCredit;
  meter: Meter;
  migration: Migration;
  number_series: NumberSeries;
  outbox_event: OutboxEvent;
  plan: Plan;
  plan_draft: PlanDraft;
  plan_version: PlanVersion;
  pool_fact: PoolFact;
  posting: Posting;
  price_draft: PriceDraft;
  price_entry: PriceEntry;
  receivable: Receivable;
  refused_event: RefusedEvent;
  seller: Seller;
  seller_currency: SellerCurrency;
  setting_fact: SettingFact;
  subscription: Subscription;
  subscription_fact: SubscriptionFact;
  tax_rate: TaxRate;
  usage_day_total: UsageDayTotal;
  usage_event: UsageEvent;
  usage_horizon: UsageHorizon;
  usage_identity: UsageIdentity;
  usage_level: UsageLevel;
  usage_receipt: UsageReceipt;
  usage_total: UsageTotal;
  usage_upload: UsageUpload;
  usage_upload_part: UsageUploadPart;
  usage_upload_refusal: UsageUploadRefusal;
  usage_void: UsageVoid;
  webhook_delivery: WebhookDelivery;
  webhook_dispatch: WebhookDispatch;
  webhook_endpoint: WebhookEndpoint;
  webhook_pace: WebhookPace;
  worker: Worker;
}
