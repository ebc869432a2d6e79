// Documents as plain text tables: every kind of page in words and figures, and what must never be printed.
import { describe, expect, it } from 'vitest';
import {
  sampleCreditNote,
  sampleDocument,
  sampleFleet,
  sampleGerman,
  sampleHostile,
  sampleInclusive,
  sampleInvoice,
  sampleLine,
  sampleTinyUsage,
  sampleYen,
} from '../samples.ts';
import { wordingFor } from '../wording.ts';
import type { DocumentLine, DocumentModel } from './document-model.ts';
import { layoutDocument } from './layout.ts';
import { BREAK } from './plain-text.ts';
import { printLayout } from './print-layout.ts';
import type { MessageKey, Wording } from './wording.ts';

function print(model: DocumentModel): string {
  return printLayout(layoutDocument(model, wordingFor(model.language)));
}

function rowsOf(line: Partial<DocumentLine>, model: Partial<DocumentModel> = {}) {
  const built = sampleLine({ description: 'Seat', exactAmount: '1', ...line });
  return layoutDocument({ ...sampleDocument([{ name: null, reference: null, lines: [built] }]), ...model }, wordingFor('en')).table
    .groups[0]!.rows[0]!;
}

describe('whole documents', () => {
  it.each([
    ['invoice', sampleInvoice()],
    ['german', sampleGerman()],
    ['credit note', sampleCreditNote()],
    ['german credit note', sampleCreditNote('de')],
    ['yen', sampleYen()],
    ['inclusive', sampleInclusive()],
    ['tiny usage', sampleTinyUsage()],
  ])('%s', async (name, model) => {
    await expect(`${print(model)}\n`).toMatchFileSnapshot(`expected/${name.replaceAll(' ', '-')}.txt`);
  });
  it('sums each service where there are several', () => {
    const { groups } = layoutDocument(sampleFleet(2), wordingFor('en')).table;
    expect(groups.map((group) => [group.title, group.reference, group.amount])).toEqual(
      [
        ['Server web-|01.|harbourfinch.|example', 'srv-4100', '109.38'],
        ['Server web-|02.|harbourfinch.|example', 'srv-4101', '109.25'],
      ].map((row) => row.map((cell) => cell.replaceAll('|', BREAK))),
    );
  });
});

describe('lines', () => {
  const state = (quantity: string, unitPrice: string | null, per: string | null = null) => ({ quantity, unitPrice, per });
  it('shows a change of quantity, of price and of neither', () => {
    const change = { reason: 'changed' as const, interval: null };
    const quantity = rowsOf({ ...change, old: state('5', '3'), new: state('10', '3') });
    expect([quantity.details, quantity.quantity, quantity.price]).toEqual([['Quantity changed'], '5 → 10', '3.00']);
    const price = rowsOf({ ...change, old: state('5', '3'), new: state('5', '4') });
    expect([price.details, price.quantity, price.price]).toEqual([['Price changed'], '5', '3.00 → 4.00']);
    const neither = rowsOf({ ...change, old: state('5', null), new: state('5', null) });
    expect([neither.details, neither.quantity, neither.price]).toEqual([['Changed'], '5', '']);
  });
  it('prints credits on an invoice as a negative quantity at a positive price', () => {
    const row = rowsOf({ reason: 'taken_back', old: state('5', '3'), exactAmount: '-1' });
    expect([row.quantity, row.price, row.amount]).toEqual(['−5', '3.00', '−1.00']);
  });
  it('prints charges on a credit note as negative', () => {
    const row = rowsOf({ new: state('5', '3'), exactAmount: '1' }, { kind: 'credit_note' });
    expect([row.quantity, row.amount]).toEqual(['−5', '−1.00']);
  });
  it('prints a credit item, whose price is below zero, with one sign: on an invoice that of the quantity, on a credit note none', () => {
    const item = { kind: 'item' as const, reason: 'item' as const, new: state('2', '-65'), exactAmount: '-130' };
    const charged = rowsOf(item);
    expect([charged.quantity, charged.price, charged.amount]).toEqual(['−2', '65.00', '−130.00']);
    const credited = rowsOf(item, { kind: 'credit_note' });
    expect([credited.quantity, credited.price, credited.amount]).toEqual(['2', '65.00', '130.00']);
    const changed = { ...item, reason: 'changed' as const, old: state('2', '-50'), exactAmount: '-30' };
    expect(rowsOf(changed).price).toBe('−50.00 → −65.00');
    expect(rowsOf(changed, { kind: 'credit_note' }).price).toBe('50.00 → 65.00');
  });
  it('says what a price is for', () => {
    expect(rowsOf({ new: state('2500', '0.4', '1000') }).price).toBe('0.40 per 1,000');
    expect(rowsOf({ new: state('2500', '0.4', '1') }).price).toBe('0.40');
  });
  it('lists tiers, fees and no more than a dozen of them', () => {
    const part = { units: '10', unitPrice: '0.5', flat: '2', amount: '7' };
    expect(rowsOf({ interval: null, new: state('20', null), parts: [part, { ...part, unitPrice: null, flat: null }] }).details).toEqual([
      'Recurring charge',
      '10 × 0.50 + 2.00 = 7.00',
      '10 = 7.00',
    ]);
    expect(rowsOf({ interval: null, parts: Array.from({ length: 14 }, () => part) }).details.at(-1)).toBe('and 2 more steps');
    expect(rowsOf({ interval: null, new: state('10', '0.5'), parts: [part] }).details).toEqual(['Recurring charge']);
  });
  it('shows what rounds to nothing, and nothing more for a true zero', () => {
    expect(rowsOf({ interval: null, exactAmount: '0.000000231' }).details).toEqual(['Recurring charge', 'exact 0.000000231']);
    expect(rowsOf({ interval: null, exactAmount: '-0.000000231' }, { kind: 'credit_note' }).details.at(-1)).toBe('exact 0.000000231');
    expect(rowsOf({ interval: null, exactAmount: '0' }).details).toEqual(['Recurring charge']);
  });
});

