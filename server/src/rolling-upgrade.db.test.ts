// Two releases on one database: the new one migrates and both work, the old one also when it is started anew; where the new one needs programs that
// know it, the old one is refused.
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { readMigrations } from './platform/postgres/migration-file.ts';
import { Books, TestClock } from './testing/books.ts';
import { withDatabase } from './testing/database.ts';
import { runProgram } from './testing/program.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

const test = withDatabase();
const project = fileURLToPath(new URL('../..', import.meta.url));
const next = (readMigrations().at(-1)?.number ?? 0) + 1;
let newer: string;

/** The next release: this one with another version and another migration. */
beforeAll(() => {
  newer = makeTemporaryFolder();
  const isOurs = (path: string) => !path.endsWith('.test.ts') && !path.endsWith('node_modules');
  cpSync(join(project, 'server'), join(newer, 'server'), { recursive: true, filter: isOurs });
  for (const modules of ['node_modules', 'server/node_modules']) {
    if (existsSync(join(project, modules))) symlinkSync(join(project, modules), join(newer, modules));
  }
  const manifest = join(newer, 'server', 'package.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version: '99.0.0' }));
  return () => rmSync(newer, { recursive: true, force: true });
});

function addMigration(number: number, sql: string): void {
  writeFileSync(join(newer, 'server', 'migrations', `${String(number).padStart(4, '0')}_of_the_next_release.sql`), sql);
}

async function start(file: string) {
  const environment = { DATABASE_URL: test.url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes', PORT: '0', PRORATA_LOG: 'error' };
  const program = runProgram(file, [], environment);
  const url = (await program.line(/listens on (http:\S+)/))[1]!;
  const stop = async () => {
    program.child.kill('SIGTERM');
    expect(await program.ended).toEqual({ status: 0, signal: null });
  };
  return { ...program, stop, url };
}

const health = async (url: string) => (await (await fetch(`${url}/health`)).json()) as { status: string; version: string };
const old = 'main.ts';
const nextRelease = () => relative(fileURLToPath(new URL('.', import.meta.url)), join(newer, 'server', 'src', 'main.ts'));

it('works with two releases at once, until the new one needs programs that know it', async () => {
  const books = new Books(test.database, new TestClock('2040-01-01T09:00:00Z'));
  await books.open();
  await books.accounts('a', 'b');
  await books.start('s', 'a', '2040-01-01');
  const before = await start(old);
  addMigration(
    next,
    'alter table account add column note text;\ncreate table note_kind (seller_id bigint, name text);\nselect raise_walls();',
  );
  const after = await start(nextRelease());
  expect((await test.database.pool.query('select note from account')).rowCount).toBe(2);
  expect([await health(before.url), await health(after.url)]).toMatchObject([{ status: 'ok' }, { status: 'ok', version: '99.0.0' }]);
  // What this release does is done by this process, on the tables of the next.
  await books.start('t', 'b', '2040-01-01');
  expect(await books.bill()).toMatchObject({ documents: 2, parked: [] });
  expect(await books.findings()).toEqual([]);
  const again = await start(old);
  expect(again.text()).toMatch(/A newer release has migrated this database/);
  expect(await health(again.url)).toMatchObject({ status: 'ok' });
  await Promise.all([before.stop(), again.stop(), after.stop()]);
  addMigration(next + 1, `-- needs programs from ${String(next).padStart(4, '0')}\nalter table account drop column note;`);
  await (await start(nextRelease())).stop();
  const refused = runProgram(old, [], { DATABASE_URL: test.url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes', PORT: '0' });
  onTestFinished(() => void refused.child.kill());
  expect(await refused.ended).toEqual({ status: 3, signal: null });
  expect(refused.text()).toMatch(/^error database\.newer: /m);
});
