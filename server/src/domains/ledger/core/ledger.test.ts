// Postings balance, credit notes mirror invoices, months share amounts without loss, settlements lose nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, formatDay, parseDay } from '../../../kernel/calendar/civil.ts';
import { documentPostings, releasePostings } from './document-postings.ts';
import { balancesOf, movement, type Posting, reversePosting } from './posting.ts';
import { settle } from './settlement.ts';
import { spreadOverMonths } from './spread-over-months.ts';

const day = (text: string): Day => parseDay(text) ?? Number.NaN;
const show = (posting: Posting): string =>
  `Dr ${posting.debit} Cr ${posting.credit} ${posting.amountMinor}${posting.serviceMonth === null ? '' : ` for ${formatDay(posting.serviceMonth).slice(0, 7)}`}`;

const part = fc
  .record({
    amountMinor: fc.bigInt(-1_000_000n, 1_000_000n),
    inAdvance: fc.boolean(),
    from: fc.integer({ min: 19_000, max: 20_500 }),
    days: fc.integer({ min: 0, max: 800 }),
  })
  .map((value) => ({ amountMinor: value.amountMinor, inAdvance: value.inAdvance, from: value.from, to: value.from + value.days }));
const money = fc.record({
  book: fc.constant(1n),
  currency: fc.constant('EUR'),
  postedOn: fc.integer({ min: 19_000, max: 20_500 }),
  parts: fc.array(part, { maxLength: 6 }),
  taxMinor: fc.bigInt(-100_000n, 100_000n),
});

describe('documents', () => {
  test('a month billed on its first day is earned in it', () => {
    const postings = documentPostings({
      book: 1n,
      currency: 'EUR',
      postedOn: day('2024-01-01'),
      taxMinor: 190n,
      parts: [{ amountMinor: 1000n, inAdvance: true, from: day('2024-01-01'), to: day('2024-02-01') }],
    });
    expect(postings.map(show)).toEqual(['Dr receivable Cr revenue 1000', 'Dr receivable Cr tax_payable 190']);
  });

  test('a quarter from the middle of a month is deferred month by month', () => {
    const postings = documentPostings({
      book: 1n,
      currency: 'EUR',
      postedOn: day('2024-01-15'),
      taxMinor: 0n,
      parts: [{ amountMinor: 9100n, inAdvance: true, from: day('2024-01-15'), to: day('2024-04-15') }],
    });
    expect(postings.map(show)).toEqual([
      'Dr receivable Cr revenue 1700',
      'Dr receivable Cr deferred_revenue 2900 for 2024-02',
      'Dr receivable Cr deferred_revenue 3100 for 2024-03',
      'Dr receivable Cr deferred_revenue 1400 for 2024-04',
    ]);
  });

  test('arrears are earned when billed, whatever their months', () => {
    const postings = documentPostings({
      book: 1n,
      currency: 'EUR',
      postedOn: day('2024-01-01'),
      taxMinor: 0n,
      parts: [{ amountMinor: 500n, inAdvance: false, from: day('2024-01-01'), to: day('2025-01-01') }],
    });
    expect(postings.map(show)).toEqual(['Dr receivable Cr revenue 500']);
  });

  test('postings sum to zero, and the receivable moves by the total', () => {
    fc.assert(
      fc.property(money, (document) => {
        const balances = balancesOf(documentPostings(document));
        const total = document.parts.reduce((sum, one) => sum + one.amountMinor, document.taxMinor);
        expect([...balances.values()].reduce((sum, one) => sum + one, 0n)).toBe(0n);
        expect(balances.get('1/EUR/receivable') ?? 0n).toBe(total);
      }),
    );
  });

  test('a credit note is the mirror of the invoice it takes back, down to zero in every account and month', () => {
    fc.assert(
      fc.property(money, (document) => {
        const credit = {
          ...document,
          taxMinor: -document.taxMinor,
          parts: document.parts.map((one) => ({ ...one, amountMinor: -one.amountMinor })),
        };
        expect(documentPostings(credit)).toEqual(documentPostings(document).map(reversePosting));
      }),
    );
  });

  test('whatever was deferred is revenue once every month has been released', () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 4 }), (documents) => {
        const issued = documents.flatMap(documentPostings);
        const deferred = new Map<Day, bigint>();
        for (const posting of issued) {
          if (posting.serviceMonth === null) continue;
          const amount = posting.credit === 'deferred_revenue' ? posting.amountMinor : -posting.amountMinor;
          deferred.set(posting.serviceMonth, (deferred.get(posting.serviceMonth) ?? 0n) + amount);
        }
        const released = [...deferred].flatMap(([month, amount]) => releasePostings(1n, 'EUR', month, amount));
        const balances = balancesOf([...issued, ...released]);
        expect(balances.get('1/EUR/deferred_revenue') ?? 0n).toBe(0n);
        expect(-(balances.get('1/EUR/revenue') ?? 0n)).toBe(
          documents.flatMap((one) => one.parts).reduce((sum, one) => sum + one.amountMinor, 0n),
        );
      }),
    );
  });
});

