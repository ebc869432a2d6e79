// Backups: everything comes back, at one moment, into an empty database only; and a file that is not whole is never begun.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import { Books, TestClock } from '../../testing/books.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { administer, urlOf } from '../../testing/global-setup.ts';
import { makeTemporaryFolder } from '../../testing/temporary-folder.ts';
import { addJob } from '../jobs/index.ts';
import { type Migration, readMigrations } from '../postgres/migration-file.ts';
import { type Database, newClient, openDatabase } from '../postgres/pool.ts';
import { prepareDatabase } from '../postgres/prepare.ts';
import { inTransaction } from '../postgres/transaction.ts';
import { checkBackupFile, countRows, readTables, restoreBackup, writeBackup } from './index.ts';

const never = new AbortController().signal;
const options = { allowUnsafe: true };
let folder: string;
let source: { database: Database; url: string };
let books: Books;
let clock: TestClock;
let file: string;
let made = 0;

beforeAll(async () => {
  folder = makeTemporaryFolder();
  source = await createTestDatabase();
  clock = new TestClock('2024-01-01T09:00:00Z');
  books = new Books(source.database, clock);
  await books.open();
  await books.accounts('a', 'b', 'tab\tnew\nline\\N');
  for (const [name, account] of ['a', 'b'].entries())
    await books.start(`s${name}`, account, '2024-01-01', { seat: '2', disk: '100', gb: '1' });
  await books.bill();
  clock.set('2024-02-01T09:00:00Z');
  await books.usage('s0', '2024-01-20', '40');
  await books.bill();
  await inTransaction(source.database, (tx) => addJob(tx.client, 'greet', { name: 'later' }, { key: 'only-one', queue: 'slow' }));
  file = join(folder, 'whole');
  await writeBackup(source.database.target, file, { stopped: never });
});

afterAll(async () => {
  await source.database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function emptyDatabase(): Promise<{ url: string; open: () => Database }> {
  made += 1;
  const { url: server } = inject('testServer');
  const name = `prorata_restored_${process.pid}_${made}`;
  await administer(server, `create database "${name}"`);
  const url = urlOf(server, name);
  const open = () => {
    const database = openDatabase({ url });
    onTestFinished(() => database.close());
    return database;
  };
  return { url, open };
}

/** Every row of every table, but for what is left out on purpose. */
async function picture(database: Database): Promise<Record<string, string>> {
  const { rows: tables } = await database.pool.query<{ name: string; columns: string }>(
    `select a.attrelid::regclass::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|graphile)' and a.attnum > 0 and not a.attisdropped
       and (c.relname, a.attname) not in (('installation', 'request_role'), ('migration', 'applied_at'), ('feed', 'era'))
     group by 1 order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name, columns } of tables) {
    const { rows } = await database.pool.query<{ text: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, ';' order by t::text), '')) as text from (select ${columns} from ${name}) t`,
    );
    found[name] = rows[0]!.text;
  }
  return found;
}

it('brings everything back, and the program goes on with it as if nothing had been', async () => {
  const { url, open } = await emptyDatabase();
  const report = await restoreBackup(await checkBackupFile(file), { url }, options);
  const database = open();
  expect(await picture(database)).toEqual(await picture(source.database));
  expect(report.rows).toBe((await readTables(await checkBackupFile(file), countRows)).rows);
  const jobs =
    'select j.task_identifier, j.queue_name, j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)';
  expect((await database.pool.query(jobs)).rows).toEqual([
    { task_identifier: 'greet', queue_name: 'slow', key: 'only-one', payload: { name: 'later' } },
  ]);
  const restored = new Books(database, clock);
  clock.set('2024-03-01T09:00:00Z');
  await books.bill();
  await restored.bill();
  expect(await restored.printed()).toBe(await books.printed());
  expect(await restored.findings()).toEqual([]);
});

it('shows one moment of a database that is being written', async () => {
  const { url, open } = await emptyDatabase();
  const busy = join(folder, 'busy');
  let month = 3;
  let writing = true;
  const writer = (async () => {
    for (; writing; month += 1) {
      clock.set(new Date(Date.UTC(2024, month, 1, 9)).toISOString());
      await books.bill();
    }
  })();
  await writeBackup(source.database.target, busy, { stopped: never });
  writing = false;
  await writer;
  await restoreBackup(await checkBackupFile(busy), { url }, options);
  expect(await new Books(open(), clock).findings()).toEqual([]);
});

it('refuses a file that was cut, wherever', async () => {
  const bytes = statSync(file).size;
  for (const left of [0, 5, 16, 17, 60, Math.floor(bytes / 2), bytes - 71, bytes - 70, bytes - 1]) {
    const cut = join(folder, 'cut');
    copyFileSync(file, cut);
    truncateSync(cut, left);
    await expect(checkBackupFile(cut)).rejects.toMatchObject({ code: left === 0 ? 'backup.not_a_backup' : 'backup.cut_short', path: cut });
  }
});

it('refuses a file of which a single bit is another, wherever', async () => {
  const whole = readFileSync(file);
  const changed = join(folder, 'changed');
  for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 200)) {
    const copy = Buffer.from(whole);
    copy[at]! ^= 1 << (at % 8);
    writeFileSync(changed, copy);
    await expect(checkBackupFile(changed)).rejects.toMatchObject({
      // In its last line the end may be what is no longer recognised.
      code:
        at < 17
          ? 'backup.not_a_backup'
          : at < whole.length - 70
            ? 'backup.damaged'
            : expect.stringMatching(/^backup\.(damaged|cut_short)$/),
    });
  }
  await expect(checkBackupFile(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'backup.file_unusable' });
});

