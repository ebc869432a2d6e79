// A real month of three clouds' bills in the database: taken whole, billed to the last digit, the same file twice changes nothing.
import { createReadStream, existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { absolute, add, compare, formatExact, type Rational, rational, subtract, ZERO } from '../../../kernel/money/rational.ts';
import type { Database } from '../../../platform/postgres/pool.ts';
import { Books, TestClock } from '../../../testing/books.ts';
import { createTestDatabase } from '../../../testing/database.ts';
import { makeTemporaryFolder } from '../../../testing/temporary-folder.ts';
import type { ImportReport } from './core/report.ts';
import { createDatabaseTarget } from './database-target.ts';
import { importFocusFile } from './import-file.ts';

const folder = process.env.PRORATA_TEST_DATA;
const path = join(folder ?? '', 'focus', 'focus_sample.csv');
const skipped = folder === undefined ? 'PRORATA_TEST_DATA is not set' : existsSync(path) ? null : `${path} is not there`;

function into(costs: Map<string, Rational>, account: string, cost: string): void {
  costs.set(account, add(costs.get(account) ?? ZERO, parseDecimal(cost)!));
}

describe.skipIf(skipped !== null)(`the FOCUS sample in the books${skipped === null ? '' : ` (skipped: ${skipped})`}`, () => {
  let database: Database;
  let books: Books;
  let report: ImportReport;
  const clock = new TestClock('2026-01-15T09:00:00Z');

  beforeAll(async () => {
    ({ database } = await createTestDatabase());
    books = new Books(database, clock);
    report = await importFocusFile(path, createDatabaseTarget(database, clock));
    expect(await books.bill('2024-11-01')).toMatchObject({ parked: [] });
  });

  afterAll(async () => {
    expect(await books.findings()).toEqual([]);
    await database.close();
  });

  it('takes every row once', () => {
    expect(report).toMatchObject({
      rows: 1000,
      accountsMade: 73,
      events: 557,
      eventsMade: 557,
      items: 7,
      refused: 436,
      providerMade: true,
    });
  });

  it('bills exactly what the clouds charged, per sub-account, refusals included', async () => {
    const found = new Map<string, Rational>();
    for (const invoice of await books.invoices())
      for (const line of invoice.lines) into(found, invoice.account.externalId, line.exactAmount);
    for (const { account, listCost } of report.refusals) into(found, account!, listCost!);
    const expected = new Map<string, Rational>();
    for await (const row of createReadStream(path).pipe(parse({ columns: true })) as AsyncIterable<Record<string, string>>) {
      into(expected, row.SubAccountId!, row.ListCost!);
    }
    expect(expected.size).toBe(73);
    for (const [account, cost] of expected) {
      const own = found.get(account) ?? ZERO;
      expect(
        compare(absolute(subtract(own, cost)), rational(1n, 1_000_000_000n)),
        `${account}: ${formatExact(own)}, not ${formatExact(cost)}`,
      ).toBe(-1);
    }
  });

  it('changes nothing the second time', async () => {
    const again = await importFocusFile(path, createDatabaseTarget(database, clock));
    expect(again).toMatchObject({ nothingNew: true, eventsMade: 0, itemsMade: 0, accountsMade: 0 });
    expect(await books.bill('2024-11-01')).toMatchObject({ documents: 0 });
  });

  it('refuses a changed file with the first rows that differ, and writes nothing', async () => {
    const changed = join(makeTemporaryFolder(), 'changed.csv');
    const text = await readFile(path, 'utf8');
    const lines = text.split('\n');
    await writeFile(changed, [...lines.slice(0, 500), ...lines.slice(501)].join('\n'));
    await expect(importFocusFile(changed, createDatabaseTarget(database, clock))).rejects.toMatchObject({ code: 'focus.changed_file' });
    const { rows } = await database.pool.query('select count(*) as bills from import_bill');
    expect(rows).toEqual([{ bills: 4n }]);
  });
});
