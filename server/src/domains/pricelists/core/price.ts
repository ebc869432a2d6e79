// The numbers of a price: one of seven models, with what bounds them. Amounts are major units of the list's currency.
import type { Rational } from '../../../kernel/money/rational.ts';

export type PriceKind = 'flat' | 'unit' | 'graduated' | 'volume' | 'package' | 'percentage' | 'capacity';

export interface Tier {
  /** Inclusive upper bound in units; null has no end. */
  readonly upTo: Rational | null;
  readonly price: Rational;
  readonly flat: Rational;
  /** Units a price is for; started blocks count whole. Null: per single unit, fractions allowed. */
  readonly per: Rational | null;
  /** Percent, for `percentage`. */
  readonly rate: Rational | null;
  /** Greatest totals by meter, for `capacity`. */
  readonly limits: ReadonlyMap<string, Rational> | null;
}

export interface Price {
  readonly kind: PriceKind;
  readonly price: Rational;
  readonly per: Rational | null;
  readonly tiers: readonly Tier[];
  readonly flatAtZero: boolean;
  /** Package size and free units. */
  readonly size: Rational | null;
  readonly free: Rational;
  /** Percent of an event's value. */
  readonly rate: Rational;
  readonly fixed: Rational;
  readonly freeEvents: number | null;
  readonly freeAmount: Rational | null;
  readonly freeOn: 'event' | 'total';
  readonly minEach: Rational | null;
  readonly maxEach: Rational | null;
  /** Units. */
  readonly included: Rational;
  readonly maximum: Rational | null;
  /** Amounts of a period. */
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/** A price as one list states it, from a day on. */
export interface PriceEntry {
  /** Stable reference shown in explanations. */
  readonly id: string;
  readonly component: string;
  /** Null: since ever (the plan's own price). */
  readonly fromDay: number | null;
  readonly recorded: number;
  readonly correction: boolean;
  readonly price: Price;
  readonly seller: string | null;
  readonly audience: 'resellers' | 'companies' | null;
  /** The buyer an override is for; null on the global list. */
  readonly buyer: string | null;
}
