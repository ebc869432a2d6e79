// The state that facts leave, stretch by stretch, and that state as days and seconds charge it.
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../kernel/calendar/civil.ts';
import { formatInstant } from '../../../kernel/calendar/instant.ts';
import { findZone } from '../../../kernel/calendar/zone.ts';
import { formatExact, ONE } from '../../../kernel/money/rational.ts';
import { decimal, fact, moment, utc } from '../../../testing/facts.ts';
import type { Plan } from '../../catalog/core/component.ts';
import { type DayRules, daySegments, instantSegments, MILLISECONDS_PER_DAY, overlaid } from './charged-segments.ts';
import type { Fact } from './fact.ts';
import { byEffect } from './known-facts.ts';
import { discountFactor, quantityIn, type Segment, timelineOf } from './timeline.ts';

const component = { key: 'seat', quantity: ONE, namedItems: false };
const plans = new Map(['P', 'Q', 'R'].map((key) => [key, { key, components: key === 'R' ? [] : [component] } as unknown as Plan] as const));
const timeline = (...facts: Fact[]): Segment[] => timelineOf([...facts].sort(byEffect), plans);
const seats = (value: string) => ({ quantities: new Map([['seat', decimal(value)]]) });
const set = (at: string, value: string) => fact(at, 'quantity', { value: decimal(value) });
const start = fact('2024-01-01', 'start', seats('5'));

function state({ state: { phase, plan, quantities, items, discounts, trial } }: Segment): string {
  const held = quantities.get('seat');
  const named = [...(items.get('seat') ?? [])].map(([name, value]) => ` ${name}=${formatExact(value)}`).join('');
  const off = discounts.length === 0 ? '' : ` ×${formatExact(discountFactor({ discounts } as never, 'seat', 'P/seat'))}`;
  return `${phase}${plan === null ? '' : ` ${plan}`}${held === undefined ? '' : ` ${formatExact(held)}`}${named}${off}${trial ? ' trial' : ''}`;
}
/** "01-21 active P 5": the day or instant a stretch begins, and its state. */
const shown = (segments: readonly Segment[]): string[] => segments.map((one) => `${formatInstant(one.from).slice(5, -10)} ${state(one)}`);
const shownDays = (segments: readonly Segment[]): string[] =>
  segments
    .filter((one) => one.state.phase === 'active')
    .map((one) => `${formatDay(one.from).slice(5)}–${Number.isFinite(one.to) ? formatDay(one.to).slice(5) : ''} ${state(one)}`);

