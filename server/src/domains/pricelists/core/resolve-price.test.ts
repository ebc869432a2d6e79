// The four steps of a price, to any depth, and the "why".
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExact, fromInteger } from '../../../kernel/money/rational.ts';
import { blankPrice } from './blank-price.ts';
import type { PriceEntry } from './price.ts';
import { priceBook } from './price-book.ts';
import { chainTo, resolveChain } from './price-chain.ts';
import { findPriceEntry, type PriceEdge, resolvePrice } from './resolve-price.ts';

const EVER = Number.POSITIVE_INFINITY;

function entry(id: string, price: number, more: Partial<PriceEntry> = {}): PriceEntry {
  return {
    id,
    component: 'P/seat',
    fromDay: null,
    recorded: 0,
    correction: false,
    price: { ...blankPrice('unit'), price: fromInteger(price) },
    seller: null,
    audience: null,
    buyer: null,
    ...more,
  };
}

const host = (more: Partial<PriceEntry> = {}): Partial<PriceEntry> => ({ seller: 'host', audience: 'resellers', ...more });
const reseller = (more: Partial<PriceEntry> = {}): Partial<PriceEntry> => ({ seller: 'res', audience: 'companies', ...more });
const toReseller: PriceEdge = { seller: 'host', audience: 'resellers', buyer: 'res', isRoot: true };
const toCompany: PriceEdge = { seller: 'res', audience: 'companies', buyer: 'acme' };

describe('resolvePrice', () => {
  it('takes the override before the global price, whatever their dates', () => {
    const entries = [
      entry('override', 8, host({ buyer: 'res', fromDay: 10 })),
      entry('global', 10, host({ fromDay: 100, recorded: 50 })),
      entry('plan', 12),
      entry('retail', 20, host({ audience: 'companies' })),
      entry('his own', 30, reseller()),
      entry('another reseller', 7, host({ buyer: 'other' })),
    ];
    const resolution = resolvePrice(entries, toReseller, 'P/seat', 200, EVER)!;
    expect([resolution.entry.id, resolution.step]).toEqual(['override', 'override']);
    expect(resolution.considered.map((other) => [other.entry.id, other.whyNot])).toEqual([
      ['global', 'overridden'],
      ['plan', 'overridden'],
      ['retail', 'other_audience'],
      ['his own', 'other_seller'],
      ['another reseller', 'other_buyer'],
    ]);
    expect(resolvePrice(entries, toReseller, 'P/seat', 9, EVER)).toMatchObject({ entry: { id: 'plan' }, step: 'plan' });
  });

  it('takes the latest in force among one step, then the latest recorded, then the last listed', () => {
    const entries = [
      entry('january', 10, host({ fromDay: 0, recorded: 0 })),
      entry('march', 12, host({ fromDay: 60, recorded: 50 })),
      entry('january, corrected', 11, host({ fromDay: 0, recorded: 80, correction: true })),
      entry('march, again', 13, host({ fromDay: 60, recorded: 50 })),
      entry('next year', 14, host({ fromDay: 400, recorded: 50 })),
    ];
    const on = (day: number, known: number) => resolvePrice(entries, toReseller, 'P/seat', day, known)?.entry.id ?? null;
    expect([on(30, 80), on(30, 81), on(60, 81), on(60, 50), on(400, 81), on(30, 0)]).toEqual([
      'january',
      'january, corrected',
      'march, again',
      'january',
      'next year',
      null,
    ]);
    const why = resolvePrice(entries, toReseller, 'P/seat', 30, 80)!.considered;
    expect(why.map((other) => other.whyNot)).toEqual(['not_yet_valid', 'not_yet_known', 'not_yet_valid', 'not_yet_valid']);
  });

  it("refuses what a seller has no price for: a plan's own price is the provider's alone", () => {
    expect(resolvePrice([entry('plan', 12)], toCompany, 'P/seat', 0, EVER)).toBeNull();
    expect(resolvePrice([entry('plan', 12)], toReseller, 'P/disk', 0, EVER)).toBeNull();
    expect(resolvePrice([entry('plan', 12), entry('list', 9, reseller())], toCompany, 'P/seat', 0, EVER)!.considered).toMatchObject([
      { whyNot: 'plan_of_the_root_only' },
    ]);
  });

  it('without sellers knows the plan and dated lists only', () => {
    const entries = [entry('plan', 12), entry('march', 13, { fromDay: 60 }), entry('host', 1, host())];
    expect(resolvePrice(entries, null, 'P/seat', 59, EVER)).toMatchObject({ entry: { id: 'plan' }, step: 'plan' });
    expect(resolvePrice(entries, null, 'P/seat', 60, EVER)).toMatchObject({ entry: { id: 'march' }, step: 'global' });
  });

  it('takes a list without audience for both', () => {
    const entries = [entry('all', 5, { seller: 'res' })];
    expect(findPriceEntry(entries, toCompany, 'P/seat', 0, EVER)?.id).toBe('all');
    expect(findPriceEntry(entries, { ...toCompany, audience: 'resellers' }, 'P/seat', 0, EVER)?.id).toBe('all');
  });
});

