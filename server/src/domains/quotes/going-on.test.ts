// Documents that go on where an answer ended: what was changed on the way is refused with its place.
import { describe, expect, it } from 'vitest';
import { documentWith, type Json, refusalOf } from '../../testing/quote-documents.ts';

const waiting = (fields: Json): unknown =>
  documentWith([
    'waiting',
    [
      {
        subscription: 's',
        component: 'P/seat',
        window: { from: '2024-01-01', to: '2024-02-01' },
        reason: 'due',
        from: '2024-01-01',
        to: '2024-02-01',
        fraction: '1',
        exact: '3',
        gross: '3.00',
        discount: '0.00',
        amount: '3.00',
        before: '0.00',
        after: '3.00',
        tax: { category: 'standard', rates: [] },
        ...fields,
      },
    ],
  ]);

type Case = readonly [name: string, document: unknown, code: string, path: string, message: string];

function refuses(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, document, code, path, message) => {
    expect(refusalOf(document)).toEqual({ code, path, message });
  });
}

describe('what ends before it begins', () => {
  refuses([
    [
      'a waiting line',
      waiting({ from: '2024-02-01', to: '2024-01-01' }),
      'waiting.no_stretch',
      'waiting[0]',
      'A line does not end before it begins, and has both bounds as dates or both as instants.',
    ],
    [
      'a billing day before those of the documents before',
      documentWith(['billedThrough', '2024-01-02']),
      'quote.run_before_billed',
      'runs[0]',
      'This day was billed before ("billedThrough"); begin with it or with a later one.',
    ],
  ]);
});

describe('lines that wait', () => {
  const message = 'The amount must be "gross" less "discount", and "after" less "before"; feed an answer\u2019s "waiting" back unchanged.';
  refuses([
    ['with a changed amount', waiting({ amount: '4.00' }), 'waiting.does_not_add_up', 'waiting[0]', message],
    ['that do not continue', waiting({ before: '1.00' }), 'waiting.does_not_add_up', 'waiting[0]', message],
    [
      'with a part of a cent',
      waiting({ gross: '3.001' }),
      'money.too_many_digits',
      'waiting[0].gross',
      '"3.001" has more decimals than the currency.',
    ],
  ]);
});
