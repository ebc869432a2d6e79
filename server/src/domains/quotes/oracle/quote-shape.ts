// The quote document and its answer as JSON, as far as the oracle, the generator and the harness use them. Test-only: written from the
// published shape and not from the code that reads it.

export type Decimal = string;
export type When = string;

export interface PeriodShape {
  unit: 'hour' | 'day' | 'week' | 'month' | 'year';
  count: number;
}

export type AnchorShape = 'start' | string | { day: number };

export interface TierShape {
  upTo: Decimal | null;
  price?: Decimal;
  flat?: Decimal;
  per?: Decimal;
  rate?: Decimal;
  limits?: Record<string, Decimal>;
}

export interface PriceShape {
  kind: 'flat' | 'unit' | 'graduated' | 'volume' | 'package' | 'percentage' | 'capacity';
  price?: Decimal;
  per?: Decimal;
  tiers?: TierShape[];
  flatAtZero?: boolean;
  size?: Decimal;
  free?: Decimal;
  rate?: Decimal;
  fixed?: Decimal;
  freeEvents?: number;
  freeAmount?: Decimal;
  freeOn?: 'event' | 'total';
  minEach?: Decimal;
  maxEach?: Decimal;
  included?: Decimal;
  maximum?: Decimal;
  min?: Decimal;
  max?: Decimal;
}

export interface ComponentShape {
  key: string;
  kind: 'recurring' | 'allocation' | 'metered' | 'one_time';
  price: PriceShape;
  timing?: 'advance' | 'arrears';
  period?: PeriodShape;
  quantity?: Decimal;
  fraction?: 'days' | 'seconds' | 'days30' | 'none';
  charge?: 'time' | 'day_max' | 'max' | 'end';
  partPeriods?: 'by_days' | 'whole';
  priceChange?: 'period' | 'at_once' | { until: string };
  inTrial?: boolean;
  pool?: string;
  meter?: string;
  aggregate?: 'sum' | 'count' | 'max' | 'last' | 'unique' | 'time' | 'p95';
  roundQuantity?: { mode: 'half_up' | 'half_even' | 'up' | 'down'; scale: number };
  taxCategory?: string;
}

export interface CommitmentShape {
  amount: Decimal;
  components?: string[];
  period?: PeriodShape;
  fraction?: 'days' | 'none';
}

export interface PlanShape {
  key: string;
  period: PeriodShape;
  commitment?: CommitmentShape;
  components: ComponentShape[];
}

interface FactStamp {
  id?: string;
  at: When;
  recorded?: When;
}

export type FactShape = FactStamp &
  (
    | {
        do: 'start';
        plan: string;
        quantities?: Record<string, Decimal>;
        anchor?: AnchorShape;
        anchorOn?: string;
        trialUntil?: When | null;
      }
    | { do: 'quantity'; component: string; value: Decimal }
    | { do: 'item'; component: string; item: string; value: Decimal }
    | { do: 'plan'; plan: string; quantities?: Record<string, Decimal> }
    | { do: 'pause' }
    | { do: 'resume' }
    | { do: 'end' }
    | { do: 'discount'; percent: Decimal; until?: When | null; component?: string }
    | { do: 'anchor'; anchor: AnchorShape }
    | { do: 'void'; ref: string }
  );

export interface SubscriptionShape {
  id: string;
  timeline: FactShape[];
}

export interface PriceEntryShape {
  component: string;
  from: string;
  recorded?: When;
  correction?: boolean;
  price: PriceShape;
}

export interface UsageShape {
  id: string;
  subscription: string;
  meter: string;
  at: When;
  recorded?: When;
  value: Decimal;
}

export interface ItemShape {
  id: string;
  at: When;
  amount: Decimal;
  quantity?: Decimal;
  taxCategory?: string;
  every?: PeriodShape | null;
  until?: When | null;
}

