// The worked chain of docs/accounting.md, computed.
import { expect, test } from 'vitest';
import { type Day, parseDay } from '../../../kernel/calendar/civil.ts';
import { documentPostings, releasePostings } from './document-postings.ts';
import { balancesOf, movement } from './posting.ts';

const day = (text: string): Day => parseDay(text) ?? Number.NaN;

test('a month billed, partly taken back, released and paid leaves what was served', () => {
  const line = { inAdvance: true, to: day('2024-02-15') };
  const invoice = documentPostings({
    book: 1n,
    currency: 'EUR',
    postedOn: day('2024-01-15'),
    taxMinor: 570n,
    parts: [{ ...line, from: day('2024-01-15'), amountMinor: 3000n }],
  });
  const creditNote = documentPostings({
    book: 1n,
    currency: 'EUR',
    postedOn: day('2024-01-25'),
    taxMinor: -386n,
    parts: [{ ...line, from: day('2024-01-25'), amountMinor: -2032n }],
  });
  expect(invoice.map((posting) => posting.amountMinor)).toEqual([1645n, 1355n, 570n]);
  expect(creditNote.map((posting) => posting.amountMinor)).toEqual([677n, 1355n, 386n]);
  const release = releasePostings(1n, 'EUR', day('2024-02-01'), 1355n - 1355n);
  const payment = movement(1n, 'EUR', 'payments', 'receivable', 1152n);
  const balances = balancesOf([...invoice, ...creditNote, ...release, ...payment]);
  expect(Object.fromEntries(balances)).toEqual({
    '1/EUR/receivable': 0n,
    '1/EUR/deferred_revenue': 0n,
    '1/EUR/revenue': -968n,
    '1/EUR/tax_payable': -184n,
    '1/EUR/payments': 1152n,
  });
});