describe('a timeline', () => {
  it.each<readonly [string, readonly Fact[], readonly string[]]>([
    ['is empty without facts', [], []],
    ['sets quantities, never adds', [start, set('2024-01-11', '7')], ['01-01 active P 5', '01-11 active P 7']],
    [
      'takes the later recorded of the same day',
      [start, fact('2024-01-11', 'quantity', { value: decimal('9'), recorded: '2024-01-20' }), set('2024-01-11', '7')],
      ['01-01 active P 5', '01-11 active P 9'],
    ],
    [
      'takes the later in the list when both were recorded then',
      [start, set('2024-01-11', '7'), set('2024-01-11', '8')],
      ['01-01 active P 5', '01-11 active P 8'],
    ],
    [
      'pauses and resumes',
      [start, fact('2024-01-11', 'pause'), fact('2024-01-21', 'resume')],
      ['01-01 active P 5', '01-11 paused P 5', '01-21 active P 5'],
    ],
    ['resumes nothing that is not paused', [start, fact('2024-01-21', 'resume')], ['01-01 active P 5', '01-21 active P 5']],
    [
      'forgets quantities at its end',
      [start, fact('2024-01-11', 'end'), fact('2024-01-21', 'start')],
      ['01-01 active P 5', '01-11 ended', '01-21 active P'],
    ],
    [
      'keeps what was set before a later start, unless it names it',
      [set('2023-12-20', '3'), fact('2024-01-05', 'start')],
      ['12-20 none 3', '01-05 active P 3'],
    ],
    ['lets a start name its own', [set('2023-12-20', '3'), start], ['12-20 none 3', '01-01 active P 5']],
    [
      'stays ended, whatever is said',
      [start, fact('2024-01-11', 'end'), set('2024-01-12', '9'), fact('2024-01-13', 'pause')],
      ['01-01 active P 5', '01-11 ended'],
    ],
    [
      'carries the quantity to a plan with the same key',
      [start, fact('2024-01-11', 'plan', { plan: 'Q' })],
      ['01-01 active P 5', '01-11 active Q 5'],
    ],
    ['drops what the new plan does not have', [start, fact('2024-01-11', 'plan', { plan: 'R' })], ['01-01 active P 5', '01-11 active R']],
    [
      'moves by a second start in service',
      [start, fact('2024-01-11', 'start', { plan: 'Q', ...seats('2') })],
      ['01-01 active P 5', '01-11 active Q 2'],
    ],
    [
      'moves nowhere out of service',
      [start, fact('2024-01-11', 'end'), fact('2024-01-12', 'plan', { plan: 'Q' })],
      ['01-01 active P 5', '01-11 ended'],
    ],
    [
      'counts named items',
      [
        start,
        fact('2024-01-11', 'item'),
        fact('2024-01-12', 'item', { item: 'bert', value: decimal('2') }),
        fact('2024-01-13', 'item', { value: decimal('0') }),
      ],
      ['01-01 active P 5', '01-11 active P 5 anna=1', '01-12 active P 5 anna=1 bert=2', '01-13 active P 5 bert=2'],
    ],
    [
      'multiplies discounts while both last',
      [start, fact('2024-01-11', 'discount', { until: moment('2024-01-21') }), fact('2024-01-16', 'discount', { percent: decimal('50') })],
      ['01-01 active P 5', '01-11 active P 5 ×0.9', '01-16 active P 5 ×0.45', '01-21 active P 5 ×0.5'],
    ],
    ['ends a trial', [fact('2024-01-01', 'start', { trialUntil: moment('2024-01-15') })], ['01-01 active P trial', '01-15 active P']],
  ])('%s', (_, facts, expected) => {
    expect(shown(timeline(...facts))).toEqual(expected);
  });

  it('keeps a discount to its component', () => {
    const [, discounted] = timeline(start, fact('2024-01-11', 'discount', { component: 'seat' }));
    expect(['seat', 'gb'].map((key) => formatExact(discountFactor(discounted!.state, key, `P/${key}`)))).toEqual(['0.9', '1']);
  });

  it('holds the component\u2019s own quantity where nothing is set, and no item that nobody named', () => {
    const [only] = timeline(fact('2024-01-01', 'start'));
    expect(quantityIn(only!.state, 'seat', null, ONE)).toBe(ONE);
    expect(quantityIn(only!.state, 'seat', 'anna', ONE)).toBeNull();
  });
});

