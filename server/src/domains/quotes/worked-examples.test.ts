// Worked figures from other billing systems, each said as a quote document. Where their convention is not ours the table says why, and
// what ours is.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerQuote } from './index.ts';
import { decimal, minorOf, minorText, roundScale } from './oracle/plain-number.ts';
import type {
  AccountShape,
  AnswerLine,
  ComponentShape,
  FactShape,
  PeriodShape,
  PriceShape,
  QuoteAnswer,
  QuoteDocument,
  TierShape,
} from './oracle/quote-shape.ts';
import { blockTiers, type WorkedExample } from './oracle/worked-shapes.ts';

const folder = process.env.PRORATA_TEST_DATA;
const file = folder === undefined ? null : join(folder, 'worked-examples.json');
const examples: WorkedExample[] = file !== null && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

const MONTH: PeriodShape = { unit: 'month', count: 1 };

interface Life {
  account?: Partial<AccountShape>;
  component?: Partial<ComponentShape>;
  price: PriceShape;
  period?: PeriodShape;
  facts: FactShape[];
  runs: string[];
  more?: Partial<QuoteDocument>;
}

function ask(document: QuoteDocument): QuoteAnswer {
  return answerQuote(document as never) as unknown as QuoteAnswer;
}

function life({ account, component, price, period = MONTH, facts, runs, more }: Life): QuoteAnswer {
  return ask({
    version: 1,
    account: { currency: 'EUR', changes: { upgrade: 'at_once', downgrade: 'at_once' }, ...account },
    plans: [{ key: 'P', period, components: [{ key: 'c', kind: 'recurring', price, ...component }] }],
    subscriptions: [{ id: 's', timeline: facts }],
    runs,
    ...more,
  });
}

function start(at: string, quantity = '1'): FactShape {
  return { at, do: 'start', plan: 'P', quantities: { c: quantity } };
}

function linesOf(answer: QuoteAnswer): AnswerLine[] {
  return answer.invoices.flatMap(({ lines }) => lines);
}

function amounts(answer: QuoteAnswer): string[] {
  return linesOf(answer).map(({ amount }) => amount);
}

/** What a quantity, or a list of events, costs for one month of a metered component. */
function metered(price: PriceShape, values: readonly string[], component: Partial<ComponentShape> = {}): AnswerLine | undefined {
  const answer = life({
    component: { kind: 'metered', meter: 'm', ...component },
    price,
    facts: [{ at: '2024-01-01', do: 'start', plan: 'P' }],
    runs: ['2024-02-01'],
    more: {
      usage: values.map((value, index) => ({ id: `u${index}`, subscription: 's', meter: 'm', at: `2024-01-0${index + 2}`, value })),
    },
  });
  return linesOf(answer)[0];
}

function exactOf(line: AnswerLine | undefined): string {
  return line?.exactAmount ?? '0';
}

function plain(text: string): string {
  const { n, d } = decimal(text);
  return `${Number(n) / Number(d)}`;
}

/** One-off charges of these amounts, on one day. */
function charges(
  list: readonly { id: string; amount: string; taxCategory?: string }[],
  account: Partial<AccountShape>,
  more: Partial<QuoteDocument>,
) {
  return ask({
    version: 1,
    account: { currency: 'EUR', ...account },
    plans: [],
    subscriptions: [],
    items: list.map((item) => ({ at: '2024-01-01', ...item })),
    runs: ['2024-01-01'],
    ...more,
  });
}

type Say = (input: never, expected: never) => void;

