// Worked figures about time: prorating, billing days, arrears, changes of plan, windows of usage, commitments. Where the convention is not
// ours a comment says so, and the quote says the same in our words.
import { expect } from 'vitest';
import type { PeriodShape, QuoteAnswer } from './quote-shape.ts';
import { amounts, life, linesOf, MONTH, plain, type Say, start } from './worked-example.ts';

interface ItemPart {
  item: { from: string; to: string; amount: string };
  part: { from: string; to: string };
}

interface UnitsAt {
  unit_price: string;
  quantity: string;
}

function trueUps(answer: QuoteAnswer): string[] {
  return linesOf(answer)
    .filter(({ reason }) => reason === 'true_up')
    .map(({ amount }) => amount);
}

export const workedPeriods: Record<string, Say> = {
  'proration-01': (input: { start: string; price: string; target: string }, expected: { total: string }) => {
    const answer = life({
      account: { anchor: { day: 13 } },
      price: { kind: 'flat', price: input.price },
      facts: [start(input.start)],
      runs: [input.target],
    });
    expect(amounts(answer)).toEqual([expected.total]);
  },
  'proration-23': (input: ItemPart, expected: { amount: string }) => {
    const answer = life({
      price: { kind: 'flat', price: input.item.amount },
      facts: [start(input.item.from), { at: input.part.to, recorded: input.item.from, do: 'end' }],
      runs: [input.item.from],
    });
    expect(amounts(answer)).toEqual([expected.amount]);
  },
  'in_advance-01': (
    input: { start: string; price: string; target: string },
    expected: { lines: { from: string; to: string; amount: string }[] },
  ) => {
    const answer = life({
      account: { anchor: { day: 30 } },
      price: { kind: 'flat', price: input.price },
      facts: [start(input.start)],
      runs: [input.target],
    });
    expect(linesOf(answer).map(({ from, to, amount }) => ({ from, to, amount }))).toEqual(
      expected.lines.map(({ from, to, amount }) => ({ from, to, amount })),
    );
  },
  'credit_note-01': (input: ItemPart, expected: { amount: string }) => {
    const answer = life({
      price: { kind: 'flat', price: input.item.amount },
      facts: [start(input.item.from), { at: input.part.from, do: 'pause' }],
      runs: [input.item.from, input.part.from],
    });
    expect(amounts(answer)).toEqual([input.item.amount, `-${expected.amount}`]);
    expect(answer.invoices.map(({ kind }) => kind)).toEqual(['invoice', 'credit_note']);
  },
  'calendar-01': (input: { from: string; period: PeriodShape }, expected: { dates: string[] }) => {
    const answer = life({
      price: { kind: 'flat', price: '1' },
      period: input.period,
      facts: [start(input.from)],
      runs: [expected.dates.at(-1)!],
    });
    expect(linesOf(answer).map(({ from }) => from)).toEqual([input.from, ...expected.dates]);
  },
  // Their periods of days begin with the service whatever the billing day: ours do with the anchor `start`.
  'anniversary-01': (
    input: { cases: { start: string; anchor_day: number; period: PeriodShape }[] },
    expected: { cases: { first_cycle_date: string }[] },
  ) => {
    input.cases.forEach((given, index) => {
      const byDays = given.period.unit === 'day';
      const answer = life({
        account: { anchor: byDays ? 'start' : { day: given.anchor_day } },
        price: { kind: 'flat', price: '100' },
        period: given.period,
        facts: [start(given.start)],
        runs: [given.start],
      });
      const { period } = linesOf(answer)[0]!;
      expect(byDays ? period!.from : period!.to).toBe(expected.cases[index]!.first_cycle_date);
    });
  },
  'anniversary-04': (input: { anchor: string; period: PeriodShape }, expected: { boundaries: string[] }) => {
    const answer = life({
      price: { kind: 'flat', price: '1' },
      period: input.period,
      facts: [start(input.anchor)],
      runs: [expected.boundaries.at(-1)!],
    });
    expect(linesOf(answer).map(({ from }) => from)).toEqual(expected.boundaries);
  },
  'in_arrears-01': (input: { start: string; target: string }, expected: { next_cycle_date: string }) => {
    const answer = life({
      account: { anchor: { day: 13 } },
      component: { timing: 'arrears' },
      price: { kind: 'flat', price: '100' },
      facts: [start(input.start)],
      runs: [input.target],
    });
    expect(answer.invoices).toEqual([]);
    expect(answer.next).toBe(expected.next_cycle_date);
  },
  // Their quarters and years count from January; ours take the phase from a date.
  'in_arrears-07': (
    input: { cases: { invoice_date: string; service_start: string; anchor_day: number; period: PeriodShape }[] },
    expected: { cases: { from: string; to: string }[] },
  ) => {
    input.cases.forEach((given, index) => {
      const phase = `2021-01-${String(given.anchor_day).padStart(2, '0')}`;
      const answer = life({
        account: { anchor: phase },
        component: { timing: 'arrears' },
        price: { kind: 'flat', price: '100' },
        period: given.period,
        facts: [start(given.service_start)],
        runs: [given.invoice_date],
      });
      const { from, to } = linesOf(answer).at(-1)!;
      expect({ from, to }).toEqual(expected.cases[index]);
    });
  },
  // Both days counted is our half-open stretch that ends a day later.
  'plan_change-01': (input: { price: string; from: string; period_from: string }, expected: { amount: string }) => {
    const answer = life({
      account: { anchor: input.period_from },
      price: { kind: 'flat', price: input.price },
      facts: [start(input.from)],
      runs: [input.from],
    });
    expect(amounts(answer)).toEqual([expected.amount]);
  },
  'plan_change-06': (
    input: { period: { from: string }; at: string; old: UnitsAt[]; new: UnitsAt[] },
    expected: { lines: string[]; net: string },
  ) => {
    const plan = (key: string, { unit_price }: UnitsAt) => ({
      key,
      period: MONTH,
      components: [{ key: 'c', kind: 'recurring' as const, price: { kind: 'unit' as const, price: unit_price } }],
    });
    const answer = life({
      account: { corrections: 'lines' },
      price: { kind: 'unit', price: '1' },
      facts: [
        start(input.period.from, input.old[0]!.quantity),
        { at: input.at, do: 'plan', plan: 'Q', quantities: { c: input.new[0]!.quantity } },
      ],
      runs: [input.period.from, input.at],
      more: { plans: [plan('P', input.old[0]!), plan('Q', input.new[0]!)] },
    });
    const change = answer.invoices.filter(({ run }) => run === input.at);
    expect(change.map(({ net }) => net)).toEqual([expected.net]);
    expect(change[0]!.lines.map(({ amount }) => amount).sort()).toEqual([...expected.lines].sort());
  },
  'usage_aggregation-01': (
    input: { boundaries: string[]; units: string[]; events: { date: string; unit: string; quantity: string }[] },
    expected: { windows: Record<string, string>[] },
  ) => {
    const components = input.units.map((unit) => ({
      key: unit,
      kind: 'metered' as const,
      meter: unit,
      price: { kind: 'unit' as const, price: '1' },
    }));
    const answer = life({
      price: { kind: 'unit', price: '1' },
      facts: [
        { at: input.boundaries[0]!, do: 'start', plan: 'P' },
        { at: input.boundaries.at(-1)!, do: 'end' },
      ],
      runs: [input.boundaries.at(-1)!],
      more: {
        plans: [{ key: 'P', period: MONTH, components }],
        usage: input.events.map(({ date, unit, quantity }, index) => ({
          id: `u${index}`,
          subscription: 's',
          meter: unit,
          at: date,
          value: quantity,
        })),
      },
    });
    const totals = input.boundaries.slice(0, -1).map((from) =>
      Object.fromEntries(
        input.units.map((unit) => {
          const line = linesOf(answer).find(({ component, period }) => component === `P/${unit}` && period?.from === from);
          return [unit, plain(line?.amount ?? '0')];
        }),
      ),
    );
    expect(totals).toEqual(expected.windows);
  },
  'min_commitment-01': (
    input: { commitment: string; recurring_price: string; service_from: string; period_from: string },
    expected: { true_up: string },
  ) => {
    const week: PeriodShape = { unit: 'week', count: 1 };
    const answer = life({
      account: { anchor: input.period_from },
      price: { kind: 'flat', price: '1' },
      facts: [{ at: input.service_from, do: 'start', plan: 'P' }],
      runs: ['2023-02-06'],
      more: {
        plans: [
          {
            key: 'P',
            period: week,
            commitment: { amount: input.commitment, period: week },
            components: [{ key: 'c', kind: 'recurring', timing: 'arrears', price: { kind: 'flat', price: input.recurring_price } }],
          },
        ],
      },
    });
    expect(trueUps(answer)).toEqual([expected.true_up]);
  },
  'min_commitment-10': (input: { commitment: string; usage_fees: string[]; days_used: number }, expected: { true_up: string }) => {
    const answer = life({
      price: { kind: 'unit', price: '1' },
      facts: [
        { at: '2023-02-01', do: 'start', plan: 'P' },
        { at: `2023-02-${1 + input.days_used}`, do: 'end' },
      ],
      runs: ['2023-03-01'],
      more: {
        plans: [
          {
            key: 'P',
            period: MONTH,
            commitment: { amount: input.commitment, period: MONTH },
            components: [{ key: 'c', kind: 'metered', meter: 'm', price: { kind: 'unit', price: '1' } }],
          },
        ],
        usage: input.usage_fees.map((value, index) => ({ id: `u${index}`, subscription: 's', meter: 'm', at: '2023-02-03', value })),
      },
    });
    expect(trueUps(answer)).toEqual([expected.true_up]);
  },
};