describe('priceBook', () => {
  it('names the days on which another entry takes over, and no others', () => {
    const entries = [
      entry('plan', 12),
      entry('march', 13, { fromDay: 60 }),
      entry('may', 14, { fromDay: 120 }),
      entry('unknown', 15, { fromDay: 130, recorded: 99 }),
    ];
    const book = priceBook(entries, null);
    expect(book.changesWithin('P/seat', 0, 365, 99)).toEqual([60, 120]);
    expect(book.changesWithin('P/seat', 60, 120, 99)).toEqual([]);
    expect(book.changesWithin('P/disk', 0, 365, 99)).toEqual([]);
    const overridden = [entry('override', 8, host({ buyer: 'res', fromDay: 50 })), entry('global', 9, host({ fromDay: 60 }))];
    expect(priceBook(overridden, toReseller).changesWithin('P/seat', 0, 365, EVER)).toEqual([50]);
    expect(priceBook(overridden.slice(0, 1), toReseller).changesWithin('P/seat', 0, 365, EVER)).toEqual([50]);
    expect(book.priceById('may')).toBe(entries[2]!.price);
    expect(book.priceById('never')).toBeNull();
  });

  it('answers like a search through all lists', () => {
    const anyEntry = fc.record({
      component: fc.constantFrom('P/seat', 'P/disk'),
      fromDay: fc.option(fc.integer({ min: 0, max: 5 })),
      recorded: fc.constantFrom(Number.NEGATIVE_INFINITY, 0, 1, 2, 3),
      seller: fc.constantFrom(null, 'host', 'res'),
      audience: fc.constantFrom<('resellers' | 'companies' | null)[]>(null, 'resellers', 'companies'),
      buyer: fc.constantFrom(null, 'res', 'acme'),
    });
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), fc.constantFrom(null, toReseller, toCompany), (made, edge) => {
        const entries = made.map((more, index) => entry(`e${index}`, index, more));
        const book = priceBook(entries, edge);
        for (let day = -1; day <= 6; day += 1) {
          for (let known = 0; known <= 4; known += 1) {
            const expected = findPriceEntry(entries, edge, 'P/seat', day, known);
            expect(book.priceOn('P/seat', day, known)).toBe(expected);
            const changed = day > 0 && day < 6 && expected !== findPriceEntry(entries, edge, 'P/seat', day - 1, known);
            expect(book.changesWithin('P/seat', 0, 6, known).includes(day)).toBe(changed);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('resolveChain', () => {
  const parents = new Map([
    ['host', null],
    ['res', 'host'],
    ['sub', 'res'],
  ]);

  it('answers on every edge from the provider down, with margins', () => {
    const entries = [
      entry('plan', 12),
      entry('for res', 8, host({ buyer: 'res' })),
      entry('for resellers', 11, reseller({ audience: 'resellers' })),
      entry('retail', 10, { seller: 'sub', audience: 'companies' }),
    ];
    const chain = chainTo('acme', 'sub', parents)!;
    expect(chain.map((edge) => [edge.seller, edge.audience, edge.buyer])).toEqual([
      ['host', 'resellers', 'res'],
      ['res', 'resellers', 'sub'],
      ['sub', 'companies', 'acme'],
    ]);
    const answers = resolveChain(entries, chain, 'P/seat', 0, EVER, fromInteger(3));
    expect(answers.map((answer) => [answer.resolution?.entry.id, answer.margin && formatExact(answer.margin), answer.isBelowCost])).toEqual(
      [
        ['for res', null, false],
        ['for resellers', '9', false],
        ['retail', '-3', true],
      ],
    );
  });

  it('stops where somebody does not sell, without inventing a cost', () => {
    const entries = [entry('plan', 12), entry('retail', 10, { seller: 'sub', audience: 'companies' })];
    const answers = resolveChain(entries, chainTo('acme', 'sub', parents)!, 'P/seat', 0, EVER, fromInteger(1));
    expect(answers.map((answer) => [answer.resolution?.step ?? null, answer.cost && formatExact(answer.cost)])).toEqual([
      ['plan', null],
      [null, '12'],
      ['global', null],
    ]);
  });

  it('knows no chain through strangers or circles', () => {
    expect(chainTo('acme', 'nobody', parents)).toBeNull();
    expect(
      chainTo(
        'acme',
        'a',
        new Map([
          ['a', 'b'],
          ['b', 'a'],
        ]),
      ),
    ).toBeNull();
    expect(chainTo('acme', 'host', parents)).toEqual([{ seller: 'host', audience: 'companies', buyer: 'acme', isRoot: true }]);
  });
});
