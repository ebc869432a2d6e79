// `prorata usage upload` takes a file without a server, says what it refused, and takes nothing twice.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../platform/postgres/pool.ts';
import { Books, TestClock } from '../testing/books.ts';
import { createTestDatabase } from '../testing/database.ts';
import { runProgram } from '../testing/program.ts';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';

let database: Database;
let url: string;
let books: Books;
const folder = makeTemporaryFolder();
const yesterday = new Date(Date.now() - 86_400_000).toISOString();

beforeAll(async () => {
  ({ database, url } = await createTestDatabase());
  books = new Books(database, new TestClock('2024-01-01T09:00:00Z'));
  await books.open();
  await books.accounts('a');
  await books.start('s', 'a', '2024-01-01', { seat: '0' });
});

afterAll(async () => {
  expect(await books.findings()).toEqual([]);
  await database.close();
});

async function prorata(...args: string[]): Promise<{ status: number | null; text: string }> {
  const program = runProgram('cli.ts', ['usage', ...args], { DATABASE_URL: url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes' });
  const { status } = await program.ended;
  return { status, text: program.text() };
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

it('takes a file once, packed or not', async () => {
  const text = `subscription,meter,time,value\ns,traffic,${yesterday},5\ns,traffic,${yesterday},6\n`;
  expect(await prorata('upload', file('usage.csv', text))).toEqual({ status: 0, text: '2 rows: 2 stored, 0 known already, 0 refused.\n' });
  const again = await prorata('upload', file('usage.csv.gz', gzipSync(text)), '--json');
  expect(again.status).toBe(0);
  expect(JSON.parse(again.text)).toMatchObject({
    state: 'done',
    fileName: 'usage.csv.gz',
    source: 'csv',
    stored: 0,
    repeated: 2,
    rows: [],
  });
});

it('lists the rows that it refused', async () => {
  const { status, text } = await prorata(
    'upload',
    file('bad.csv', `account,meter,time,value,id\na,sun,${yesterday},5,1\n`),
    '--source',
    'x',
  );
  expect(status).toBe(4);
  expect(text).toContain('  line 2, meter: There is no meter "sun".');
  expect(text).toContain('1 rows: 0 stored, 0 known already, 1 refused.');
});

it('refuses what is no such file', async () => {
  expect(await prorata('upload', join(folder, 'none.csv'))).toMatchObject({
    status: 3,
    text: expect.stringContaining('usage.file_unreadable'),
  });
  expect(await prorata('upload', file('shape.csv', 'a,b\n'))).toMatchObject({
    status: 3,
    text: expect.stringContaining('usage.csv_column_unknown'),
  });
  expect(await prorata('upload')).toMatchObject({ status: 3, text: expect.stringContaining('usage.no_file') });
});
