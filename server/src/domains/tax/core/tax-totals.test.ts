// Tax of documents: rounding by document and by line, inclusive and exclusive, several taxes, and credits that mirror charges.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseDecimal, parseMinor } from '../../../kernel/money/decimal.ts';
import { formatExact } from '../../../kernel/money/rational.ts';
import { isSameTreatment, rateChangesWithin, ratesOn, type TaxRate, type TaxTreatment, treatmentKey, treatmentOn } from './tax-table.ts';
import { type TaxableLine, type TaxOptions, taxTotals } from './tax-totals.ts';

const of = (text: string) => parseDecimal(text)!;
const rate = (name: string, percent: string, fromDay: number | null = null): TaxRate => ({ name, percent: of(percent), fromDay });
const treatment = (...percents: string[]): TaxTreatment => ({
  category: 'standard',
  rates: percents.map((percent, index) => rate(`T${index}`, percent)),
});
const line = (amountMinor: bigint, taxed: TaxTreatment): TaxableLine => ({ amountMinor, treatment: taxed });
const exclusive: TaxOptions = { rounding: 'document', inclusive: false, mode: 'half_up' };
const inclusive: TaxOptions = { ...exclusive, inclusive: true };
const add = (amounts: readonly bigint[]) => amounts.reduce((whole, amount) => whole + amount, 0n);

describe('ratesOn', () => {
  const table = new Map([
    ['standard', [rate('VAT', '19'), rate('VAT', '16', 100), rate('VAT', '19', 200), rate('city', '2', 150)]],
    ['books', [rate('VAT', '7')]],
  ]);
  const on = (category: string, day: number) => ratesOn(table, category, day).map((one) => `${one.name} ${formatExact(one.percent)}`);

  it('gives one rate per name, the latest in force', () => {
    expect(on('standard', 99)).toEqual(['VAT 19']);
    expect(on('standard', 100)).toEqual(['VAT 16']);
    expect(on('standard', 199)).toEqual(['VAT 16', 'city 2']);
    expect(on('standard', 200)).toEqual(['VAT 19', 'city 2']);
    expect(on('books', 0)).toEqual(['VAT 7']);
    expect(on('none', 0)).toEqual([]);
    expect(rateChangesWithin(table, 'standard', 100, 200)).toEqual([150]);
    expect(rateChangesWithin(table, 'none', 0, 200)).toEqual([]);
  });

  it('knows which treatments are the same', () => {
    const before = treatmentOn(table, 'standard', 0);
    expect(isSameTreatment(before, treatmentOn(table, 'standard', 50))).toBe(true);
    expect(isSameTreatment(before, treatmentOn(table, 'standard', 100))).toBe(false);
    expect(isSameTreatment(before, treatmentOn(table, 'standard', 200))).toBe(false);
    expect(isSameTreatment(before, { category: 'standard', rates: [rate('VAT', '19.0', 7)] })).toBe(true);
    expect(isSameTreatment(before, { ...before, category: 'other' })).toBe(false);
    expect(treatmentKey(before)).toBe(treatmentKey({ category: 'standard', rates: [rate('VAT', '19.0', 7)] }));
  });
});

