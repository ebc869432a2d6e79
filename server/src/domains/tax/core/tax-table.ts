// Tax rates by category and day. Several taxes may be due at once, told apart by name; a later entry of the same name replaces the earlier.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { equals, formatFraction, type Rational } from '../../../kernel/money/rational.ts';

export interface TaxRate {
  /** "VAT"; what the invoice prints. */
  readonly name: string;
  readonly percent: Rational;
  /** The first day it is in force; null since ever. */
  readonly fromDay: Day | null;
}

/** How an amount is taxed: its category and the rates in force when it was charged. Frozen with the charge. */
export interface TaxTreatment {
  readonly category: string;
  /** Empty: no tax. */
  readonly rates: readonly TaxRate[];
}

/** Entries by category, in any order. */
export type TaxTable = ReadonlyMap<string, readonly TaxRate[]>;

/** The rates in force on a day, one per name, in the order the names first appear. A category the table does not have is not taxed. */
export function ratesOn(table: TaxTable, category: string, day: Day): readonly TaxRate[] {
  const inForce = new Map<string, TaxRate>();
  for (const rate of table.get(category) ?? []) {
    if (rate.fromDay !== null && rate.fromDay > day) continue;
    const known = inForce.get(rate.name);
    if (!known || startOf(rate) >= startOf(known)) inForce.set(rate.name, rate);
  }
  return [...inForce.values()];
}

export function treatmentOn(table: TaxTable, category: string, day: Day): TaxTreatment {
  return { category, rates: ratesOn(table, category, day) };
}

/** Days after `from` and before `to` on which the treatment of a category changes, ascending. */
export function rateChangesWithin(table: TaxTable, category: string, from: Day, to: Day): readonly Day[] {
  const days = new Set<Day>();
  for (const { fromDay } of table.get(category) ?? []) if (fromDay !== null && fromDay > from && fromDay < to) days.add(fromDay);
  return [...days].sort((left, right) => left - right);
}

/** Whether two treatments may stand in one line and one tax group: same category, same names, same rates. */
export function isSameTreatment(left: TaxTreatment, right: TaxTreatment): boolean {
  if (left === right) return true;
  if (left.category !== right.category || left.rates.length !== right.rates.length) return false;
  return left.rates.every((rate, index) => {
    const other = right.rates[index]!;
    return rate === other || (rate.name === other.name && equals(rate.percent, other.percent));
  });
}

/** One text for all treatments that are the same. */
export function treatmentKey(treatment: TaxTreatment): string {
  return JSON.stringify([treatment.category, ...treatment.rates.map((rate) => [rate.name, formatFraction(rate.percent)])]);
}

function startOf(rate: TaxRate): number {
  return rate.fromDay ?? Number.NEGATIVE_INFINITY;
}
