// What explains a line, frozen with it: stretch, fraction, old and new state with their prices, parts, exact amount, the cell before and after.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatMinor } from '../../kernel/money/decimal.ts';
import { formatExact, formatFraction, isZero, ONE, subtract } from '../../kernel/money/rational.ts';
import type { StoredPrice } from '../pricelists/index.ts';
import type { LineState, RatedLine } from '../rating/index.ts';

export interface LineFacts {
  readonly subscription: string | null;
  /** The plan's name; null for items outside of plans. */
  readonly plan: string | null;
  /** Ref of the component or the commitment, or the item's id. */
  readonly component: string;
  readonly description: string;
  readonly unit: string | null;
  readonly item: string | null;
  readonly kind: 'recurring' | 'allocation' | 'metered' | 'one_time' | 'item' | 'commitment';
  readonly reason: RatedLine['reason'];
  readonly from: string;
  readonly to: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly fraction: string;
  readonly old: LineStateFacts | null;
  readonly new: LineStateFacts | null;
  readonly parts: readonly { readonly tier: number; readonly units: string; readonly amount: string }[];
  readonly exact: string;
  readonly before: string;
  readonly after: string;
  readonly rates: readonly { readonly name: string; readonly percent: string }[];
  /** What the source of an item said about it. */
  readonly source?: Readonly<Record<string, string>>;
}

export interface LineStateFacts {
  readonly quantity: string;
  readonly price: StoredPrice | null;
  /** Percent taken off, where there is any. */
  readonly discountPercent?: string;
}

/** What the catalog says of the thing that a line charges. */
export interface LineSubject {
  readonly plan: string | null;
  readonly description: string;
  readonly unit: string | null;
  readonly kind: LineFacts['kind'];
  readonly source: Readonly<Record<string, string>> | null;
}

export interface LineWords {
  readonly digits: number;
  subjectOf(line: RatedLine): LineSubject;
  priceOf(priceId: string): StoredPrice | null;
}

/** 11 of 31 days at 15.00: exact 165/31, from 15.00 to 20.32. */
export function lineFacts(line: RatedLine, words: LineWords): LineFacts {
  const subject = words.subjectOf(line);
  const { window } = line.key;
  return {
    subscription: line.key.subscription,
    plan: subject.plan,
    component: line.key.ref,
    description: subject.description,
    unit: subject.unit,
    item: line.key.item,
    kind: subject.kind,
    reason: line.reason,
    from: bound(line.from, line.instants),
    to: bound(line.to, line.instants),
    period:
      window === null
        ? null
        : window.hourly
          ? { from: formatInstant(window.fromInstant), to: formatInstant(window.toInstant) }
          : { from: formatDay(window.from), to: formatDay(window.to) },
    fraction: formatFraction(line.fraction),
    old: stateFacts(line.old, words),
    new: stateFacts(line.new, words),
    parts: line.parts.map((part) => ({ tier: part.tier, units: formatExact(part.units), amount: formatExact(part.amount) })),
    exact: formatFraction(line.exact),
    before: formatMinor(line.beforeMinor, words.digits),
    after: formatMinor(line.afterMinor, words.digits),
    rates: line.treatment.rates.map((rate) => ({ name: rate.name, percent: formatExact(rate.percent) })),
    ...(subject.source === null ? {} : { source: subject.source }),
  };
}

function bound(value: number, instants: boolean): string {
  return instants ? formatInstant(value) : formatDay(value);
}

function stateFacts(state: LineState | null, words: LineWords): LineStateFacts | null {
  if (state === null) return null;
  const off = subtract(ONE, state.factor);
  return {
    quantity: formatExact(state.quantity),
    price: words.priceOf(state.priceId),
    ...(isZero(off) ? {} : { discountPercent: formatExact({ n: off.n * 100n, d: off.d }) }),
  };
}
