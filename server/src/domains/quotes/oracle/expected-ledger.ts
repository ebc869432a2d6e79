// The runs of a document one after another, each looking at every cell from the first day on: what each bills of each cell, by nothing but
// what the facts known then cost and what was billed before. Slow, and without any notion of which windows a fact may have touched.
import { type Rational, ZERO } from '../../../kernel/money/rational.ts';
import { type Amounts, amountsOf, isAbove, keyOfCell, shareOut, spentInside, widened } from './bound-amounts.ts';
import { cellTruths, horizonOf } from './cell-truths.ts';
import { type CellTruth, type Horizon, type Rounding, roundingOf } from './expectation.ts';
import { decimal, roundMinor } from './plain-number.ts';
import type { QuoteDocument } from './quote-shape.ts';
import { wallClock } from './wall-clock.ts';

export interface LedgerCell extends Amounts {
  readonly truth: CellTruth;
  readonly share: Rational;
}

export interface LedgerStep {
  readonly truth: CellTruth;
  readonly before: Amounts;
  readonly after: Amounts;
  /** Of closed books, and rated before: an adjustment. */
  readonly adjusted: boolean;
}

export interface Ledger {
  readonly cells: ReadonlyMap<string, LedgerCell>;
  readonly runs: readonly { readonly run: string; readonly steps: ReadonlyMap<string, LedgerStep> }[];
  /** By the discount's place in the document: how much of it is bound. */
  readonly bound: readonly bigint[];
}

const NOTHING: Amounts = { grossMinor: 0n, netMinor: 0n };

interface Candidate {
  readonly truth: CellTruth;
  readonly before: LedgerCell | undefined;
  share: Rational;
}

export function expectedLedger(document: QuoteDocument): Ledger {
  const rounding = roundingOf(document);
  const cells = new Map<string, LedgerCell>();
  const bound = (document.discounts ?? []).map(() => 0n);
  let lastRunDay: number | null = null;
  const runs = document.runs.map((run) => {
    const horizon = horizonOf(document, run);
    const truths = cellTruths(document, run);
    const charges = candidatesOf(truths, cells, horizon);
    charges.push(...interimCells(document, truths, cells, rounding));
    bindAll(document, charges, bound, horizon, rounding);
    const shares = new Map(charges.map(({ truth, share }) => [keyOfCell(truth), share]));
    const shareOf = (truth: CellTruth) => shares.get(keyOfCell(truth)) ?? cells.get(keyOfCell(truth))?.share ?? ZERO;
    const netOf = (truth: CellTruth) => amountsOf(truth, shareOf(truth), creditShare(cells, truth), rounding).netMinor;
    const steps = new Map<string, LedgerStep>();
    const keep = ({ truth, before, share }: Candidate): void => {
      const spent = truth.kind === 'commitment' && truth.charged ? spentInside(truth, truths, netOf) : 0n;
      const after = amountsOf(truth, share, before?.share ?? ZERO, rounding, spent);
      // What comes to nothing, exactly, is not billed: a first zero leaves no trace.
      if (!before && isNothing(truth, after) && share.n === 0n) return;
      const adjusted = isClosed(document, truth, before, horizon) && wasRated(document, truth, before, lastRunDay);
      steps.set(keyOfCell(truth), { truth, before: before ?? NOTHING, after, adjusted });
      cells.set(keyOfCell(truth), { ...after, truth, share });
    };
    for (const charge of charges) keep(charge);
    for (const commitment of candidatesOf(truths, cells, horizon, 'commitments')) keep(commitment);
    lastRunDay = horizon.runDay;
    return { run, steps };
  });
  return { cells, runs, bound };
}

function isNothing(truth: CellTruth, after: Amounts): boolean {
  return truth.kind === 'commitment' ? after.netMinor === 0n : truth.gross.n === 0n;
}

function creditShare(cells: ReadonlyMap<string, LedgerCell>, truth: CellTruth): Rational {
  return cells.get(keyOfCell(truth))?.share ?? ZERO;
}

/** Due cells, those in advance that were billed, and what was billed and is charged no more. */
function candidatesOf(
  truths: readonly CellTruth[],
  cells: ReadonlyMap<string, LedgerCell>,
  horizon: Horizon,
  which: 'commitments' | 'others' = 'others',
): Candidate[] {
  const isMeant = (truth: CellTruth) => (truth.kind === 'commitment') === (which === 'commitments');
  const known = new Set(truths.map(keyOfCell));
  const due = truths.filter(isMeant).flatMap((truth) => {
    const before = cells.get(keyOfCell(truth));
    const isDue = truth.charged && truth.dueOn! <= horizon.runDay;
    const isFollowed = before !== undefined && (truth.inAdvance || !truth.charged);
    return isDue || isFollowed ? [{ truth, before, share: before?.share ?? ZERO }] : [];
  });
  const vanished = [...cells.entries()].flatMap(([key, before]) => {
    if (known.has(key) || !isMeant(before.truth)) return [];
    const truth = { ...before.truth, charged: false, credits: [], dueOn: null, endDay: before.truth.endDay };
    return [{ truth, before, share: before.share }];
  });
  return [...due, ...vanished];
}

