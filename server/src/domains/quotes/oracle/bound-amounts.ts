// Amounts of one cell in minor units: what fixed amounts leave of it, credits, and what a commitment lacks; and how whole cents are shared.
import type { Rational } from '../../../kernel/money/rational.ts';
import { add, compare, divide, fromInteger, minimum, multiply, ONE, subtract } from '../../../kernel/money/rational.ts';
import type { CellLabel, CellTruth, Rounding } from './expectation.ts';
import { roundMinor } from './plain-number.ts';

export interface Amounts {
  readonly grossMinor: bigint;
  readonly netMinor: bigint;
}

export function keyOfCell({ subscription, component, item, from, to }: CellLabel): string {
  return `${subscription ?? ''} ${component ?? ''} ${item ?? ''} ${from ?? 'once'} ${to ?? ''}`;
}

/** Credits in whole units take what fixed amounts left, counted up to the next unit; those of a charge below zero take nothing. */
function creditedMinor(left: Rational, credits: readonly Rational[], digits: number): bigint {
  let room = roundMinor(left, digits, 'up');
  for (const credit of credits) {
    const wanted = roundMinor(credit, digits, 'down');
    if (room > 0n) room -= wanted < room ? wanted : room;
  }
  return roundMinor(left, digits, 'up') - room;
}

/** `share`: what fixed amounts take; `creditShare`: what they took before this run, by which credits are limited. */
export function amountsOf(truth: CellTruth, share: Rational, creditShare: Rational, rounding: Rounding, spent = 0n): Amounts {
  const round = (amount: Rational) => roundMinor(amount, rounding.digits, rounding.mode);
  if (!truth.charged) return { grossMinor: 0n, netMinor: 0n };
  if (truth.kind === 'commitment') {
    const promised = round(truth.net);
    const missing = promised > spent ? promised - spent : 0n;
    return { grossMinor: missing, netMinor: missing };
  }
  const creditMinor = creditedMinor(multiply(truth.net, subtract(ONE, creditShare)), truth.credits, rounding.digits);
  const credit = divide(fromInteger(creditMinor), fromInteger(10n ** BigInt(rounding.digits)));
  const netMinor = round(subtract(multiply(truth.net, subtract(ONE, share)), credit));
  return { grossMinor: round(subtract(truth.gross, credit)), netMinor: netMinor < 0n && creditMinor > 0n ? 0n : netMinor };
}

/** Rounded nets of the cells of a commitment's scope whose windows lie wholly inside. */
export function spentInside(commitment: CellTruth, cells: readonly CellTruth[], netOf: (cell: CellTruth) => bigint): bigint {
  return cells
    .filter((cell) => cell.subscription === commitment.subscription && commitment.scope!.includes(cell.component ?? ''))
    .filter((cell) => cell.from !== null && cell.to !== null && cell.from >= commitment.from! && cell.to <= commitment.to!)
    .reduce((total, cell) => total + netOf(cell), 0n);
}

/** Each part's whole units first; the units left go one by one to the greatest remainders, of equal ones to the first. */
export function shareOut(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  const parts = weights.map((weight) => (total * weight) / sum);
  const order = weights
    .map((weight, index) => ({ index, rest: (total * weight) % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const left = total - parts.reduce((all, part) => all + part, 0n);
  for (const { index } of order.slice(0, Number(left))) parts[index]! += 1n;
  return parts;
}

/** The share of a cell that a part of a fixed amount is, beside what was taken before. */
export function widened(share: Rational, partMinor: bigint, net: Rational, digits: number): Rational {
  if (net.n === 0n) return share;
  const taken = divide(divide(fromInteger(partMinor), fromInteger(10n ** BigInt(digits))), net);
  return minimum(ONE, add(share, taken));
}

export function isAbove(amount: bigint, digits: number, threshold: Rational): boolean {
  return compare(divide(fromInteger(amount), fromInteger(10n ** BigInt(digits))), threshold) >= 0;
}
