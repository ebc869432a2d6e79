// One expected cell, and what an expectation is computed for.
import type { Rational } from '../../../kernel/money/rational.ts';
import type { QuoteDocument } from './quote-shape.ts';
import type { State, Story } from './replay.ts';

export interface CellLabel {
  readonly subscription: string | null;
  /** "P/seat"; "P/commitment"; null for an extra item. */
  readonly component: string | null;
  readonly item: string | null;
  /** Instants; both null where a cell has no window of its own (one-time). */
  readonly from: number | null;
  readonly to: number | null;
}

/** What a cell should cost before fixed amounts and credits, and when it is due, as far as is known on a run's day. */
export interface CellTruth extends CellLabel {
  readonly kind: 'component' | 'commitment' | 'extra_item';
  /** Exact, before and after percent discounts. Of a commitment the promise, and what of it is met must still be asked. */
  readonly gross: Rational;
  readonly net: Rational;
  /** Goodwill whose day lies in the window, in the document's order. */
  readonly credits: readonly Rational[];
  /** False where the facts know nothing of the cell. */
  readonly charged: boolean;
  /** Day; null where it is not charged. */
  readonly dueOn: number | null;
  readonly inAdvance: boolean;
  /** Of running usage: what it costs so far, without least amounts. */
  readonly soFar: { readonly gross: Rational; readonly net: Rational } | null;
  /** Last day, exclusive: of the window, or of a single charge and its credits. */
  readonly endDay: number;
  /** Of a commitment: the components whose cells inside meet it. */
  readonly scope: readonly string[] | null;
}

export interface ExpectedCell extends CellLabel {
  readonly grossMinor: bigint;
  readonly netMinor: bigint;
  /** False where what earlier runs happened to know decides whether it is billed yet. */
  readonly determined: boolean;
}

export interface Horizon {
  /** First instant after the run's day. */
  readonly knownBefore: number;
  readonly runDay: number;
}

export interface Rounding {
  readonly digits: number;
  readonly mode: 'half_up' | 'half_even';
}

export function roundingOf(document: QuoteDocument): Rounding {
  return { digits: document.account.digits ?? 2, mode: document.account.rounding ?? 'half_up' };
}

/** In arrears: when the window is over, or on the day on which what it charges was held for the last time, if that is inside. */
export function arrearsDueDay(
  story: Story,
  window: { readonly from: number; readonly to: number },
  holds: (state: State) => boolean,
): number {
  const { clock, instants } = story;
  const after = clock.dayOf(window.to);
  const last = instants.at(-1);
  if (last === undefined || holds(story.stateAt(last))) return after;
  const ended = instants.findLast((instant) => holds(story.stateAt(instant - 1)));
  return ended !== undefined && ended > window.from && ended < window.to ? clock.dayOf(ended) : after;
}