describe('taxTotals', () => {
  it('adds tax once per document, category and rate', () => {
    const lines = [
      line(33n, treatment('19')),
      line(33n, treatment('19')),
      line(50n, treatment('7')),
      line(10n, { category: 'none', rates: [] }),
    ];
    const totals = taxTotals(lines, exclusive);
    expect(totals.taxes.map((tax) => [formatExact(tax.percent), tax.baseMinor, tax.amountMinor])).toEqual([
      ['19', 66n, 13n],
      ['7', 50n, 4n],
    ]);
    expect(totals).toMatchObject({ netLinesMinor: [33n, 33n, 50n, 10n], netMinor: 126n, taxMinor: 17n, totalMinor: 143n });
    expect(taxTotals(lines, { ...exclusive, rounding: 'line' }).taxes[0]).toMatchObject({ baseMinor: 66n, amountMinor: 12n });
  });

  it('leaves inclusive prices what they are', () => {
    const totals = taxTotals([line(999n, treatment('19'))], inclusive);
    expect(totals).toMatchObject({ netMinor: 839n, taxMinor: 160n, totalMinor: 999n });
    const three = taxTotals([line(999n, treatment('19')), line(999n, treatment('19')), line(999n, treatment('19'))], inclusive);
    expect(three).toMatchObject({ netLinesMinor: [840n, 839n, 839n], netMinor: 2518n, taxMinor: 479n, totalMinor: 2997n });
    const perLine = taxTotals([line(999n, treatment('19')), line(999n, treatment('19'))], { ...inclusive, rounding: 'line' });
    expect(perLine).toMatchObject({ netLinesMinor: [839n, 839n], taxMinor: 320n, totalMinor: 1998n });
    const two = taxTotals([line(11000n, treatment('5', '9.975'))], inclusive);
    expect(two).toMatchObject({ netMinor: 9567n, totalMinor: 11000n });
    expect(two.taxes.map((tax) => tax.amountMinor)).toEqual([478n, 955n]);
    expect(taxTotals([line(500n, { category: 'none', rates: [] })], inclusive)).toMatchObject({ netMinor: 500n, taxMinor: 0n, taxes: [] });
  });

  it('keeps a credit at its old rate apart from charges at the new one', () => {
    const totals = taxTotals([line(10000n, treatment('19')), line(-5000n, treatment('16'))], exclusive);
    expect(totals.taxes.map((tax) => tax.amountMinor)).toEqual([1900n, -800n]);
  });

  it('rounds the tax of halves away from zero, or to even', () => {
    expect(taxTotals([line(50n, treatment('5'))], exclusive).taxMinor).toBe(3n);
    expect(taxTotals([line(-50n, treatment('5'))], exclusive).taxMinor).toBe(-3n);
    expect(taxTotals([line(50n, treatment('5'))], { ...exclusive, mode: 'half_even' }).taxMinor).toBe(2n);
  });

  const anyTreatment = fc.constantFrom(treatment('19'), treatment('7'), treatment('8.875', '2.125', '0.5'), treatment());
  const anyLines = fc.array(
    fc.tuple(fc.bigInt({ min: -100000n, max: 100000n }), anyTreatment).map(([amount, taxed]) => line(amount, taxed)),
    { minLength: 1, maxLength: 8 },
  );
  const anyOptions: fc.Arbitrary<TaxOptions> = fc.record({
    rounding: fc.constantFrom('document', 'line'),
    inclusive: fc.boolean(),
    mode: fc.constantFrom('half_up', 'half_even'),
  });

  it('adds up, mirrors, and keeps inclusive totals to the cent', () => {
    fc.assert(
      fc.property(anyLines, anyOptions, (lines, options) => {
        const totals = taxTotals(lines, options);
        expect(add(totals.netLinesMinor)).toBe(totals.netMinor);
        expect(add(totals.taxes.map((tax) => tax.amountMinor))).toBe(totals.taxMinor);
        const amounts = add(lines.map((one) => one.amountMinor));
        expect(options.inclusive ? totals.totalMinor : totals.netMinor).toBe(amounts);
        const mirrored = taxTotals(
          lines.map((one) => ({ ...one, amountMinor: -one.amountMinor })),
          options,
        );
        expect(mirrored.totalMinor).toBe(-totals.totalMinor);
        expect(mirrored.netLinesMinor.map((amount) => -amount)).toEqual(totals.netLinesMinor);
        expect(mirrored.taxes.map((tax) => -tax.amountMinor)).toEqual(totals.taxes.map((tax) => tax.amountMinor));
      }),
    );
  });

  it('gives back exactly the tax of an invoice, credited bit by bit', () => {
    const parts = fc.array(fc.bigInt({ min: 1n, max: 3333n }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(parts, anyTreatment, anyOptions, (amounts, taxed, options) => {
        const charge = [line(add(amounts), taxed)];
        const invoiced = taxTotals(charge, { ...options, rounding: 'document' });
        let given = 0n;
        let net = 0n;
        const stated = [...charge];
        for (const amount of amounts) {
          const credit = line(-amount, taxed);
          const totals = taxTotals([credit], { ...options, rounding: 'document' }, stated);
          expect(add(totals.netLinesMinor)).toBe(totals.netMinor);
          expect(totals.totalMinor).toBe(totals.netMinor + totals.taxMinor);
          given += totals.taxMinor;
          net += totals.netMinor;
          stated.push(credit);
        }
        expect([given, net]).toEqual([-invoiced.taxMinor, -invoiced.netMinor]);
      }),
    );
  });
});

const folder = process.env.PRORATA_TEST_DATA;

interface TaxExample {
  readonly id: string;
  readonly input: {
    readonly cases: readonly { readonly base: string; readonly rate_percent: string; readonly scale: number }[];
    readonly base: string;
    readonly rates_percent: readonly string[];
  };
  readonly expected: { readonly cases: readonly { readonly tax: string }[]; readonly taxes: readonly string[]; readonly total_tax: string };
}

describe('worked examples of other systems', () => {
  beforeEach(({ skip }) => skip(!folder, 'set PRORATA_TEST_DATA to the folder of reference data'));

  const all: TaxExample[] = folder ? JSON.parse(readFileSync(join(folder, 'worked-examples.json'), 'utf8')) : [];
  const example = (id: string) => all.find((candidate) => candidate.id === id)!;

  it('tax-01: one rate', () => {
    const { input, expected } = example('tax-01');
    const taxes = input.cases.map(
      (one) => taxTotals([line(parseMinor(one.base, one.scale)!, treatment(one.rate_percent))], exclusive).taxMinor,
    );
    expect(taxes).toEqual(expected.cases.map((one, index) => parseMinor(one.tax, input.cases[index]!.scale)));
  });

  it('tax-02: several taxes, each rounded', () => {
    const { input, expected } = example('tax-02');
    const totals = taxTotals([line(parseMinor(input.base, 2)!, treatment(...input.rates_percent))], exclusive);
    expect(totals.taxes.map((tax) => tax.amountMinor)).toEqual(expected.taxes.map((text) => parseMinor(text, 2)));
    expect(totals.taxMinor).toBe(parseMinor(expected.total_tax, 2));
  });
});
