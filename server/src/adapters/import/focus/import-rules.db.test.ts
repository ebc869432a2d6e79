// What an import into the database must keep to, on files small enough to add up by hand.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { add, formatExact, ZERO } from '../../../kernel/money/rational.ts';
import { Books, decimal, TestClock } from '../../../testing/books.ts';
import { createTestDatabase } from '../../../testing/database.ts';
import { makeTemporaryFolder } from '../../../testing/temporary-folder.ts';
import type { ImportReport } from './core/report.ts';
import { createDatabaseTarget } from './database-target.ts';
import { importFocusFile } from './import-file.ts';

const example = fileURLToPath(new URL('../../../../../docs/examples/focus.csv', import.meta.url));
const COLUMNS =
  'BillingAccountId,BillingCurrency,BillingPeriodStart,ChargeCategory,ChargePeriodStart,ListCost,ListUnitPrice,PricingQuantity,ProviderName,SkuPriceId,SubAccountId';

async function openBooks(): Promise<Books> {
  const { database } = await createTestDatabase();
  onTestFinished(() => database.close());
  return new Books(database, new TestClock('2026-03-15T09:00:00Z'));
}

const importInto = (books: Books, path: string): Promise<ImportReport> =>
  importFocusFile(path, createDatabaseTarget(books.database, books.clock));

/** Two units at 1.50 of account 1001, on the first of a month. */
function row(
  month: string,
  changes: { account?: string; currency?: string; start?: string; cost?: string; quantity?: string } = {},
): string {
  const { account = '1001', currency = 'EUR', start = `${month}-01T00:00:00Z`, cost = '3.00', quantity = '2' } = changes;
  return `7001,${currency},${start},Usage,${month}-01T00:00:00Z,${cost},1.50,${quantity},Cloud,A-1,${account}`;
}

function file(...rows: string[]): string {
  const path = join(makeTemporaryFolder(), 'bill.csv');
  writeFileSync(path, `${[COLUMNS, ...rows].join('\n')}\n`);
  return path;
}

/** Rows of every table that holds what somebody told us. */
async function countRows(books: Books): Promise<Record<string, bigint>> {
  const { rows: tables } = await books.database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const counts: Record<string, bigint> = {};
  for (const { name } of tables) {
    counts[name] = (await books.database.pool.query<{ n: bigint }>(`select count(*) as n from "${name}"`)).rows[0]!.n;
  }
  return counts;
}

/** Exact amounts per account and billing day. */
async function billed(books: Books): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const { account, billedOn, lines } of await books.invoices()) {
    const key = `${account.externalId} ${billedOn}`;
    sums[key] = formatExact(lines.reduce((sum, line) => add(sum, decimal(line.exactAmount)), decimal(sums[key] ?? '0')));
  }
  return sums;
}

it('takes the example file: what is billed and what is refused is its list cost', async () => {
  const books = await openBooks();
  const report = await importInto(books, example);
  expect(report).toMatchObject({ providerMade: true, currency: 'EUR', refused: 1, refusedListCost: '0.95' });
  expect(await books.bill('2026-02-01')).toMatchObject({ parked: [] });
  const all = Object.values(await billed(books)).reduce((sum, one) => add(sum, decimal(one)), ZERO);
  expect(formatExact(add(all, decimal(report.refusedListCost)))).toBe(report.listCost);
  expect(await books.findings()).toEqual([]);
});

it('changes no row of any table the second time, rows of no readable bill included', async () => {
  const books = await openBooks();
  const path = file(row('2026-01'), row('2026-01', { start: 'soon' }));
  const unreadable = file(row('2026-02', { start: 'later' }));
  expect(await importInto(books, path)).toMatchObject({ events: 1, refused: 1 });
  expect(await importInto(books, unreadable)).toMatchObject({ refused: 1, bills: [] });
  const before = await countRows(books);
  expect(before).toMatchObject({ refused_event: 2n, import_report: 2n, usage_event: 1n });
  await importInto(books, path);
  await importInto(books, unreadable);
  expect(await countRows(books)).toEqual(before);
});

it('bills a month that arrives after a later one was billed', async () => {
  const books = await openBooks();
  await importInto(books, file(row('2026-02')));
  await books.bill('2026-03-01');
  expect(await billed(books)).toEqual({ '1001 2026-03-01': '3' });
  expect(await importInto(books, file(row('2026-01', { cost: '6.00', quantity: '4' })))).toMatchObject({ eventsMade: 1, accountsMade: 0 });
  await books.bill('2026-03-15');
  const sums = await billed(books);
  expect(formatExact(Object.values(sums).reduce((sum, one) => add(sum, decimal(one)), ZERO)), JSON.stringify(sums)).toBe('9');
  expect(await books.bill('2026-03-15')).toMatchObject({ documents: 0 });
  expect(await books.findings()).toEqual([]);
});

it('leaves nothing behind when an account counts its days elsewhere', async () => {
  const books = await openBooks();
  await books.open();
  await books.accounts('1001');
  const before = await countRows(books);
  await expect(importInto(books, file(row('2026-01', { account: '1000' }), row('2026-01')))).rejects.toMatchObject({
    code: 'focus.account_zone',
    parameters: { account: '1001', zone: 'Europe/Berlin' },
  });
  expect(await countRows(books)).toEqual(before);
});

it('refuses a file in another currency than the provider bills in', async () => {
  const books = await openBooks();
  await books.open();
  await expect(importInto(books, file(row('2026-01', { currency: 'USD' })))).rejects.toMatchObject({ code: 'focus.wrong_currency' });
});

it('takes two imports at a time one after the other', async () => {
  const books = await openBooks();
  const path = file(row('2026-01'));
  const reports = await Promise.all([importInto(books, path), importInto(books, path)]);
  expect(reports.map((report) => report.eventsMade).sort()).toEqual([0, 1]);
});
