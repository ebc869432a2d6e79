// A seller closes his books: what is told of closed periods afterwards is billed as an adjustment in the open one, and the books hold.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { explainInvoice } from '../src/commands/invoice-text.ts';
import { recordSettings } from '../src/domains/accounts/index.ts';
import { modelOfInvoice } from '../src/domains/documents/model-of-invoice.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { Books, day, decimal, TestClock } from '../src/testing/books.ts';
import { createTestDatabase } from '../src/testing/database.ts';

let database: Database;
let books: Books;
let clock: TestClock;

beforeEach(async () => {
  ({ database } = await createTestDatabase());
  clock = new TestClock('2024-01-01T09:00:00Z');
  books = new Books(database, clock);
  await books.open({ upgrade: 'at_once', downgrade: 'at_once' });
  await books.accounts('Ada');
});

afterEach(async () => {
  await books.bill();
  expect(await books.bill()).toMatchObject({ documents: 0 });
  expect(await books.findings()).toEqual([]);
  await database.close();
});

async function billOn(...dates: string[]): Promise<string> {
  const before = (await books.invoices()).length;
  for (const date of dates) {
    clock.set(`${date}T09:00:00Z`);
    await books.bill();
  }
  return (await books.printed())
    .split(/\n(?=\w)/)
    .slice(before)
    .join('\n');
}

const close = (key: 'booksClosedUntil' | 'greatestAgeDays', value: unknown, from: string): Promise<void> =>
  books.run((tx, seller, now) => recordSettings(tx, seller.id, [{ accountId: null, key, value, validFrom: day(from) }], now));

const seats = (date: string, value: string): Promise<void> =>
  books.fact('s', date, { kind: 'quantity', component: 'seat', value: decimal(value) });

it('adjusts closed months in one printed line, taxed as they were, and bills the open month as ever', async () => {
  await books.start('s', 'Ada', '2024-01-01', { seat: '1' });
  await billOn('2024-01-01', '2024-02-01', '2024-03-01');
  clock.set('2024-03-05T09:00:00Z');
  await close('booksClosedUntil', '2024-03-01', '2024-03-05');
  await seats('2024-01-11', '2');
  expect(await billOn('2024-03-05')).toMatchInlineSnapshot(`
    "INV-000004 Ada for 2024-03-05
      P/seat 2024-03-05 2024-03-06 1 adjustment ->- 21.00
      P/seat 2024-03-05 2024-03-06 1 adjustment ->- 31.00
      P/seat 2024-03-01 2024-04-01 1 changed 1>2 31.00
      = 83.00 + VAT 19% 15.77 = 98.77"
  `);
  const [invoice] = (await books.invoices()).slice(-1);
  const { groups, net } = modelOfInvoice(invoice!, []);
  const printed = groups.map(({ name, lines }) => [name, ...lines.map(({ reason, amount }) => `${reason} ${amount}`)]);
  expect([net, ...printed]).toMatchInlineSnapshot(`
    [
      "83.00",
      [
        "Cloud",
        "changed 31.00",
        "adjustment 52.00",
      ],
    ]
  `);
  expect(explainInvoice(invoice!).split('\n').slice(3, 8)).toMatchInlineSnapshot(`
    [
      "seat, P/seat: 21.00 EUR (adjustment)",
      "  from 2024-03-05 to 2024-03-06, period 2024-01-01 to 2024-02-01, fraction 1",
      "  a closed period, adjusted as a whole and not billed again line by line",
      "  exactly 21.00",
      "  the window is rounded as one: 31.00 before this line, 52.00 with it: 21.00 EUR",
    ]
  `);

  await seats('2024-01-11', '0');
  expect(await billOn('2024-03-06')).toMatchInlineSnapshot(`
    "CN-000001 Ada for 2024-03-06
      P/seat 2024-03-06 2024-03-07 1 adjustment ->- -42.00
      P/seat 2024-03-06 2024-03-07 1 adjustment ->- -62.00
      P/seat 2024-03-01 2024-04-01 1 taken_back 2>- -62.00
      = -166.00 + VAT 19% -31.54 = -197.54"
  `);
});

it('adjusts what is older than the greatest age, and nothing that is billed for the first time', async () => {
  await close('greatestAgeDays', 30, '2024-01-01');
  clock.set('2024-03-20T09:00:00Z');
  await books.start('s', 'Ada', '2024-01-01', { seat: '1' });
  expect(await billOn('2024-03-20')).toMatchInlineSnapshot(`
    "INV-000001 Ada for 2024-01-01
      P/seat 2024-01-01 2024-02-01 1 due ->1 31.00
      = 31.00 + VAT 19% 5.89 = 36.89
    INV-000002 Ada for 2024-02-01
      P/seat 2024-02-01 2024-03-01 1 due ->1 31.00
      = 31.00 + VAT 19% 5.89 = 36.89
    INV-000003 Ada for 2024-03-01
      P/seat 2024-03-01 2024-04-01 1 due ->1 31.00
      = 31.00 + VAT 19% 5.89 = 36.89"
  `);
  await seats('2024-01-31', '2');
  expect(await billOn('2024-03-21')).toMatchInlineSnapshot(`
    "INV-000004 Ada for 2024-03-21
      P/seat 2024-03-21 2024-03-22 1 adjustment ->- 1.00
      P/seat 2024-02-01 2024-03-01 1 changed 1>2 31.00
      P/seat 2024-03-01 2024-04-01 1 changed 1>2 31.00
      = 63.00 + VAT 19% 11.97 = 74.97"
  `);
});
