// Test support: facts of a timeline in one line each: fact('2024-01-21', 'quantity', { component: 'seat', value: '10' }).

import type { Fact } from '../domains/subscriptions/core/fact.ts';
import { parseDay } from '../kernel/calendar/civil.ts';
import { parseInstant } from '../kernel/calendar/instant.ts';
import { findZone } from '../kernel/calendar/zone.ts';
import { parseDecimal } from '../kernel/money/decimal.ts';
import type { Rational } from '../kernel/money/rational.ts';

export const utc = findZone('UTC')!;
export const day = (text: string): number => parseDay(text)!;
export const decimal = (text: string): Rational => parseDecimal(text)!;

/** A date is its midnight in UTC. */
export const moment = (text: string): number => (text.length === 10 ? utc.startOfDay(day(text)) : parseInstant(text)!);

const blank = {
  start: { plan: 'P', quantities: new Map(), anchor: null, anchorOn: null, trialUntil: null },
  plan: { plan: 'P', quantities: new Map() },
  quantity: { component: 'seat', value: decimal('1') },
  item: { component: 'seat', item: 'anna', value: decimal('1') },
  discount: { percent: decimal('10'), until: null, component: null },
  anchor: { anchor: { kind: 'start' } },
  void: { ref: '' },
  pause: {},
  resume: {},
  end: {},
} as const;

/** Recorded when it takes effect unless `more` says otherwise; the place in the list is the order of the calls. */
export function fact(at: string, kind: Fact['kind'], more: Readonly<Record<string, unknown>> & { recorded?: string } = {}): Fact {
  const { recorded, ...fields } = more;
  placed += 1;
  const base = { id: null, at: moment(at), recorded: moment(recorded ?? at), sequence: placed };
  return { ...base, kind, ...blank[kind], ...fields } as Fact;
}

let placed = 0;
