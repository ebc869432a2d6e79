// Brings a backup into an empty database: the tables by the migrations that the backup had, the rows in one transaction, then the migrations since.
// A restore that was cut short leaves a mark and no rows; servers refuse the database until it was done again.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Refusal } from '../../kernel/refusal.ts';
import { beginEra } from '../events/index.ts';
import { declareFailpoints, failpoint } from '../failpoint.ts';
import { quoteName } from '../postgres/copy.ts';
import { type Migration, readMigrations } from '../postgres/migration-file.ts';
import { newClient, type Target } from '../postgres/pool.ts';
import { prepareDatabase } from '../postgres/prepare.ts';
import { isRestoring, RESTORING } from '../postgres/restoring.ts';
import type { FileFacts } from './backup-file.ts';
import { readHeader, readTables } from './read-backup.ts';
import { putAside, putBack } from './structure.ts';
import { ADD_WAITING_JOBS, copyIn, JOBS, MAKE_WAITING_JOBS, type Partition, type Sequence } from './tables.ts';
import type { BackupHeader } from './write-backup.ts';

declareFailpoints({
  'restore.tables_made': 'The database has its tables and the mark, and no rows.',
  'restore.rows_written': 'All rows are written and not committed.',
});

export interface RestoreReport {
  readonly createdAt: string;
  readonly tables: number;
  readonly rows: number;
}

export interface RestoreOptions {
  readonly allowUnsafe: boolean;
  /** For tests: those of another release. */
  readonly migrations?: readonly Migration[];
  readonly onTable?: (name: string, rows: number) => void;
}

export async function restoreBackup(file: FileFacts, target: Target, options: RestoreOptions): Promise<RestoreReport> {
  const header = await readHeader(file);
  const known = options.migrations ?? readMigrations();
  const migrations = migrationsOf(header, known);
  const client = newClient(target, { program: 'prorata restore' });
  await client.connect();
  try {
    await refuseUnlessEmpty(client);
    await client.query(`create schema if not exists ${RESTORING}`);
    await prepareDatabase(target, { allowUnsafe: options.allowUnsafe, migrations, restoring: true });
    await refuseIfAhead(client, migrations);
    await failpoint('restore.tables_made');
    const end = await fill(client, file, header, options);
    await prepareDatabase(target, { allowUnsafe: options.allowUnsafe, migrations: known });
    return { createdAt: header.createdAt, tables: end.tables, rows: end.rows };
  } catch (error) {
    throw (error as { code?: unknown }).code === '53100' ? diskFull() : error;
  } finally {
    await client.end();
  }
}

/** The backup's own, so that its rows fit; a release that does not know them all cannot tell what they mean. */
function migrationsOf(header: BackupHeader, known: readonly Migration[]): Migration[] {
  return header.migrations.map((had) => {
    const found = known.find((migration) => migration.number === had.number);
    if (found?.checksum === had.checksum) return found;
    throw new Refusal(
      'restore.other_release',
      `This backup was made by Prorata ${header.program}, whose database has ${had.name}, which is not in this release. Restore it with that release or a later one.`,
      { parameters: { release: header.program, migration: had.name } },
    );
  });
}

async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
  if (await isRestoring(client)) return;
  const found = await client.query(
    "select from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('information_schema', 'pg_catalog') and n.nspname not like 'pg\\_%' where c.relkind in ('r', 'p') limit 1",
  );
  if (found.rowCount === 0) return;
  throw notEmpty();
}

/** A restore of a later backup was cut short here. */
async function refuseIfAhead(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  const found = await client.query('select from migration where number > $1', [migrations.at(-1)?.number ?? -1]);
  if ((found.rowCount ?? 0) > 0) throw notEmpty();
}

function notEmpty(): Refusal {
  return new Refusal(
    'restore.not_empty',
    'This database already has tables, and a restore never writes over what is there. Name an empty one: another folder in PRORATA_DATA, or a new database in DATABASE_URL.',
  );
}

async function fill(client: pg.ClientBase, file: FileFacts, header: BackupHeader, options: RestoreOptions) {
  await client.query('begin; set local statement_timeout = 0');
  try {
    await makePartitions(client, header.partitions);
    await client.query('create temporary table own_place on commit drop as select * from installation');
    const rows = header.tables.filter((table) => table.name !== JOBS).map((table) => table.name);
    const structure = await putAside(client, rows);
    // What the migrations themselves have written comes from the backup too.
    for (const name of rows) await client.query(`delete from ${quoteName(name)}`);
    await client.query(MAKE_WAITING_JOBS);
    const tables = new Map(header.tables.map((table) => [table.name, table]));
    const end = await readTables(file, async (name, content) => {
      const stream = client.query(copyFrom(copyIn(tables.get(name)!)));
      await pipeline(Readable.from(content), stream);
      options.onTable?.(name, stream.rowCount);
      return stream.rowCount;
    });
    await putBack(client, structure);
    await setSequences(client, end.sequences);
    await client.query(ADD_WAITING_JOBS);
    await keepOwnPlace(client);
    if (await hasFeed(client)) await beginEra(client);
    await client.query(`drop schema ${RESTORING}`);
    await failpoint('restore.rows_written', client);
    await client.query('commit');
    return end;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Partitions come with time and not by migrations; those that the migrations have made are there. */
async function makePartitions(client: pg.ClientBase, partitions: readonly Partition[]): Promise<void> {
  for (const { name, of, bounds, own } of partitions) {
    const found = await client.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [quoteName(name)]);
    if (found.rows[0]!.exists) continue;
    await client.query(`create table ${quoteName(name)} partition of ${quoteName(of)} ${bounds}`);
    for (const statement of own) await client.query(statement);
  }
}

async function setSequences(client: pg.ClientBase, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, last } of sequences) {
    if (last !== null) await client.query('select setval($1::regclass, $2::bigint)', [quoteName(name), last]);
  }
}

/** The installation goes on under its id; what else it knows is about the server it stands on, and that is this one. */
async function keepOwnPlace(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname::text as name from pg_attribute where attrelid = 'installation'::regclass and attnum > 0 and not attisdropped
     and attname <> all ($1)`,
    [['only_row', 'id', 'created_at']],
  );
  for (const { name } of rows) await client.query(`update installation i set ${quoteName(name)} = o.${quoteName(name)} from own_place o`);
}

async function hasFeed(client: pg.ClientBase): Promise<boolean> {
  const found = await client.query<{ has: boolean }>("select to_regclass('feed') is not null as has");
  return found.rows[0]!.has;
}

function diskFull(): Refusal {
  return new Refusal(
    'restore.disk_full',
    'The disk of the database is full; nothing of the backup was kept in it. Make room, then restore again.',
  );
}
