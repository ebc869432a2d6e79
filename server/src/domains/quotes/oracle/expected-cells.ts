// What must have been billed after the last run, cell by cell. No run before it is looked at, but for what fixed amounts took.
import { type Rational, ZERO } from '../../../kernel/money/rational.ts';
import { amountsOf, keyOfCell, spentInside } from './bound-amounts.ts';
import { cellTruths, horizonOf } from './cell-truths.ts';
import { type CellTruth, type ExpectedCell, roundingOf } from './expectation.ts';
import type { QuoteDocument } from './quote-shape.ts';

function isDetermined(truth: CellTruth, runDay: number): boolean {
  return !truth.charged || truth.dueOn! <= runDay;
}

/** `shares`: by cell, what fixed amounts took of it in all. */
export function expectedCells(document: QuoteDocument, lastRun: string, shares: ReadonlyMap<string, Rational> = new Map()): ExpectedCell[] {
  const rounding = roundingOf(document);
  const { runDay } = horizonOf(document, lastRun);
  const truths = cellTruths(document, lastRun);
  const shareOf = (truth: CellTruth) => shares.get(keyOfCell(truth)) ?? ZERO;
  const netOf = (truth: CellTruth) => amountsOf(truth, shareOf(truth), shareOf(truth), rounding).netMinor;
  return truths.map((truth) => {
    const { subscription, component, item, from, to } = truth;
    const spent = truth.kind === 'commitment' ? spentInside(truth, truths, netOf) : 0n;
    const inside = truth.kind === 'commitment' ? truths.filter((cell) => spentInside(truth, [cell], () => 1n) === 1n) : [];
    return {
      subscription,
      component,
      item,
      from,
      to,
      ...amountsOf(truth, shareOf(truth), shareOf(truth), rounding, spent),
      determined: isDetermined(truth, runDay) && inside.every((cell) => isDetermined(cell, runDay)),
    };
  });
}