describe('totals', () => {
  it('shows a reduction of the whole document between the lines and the net', () => {
    const model = sampleDocument([
      { name: null, reference: null, lines: [sampleLine({ description: 'Plan', exactAmount: '100', tax: null })] },
    ]);
    const reduced: DocumentModel = {
      ...model,
      allowances: [{ description: 'WELCOME', amount: '30.00' }],
      net: '70.00',
      total: '70.00',
      due: '70.00',
    };
    expect(layoutDocument(reduced, wordingFor('en')).totals.map((row) => `${row.label} ${row.value}`)).toEqual([
      'Sum of the lines 100.00',
      'WELCOME −30.00',
      'Total €70.00',
      'Amount due €70.00',
    ]);
  });
  const wrong: [string, Partial<DocumentModel>, string][] = [
    ['net', { net: '92.88' }, 'the lines add up to another sum'],
    ['tax', { tax: '17.66' }, 'the taxes are not the tax'],
    ['total', { total: '110.53' }, 'net and tax are not the total'],
    ['due', { due: '90.51' }, 'total less what was applied'],
    ['applied', { applied: [] }, 'total less what was applied'],
    ['decimals', { due: '90.521' }, '"90.521" is not an amount with 2 decimals'],
    ['zone', { timezone: 'Mars/Olympus' }, '"Mars/Olympus" is not a time zone'],
    ['date', { issuedOn: '2024-02-30' }, '"2024-02-30" is not a date'],
  ];
  it.each(wrong)('refuses to print a wrong %s', (_, change, message) => {
    expect(() => print({ ...sampleInvoice(), ...change })).toThrow(message);
  });
  it('refuses a line whose discount does not fit', () => {
    const model = sampleInvoice();
    const [group] = model.groups;
    const [line] = group!.lines;
    expect(() => print({ ...model, groups: [{ ...group!, lines: [{ ...line!, discount: '1.00' }] }] })).toThrow(
      'is not its gross less its discount',
    );
  });
});

describe('language', () => {
  /** Every word of ours is bracketed; what is left outside must come from the facts. */
  const marked: Wording = {
    ...wordingFor('en'),
    text: (_key: MessageKey, values = {}) => `⟦${Object.keys(values).length === 0 ? '' : Object.values(values).join(' ')}⟧`,
    country: () => '⟦⟧',
    list: (parts) => parts.join(' '),
    longDate: () => '⟦⟧',
    shortDate: () => '⟦⟧',
    dateRange: () => '⟦⟧',
    money: () => '⟦⟧',
  };
  it('has no words outside the message files', () => {
    // Facts are digits only, so that any letter is ours.
    const digitsOnly = (model: DocumentModel) =>
      JSON.parse(JSON.stringify(model), (key, value) =>
        typeof value === 'string' &&
        [
          'name',
          'brand',
          'email',
          'phone',
          'website',
          'description',
          'item',
          'reference',
          'unit',
          'number',
          'bank',
          'holder',
          'iban',
          'bic',
          'accountNumber',
          'externalId',
          'purchaseOrder',
          'address',
          'currency',
        ].includes(key)
          ? '1'
          : value,
      ) as DocumentModel;
    for (const model of [sampleInvoice(), sampleCreditNote(), sampleGerman(), sampleInclusive()]) {
      const neutral = digitsOnly(model);
      const { address: _seller, ...seller } = neutral.seller;
      const { address: _buyer, ...buyer } = neutral.buyer;
      const layout = layoutDocument(
        { ...neutral, notes: [], seller: { ...seller, address: [] }, buyer: { ...buyer, address: [] } },
        marked,
      );
      const ours = printLayout(layout).replace(/\{pages?\}|Europe\/Berlin|\(UTC[+−]\d\)/g, '');
      expect(ours.match(/[\p{L}]+/gu) ?? []).toEqual([]);
    }
  });
});

describe('hostile text', () => {
  it.each(['\u202e}{]["#import', 'x'.repeat(10_000), '\u0000', '{count, plural, one {#}}', '<b>&amp;'])('is laid out: %j', (text) => {
    const layout = layoutDocument(sampleHostile(text), wordingFor('en'));
    const json = JSON.stringify(layout);
    expect(json).not.toContain('\u202e');
    expect(json.length).toBeLessThan(30_000);
  });
});
