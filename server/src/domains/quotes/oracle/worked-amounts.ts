// Worked figures about money: price models, rounding, tax, coupons, credits, grants and the balance. Where the convention is not ours a
// comment says so, and the quote says the same in our words.
import { expect } from 'vitest';
import { decimal, minorOf, minorText, roundScale } from './plain-number.ts';
import type { PriceShape, TierShape } from './quote-shape.ts';
import { blockTiers, charges, exactOf, life, linesOf, metered, plain, type Say, start } from './worked-example.ts';

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

function quantityCases(kind: 'graduated' | 'volume', input: Tiered, expected: Cases): void {
  const tiers: TierShape[] = input.tiers.map(({ up_to, unit_price, flat_fee }) => ({ upTo: up_to, price: unit_price, flat: flat_fee }));
  input.cases.forEach(({ quantity }, index) => {
    const line = metered({ kind, tiers, flatAtZero: input.bill_flat_at_zero }, quantity === '0' ? [] : [quantity]);
    expect(plain(exactOf(line))).toBe(expected.cases[index]!.amount);
  });
}

export const workedAmounts: Record<string, Say> = {
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
    const grants = input.grants.map(({ id, amount, granted_at }) => ({ id, amount, at: granted_at, kind: 'voucher' as const }));
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
  'rounding-01': (input: { cases: { amount: string; mode: string; scale: number }[] }, expected: { cases: { rounded: string }[] }) => {
    const modes = { half_up: 'half_up', ceil: 'up', floor: 'down' } as const;
    const figures = input.cases.map(({ amount, mode, scale }) =>
      plain(
        exactOf(metered({ kind: 'unit', price: '1' }, [amount], { roundQuantity: { mode: modes[mode as keyof typeof modes], scale } })),
      ),
    );
    expect(figures).toEqual(expected.cases.map(({ rounded }) => rounded));
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
