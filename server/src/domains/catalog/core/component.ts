// A component of a plan version: what is sold, how it is counted and when it is billed. Numbers of money live in price lists.
import type { Period } from '../../../kernel/calendar/period.ts';
import type { Rational, RoundingMode } from '../../../kernel/money/rational.ts';

export type ComponentKind = 'one_time' | 'recurring' | 'allocation' | 'metered';
export type FractionRule = 'days' | 'seconds' | 'days30' | 'none';
export type AllocationCharge = 'time' | 'day_max' | 'max' | 'end';
export type Aggregation = 'sum' | 'count' | 'max' | 'last' | 'unique' | 'time' | 'p95';
/** When a new price reaches a running subscription; `until` keeps the first window's price up to that day. */
export type PriceChange = { readonly kind: 'period' } | { readonly kind: 'at_once' } | { readonly kind: 'until'; readonly day: number };
export type QuantityRounding = { readonly mode: RoundingMode; readonly step: Rational };

export interface Component {
  /** Unique among all plan versions, "P/seat" in a quote; the key of the cell. */
  readonly ref: string;
  readonly plan: string;
  readonly key: string;
  readonly kind: ComponentKind;
  readonly timing: 'advance' | 'arrears';
  readonly period: Period;
  /** Quantity held where no fact names another. */
  readonly quantity: Rational;
  /** Counted by named items alone. */
  readonly namedItems: boolean;
  readonly pool: string | null;
  readonly fraction: FractionRule;
  readonly charge: AllocationCharge;
  readonly partPeriods: 'by_days' | 'whole';
  readonly priceChange: PriceChange;
  readonly inTrial: boolean;
  readonly meter: string | null;
  readonly aggregate: Aggregation;
  readonly roundQuantity: QuantityRounding | null;
  readonly taxCategory: string;
}

export interface Commitment {
  readonly amount: Rational;
  /** Keys of the plan's components in scope; null is all. */
  readonly components: readonly string[] | null;
  readonly period: Period;
  readonly fraction: 'days' | 'none';
}

export interface Plan {
  /** Unique key of the plan version. */
  readonly key: string;
  readonly period: Period;
  readonly commitment: Commitment | null;
  readonly components: readonly Component[];
}