describe('by days', () => {
  const rules: DayRules = { zone: utc, changeDay: 'new', cancellationDay: 'free', minimumStay: true };
  const changed = [start, set('2024-01-11T15:00:00Z', '7'), set('2024-01-11T18:00:00Z', '6')];
  const ended = [start, fact('2024-01-11T15:00:00Z', 'end')];
  const brief = [fact('2024-01-05T09:00:00Z', 'start', seats('5')), set('2024-01-05T10:00:00Z', '2'), fact('2024-01-05T11:00:00Z', 'end')];
  it.each<readonly [string, readonly Fact[], Partial<DayRules>, readonly string[]]>([
    ['the day of a change has its last state', changed, {}, ['01-01–01-11 active P 5', '01-11– active P 6']],
    ['or the state before', changed, { changeDay: 'old' }, ['01-01–01-12 active P 5', '01-12– active P 6']],
    [
      'a change at midnight counts from the next day then, too',
      [start, set('2024-01-11', '7')],
      { changeDay: 'old' },
      ['01-01–01-12 active P 5', '01-12– active P 7'],
    ],
    ['the first day has its first state', [fact('2024-01-01T22:00:00Z', 'start', seats('5'))], { changeDay: 'old' }, ['01-01– active P 5']],
    ['the day of an end is free', ended, {}, ['01-01–01-11 active P 5']],
    ['or billed', ended, { cancellationDay: 'billed' }, ['01-01–01-12 active P 5']],
    ['a start and an end on one day are a day, with the last state', brief, {}, ['01-05–01-06 active P 2']],
    ['or nothing without a minimum stay', brief, { minimumStay: false }, []],
    ['a billed day is not billed twice', brief, { cancellationDay: 'billed' }, ['01-05–01-06 active P 2']],
    [
      'a resumption is a beginning',
      [start, fact('2024-01-11', 'pause'), fact('2024-01-15T10:00:00Z', 'resume'), fact('2024-01-15T12:00:00Z', 'pause')],
      {},
      ['01-01–01-11 active P 5', '01-15–01-16 active P 5'],
    ],
    [
      'a plan move is none',
      [start, fact('2024-01-11T10:00:00Z', 'plan', { plan: 'Q' }), fact('2024-01-11T12:00:00Z', 'plan', { plan: 'P' })],
      {},
      ['01-01–01-11 active P 5', '01-11– active P 5'],
    ],
  ])('%s', (_, facts, some, expected) => {
    expect(shownDays(daySegments(timeline(...facts), { ...rules, ...some }))).toEqual(expected);
  });

  it('the days are those of the zone', () => {
    const zone = findZone('America/New_York')!;
    const segments = daySegments(timeline(fact('2024-01-02T03:00:00Z', 'start')), { ...rules, zone });
    expect(shownDays(segments)).toEqual(['01-01– active P']);
  });
});

describe('by seconds', () => {
  const hours = (segments: readonly Segment[]): string[] =>
    segments
      .filter((one) => one.state.phase === 'active')
      .map((one) => `${formatInstant(one.from).slice(5, 16)} ${Number.isFinite(one.to) ? (one.to - one.from) / 3_600_000 : '…'}`);
  const brief = [fact('2024-01-05T09:00:00Z', 'start'), fact('2024-01-05T11:00:00Z', 'end')];
  it.each<readonly [string, readonly Fact[], number, readonly string[]]>([
    ['a beginning is held for a day', brief, MILLISECONDS_PER_DAY, ['01-05T09:00 2', '01-05T11:00 22']],
    ['or not', brief, 0, ['01-05T09:00 2']],
    [
      'but never over the next beginning',
      [...brief, fact('2024-01-05T20:00:00Z', 'start')],
      MILLISECONDS_PER_DAY,
      ['01-05T09:00 2', '01-05T11:00 9', '01-05T20:00 …'],
    ],
    ['long service is held no longer', [fact('2024-01-05', 'start'), fact('2024-01-07', 'end')], MILLISECONDS_PER_DAY, ['01-05T00:00 48']],
  ])('%s', (_, facts, stay, expected) => {
    expect(hours(instantSegments(timeline(...facts), stay))).toEqual(expected);
  });
});

describe('one segment laid over others', () => {
  const at = (from: number, to: number): Segment => ({ from, to, state: timeline(start)[0]!.state });
  it.each<readonly [string, readonly Segment[], readonly (readonly [number, number])[]]>([
    [
      'cuts what it covers',
      [at(0, 10)],
      [
        [0, 4],
        [4, 6],
        [6, 10],
      ],
    ],
    [
      'swallows what lies inside',
      [at(0, 4), at(4, 5), at(5, 9)],
      [
        [0, 4],
        [4, 6],
        [6, 9],
      ],
    ],
    ['stands alone', [], [[4, 6]]],
    [
      'comes last',
      [at(0, 3)],
      [
        [0, 3],
        [4, 6],
      ],
    ],
    [
      'comes first',
      [at(7, 9)],
      [
        [4, 6],
        [7, 9],
      ],
    ],
  ])('%s', (_, segments, expected) => {
    expect(overlaid(segments, at(4, 6)).map(({ from, to }) => [from, to])).toEqual(expected);
  });
});
