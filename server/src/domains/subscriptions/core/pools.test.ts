// Pools as a table of cases: what is held over time, and what no longer fits.
import { describe, expect, it } from 'vitest';
import { formatExact } from '../../../kernel/money/rational.ts';
import { decimal, fact, moment } from '../../../testing/facts.ts';
import type { Component, Plan } from '../../catalog/core/component.ts';
import type { Fact } from './fact.ts';
import { firstExhausted, heldOverTime, holdersAt, holdingService, leftOf, type PoolTerms, stretchAt } from './pools.ts';

const cpu = (plan: string, quantity: string, pool: string | null = 'cpu'): Component =>
  ({ ref: `${plan}/cpu`, plan, key: 'cpu', quantity: decimal(quantity), namedItems: false, pool }) as Component;
const plans = new Map<string, Plan>(
  [cpu('P', '1'), cpu('large', '4'), cpu('other', '9', null)].map((component) => [
    component.plan,
    { key: component.plan, period: { unit: 'month', count: 1 }, commitment: null, components: [component] },
  ]),
);
const eight: PoolTerms = {
  from: Number.NEGATIVE_INFINITY,
  maximum: decimal('8'),
  draws: (component) => component.pool === 'cpu',
};
const begun = (at: string, units: string, plan = 'P') => fact(at, 'start', { plan, quantities: new Map([['cpu', decimal(units)]]) });
const sets = (at: string, units: string) => fact(at, 'quantity', { component: 'cpu', value: decimal(units) });

const services = (...timelines: Fact[][]) => timelines.map((facts, index) => holdingService(`s${index + 1}`, facts, plans));
const held = (timelines: Fact[][], terms: readonly PoolTerms[] = [eight]) =>
  heldOverTime(services(...timelines), terms, plans).map(
    (stretch) =>
      `${new Date(stretch.from).toISOString().slice(0, 10)} ${formatExact(stretch.held)}/${stretch.maximum && formatExact(stretch.maximum)}`,
  );

describe('what is held of a pool', () => {
  const cases: readonly (readonly [name: string, timelines: Fact[][], expected: string[]])[] = [
    ['two services', [[begun('2026-01-01', '2')], [begun('2026-01-10', '4')]], ['2026-01-01 2/8', '2026-01-10 6/8']],
    ['what a plan has of itself', [[fact('2026-01-01', 'start')]], ['2026-01-01 1/8']],
    ['an end gives back', [[begun('2026-01-01', '2'), fact('2026-02-01', 'end')]], ['2026-01-01 2/8', '2026-02-01 0/8']],
    ['a pause keeps', [[begun('2026-01-01', '2'), fact('2026-02-01', 'pause')]], ['2026-01-01 2/8', '2026-02-01 2/8']],
    [
      'a move to a plan whose component draws on none',
      [[begun('2026-01-01', '2'), fact('2026-02-01', 'plan', { plan: 'other' })]],
      ['2026-01-01 2/8', '2026-02-01 0/8'],
    ],
    [
      'a move keeps the quantity',
      [[begun('2026-01-01', '2'), fact('2026-02-01', 'plan', { plan: 'large' })]],
      ['2026-01-01 2/8', '2026-02-01 2/8'],
    ],
    [
      'named items count each',
      [[begun('2026-01-01', '0'), fact('2026-01-02', 'item', { component: 'cpu', item: 'a', value: decimal('3') })]],
      ['2026-01-02 3/8'],
    ],
    ['one moment after the other', [[begun('2026-01-01', '2'), sets('2026-01-05', '5')]], ['2026-01-01 2/8', '2026-01-05 5/8']],
  ];
  it.each(cases)('%s', (_name, timelines, expected) => {
    expect(held(timelines)).toEqual(expected);
  });

  it('follows a pool that changes', () => {
    const terms = [
      { ...eight, from: moment('2026-01-05') },
      { ...eight, from: moment('2026-02-01'), maximum: null },
    ];
    expect(held([[begun('2026-01-01', '2'), sets('2026-02-01', '20')]], terms)).toEqual(['2026-01-05 2/8', '2026-02-01 20/null']);
  });

  it('tells who holds it', () => {
    const both = services([begun('2026-01-01', '2')], [begun('2026-01-10', '4')]);
    expect(holdersAt(both, eight, plans, moment('2026-01-09')).map((one) => one.subscription)).toEqual(['s1']);
    expect(holdersAt(both, eight, plans, moment('2026-01-10')).map((one) => one.subscription)).toEqual(['s1', 's2']);
    expect(formatExact(leftOf(stretchAt(heldOverTime(both, [eight], plans), moment('2026-01-10'))!)!)).toBe('2');
  });
});

describe('what no longer fits', () => {
  const before = [[begun('2026-01-01', '2')], [begun('2026-01-01', '4'), sets('2026-02-01', '6')]];
  const exhausted = (changed: Fact[], was = before) => {
    const over = (timelines: Fact[][]) => heldOverTime(services(...timelines), [eight], plans);
    const found = firstExhausted(over(was), over([changed, ...was.slice(1)]));
    return found && `${new Date(found.at).toISOString().slice(0, 10)} left ${formatExact(found.left)}`;
  };

  it('is one more than is left at its instant, or afterwards', () => {
    const first = before[0]!;
    expect(exhausted([...first, sets('2026-01-10', '4')])).toBe('2026-02-01 left 0');
    expect(exhausted([...first, sets('2026-01-10', '5')])).toBe('2026-01-10 left 2');
    expect(exhausted([...first, sets('2026-01-10', '4'), sets('2026-02-01', '2')])).toBe(null);
    expect(exhausted([...first, sets('2026-02-10', '3')])).toBe('2026-02-10 left 0');
  });

  it('is never less than before, whatever others hold', () => {
    const crowded = [[begun('2026-01-01', '6')], [begun('2026-01-01', '6')]];
    expect(exhausted([...crowded[0]!, sets('2026-01-10', '5')], crowded)).toBe(null);
    expect(exhausted([...crowded[0]!, sets('2026-01-10', '7')], crowded)).toBe('2026-01-10 left 0');
  });
});
