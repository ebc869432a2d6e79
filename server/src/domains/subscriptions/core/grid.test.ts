// Grids: where periods begin, how a moved billing day cuts them, and what a part of a period is a part of.
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../kernel/calendar/civil.ts';
import { formatInstant } from '../../../kernel/calendar/instant.ts';
import type { Period } from '../../../kernel/calendar/period.ts';
import { findZone } from '../../../kernel/calendar/zone.ts';
import { day, fact, utc } from '../../../testing/facts.ts';
import { answerStory, type QuoteStory } from '../../../testing/quote-tables.ts';
import type { AnchorRule, Fact } from './fact.ts';
import { anchorFrom, anchorHistory, firstBoundaryOnOrAfter, type Grid, gridOf, lastBoundary, nextBoundary, windowsOf } from './grid.ts';

const month: Period = { unit: 'month', count: 1 };
const onDay = (dayOfMonth: number): AnchorRule => ({ kind: 'day', dayOfMonth });
const onDate = (text: string): AnchorRule => ({ kind: 'date', day: day(text) });

function gridFor(facts: readonly Fact[], period = month, rule: AnchorRule = { kind: 'start' }, zone = utc): Grid {
  return gridOf(period, anchorHistory(facts, rule, zone)!, zone);
}

/** First days of the windows that begin by a day, with the length of the whole period where one is cut. */
function windows(grid: Grid, since: string, until: string): string[] {
  return [...windowsOf(grid, day(since), day(until))].map((window) => {
    const cut = window.from === window.fullFrom && window.to === window.fullTo ? '' : ` of ${window.fullTo - window.fullFrom}`;
    return `${formatDay(window.from)} ${window.to - window.from}${cut}`;
  });
}

