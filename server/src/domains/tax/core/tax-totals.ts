// Tax of a document's lines. Exclusive: 99.99 at 19 % is 19.00 on top. Inclusive: 9.99 stays 9.99, of which base 8.39 and tax 1.60.
// Groups are by treatment, so a credit at an old rate is never mixed with charges at the new one (EN 16931, BG-23).
import {
  add,
  divide,
  fromInteger,
  multiply,
  ONE,
  type Rational,
  type RoundingMode,
  rational,
  roundToInteger,
  sum,
} from '../../../kernel/money/rational.ts';
import { roundToTotal, splitByLargestRemainder } from '../../../kernel/money/split.ts';
import { type TaxTreatment, treatmentKey } from './tax-table.ts';

export interface TaxableLine {
  /** Without tax, or with it where prices are inclusive. A credit is negative. */
  readonly amountMinor: bigint;
  readonly treatment: TaxTreatment;
}

export interface TaxOptions {
  /** Where tax is rounded: once per document, category and rate, or on every line. */
  readonly rounding: 'document' | 'line';
  readonly inclusive: boolean;
  /** Both round a credit as they round its charge. */
  readonly mode: Extract<RoundingMode, 'half_up' | 'half_even'>;
}

export interface TaxTotal {
  readonly category: string;
  readonly name: string;
  readonly percent: Rational;
  readonly baseMinor: bigint;
  readonly amountMinor: bigint;
}

export interface TaxTotals {
  /** Net of each line, in the lines' order; their sum is `netMinor`. */
  readonly netLinesMinor: readonly bigint[];
  /** One per group and rate, in the order of first appearance. */
  readonly taxes: readonly TaxTotal[];
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  /** net + tax. */
  readonly totalMinor: bigint;
}

/** Lines of one treatment: those to be totalled, with their places, and those stated by earlier documents. */
interface Group {
  readonly treatment: TaxTreatment;
  readonly indices: number[];
  readonly amounts: bigint[];
  readonly stated: bigint[];
}

interface GroupTax {
  readonly baseMinor: bigint;
  /** In the order of the treatment's rates. */
  readonly taxesMinor: readonly bigint[];
}

/**
 * `stated` are the lines of earlier documents that these lines correct: then the answer is the total of all so far less what was stated,
 * so that crediting an invoice bit by bit gives back exactly its tax and never a cent more.
 */
export function taxTotals(lines: readonly TaxableLine[], options: TaxOptions, stated: readonly TaxableLine[] = []): TaxTotals {
  const netLinesMinor = lines.map(() => 0n);
  const taxes: TaxTotal[] = [];
  let netMinor = 0n;
  let taxMinor = 0n;
  for (const group of groupByTreatment(lines, stated)) {
    const { baseMinor, taxesMinor } = groupTax(group, options);
    const netLines = netLinesOf(group, baseMinor, options);
    group.indices.forEach((line, position) => {
      netLinesMinor[line] = netLines[position]!;
    });
    netMinor += baseMinor;
    for (const [index, rate] of group.treatment.rates.entries()) {
      const amountMinor = taxesMinor[index]!;
      taxMinor += amountMinor;
      taxes.push({ category: group.treatment.category, name: rate.name, percent: rate.percent, baseMinor, amountMinor });
    }
  }
  return { netLinesMinor, taxes, netMinor, taxMinor, totalMinor: netMinor + taxMinor };
}

function groupByTreatment(lines: readonly TaxableLine[], stated: readonly TaxableLine[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const [index, { amountMinor, treatment }] of lines.entries()) {
    const key = treatmentKey(treatment);
    let group = groups.get(key);
    if (!group) {
      group = { treatment, indices: [], amounts: [], stated: [] };
      groups.set(key, group);
    }
    group.indices.push(index);
    group.amounts.push(amountMinor);
  }
  for (const { amountMinor, treatment } of stated) groups.get(treatmentKey(treatment))?.stated.push(amountMinor);
  return [...groups.values()];
}

function groupTax({ treatment, amounts, stated }: Group, options: TaxOptions): GroupTax {
  const taxOf = options.inclusive ? inclusiveTax : exclusiveTax;
  if (stated.length === 0) return taxOf(treatment, amounts, options);
  const before = taxOf(treatment, stated, options);
  const after = taxOf(treatment, [...stated, ...amounts], options);
  return {
    baseMinor: after.baseMinor - before.baseMinor,
    taxesMinor: after.taxesMinor.map((tax, index) => tax - before.taxesMinor[index]!),
  };
}

/** Whole, or line by line. */
function rounded(amounts: readonly bigint[], rounding: TaxOptions['rounding']): readonly bigint[] {
  return rounding === 'line' ? amounts : [total(amounts)];
}

function exclusiveTax(treatment: TaxTreatment, amounts: readonly bigint[], { rounding, mode }: TaxOptions): GroupTax {
  const bases = rounded(amounts, rounding);
  const taxesMinor = treatment.rates.map((rate) => {
    const factor = rational(rate.percent.n, rate.percent.d * 100n);
    return total(bases.map((base) => roundToInteger(multiply(fromInteger(base), factor), mode)));
  });
  return { baseMinor: total(amounts), taxesMinor };
}

/** Several taxes share what lies between gross and base by their rates, so that gross stays gross. */
function inclusiveTax(treatment: TaxTreatment, amounts: readonly bigint[], { rounding, mode }: TaxOptions): GroupTax {
  const netFactor = netFactorOf(treatment);
  const percents = treatment.rates.map((rate) => rate.percent);
  const taxesMinor = percents.map(() => 0n);
  let baseMinor = 0n;
  for (const gross of rounded(amounts, rounding)) {
    const base = roundToInteger(multiply(fromInteger(gross), netFactor), mode);
    baseMinor += base;
    splitByLargestRemainder(gross - base, percents).forEach((part, index) => {
      taxesMinor[index]! += part;
    });
  }
  return { baseMinor, taxesMinor };
}

function netLinesOf({ treatment, amounts }: Group, baseMinor: bigint, { inclusive, rounding, mode }: TaxOptions): readonly bigint[] {
  if (!inclusive) return amounts;
  const netFactor = netFactorOf(treatment);
  const exact = amounts.map((amount) => multiply(fromInteger(amount), netFactor));
  return rounding === 'line' ? exact.map((amount) => roundToInteger(amount, mode)) : roundToTotal(exact, baseMinor);
}

/** 1 / (1 + the sum of the rates). */
function netFactorOf(treatment: TaxTreatment): Rational {
  const percent = sum(treatment.rates.map((rate) => rate.percent));
  return divide(ONE, add(ONE, rational(percent.n, percent.d * 100n)));
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((whole, amount) => whole + amount, 0n);
}