it('never writes over a backup or a database', async () => {
  await expect(writeBackup(source.database.target, file, { stopped: never })).rejects.toMatchObject({ code: 'backup.file_exists' });
  const { url } = await createTestDatabase();
  await expect(restoreBackup(await checkBackupFile(file), { url }, options)).rejects.toMatchObject({ code: 'restore.not_empty' });
});

it('keeps nothing of a backup that was stopped', async () => {
  const stop = new AbortController();
  const path = join(folder, 'stopped');
  const work = writeBackup(source.database.target, path, { stopped: stop.signal, onTable: () => stop.abort() });
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  expect(existsSync(path)).toBe(false);
});

const extra = (number: number, sql: string): Migration => ({ number, name: `${number}_extra.sql`, sql, checksum: sql });
const parts = extra(9000, 'create table part (id bigint, day date not null, primary key (id, day)) partition by range (day)');
const later = extra(9001, 'alter table part add column note text not null default $$later$$');

it('takes what an earlier release has backed up, with its partitions, and brings it up to date; not what a later one has', async () => {
  const old = await emptyDatabase();
  const migrations = [...readMigrations(), parts];
  await prepareDatabase({ url: old.url }, { allowUnsafe: true, migrations });
  const client = newClient({ url: old.url });
  await client.connect();
  await client.query("create table part_of_may partition of part for values from ('2024-05-01') to ('2024-06-01')");
  await client.query('create trigger kept before truncate on part_of_may for each statement execute function refuse_change()');
  await client.query('alter table part_of_may enable row level security');
  await client.query("insert into part values (1, '2024-05-31')");
  await client.end();
  const path = join(folder, 'old');
  await writeBackup({ url: old.url }, path, { stopped: never });
  const checked = await checkBackupFile(path);
  await expect(restoreBackup(checked, { url: (await emptyDatabase()).url }, options)).rejects.toMatchObject({
    code: 'restore.other_release',
  });
  const { url, open } = await emptyDatabase();
  await restoreBackup(checked, { url }, { ...options, migrations: [...migrations, later] });
  const restored = open();
  expect((await restored.pool.query('select tableoid::regclass::text as place, id, note from part')).rows).toEqual([
    { place: 'part_of_may', id: 1n, note: 'later' },
  ]);
  await expect(restored.pool.query('truncate part_of_may')).rejects.toThrow(/never changed or removed/);
  expect((await restored.pool.query("select from pg_class where relname = 'part_of_may' and relrowsecurity")).rowCount).toBe(1);
});