describe('the anchor', () => {
  it.each<readonly [string, AnchorRule, string, string]>([
    ['is the start', { kind: 'start' }, '2024-01-31', '2024-01-31'],
    ['is a written date, wherever it lies', onDate('2023-01-30'), '2024-02-16', '2023-01-30'],
    ['is the 13th on or after the start', onDay(13), '2024-01-13', '2024-01-13'],
    ['is the next 13th', onDay(13), '2024-01-14', '2024-02-13'],
    ['is the last of a short month for day 31', onDay(31), '2024-02-10', '2024-02-31'],
    ['crosses the year', onDay(1), '2023-12-02', '2024-01-01'],
  ])('%s', (_, rule, start, expected) => {
    const { year, month: inMonth, dayOfMonth } = anchorFrom(rule, day(start));
    expect([year, inMonth, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('-')).toBe(expected);
  });

  it('is that of the first recorded start, also where a later one is earlier', () => {
    const corrected = [fact('2024-01-10', 'start', { id: 'a' }), fact('2024-01-05', 'start', { recorded: '2024-01-20' })];
    expect(windows(gridFor(corrected), '2024-01-10', '2024-02-01')).toEqual(['2024-01-10 31']);
    const takenBack = [...corrected, fact('2024-01-10', 'void', { ref: 'a', recorded: '2024-01-20' })];
    expect(windows(gridFor(takenBack), '2024-01-10', '2024-02-01')).toEqual(['2024-01-10 31']);
  });

  it('is where the start says, before the account', () => {
    const grid = gridFor([fact('2024-01-10', 'start', { anchor: onDay(20), anchorOn: day('2024-03-01') })], month, onDay(5));
    expect(lastBoundary(grid, day('2024-01-25'))).toBe(day('2024-01-20'));
  });

  it('does not exist before a start', () => {
    expect(anchorHistory([fact('2024-01-01', 'pause')], { kind: 'start' }, utc)).toBeNull();
  });
});

describe('windows', () => {
  it.each<readonly [string, string, Period, AnchorRule, string, readonly string[]]>([
    [
      'keep counting from the 31st',
      '2024-01-31',
      month,
      { kind: 'start' },
      '2024-05-01',
      ['2024-01-31 29', '2024-02-29 31', '2024-03-31 30', '2024-04-30 31'],
    ],
    [
      'of a year from 29 February',
      '2024-02-29',
      { unit: 'year', count: 1 },
      { kind: 'start' },
      '2028-03-01',
      ['2024-02-29 365', '2025-02-28 365', '2026-02-28 365', '2027-02-28 366', '2028-02-29 365'],
    ],
    [
      'of a quarter take their phase from a date',
      '2024-02-16',
      { unit: 'month', count: 3 },
      onDate('2022-11-30'),
      '2024-06-01',
      ['2023-11-30 91', '2024-02-29 91', '2024-05-30 92'],
    ],
    ['hold the start inside', '2024-02-16', month, onDate('2023-01-30'), '2024-03-01', ['2024-01-30 30', '2024-02-29 30']],
    ['of two weeks', '2024-01-03', { unit: 'week', count: 2 }, { kind: 'start' }, '2024-01-20', ['2024-01-03 14', '2024-01-17 14']],
  ])('%s', (_, start, period, rule, until, expected) => {
    expect(windows(gridFor([fact(start, 'start')], period, rule), start, until)).toEqual(expected);
  });

  it('of hours begin at local midnight of the anchor and count real hours', () => {
    const berlin = findZone('Europe/Berlin')!;
    const grid = gridFor([fact('2024-03-30', 'start')], { unit: 'hour', count: 6 }, { kind: 'start' }, berlin);
    const found = [...windowsOf(grid, day('2024-03-31'), day('2024-03-31'))].map((window) => formatInstant(window.fromInstant));
    // The clock goes forward at 01:00 UTC: the day has 23 hours, the windows stay six.
    expect(found).toEqual(['2024-03-30T23:00:00Z', '2024-03-31T05:00:00Z', '2024-03-31T11:00:00Z', '2024-03-31T17:00:00Z']);
  });
});

describe('a moved billing day', () => {
  const start = fact('2024-01-13', 'start');
  const moved = (at: string, rule: AnchorRule, recorded = at): Grid => gridFor([start, fact(at, 'anchor', { anchor: rule, recorded })]);

  it('begins at the first old boundary on or after it, with a stub of the new period: 19 of 31', () => {
    expect(windows(moved('2024-03-01', onDay(1)), '2024-02-14', '2024-04-01')).toEqual([
      '2024-02-13 29',
      '2024-03-13 19 of 31',
      '2024-04-01 30',
    ]);
  });

  it('begins on its day where that is a boundary', () => {
    expect(windows(moved('2024-03-13', onDay(20)), '2024-03-13', '2024-03-20')).toEqual(['2024-03-13 7 of 29', '2024-03-20 31']);
  });

  it('never reaches back before it was known', () => {
    expect(windows(moved('2024-02-01', onDay(1), '2024-03-20'), '2024-03-01', '2024-05-01')).toEqual([
      '2024-02-13 29',
      '2024-03-13 31',
      '2024-04-13 18 of 30',
      '2024-05-01 31',
    ]);
  });

  it('may move twice, and back to the start', () => {
    const facts = [start, fact('2024-02-13', 'anchor', { anchor: onDay(1) }), fact('2024-04-01', 'anchor', { anchor: { kind: 'start' } })];
    expect(windows(gridFor(facts), '2024-02-13', '2024-04-20')).toEqual([
      '2024-02-13 17 of 29',
      '2024-03-01 31',
      '2024-04-01 12 of 31',
      '2024-04-13 30',
    ]);
  });

  describe('told twice', () => {
    const move = (at: string, rule: AnchorRule, recorded = at, id: string | null = null) =>
      fact(at, 'anchor', { anchor: rule, recorded, id });
    it.each<readonly [string, readonly Fact[], readonly string[]]>([
      [
        'takes the place of one that has not begun',
        [move('2024-02-20', onDay(1)), move('2024-03-01', onDay(20))],
        ['2024-02-13 29', '2024-03-13 7 of 29', '2024-03-20 31', '2024-04-20 30'],
      ],
      [
        'also on the day the first begins',
        [move('2024-02-20', onDay(1)), move('2024-03-13', onDay(20))],
        ['2024-02-13 29', '2024-03-13 7 of 29', '2024-03-20 31', '2024-04-20 30'],
      ],
      [
        'begins on the grid of the first where that has begun',
        [move('2024-02-20', onDay(1)), move('2024-03-14', onDay(20))],
        ['2024-02-13 29', '2024-03-13 19 of 31', '2024-04-01 19 of 31', '2024-04-20 30'],
      ],
      [
        'leaves the past alone, though it shall count from before the first',
        [move('2024-02-20', onDay(1)), move('2024-01-20', onDay(20), '2024-03-20')],
        ['2024-02-13 29', '2024-03-13 19 of 31', '2024-04-01 19 of 31', '2024-04-20 30'],
      ],
      [
        'gives way to one that was announced for later',
        [move('2024-04-25', onDay(1), '2024-02-01'), move('2024-02-20', onDay(20))],
        ['2024-02-13 29', '2024-03-13 7 of 29', '2024-03-20 31', '2024-04-20 30', '2024-05-20 12 of 31'],
      ],
      [
        'stays where it was when the first is taken back before it began',
        [move('2024-02-20', onDay(1), '2024-02-20', 'm'), move('2024-03-14', onDay(20)), fact('2024-03-01', 'void', { ref: 'm' })],
        ['2024-02-13 29', '2024-03-13 31', '2024-04-13 7 of 31', '2024-04-20 30'],
      ],
      [
        'in the same instant: the later told counts',
        [move('2024-02-20', onDay(1)), move('2024-02-20', onDay(20))],
        ['2024-02-13 29', '2024-03-13 7 of 29', '2024-03-20 31', '2024-04-20 30'],
      ],
    ])('%s', (_, moves, expected) => {
      expect(windows(gridFor([start, ...moves]), '2024-02-13', '2024-05-21').slice(0, expected.length)).toEqual(expected);
    });

    it('counts the first such day of a longer period from where it begins', () => {
      const quarterly = gridFor([start, move('2024-02-02', onDay(1))], { unit: 'month', count: 3 });
      expect(windows(quarterly, '2024-01-13', '2024-07-31')).toEqual(['2024-01-13 91', '2024-04-13 18 of 90', '2024-05-01 92']);
    });
  });

  it('is nothing once it is taken back', () => {
    const facts = [start, fact('2024-03-01', 'anchor', { id: 'm', anchor: onDay(1) }), fact('2024-03-02', 'void', { ref: 'm' })];
    expect(windows(gridFor(facts), '2024-03-13', '2024-04-01')).toEqual(['2024-03-13 31']);
  });

  it('has its own next and last boundaries', () => {
    const grid = moved('2024-03-01', onDay(1));
    const found = [
      nextBoundary(grid, day('2024-03-13')),
      lastBoundary(grid, day('2024-03-20')),
      firstBoundaryOnOrAfter(grid, day('2024-03-02')),
    ];
    expect(found.map(formatDay)).toEqual(['2024-04-01', '2024-03-13', '2024-03-13']);
  });
});

describe('the full period of a part', () => {
  const story = (fullPeriod: string, more: Partial<QuoteStory>): QuoteStory => ({
    account: { fullPeriod, anchor: '2012-01-30' },
    components: [{ key: 'base', price: { kind: 'flat', price: '403' } }],
    start: '2012-02-16',
    runs: ['2012-04-30'],
    ...more,
  });
  it.each([
    ['is the grid\u2019s', 'anchor', {}, ['13/30', '1', '1', '1']],
    ['is counted back from the end where service enters', 'edge', {}, ['13/31', '1', '1', '1']],
    [
      'is counted on from the beginning where service leaves',
      'edge',
      { start: '2012-01-30', timeline: [{ at: '2012-03-10', do: 'end' }] },
      ['1', '10/29'],
    ],
  ])('%s', (_, fullPeriod, more, expected) => {
    expect(answerStory(story(fullPeriod, more)).invoices.flatMap((invoice) => invoice.lines.map((line) => line.fraction))).toEqual(
      expected,
    );
  });
});
