// prorata backup, verify and restore as processes: killed in the middle, on a full disk, into a new data folder.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import { newClient } from '../platform/postgres/pool.ts';
import { Books, TestClock } from '../testing/books.ts';
import { withDatabase } from '../testing/database.ts';
import { administer, urlOf } from '../testing/global-setup.ts';
import { runProgram } from '../testing/program.ts';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';

const test = withDatabase();
let folder: string;
let made = 0;

beforeAll(async () => {
  folder = makeTemporaryFolder();
  const books = new Books(test.database, new TestClock('2024-01-01T09:00:00Z'));
  await books.open();
  await books.accounts('a');
  await books.start('s', 'a', '2024-01-01');
  await books.bill();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function prorata(args: readonly string[], environment: Record<string, string> = {}) {
  const program = runProgram('cli.ts', args, { DATABASE_URL: test.url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes', ...environment });
  return { ...(await program.ended), text: program.text() };
}

const json = async (args: readonly string[], environment: Record<string, string> = {}) => {
  const { status, text } = await prorata([...args, '--json'], environment);
  return { status, answer: JSON.parse(text.slice(text.indexOf('{'))) as Record<string, unknown> };
};

const files = () => readdirSync(folder).filter((name) => !name.startsWith('data'));

async function emptyDatabase(): Promise<string> {
  made += 1;
  const name = `prorata_empty_${process.pid}_${made}`;
  await administer(inject('testServer').url, `create database "${name}"`);
  return urlOf(inject('testServer').url, name);
}

it('backs up, tries the backup on a server of its own, and restores it into a new data folder', async () => {
  const file = join(folder, 'first');
  const backup = await json(['backup', file]);
  expect(backup).toMatchObject({
    status: 0,
    answer: { file, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: statSync(file).size },
  });
  expect(statSync(file).mode & 0o077).toBe(0);
  const temporary = join(folder, 'data-verify');
  mkdirSync(temporary, { mode: 0o755 });
  const verify = await json(['verify', file], { DATABASE_URL: '', TMPDIR: temporary });
  expect(verify).toMatchObject({ status: 0, answer: { ...backup.answer, findings: 0 } });
  expect(readdirSync(temporary)).toEqual([]);
  const place = { DATABASE_URL: '', PRORATA_DATA: join(folder, 'data') };
  const restored = await json(['restore', file], place);
  expect(restored).toMatchObject({ status: 0, answer: { rows: backup.answer.rows, findings: 0 } });
  expect((await prorata(['invoices'], place)).text).toBe((await prorata(['invoices'])).text);
  expect((await json(['restore', file], place)).answer).toMatchObject({ error: { code: 'restore.not_empty' } });
});

it('leaves no file that looks like a backup when it is killed, and clears the rest away the next time', async () => {
  const file = join(folder, 'killed');
  const killed = await prorata(['backup', file], { PRORATA_FAILPOINTS: 'backup.table_copied=kill:9' });
  expect(killed.signal).toBe('SIGKILL');
  expect([existsSync(file), files().some((name) => name.startsWith('killed.part-'))]).toEqual([false, true]);
  expect((await prorata(['backup', file])).status).toBe(0);
  expect(files().filter((name) => name.startsWith('killed'))).toEqual(['killed']);
});

it('refuses a file that is not whole before anything is touched', async () => {
  const url = await emptyDatabase();
  copyFileSync(join(folder, 'killed'), join(folder, 'cut'));
  truncateSync(join(folder, 'cut'), statSync(join(folder, 'cut')).size - 100);
  for (const command of ['verify', 'restore']) {
    const refused = await json([command, join(folder, 'cut')], { DATABASE_URL: url });
    expect(refused).toMatchObject({ status: 3, answer: { error: { code: 'backup.cut_short' } } });
  }
  const client = newClient({ url });
  await client.connect();
  expect((await client.query("select from pg_class where relname = 'migration'")).rowCount).toBe(0);
  await client.end();
});

it.each(['restore.tables_made', 'restore.rows_written'])(
  'lets nobody use a database whose restore was killed at %s, and can be repeated',
  async (place) => {
    const url = await emptyDatabase();
    const file = join(folder, 'killed');
    const killed = await prorata(['restore', file], { DATABASE_URL: url, PRORATA_FAILPOINTS: `${place}=kill` });
    expect(killed.signal).toBe('SIGKILL');
    const used = await json(['clock'], { DATABASE_URL: url });
    expect(used).toMatchObject({ status: 3, answer: { error: { code: 'database.restore_unfinished' } } });
    expect(await json(['restore', file], { DATABASE_URL: url })).toMatchObject({ status: 0, answer: { findings: 0 } });
    expect((await prorata(['invoices'], { DATABASE_URL: url })).text).toBe((await prorata(['invoices'])).text);
  },
);

/** A disk of that size, or null where this user may not mount one. */
function smallDisk(size: string): string | null {
  const disk = join(folder, `data-disk-${size}`);
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  return disk;
}

it('says that the disk is full, and keeps nothing on it', async ({ skip }) => {
  const disk = smallDisk('4k');
  if (disk === null) return skip('this user may not mount a small disk (tmpfs) here');
  const full = await json(['backup', join(disk, 'backup')]);
  expect(full).toMatchObject({ status: 3, answer: { error: { code: 'backup.disk_full' } } });
  expect(readdirSync(disk)).toEqual([]);
});
