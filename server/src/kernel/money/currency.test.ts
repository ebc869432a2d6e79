// Our table against ISO's published list, where that is at hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { findCurrency, listCurrencies } from './currency.ts';

const folder = process.env.PRORATA_TEST_DATA;

interface Row {
  readonly AlphabeticCode: string;
  readonly NumericCode: string;
  readonly MinorUnit: string;
  readonly WithdrawalDate: string;
}

describe('currencies', () => {
  it('knows their decimals', () => {
    expect(findCurrency('EUR')).toEqual({ code: 'EUR', numeric: '978', digits: 2, withdrawnOn: null });
    expect(findCurrency('JPY')?.digits).toBe(0);
    expect(findCurrency('KWD')?.digits).toBe(3);
    expect(findCurrency('CLF')?.digits).toBe(4);
    expect(findCurrency('HRK')).toEqual({ code: 'HRK', numeric: '191', digits: 2, withdrawnOn: '2023-01' });
    expect(findCurrency('ITL')?.digits).toBe(0);
    for (const code of ['eur', 'XAU', 'XXX', 'ABC', '', '__proto__']) expect(findCurrency(code), code).toBeNull();
  });

  it('agrees with the published list', ({ skip }) => {
    skip(!folder, 'set PRORATA_TEST_DATA to the folder of reference data');
    const rows: Row[] = parse(readFileSync(join(folder!, 'reference/iso-4217.csv')), { columns: true, bom: true });
    const inUse = rows.filter((row) => row.AlphabeticCode && !row.WithdrawalDate && row.MinorUnit !== '-');
    const codesInUse = new Set(inUse.map((row) => row.AlphabeticCode));
    for (const row of inUse) {
      const expected = { code: row.AlphabeticCode, numeric: row.NumericCode, digits: Number(row.MinorUnit), withdrawnOn: null };
      expect(findCurrency(row.AlphabeticCode)).toEqual(expected);
    }
    const ends = new Map<string, { numeric: string; end: string }>();
    for (const row of rows) {
      if (!row.WithdrawalDate || !row.NumericCode || codesInUse.has(row.AlphabeticCode)) continue;
      const end = row.WithdrawalDate.match(/\d{4}(-\d{2}(?!\d))?/g)!.at(-1)!;
      const known = ends.get(row.AlphabeticCode);
      if (!known || known.end < end) ends.set(row.AlphabeticCode, { numeric: row.NumericCode, end });
    }
    for (const [code, { numeric, end }] of ends) expect(findCurrency(code)).toMatchObject({ numeric, withdrawnOn: end });
    expect(listCurrencies()).toHaveLength(codesInUse.size + ends.size);
  });
});
