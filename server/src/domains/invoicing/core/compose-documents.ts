// Documents of one run for one account: charges on an invoice, credits on a credit note or together with them; taxes and totals.

import { add, fromInteger } from '../../../kernel/money/rational.ts';
import { splitByLargestRemainder } from '../../../kernel/money/split.ts';
import { cellId } from '../../rating/core/cell-key.ts';
import type { RatedLine } from '../../rating/core/engine.ts';
import { treatmentKey } from '../../tax/core/tax-table.ts';
import { type TaxableLine, type TaxOptions, type TaxTotal, taxTotals } from '../../tax/core/tax-totals.ts';

export interface ComposedDocument {
  readonly kind: 'invoice' | 'credit_note';
  readonly lines: readonly RatedLine[];
  /** Net of each line after grants of kind discount, in the lines' order. */
  readonly netLinesMinor: readonly bigint[];
  readonly taxes: readonly TaxTotal[];
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  /** Net and tax. Negative on a credit note. */
  readonly totalMinor: bigint;
}

export interface ComposeOptions {
  /** `credit_note`: credits on a document of their own (EU); `lines`: on the same document. */
  readonly corrections: 'credit_note' | 'lines';
  readonly tax: TaxOptions;
}

/** Reduces the taxable amount of an invoice's lines: what a grant of kind discount gives to each. */
export type TaxableReduction = (lines: readonly RatedLine[]) => readonly bigint[];

/** Credits come first, so that what they give back can pay the new invoice. */
export function composeDocuments(lines: readonly RatedLine[], options: ComposeOptions, reduce?: TaxableReduction): ComposedDocument[] {
  if (lines.length === 0) return [];
  if (options.corrections === 'lines') {
    const plain = compose('invoice', lines, options);
    if (plain.totalMinor < 0n) return [{ ...plain, kind: 'credit_note' }];
    return [reduce === undefined ? plain : compose('invoice', lines, options, reduce)];
  }
  const sums = adjustmentSums(lines);
  const beginning = beginningCells(lines);
  const isCredit = (line: RatedLine): boolean =>
    !(line.reason === 'credit' && beginning.has(cellId(line.key))) &&
    isBelowZero(line.reason === 'adjustment' ? sums.get(adjustmentKey(line))! : line);
  const credits = lines.filter(isCredit);
  const charges = lines.filter((line) => !isCredit(line));
  const documents: ComposedDocument[] = [];
  if (credits.length > 0) documents.push(compose('credit_note', credits, options));
  if (charges.length > 0) documents.push(compose('invoice', charges, options, reduce));
  return documents;
}

/** Cells of which nothing was billed before: a goodwill credit on one corrects no invoice and stands beside its charge. */
function beginningCells(lines: readonly RatedLine[]): Set<string> {
  const sums = new Map<string, bigint | null>();
  for (const line of lines) {
    const cell = cellId(line.key);
    const sum = sums.get(cell);
    if (sum === undefined) sums.set(cell, line.beforeMinor === 0n ? line.amountMinor : null);
    else if (sum !== null) sums.set(cell, sum + line.amountMinor);
  }
  return new Set([...sums].filter(([, sum]) => sum !== null && sum >= 0n).map(([cell]) => cell));
}

type Amount = Pick<RatedLine, 'amountMinor' | 'exact'>;

const isBelowZero = ({ amountMinor, exact }: Amount): boolean => amountMinor < 0n || (amountMinor === 0n && exact.n < 0n);

/** Adjustments of closed periods that are shown as one line: those of one subscription, or item, under one treatment. */
export function adjustmentKey(line: RatedLine): string {
  return JSON.stringify([line.key.subscription, line.key.subscription === null ? line.key.ref : '', treatmentKey(line.treatment)]);
}

/** They are on one document, whatever their signs. */
function adjustmentSums(lines: readonly RatedLine[]): Map<string, Amount> {
  const sums = new Map<string, Amount>();
  for (const line of lines) {
    if (line.reason !== 'adjustment') continue;
    const key = adjustmentKey(line);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, line);
    else sums.set(key, { amountMinor: sum.amountMinor + line.amountMinor, exact: add(sum.exact, line.exact) });
  }
  return sums;
}

function compose(
  kind: ComposedDocument['kind'],
  lines: readonly RatedLine[],
  options: ComposeOptions,
  reduce?: TaxableReduction,
): ComposedDocument {
  const reductions = reduce?.(lines);
  const taxable: TaxableLine[] = lines.map((line, index) => ({
    amountMinor: line.amountMinor - (reductions?.[index] ?? 0n),
    treatment: line.treatment,
  }));
  const totals = taxTotals(taxable, options.tax);
  return {
    kind,
    lines,
    netLinesMinor: totals.netLinesMinor,
    taxes: totals.taxes,
    netMinor: totals.netMinor,
    taxMinor: totals.taxMinor,
    totalMinor: totals.totalMinor,
  };
}

/** Spreads an amount over the positive lines it may reduce. */
export function spreadOverLines(amountMinor: bigint, linesMinor: readonly bigint[]): bigint[] {
  const positive = linesMinor.map((amount) => (amount > 0n ? amount : 0n));
  return splitByLargestRemainder(
    amountMinor,
    positive.map((amount) => fromInteger(amount)),
  );
}
