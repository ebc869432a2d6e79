// One expected cell, and what an expectation is computed for.
import type { QuoteDocument } from './quote-shape.ts';
import type { Story } from './replay.ts';

export interface ExpectedCell {
  readonly subscription: string | null;
  /** "P/seat"; "P/commitment"; null for an extra item. */
  readonly component: string | null;
  readonly item: string | null;
  /** Instants; both null where a cell has no window of its own (one-time). */
  readonly from: number | null;
  readonly to: number | null;
  readonly grossMinor: bigint;
  readonly netMinor: bigint;
  /** False where what earlier runs happened to know decides whether it is billed yet. */
  readonly determined: boolean;
}

export interface Horizon {
  /** First instant after the run's day. */
  readonly knownBefore: number;
  readonly runDay: number;
  readonly runStarts: number;
}

export interface Rounding {
  readonly digits: number;
  readonly mode: 'half_up' | 'half_even';
}

export function roundingOf(document: QuoteDocument): Rounding {
  return { digits: document.account.digits ?? 2, mode: document.account.rounding ?? 'half_up' };
}

/**
 * Whether a window in arrears is due although it is not over: service ended in it by the run's day and, as far as is known, for good.
 * Where it ended at the very first instant of the window the rules do not say.
 */
export function endedInside(story: Story, windowFrom: number, horizon: Horizon): boolean {
  const last = story.instants.at(-1);
  if (last === undefined || story.stateAt(last).inService || last >= horizon.knownBefore) return false;
  const ended = story.instants.findLast((instant) => story.stateAt(instant - 1).inService);
  return ended !== undefined && ended > windowFrom;
}
