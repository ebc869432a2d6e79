// Where usage stands, as tables: what bills it over time, how far runs have come, and why nothing bills the rest.
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../kernel/calendar/instant.ts';
import { ONE, ZERO } from '../../../kernel/money/rational.ts';
import { day, fact, utc } from '../../../testing/facts.ts';
import type { Component, Plan } from '../../catalog/core/component.ts';
import type { Terms } from '../../rating/core/engine.ts';
import { viewSubscription } from '../../rating/core/subscription-view.ts';
import { usageCover } from '../../rating/core/usage-cover.ts';
import type { Fact } from '../../subscriptions/core/fact.ts';
import { usagePlaces } from './usage-places.ts';

const terms: Terms = {
  currency: 'EUR',
  digits: 2,
  zone: utc,
  rounding: 'half_up',
  anchor: { kind: 'start' },
  fullPeriod: 'anchor',
  changes: { upgrade: 'at_once', downgrade: 'at_once' },
  changeDay: 'new',
  cancellationDay: 'free',
  minimumStay: true,
  interim: [],
  closedUntil: null,
  greatestAgeDays: null,
};

function metered(plan: string, key: string, changes: Partial<Component> = {}): Component {
  return {
    ref: `${plan}/${key}`,
    plan,
    key,
    kind: 'metered',
    timing: 'arrears',
    period: { unit: 'month', count: 1 },
    quantity: ONE,
    namedItems: false,
    pool: null,
    fraction: 'days',
    charge: 'time',
    partPeriods: 'by_days',
    priceChange: { kind: 'period' },
    inTrial: false,
    meter: 'gb',
    aggregate: 'sum',
    roundQuantity: null,
    taxCategory: 'standard',
    ...changes,
  };
}

const plan = (key: string, ...components: Component[]): Plan => ({
  key,
  period: { unit: 'month', count: 1 },
  commitment: null,
  components,
});

interface Story {
  readonly facts: readonly Fact[];
  readonly components?: readonly Component[];
  readonly meter?: string;
  /** Default: never billed, today is 10 February. */
  readonly billed?: string;
  readonly touched?: string;
  readonly parked?: boolean;
  readonly together?: boolean;
}

/** Every place in a line: from the first of January to the first of March. */
function places({
  facts,
  components = [metered('P', 'use')],
  meter = 'gb',
  billed,
  touched,
  parked = false,
  together = false,
}: Story): string[] {
  const plans = new Map([plan('P', ...components), plan('Q')].map((one) => [one.key, one]));
  const prices = { priceOn: () => null, changesWithin: () => [], priceById: () => null };
  const run = { day: day('2024-02-10'), knownBefore: Number.POSITIVE_INFINITY };
  const view = viewSubscription(facts, { terms, plans, prices, run });
  const cover = usageCover(view, { terms, plans, metersOf: (one) => new Set([one.meter ?? one.key]) }, meter);
  const marks = {
    billedThrough: billed === undefined ? null : day(billed),
    touchedFrom: touched === undefined ? null : day(touched),
    isParked: parked,
    usageFrom: null,
    today: day('2024-02-10'),
  };
  const instant = (at: number): string => (Number.isFinite(at) ? formatInstant(at).replace('T00:00:00Z', '').replace('2024-', '') : '…');
  return usagePlaces(cover, { from: day('2024-01-01'), to: day('2024-02-29') }, marks, terms, together ? 'together' : 'apart').map(
    ({ status, reason, taker, intervals, counted }) =>
      [
        intervals.map(({ from, to }) => `${instant(from)}–${instant(to)}`).join(' '),
        taker === null ? '' : `${taker.component.key}${taker.item === null ? '' : ` ${taker.item}`}`,
        `${status}${reason === null ? '' : ` ${reason}`}${counted ? '' : ', counted before'}`,
      ]
        .filter((text) => text !== '')
        .join('  '),
  );
}

const began = fact('2024-01-01', 'start');
const mid = fact('2024-01-16', 'start');

