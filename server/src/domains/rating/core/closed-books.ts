// What is too old to be rated again: the difference of closed periods is one adjustment in the open period.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { add } from '../../../kernel/money/rational.ts';
import { firstStart } from '../../subscriptions/core/known-facts.ts';
import { treatmentKey } from '../../tax/core/tax-table.ts';
import type { AccountFacts, CellStep, RatedLine, Run, Terms } from './engine.ts';
import type { DueCell } from './step.ts';

/** Keeps the money of a step and tells it as an adjustment, where its period is closed and had been rated before. */
export type CloseBooks = (step: CellStep, cell: DueCell) => CellStep;

export function closeBooks(account: AccountFacts, run: Run): CloseBooks {
  const limit = closedThrough(account.terms, run.day);
  const openDay = Math.max(run.day, account.terms.closedUntil ?? run.day);
  const known = new Map<string | null, boolean>();
  const wasRated = (cell: DueCell): boolean => {
    if (cell.before !== null) return true;
    const { ratedThrough } = account;
    const { dueOn, key, kind } = cell.truth;
    if (ratedThrough === null || kind === 'extra_item' || dueOn === null || dueOn > ratedThrough) return false;
    let isKnown = known.get(key.subscription);
    if (isKnown === undefined) {
      isKnown = beganBy(account, key.subscription, ratedThrough);
      known.set(key.subscription, isKnown);
    }
    return isKnown;
  };
  return (step, cell) => (lastDayOf(cell) <= limit && wasRated(cell) ? adjusted(step, openDay) : step);
}

/** Windows that end by this day are closed. */
function closedThrough({ closedUntil, greatestAgeDays }: Terms, day: Day): Day {
  return Math.max(closedUntil ?? Number.NEGATIVE_INFINITY, greatestAgeDays === null ? Number.NEGATIVE_INFINITY : day - greatestAgeDays);
}

/** A single charge has no period: its day counts. */
function lastDayOf({ truth, before }: DueCell): Day {
  if (truth.key.window !== null) return truth.key.window.to;
  return [...truth.pieces, ...(before?.pieces ?? [])].reduce((last, piece) => Math.max(last, piece.to), Number.NEGATIVE_INFINITY);
}

/** A subscription that was told after the last run is billed for the first time, however old its periods are. */
function beganBy(account: AccountFacts, id: string | null, day: Day): boolean {
  const start = firstStart(account.subscriptions.find((one) => one.id === id)?.facts ?? []);
  return start !== null && account.terms.zone.dayOf(start.recorded) <= day;
}

/** One line for each treatment, dated in the open period. */
function adjusted(step: CellStep, openDay: Day): CellStep {
  const groups = new Map<string, RatedLine[]>();
  for (const line of step.lines) {
    const key = treatmentKey(line.treatment);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  let running = step.beforeMinor;
  const lines = [...groups.values()].map((group): RatedLine => {
    const amountMinor = sumOf(group, (line) => line.amountMinor);
    running += amountMinor;
    return {
      ...group[0]!,
      reason: 'adjustment',
      from: openDay,
      to: openDay + 1,
      instants: false,
      fraction: { n: 1n, d: 1n },
      old: null,
      new: null,
      parts: [],
      exact: group.map((line) => line.exact).reduce(add),
      grossMinor: sumOf(group, (line) => line.grossMinor),
      discountMinor: sumOf(group, (line) => line.discountMinor),
      amountMinor,
      beforeMinor: running - amountMinor,
      afterMinor: running,
    };
  });
  return { ...step, lines, inAdvance: false };
}

function sumOf(lines: readonly RatedLine[], pick: (line: RatedLine) => bigint): bigint {
  return lines.reduce((total, line) => total + pick(line), 0n);
}