const expressed: Record<string, Say> = {
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
  // A negative credit is not a credit: the case is left out. More credited than was charged cannot be said, it stops at zero.
  'credit_note-05': (
    input: { cases: { computed: string; paid: string; already_credited: string }[] },
    expected: { cases: { credit: string }[] },
  ) => {
    input.cases.forEach(({ computed, paid, already_credited }, index) => {
      if (computed.startsWith('-')) return;
      const credits = [
        { item: 'x', at: '2024-01-02', amount: already_credited },
        { item: 'x', at: '2024-01-03', amount: computed },
      ].filter(({ amount }) => amount !== '0');
      const answer = charges([{ id: 'x', amount: paid }], {}, { credits, runs: ['2024-01-01', '2024-01-02', '2024-01-03'] });
      const last = answer.invoices.filter(({ run }) => run === '2024-01-03');
      const credited = last.flatMap(({ lines }) => lines).reduce((total, { amount }) => total - minorOf(amount, 2), 0n);
      expect(minorText(credited, 2)).toBe(minorText(minorOf(expected.cases[index]!.credit, 2), 2));
    });
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
  // Credits with eight decimals are not money here; the exact amount of a price by the second is the same fraction.
  'prepaid_wallet-01': (
    input: { at: string; period_start: string; amount: string; scale: number },
    expected: { amount: string; fraction: string },
  ) => {
    const answer = life({
      account: { anchor: input.period_start.slice(0, 10) },
      component: { fraction: 'seconds' },
      price: { kind: 'flat', price: input.amount },
      facts: [start(input.at)],
      runs: [input.at.slice(0, 10)],
    });
    const line = linesOf(answer)[0]!;
    const [part = '', whole = '1'] = (line.fraction ?? '').split('/');
    expect(Number(part) / Number(whole)).toBeCloseTo(Number(expected.fraction), 15);
    const { n, d } = roundScale(decimal(exactOf(line)), input.scale, 'half_up');
    expect((Number(n) / Number(d)).toFixed(input.scale)).toBe(expected.amount);
  },
  'prepaid_wallet-05': (
    input: { grants: { id: string; amount: string; granted_at: string }[]; invoices: { id: string; amount: string }[] },
    expected: { invoices: { draws: { grant: string; amount: string }[]; due: string }[]; remaining: Record<string, string> },
  ) => {
    const grants = input.grants.map(({ id, amount, granted_at }) => ({ id, amount, at: granted_at, kind: 'voucher' }));
    const answer = charges(input.invoices, { grants }, {});
    const { applied = [], due } = answer.invoices[0]!;
    expect(applied.map(({ grant, amount }) => ({ grant, amount }))).toEqual(expected.invoices[0]!.draws);
    expect(due).toBe(expected.invoices[0]!.due);
    expect(Object.fromEntries((answer.grants ?? []).map(({ id, left }) => [id, left]))).toEqual(expected.remaining);
  },
  'graduated-01': (input: Tiered, expected: Cases) => quantityCases('graduated', input, expected),
  'volume-01': (input: Tiered, expected: Cases) => quantityCases('volume', input, expected),
  'package-01': (
    input: { package_size: string; package_price: string; free_units: string; cases: { quantity: string }[] },
    expected: { cases: { packages: string; amount: string }[] },
  ) => {
    const price: PriceShape = { kind: 'package', size: input.package_size, price: input.package_price, free: input.free_units };
    input.cases.forEach(({ quantity }, index) => {
      const line = metered(price, [quantity]);
      expect(plain(exactOf(line))).toBe(expected.cases[index]!.amount);
      expect(line!.parts![0]!.units).toBe(expected.cases[index]!.packages);
    });
  },
  'percentage-01': (
    input: { events: string[]; rate_percent: string; min_per_event: string; max_per_event: string },
    expected: { amount: string; per_event: string[] },
  ) => {
    const price: PriceShape = { kind: 'percentage', rate: input.rate_percent, minEach: input.min_per_event, maxEach: input.max_per_event };
    expect(plain(exactOf(metered(price, input.events)))).toBe(expected.amount);
    expect(input.events.map((value) => plain(exactOf(metered(price, [value]))))).toEqual(expected.per_event);
  },
  'percentage-07': (
    input: { total: string; event_count: number; free_amount: string; free_events: number; rate_percent: string; fixed_per_event: string },
    expected: { amount: string },
  ) => {
    const price: PriceShape = {
      kind: 'percentage',
      rate: input.rate_percent,
      fixed: input.fixed_per_event,
      freeOn: 'total',
      freeAmount: input.free_amount,
      freeEvents: input.free_events,
    };
    const each = String(Number(input.total) / input.event_count);
    expect(
      plain(
        exactOf(
          metered(
            price,
            Array.from({ length: input.event_count }, () => each),
          ),
        ),
      ),
    ).toBe(expected.amount);
  },
  'tier_all-01': (input: Blocks, expected: { cases: { amount: string; detail: { tier: number; blocks: string; amount: string }[] }[] }) => {
    input.cases.forEach(({ usage }, index) => {
      const line = metered({ kind: 'graduated', tiers: blockTiers(input.tiers.unit) }, [usage.unit]);
      const { amount, detail } = expected.cases[index]!;
      expect(plain(exactOf(line))).toBe(amount);
      expect(line!.parts!.map((part) => plain(part.amount))).toEqual(detail.map((part) => plain(part.amount)));
    });
  },
  'tier_top-01': (input: Blocks, expected: Cases) => {
    input.cases.forEach(({ usage }, index) => {
      const line = metered({ kind: 'volume', tiers: blockTiers(input.tiers.unit) }, [usage.unit]);
      expect(plain(exactOf(line))).toBe(expected.cases[index]!.amount);
    });
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
  'rounding-01': (input: { cases: { amount: string; mode: string; scale: number }[] }, expected: { cases: { rounded: string }[] }) => {
    const modes = { half_up: 'half_up', ceil: 'up', floor: 'down' } as const;
    const figures = input.cases.map(({ amount, mode, scale }) =>
      plain(
        exactOf(metered({ kind: 'unit', price: '1' }, [amount], { roundQuantity: { mode: modes[mode as keyof typeof modes], scale } })),
      ),
    );
    expect(figures).toEqual(expected.cases.map(({ rounded }) => rounded));
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
  'tax-01': (input: { cases: { base: string; rate_percent: string; scale: number }[] }, expected: { cases: { tax: string }[] }) => {
    const taxes = input.cases.map(({ base, rate_percent, scale }) => {
      const account = {
        currency: scale === 0 ? 'JPY' : 'EUR',
        digits: scale,
        taxes: { standard: [{ percent: rate_percent, name: 'tax' }] },
      };
      return charges([{ id: 'x', amount: base, taxCategory: 'standard' }], account, {}).invoices[0]!.tax;
    });
    expect(taxes).toEqual(expected.cases.map(({ tax }) => tax));
  },
  'tax-02': (input: { base: string; rates_percent: string[] }, expected: { taxes: string[]; total_tax: string }) => {
    const standard = input.rates_percent.map((percent, index) => ({ percent, name: `tax ${index}` }));
    const [invoice] = charges([{ id: 'x', amount: input.base, taxCategory: 'standard' }], { taxes: { standard } }, {}).invoices;
    expect(invoice!.taxes.map(({ amount }) => amount)).toEqual(expected.taxes);
    expect(invoice!.tax).toBe(expected.total_tax);
  },
  // Theirs is taxed fee by fee and rounded once; ours by category and rate. The figures are the same.
  'coupon-01': (
    input: { fees: { id: string; amount: string; tax_percent: string }[]; coupons: { amount: string }[] },
    expected: { fees: { coupon: string }[]; gross: string; net: string; tax: string; total: string },
  ) => {
    const taxes = Object.fromEntries(input.fees.map(({ tax_percent }) => [`rate${tax_percent}`, [{ percent: tax_percent, name: 'VAT' }]]));
    const fees = input.fees.map(({ id, amount, tax_percent }) => ({ id, amount, taxCategory: `rate${tax_percent}` }));
    const discounts = input.coupons.map(({ amount }) => ({ at: '2024-01-01', amount }));
    const [invoice] = charges(fees, { taxes }, { discounts }).invoices;
    expect(invoice!.lines.map(({ discount }) => plain(discount))).toEqual(expected.fees.map(({ coupon }) => plain(coupon)));
    expect({ net: invoice!.net, tax: invoice!.tax, total: invoice!.total }).toEqual({
      net: expected.net,
      tax: expected.tax,
      total: expected.total,
    });
  },
  'ledger-01': (input: { entries: { type: string; amount: string }[] }, expected: { account_balance: string }) => {
    const items = input.entries.filter(({ type }) => type === 'charge').map(({ amount }, index) => ({ id: `x${index}`, amount }));
    const payments = input.entries.filter(({ type }) => type === 'payment').map(({ amount }) => ({ at: '2024-01-02', amount }));
    expect(charges(items, {}, { payments, runs: ['2024-01-01', '2024-01-02'] }).owed).toBe(expected.account_balance);
  },
  'ledger-07': (input: { credit: string; charge: string }, expected: { applied: string; due: string; credit_left: string }) => {
    const answer = charges([{ id: 'x', amount: input.charge }], { balance: input.credit }, {});
    expect(answer.invoices[0]!.applied!.map(({ amount }) => amount)).toEqual([expected.applied]);
    expect(answer.invoices[0]!.due).toBe(expected.due);
    expect(answer.balance).toBe(expected.credit_left);
  },
};

interface ItemPart {
  item: { from: string; to: string; amount: string };
  part: { from: string; to: string };
}
interface UnitsAt {
  unit_price: string;
  quantity: string;
}
interface Tiered {
  bill_flat_at_zero: boolean;
  tiers: { up_to: string | null; unit_price: string; flat_fee: string }[];
  cases: { quantity: string }[];
}
interface Cases {
  cases: { amount: string }[];
}
interface Blocks {
  tiers: { unit: { block_size: string; max_blocks: string | null; block_price: string }[] };
  cases: { usage: { unit: string } }[];
}

function trueUps(answer: QuoteAnswer): string[] {
  return linesOf(answer)
    .filter(({ reason }) => reason === 'true_up')
    .map(({ amount }) => amount);
}

function quantityCases(kind: 'graduated' | 'volume', input: Tiered, expected: Cases): void {
  const tiers: TierShape[] = input.tiers.map(({ up_to, unit_price, flat_fee }) => ({ upTo: up_to, price: unit_price, flat: flat_fee }));
  input.cases.forEach(({ quantity }, index) => {
    const line = metered({ kind, tiers, flatAtZero: input.bill_flat_at_zero }, quantity === '0' ? [] : [quantity]);
    expect(plain(exactOf(line))).toBe(expected.cases[index]!.amount);
  });
}

describe.skipIf(examples.length === 0)(
  examples.length === 0 ? 'worked examples: skipped, PRORATA_TEST_DATA names no folder with worked-examples.json' : 'worked examples',
  () => {
    test.each(examples.map((example) => [example.id, example] as const))('%s', (id, example) => {
      const say = expressed[id];
      expect(say, `an example that no document expresses yet: ${example.description}`).toBeDefined();
      say!(example.input as never, example.expected as never);
    });
  },
);