describe('months', () => {
  test('days of service decide, and shares sum to the whole', () => {
    expect(spreadOverMonths(3100n, day('2024-01-15'), day('2024-02-15')).map((one) => one.amountMinor)).toEqual([1700n, 1400n]);
    fc.assert(
      fc.property(part, (one) => {
        const shares = spreadOverMonths(one.amountMinor, one.from, one.to);
        expect(shares.reduce((sum, share) => sum + share.amountMinor, 0n)).toBe(one.amountMinor);
        expect(spreadOverMonths(-one.amountMinor, one.from, one.to).map((share) => -share.amountMinor)).toEqual(
          shares.map((share) => share.amountMinor),
        );
      }),
    );
  });
});

describe('settlement', () => {
  test('a credit reduces the invoice it corrects, then the oldest debt, then stands to the credit', () => {
    const open = [
      { id: 1n, openMinor: 100n },
      { id: 2n, openMinor: 50n },
    ];
    const result = settle(open, 0n, [{ id: 9n, totalMinor: -180n, corrects: [2n] }]);
    expect([...result.open]).toEqual([
      [2n, 0n],
      [1n, 0n],
    ]);
    expect(result.balanceMinor).toBe(30n);
    expect(result.fromBalance.get(9n)).toBe(-30n);
  });

  test('the balance pays the next invoice, and the rest stays open', () => {
    const result = settle([], 30n, [{ id: 3n, totalMinor: 100n, corrects: [] }]);
    expect(result.open.get(3n)).toBe(70n);
    expect(result.balanceMinor).toBe(0n);
    expect(result.fromBalance.get(3n)).toBe(30n);
  });

  test('nothing is lost: open less balance moves by what the documents say', () => {
    const id = fc.bigInt(1n, 20n);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ id, openMinor: fc.bigInt(0n, 1000n) }), { selector: (one) => one.id }),
        fc.bigInt(0n, 1000n),
        fc.uniqueArray(
          fc.record({ id: fc.bigInt(21n, 40n), totalMinor: fc.bigInt(-1000n, 1000n), corrects: fc.array(id, { maxLength: 3 }) }),
          { selector: (one) => one.id },
        ),
        (open, balance, documents) => {
          const result = settle(open, balance, documents);
          const after = new Map([...open.map((one) => [one.id, one.openMinor] as const), ...result.open]);
          const sum = (values: Iterable<bigint>): bigint => [...values].reduce((total, one) => total + one, 0n);
          expect(sum(after.values()) - result.balanceMinor).toBe(
            sum(open.map((one) => one.openMinor)) - balance + sum(documents.map((one) => one.totalMinor)),
          );
          expect(result.balanceMinor >= 0n && [...after.values()].every((one) => one >= 0n)).toBe(true);
        },
      ),
    );
  });
});

test('a movement of nothing is no posting, one below zero is turned round', () => {
  expect(movement(1n, 'EUR', 'receivable', 'revenue', 0n)).toEqual([]);
  expect(movement(1n, 'EUR', 'receivable', 'revenue', -5n).map(show)).toEqual(['Dr revenue Cr receivable 5']);
});