export interface AccountShape {
  currency: string;
  digits?: number;
  timezone?: string;
  rounding?: 'half_up' | 'half_even';
  anchor?: AnchorShape;
  fullPeriod?: 'anchor' | 'edge';
  changes?: { upgrade?: string; downgrade?: string };
  changeDay?: 'new' | 'old';
  cancellationDay?: 'free' | 'billed';
  minimumStay?: 'P1D' | null;
  taxes?: Record<string, { percent: Decimal; name: string; from?: string }[]>;
  taxRounding?: 'document' | 'line';
  taxInclusive?: boolean;
  corrections?: 'credit_note' | 'lines';
  interim?: Decimal[];
  minimum?: { amount: Decimal; carry?: 'collection' | 'lines' | 'top_up' };
  books?: { closedUntil?: string | null; greatestAgeDays?: number | null };
  pools?: Record<string, Decimal>;
  balance?: Decimal;
  grants?: GrantShape[];
}

export interface GrantShape {
  id: string;
  amount: Decimal;
  at: When;
  priority?: number;
  expires?: When | null;
  scope?: string[] | null;
  kind?: 'discount' | 'voucher' | 'compensation';
}

export interface DiscountShape {
  id?: string;
  at: When;
  recorded?: When;
  amount: Decimal;
  items?: string[] | null;
  bound?: Decimal;
}

export interface QuoteDocument {
  version: 1;
  account: AccountShape;
  plans: PlanShape[];
  prices?: PriceEntryShape[];
  subscriptions: SubscriptionShape[];
  usage?: UsageShape[];
  items?: ItemShape[];
  credits?: { item: string; at: When; recorded?: When; amount: Decimal }[];
  discounts?: DiscountShape[];
  payments?: { at: When; amount: Decimal }[];
  refunds?: { at: When; amount: Decimal }[];
  billed?: unknown[];
  billedThrough?: string | null;
  waiting?: unknown[];
  runs: string[];
}

export interface AnswerLine {
  subscription: string | null;
  component: string | null;
  item: string | null;
  from: When;
  to: When;
  period?: { from: When; to: When } | null;
  window?: { from: When; to: When };
  fraction?: string | null;
  reason: string;
  exact?: string;
  exactAmount?: string;
  gross: Decimal;
  discount: Decimal;
  amount: Decimal;
  net: Decimal;
  before: Decimal;
  after: Decimal;
  tax: string;
  parts?: { tier?: number; units: string; amount: Decimal }[];
  adjusts?: {
    component: string;
    item: string | null;
    period: WindowShape | null;
    gross: Decimal;
    amount: Decimal;
    before: Decimal;
    after: Decimal;
  }[];
}

export interface WindowShape {
  from: When;
  to: When;
  full?: { from: When; to: When };
}

export interface AnswerInvoice {
  run: string;
  kind: 'invoice' | 'credit_note';
  lines: AnswerLine[];
  net: Decimal;
  taxes: { category: string; name: string; percent: Decimal; base: Decimal; amount: Decimal }[];
  tax: Decimal;
  total: Decimal;
  applied: { grant?: string; balance?: boolean; amount: Decimal }[];
  due: Decimal;
  collection?: 'carried';
}

export interface BilledCell {
  subscription: string | null;
  component: string | null;
  item: string | null;
  window: WindowShape | null;
  seq: number;
  gross: Decimal;
  net: Decimal;
}

export interface QuoteAnswer {
  invoices: AnswerInvoice[];
  billed: BilledCell[];
  billedThrough: string | null;
  waiting: {
    subscription: string | null;
    component: string;
    item: string | null;
    window: WindowShape | null;
    gross: Decimal;
    amount: Decimal;
  }[];
  discounts: { id: string; bound: Decimal }[];
  unbilled?: { id: string; reason: string }[];
  next?: string | null;
  owed: Decimal;
  balance: Decimal;
  grants: { id: string; left: Decimal }[];
}

export type AnswerQuote = (document: QuoteDocument) => QuoteAnswer;
