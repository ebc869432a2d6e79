// Tax decisions, and our dated rates against a published collection where it is at hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../../kernel/calendar/civil.ts';
import { formatExact } from '../../../kernel/money/rational.ts';
import { decideTax, type PlaceEvidence, sourcedRatesOn, type TaxQuestion, treatmentOf } from './decision.ts';
import { euVatRates } from './eu-vat-rates.ts';
import { specialTerritories } from './special-territories.ts';

const day = (text: string) => parseDay(text)!;
const rules = { rates: euVatRates, territories: specialTerritories };
const seen = (country: string, kind: PlaceEvidence['kind']): PlaceEvidence => ({ kind, country, reference: 'x' });
const question: TaxQuestion = {
  supplier: { country: 'DE', registration: 'DE123456789' },
  customer: { country: 'DE', postcode: '10115', kind: 'consumer' },
  evidence: [seen('DE', 'billing_address'), seen('DE', 'bank_country')],
  category: 'standard',
  day: day('2024-05-01'),
};

describe('decideTax', () => {
  it('charges at home, and keeps what it was decided on', () => {
    const decision = decideTax(question, rules);
    expect(decision).toMatchObject({ rule: 'domestic', reason: 'same_country', place: 'DE' });
    expect(decision.placeEvidence).toHaveLength(2);
    expect(decision.rates).toMatchObject([{ name: 'VAT', fromDay: day('2021-01-01'), source: 'UStG § 12, § 28 expired' }]);
    expect(formatExact(treatmentOf(decision).rates[0]!.percent)).toBe('19');
    expect(treatmentOf(decision).category).toBe('standard');
  });

  it('takes the rate of the day and category', () => {
    const percent = (more: Partial<TaxQuestion>) =>
      decideTax({ ...question, ...more }, rules).rates.map((rate) => formatExact(rate.percent));
    expect(percent({ day: day('2020-06-30') })).toEqual(['19']);
    expect(percent({ day: day('2020-07-01') })).toEqual(['16']);
    expect(percent({ day: day('2020-07-01'), category: 'reduced' })).toEqual(['5']);
    expect(percent({ category: 'reduced_second' })).toEqual([]);
  });

  const customer = question.customer;
  const cases: readonly (readonly [string, Partial<TaxQuestion>, string])[] = [
    ['abroad', { customer: { ...customer, country: 'FR' } }, 'cross_border'],
    ['nowhere', { customer: { ...customer, country: null } }, 'customer_country_missing'],
    ['on Heligoland', { customer: { ...customer, postcode: '27498' } }, 'special_territory'],
    ['of a supplier without a number', { supplier: { country: 'DE', registration: null } }, 'supplier_not_registered'],
    [
      'against the evidence',
      { evidence: [seen('FR', 'bank_country'), seen('FR', 'ip_address'), seen('DE', 'declared')] },
      'evidence_contradicts',
    ],
    ['in an unknown category', { category: 'unicorns' }, 'no_rate'],
    ['before the first rate we know', { day: day('2000-01-01') }, 'no_rate'],
    [
      'in a country without rates',
      { supplier: { country: 'CH', registration: 'CHE-1' }, customer: { ...customer, country: 'CH' }, evidence: [] },
      'no_rate',
    ],
  ];
  it.each(cases)('charges nothing %s, and says so', (_, more, reason) => {
    expect(decideTax({ ...question, ...more }, rules)).toMatchObject({ rule: 'not_known', reason, rates: [] });
  });
});

describe('euVatRates', () => {
  it('ends a rate that a later law does not have', () => {
    const on = (text: string) => sourcedRatesOn(euVatRates, 'CZ', 'reduced_second', day(text)).length;
    expect([on('2014-12-31'), on('2015-01-01'), on('2023-12-31'), on('2024-01-01')]).toEqual([0, 1, 1, 0]);
  });

  const folder = process.env.PRORATA_TEST_DATA;

  interface Reference {
    readonly items: Record<string, readonly { readonly effective_from: string; readonly rates: Record<string, number> }[]>;
  }

  // Where the collection is not followed: country and its effective date, with why.
  const DIFFERENT = new Map([
    ['GR 2016-01-01', 'Law 4334/2015 left 13 % and made 6.5 % into 6 % on 20 July 2015; there never was a 13.5 %'],
    ['GR 0000-01-01', 'compared at the end of 2015, when 6 % was already in force'],
    ['LU 2016-01-01', 'the collection lost the 14 % rate, which was in force until 2022'],
  ]);

  it('agree with the published collection', ({ skip }) => {
    skip(!folder, 'set PRORATA_TEST_DATA to the folder of reference data');
    const { items }: Reference = JSON.parse(readFileSync(join(folder!, 'reference/eu-vat-rates.json'), 'utf8'));
    const wrong: string[] = [];
    for (const [country, list] of Object.entries(items)) {
      const ascending = [...list].sort((left, right) => (left.effective_from < right.effective_from ? -1 : 1));
      for (const [index, { effective_from, rates }] of ascending.entries()) {
        if (DIFFERENT.has(`${country} ${effective_from}`)) continue;
        const next = ascending[index + 1]?.effective_from;
        // The collection's oldest rows have no date, so they are compared on their last day.
        const on = !effective_from.startsWith('0000') ? day(effective_from) : next ? day(next) - 1 : day('2025-08-31');
        const ours = (category: string) =>
          sourcedRatesOn(euVatRates, country, category, on).map((rate) => Number(formatExact(rate.percent)));
        const reduced = ['reduced', 'reduced_second', 'super_reduced'].flatMap(ours);
        const { standard, parking, ...others } = rates;
        // Luxembourg's middle rate is listed as a parking rate since 2023.
        const isWrong = (percent: number) => !Object.values(others).includes(percent) && percent !== parking;
        const missing = Object.values(others).filter((percent) => !reduced.includes(percent));
        if (ours('standard')[0] !== standard) wrong.push(`${country} ${formatDay(on)}: ${ours('standard')} is ${standard}`);
        if (missing.length > 0) wrong.push(`${country} ${formatDay(on)}: ${missing} is missing`);
        if (reduced.some(isWrong)) wrong.push(`${country} ${formatDay(on)}: ${reduced} are ${Object.values(others)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
