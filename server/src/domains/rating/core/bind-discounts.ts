// Fixed discounts: bound, at the first run on or after their day, to the cells billed by that run, and a share of them from then on.
import { add, divide, fromInteger, isZero, minimum, ONE, powerOfTen, type Rational, toMinor } from '../../../kernel/money/rational.ts';
import { splitByLargestRemainder } from '../../../kernel/money/split.ts';
import type { AccountFacts, FixedDiscount, Run } from './engine.ts';
import { roundedNet } from './single-truths.ts';
import { type DueCell, shareOf } from './step.ts';
import { type Truth, totalOf } from './truth.ts';

export interface BoundDiscounts {
  /** Share of the net by cell id, for every cell this run bills. */
  readonly shares: Map<string, Rational>;
  readonly bound: readonly { readonly id: string; readonly amountMinor: bigint }[];
}

/** A discount of 10.00 over cells of 15.00 and 5.00: 7.50 and 2.50. */
export function bindDiscounts(account: AccountFacts, cells: readonly DueCell[], run: Run): BoundDiscounts {
  const shares = new Map(cells.map((cell) => [cell.truth.id, shareOf(cell)]));
  const bound: { id: string; amountMinor: bigint }[] = [];
  const endOfDay = account.terms.zone.startOfDay(run.day + 1);
  const pending = account.fixedDiscounts
    .filter((discount) => discount.recorded < run.knownBefore && discount.at < endOfDay)
    .sort((a, b) => a.at - b.at || a.recorded - b.recorded);
  for (const discount of pending) {
    const amountMinor = bindOne(account, discount, cells, shares);
    if (amountMinor > 0n) bound.push({ id: discount.id, amountMinor });
  }
  return { shares, bound };
}

function bindOne(account: AccountFacts, discount: FixedDiscount, cells: readonly DueCell[], shares: Map<string, Rational>): bigint {
  const { digits, rounding } = account.terms;
  const left = toMinor(discount.amount, digits, 'down') - discount.boundMinor;
  if (left <= 0n) return 0n;
  const billed = cells
    .filter((cell) => cell.truth.kind !== 'commitment' && (discount.items === null || discount.items.includes(cell.truth.key.ref)))
    .map((cell) => {
      const share = shares.get(cell.truth.id)!;
      const should = roundedNet(cell.truth.pieces, share, digits, rounding);
      return { cell, share, minor: should - (cell.before?.netMinor ?? 0n) };
    })
    .filter((entry) => entry.minor > 0n)
    .sort((a, b) => inOrder(a.cell.truth, b.cell.truth));
  const available = billed.reduce((total, entry) => total + entry.minor, 0n);
  let amount = left;
  if (available < amount) amount = available;
  if (amount <= 0n) return 0n;
  const parts = splitByLargestRemainder(
    amount,
    billed.map((entry) => fromInteger(entry.minor)),
  );
  billed.forEach((entry, index) => {
    const base = totalOf(
      entry.cell.truth.pieces.filter((piece) => piece.credit === null),
      (piece) => piece.net,
    );
    if (isZero(base)) return;
    const taken = divide({ n: parts[index]!, d: powerOfTen(digits) }, base);
    shares.set(entry.cell.truth.id, minimum(ONE, add(entry.share, taken)));
  });
  return amount;
}

/** Which cell a cent that cannot be divided goes to must not depend on the order of the facts. */
function inOrder(a: Truth, b: Truth): number {
  const from = ({ key }: Truth): number => key.window?.fromInstant ?? Number.NEGATIVE_INFINITY;
  const [first, second] = [from(a), from(b)];
  return first === second ? (a.id < b.id ? -1 : 1) : first - second;
}