describe('what bills usage, and why nothing does', () => {
  it.each<[string, Story, string[]]>([
    ['nothing begun', { facts: [] }, ['…–…  unbilled before_start']],
    [
      'a start in the middle of nothing',
      { facts: [mid] },
      ['01-16–02-16  use  open period_running', '02-16–03-16  use  open period_running', '…–01-16  unbilled before_start'],
    ],
    [
      'a pause and an end: parts of one window stand together',
      { facts: [began, fact('2024-01-10', 'pause'), fact('2024-01-12', 'resume'), fact('2024-01-20T12:00:00Z', 'end')] },
      [
        '01-01–01-10 01-12–01-20T12:00:00Z  use  open waits_for_run',
        '…–01-01  unbilled before_start',
        '01-10–01-12  unbilled paused',
        '01-20T12:00:00Z–…  unbilled after_end',
      ],
    ],
    [
      'a trial, free but for what is charged in it',
      {
        facts: [fact('2024-01-01', 'start', { trialUntil: utc.startOfDay(day('2024-01-08')) }), fact('2024-02-01', 'end')],
        components: [metered('P', 'use'), metered('P', 'also', { inTrial: true })],
      },
      [
        '01-08–02-01  use  open waits_for_run',
        '01-01–01-08  also  open waits_for_run',
        '01-08–02-01  also  open waits_for_run, counted before',
        '…–01-01  unbilled before_start',
        '02-01–…  unbilled after_end',
      ],
    ],
    [
      'a trial, and nothing is charged in it',
      { facts: [fact('2024-01-01', 'start', { trialUntil: utc.startOfDay(day('2024-01-08')) }), fact('2024-02-01', 'end')] },
      [
        '01-08–02-01  use  open waits_for_run',
        '…–01-01  unbilled before_start',
        '01-01–01-08  unbilled in_trial',
        '02-01–…  unbilled after_end',
      ],
    ],
    [
      'a plan that does not measure the meter, and a move to it',
      { facts: [began, fact('2024-01-20', 'plan', { plan: 'Q' })] },
      ['01-01–01-20  use  open waits_for_run', '…–01-01  unbilled before_start', '01-20–…  unbilled meter_not_sold'],
    ],
    ['another meter', { facts: [began], meter: 'cpu' }, ['…–01-01  unbilled before_start', '01-01–…  unbilled meter_not_sold']],
    [
      'named items, of which none is held at first',
      {
        facts: [began, fact('2024-01-05', 'item', { component: 'use', item: 'web' }), fact('2024-02-01', 'end')],
        components: [metered('P', 'use', { namedItems: true, quantity: ZERO })],
      },
      [
        '01-05–02-01  use web  open waits_for_run',
        '…–01-01  unbilled before_start',
        '01-01–01-05  unbilled nothing_held',
        '02-01–…  unbilled after_end',
      ],
    ],
    [
      'a start that was taken back',
      { facts: [fact('2024-01-01', 'start', { id: 'x' }), fact('2024-01-02', 'void', { ref: 'x' })] },
      ['…–…  unbilled before_start'],
    ],
  ])('%s', (_, story, expected) => {
    expect(places(story)).toEqual(expected);
  });
});

describe('how far runs have come', () => {
  const open = '02-01–03-01  use  open period_running';
  const before = '…–01-01  unbilled before_start';
  it.each<[string, Story, string[]]>([
    ['never', { facts: [began] }, ['01-01–02-01  use  open waits_for_run', open, before]],
    ['within the first window', { facts: [began], billed: '2024-01-31' }, ['01-01–02-01  use  open waits_for_run', open, before]],
    ['on the day it was over', { facts: [began], billed: '2024-02-01' }, ['01-01–02-01  use  billed', open, before]],
    [
      'past it, and something late came in',
      { facts: [began], billed: '2024-02-05', touched: '2024-01-20' },
      ['01-01–02-01  use  open waits_for_run', open, before],
    ],
    [
      'past it, and a fact of the future is known',
      { facts: [began], billed: '2024-02-05', touched: '2024-02-20' },
      ['01-01–02-01  use  billed', open, before],
    ],
    [
      'set aside',
      { facts: [began], billed: '2024-02-01', parked: true },
      ['01-01–02-01  use  billed', open.replace('period_running', 'account_parked'), before],
    ],
    [
      'to the day on which service ended inside the window',
      { facts: [began, fact('2024-02-05T12:00:00Z', 'end')], billed: '2024-02-05' },
      ['01-01–02-01  use  billed', '02-01–02-05T12:00:00Z  use  billed', before, '02-05T12:00:00Z–…  unbilled after_end'],
    ],
    [
      'to that day, and late usage of it',
      { facts: [began, fact('2024-02-05T12:00:00Z', 'end')], billed: '2024-02-05', touched: '2024-02-05' },
      ['01-01–02-01  use  billed', '02-01–02-05T12:00:00Z  use  open waits_for_run', before, '02-05T12:00:00Z–…  unbilled after_end'],
    ],
    [
      'past several windows, which stand together when asked for',
      { facts: [fact('2023-11-01', 'start')], billed: '2024-02-05', together: true },
      ['2023-11-01–02-01  use  billed', '02-01–03-01  use  open period_running', '…–2023-11-01  unbilled before_start'],
    ],
    [
      'in hours: those of the run’s own day are looked at again the next day',
      { facts: [began], components: [metered('P', 'use', { period: { unit: 'hour', count: 1 } })], billed: '2024-02-05' },
      ['01-01–02-05  use  billed', '02-05–…  use  open waits_for_run', before],
    ],
  ])('%s', (_, story, expected) => {
    expect(places(story)).toEqual(expected);
  });
});