/** Running usage where a threshold is reached that what was billed of it has not. */
function interimCells(
  document: QuoteDocument,
  truths: readonly CellTruth[],
  cells: ReadonlyMap<string, LedgerCell>,
  rounding: Rounding,
): Candidate[] {
  const running = truths.filter(({ soFar }) => soFar !== null).map((truth) => ({ ...truth, ...truth.soFar! }));
  const share = (truth: CellTruth) => creditShare(cells, truth);
  const soFar = running.reduce((total, truth) => total + amountsOf(truth, share(truth), share(truth), rounding).netMinor, 0n);
  const billed = running.reduce((total, truth) => total + (cells.get(keyOfCell(truth))?.netMinor ?? 0n), 0n);
  const isReached = (document.account.interim ?? []).some(
    (threshold) => isAbove(soFar, rounding.digits, decimal(threshold)) && !isAbove(billed, rounding.digits, decimal(threshold)),
  );
  return isReached ? running.map((truth) => ({ truth, before: cells.get(keyOfCell(truth)), share: share(truth) })) : [];
}

function nameOf({ kind, component, item }: CellTruth): string {
  return (kind === 'extra_item' ? item : component) ?? '';
}

function inOrder(a: CellTruth, b: CellTruth): number {
  const names = (cell: CellTruth) => [cell.subscription ?? '', nameOf(cell), cell.kind === 'extra_item' ? '' : (cell.item ?? '')];
  const from = (cell: CellTruth) => cell.from ?? Number.NEGATIVE_INFINITY;
  if (from(a) !== from(b)) return from(a) - from(b);
  return names(a).join('\n') < names(b).join('\n') ? -1 : 1;
}

function bindAll(document: QuoteDocument, charges: readonly Candidate[], bound: bigint[], horizon: Horizon, rounding: Rounding): void {
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const waiting = (document.discounts ?? [])
    .map((discount, place) => ({ ...discount, place, day: clock.read(discount.at), told: clock.read(discount.recorded ?? discount.at) }))
    .filter(({ day, told }) => day < horizon.knownBefore && told < horizon.knownBefore)
    .sort((a, b) => a.day - b.day || a.told - b.told || a.place - b.place);
  for (const { place, amount, items } of waiting) {
    const left = roundMinor(decimal(amount), rounding.digits, 'down') - bound[place]!;
    const billing = charges
      .filter(({ truth }) => !items || items.includes(nameOf(truth)))
      .map((charge) => {
        const should = amountsOf(charge.truth, charge.share, charge.before?.share ?? ZERO, rounding).netMinor;
        return { charge, more: should - (charge.before?.netMinor ?? 0n) };
      })
      .filter(({ more }) => more > 0n)
      .sort((a, b) => inOrder(a.charge.truth, b.charge.truth));
    const available = billing.reduce((total, { more }) => total + more, 0n);
    const amountMinor = left < available ? left : available;
    if (amountMinor <= 0n) continue;
    const parts = shareOut(
      amountMinor,
      billing.map(({ more }) => more),
    );
    billing.forEach(({ charge }, index) => {
      charge.share = widened(charge.share, parts[index]!, charge.truth.net, rounding.digits);
    });
    bound[place]! += amountMinor;
  }
}

/** A window by its end; a single charge by the last day of what it is and was. */
function isClosed(document: QuoteDocument, truth: CellTruth, before: LedgerCell | undefined, horizon: Horizon): boolean {
  const { closedUntil = null, greatestAgeDays = 400 } = document.account.books ?? {};
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const end = truth.to === null ? Math.max(truth.endDay, before?.truth.endDay ?? Number.NEGATIVE_INFINITY) : truth.endDay;
  if (closedUntil !== null && end <= clock.readDay(closedUntil)) return true;
  return greatestAgeDays !== null && end <= horizon.runDay - greatestAgeDays;
}

function wasRated(document: QuoteDocument, truth: CellTruth, before: LedgerCell | undefined, lastRunDay: number | null): boolean {
  if (before) return true;
  if (lastRunDay === null || truth.kind === 'extra_item' || truth.dueOn === null || truth.dueOn > lastRunDay) return false;
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const { timeline } = document.subscriptions.find(({ id }) => id === truth.subscription)!;
  return timeline.some((fact) => fact.do === 'start' && clock.readDay(fact.recorded ?? fact.at) <= lastRunDay);
}
