// Brings the database's tables to what this release expects: plain numbered SQL files, forward only, one process at a time. Servers of the release
// before go on working meanwhile and afterwards.
import type pg from 'pg';
import { Refusal } from '../../kernel/refusal.ts';
import { applyMigration, type WaitOptions } from './apply-migration.ts';
import { type Migration, readMigrations } from './migration-file.ts';

/** Any number will do as long as it stays: all releases must take the same lock. */
const LOCK = 7_203_114_585_001n;

export interface MigrateOptions extends WaitOptions {
  readonly migrations?: readonly Migration[];
  /** More to bring up to date while no other process does. */
  readonly afterwards?: () => Promise<void>;
}

export interface Migrated {
  /** Applied now. */
  readonly applied: string[];
  /** Applied by a newer release, and borne by this one. */
  readonly newer: string[];
}

interface Row {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly needs: number;
}

/** `client` is connected and used by nobody else meanwhile. */
export async function migrate(client: pg.ClientBase, options: MigrateOptions = {}): Promise<Migrated> {
  const migrations = options.migrations ?? readMigrations();
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    const history = await readHistory(client);
    const newer = judgeHistory(history, migrations);
    const done = new Set(history.map((row) => row.number));
    const waiting = migrations.filter((migration) => !done.has(migration.number));
    for (const migration of waiting) await applyMigration(client, migration, options);
    await options.afterwards?.();
    return { applied: waiting.map((migration) => migration.name), newer };
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
  }
}

async function readHistory(client: pg.ClientBase): Promise<Row[]> {
  await client.query(`create table if not exists migration (
    number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default clock_timestamp())`);
  const found = await client.query(
    "select from pg_attribute where attrelid = 'migration'::regclass and attname = 'needs' and not attisdropped",
  );
  if (found.rowCount === 0) await client.query('alter table migration add column needs integer not null default 0');
  return (await client.query<Row>('select number, name, checksum, needs from migration order by number')).rows;
}

/** Answers what a newer release has applied that this one can live with. */
function judgeHistory(applied: readonly Row[], known: readonly Migration[]): string[] {
  const newest = known.at(-1)?.number ?? -1;
  const newer: string[] = [];
  for (const row of applied) {
    const migration = known.find((candidate) => candidate.number === row.number);
    if (migration === undefined && row.number > newest && row.needs <= newest) newer.push(row.name);
    else if (migration === undefined) throw tooNew(row);
    else if (migration.checksum !== row.checksum) throw changed(row);
  }
  return newer;
}

function tooNew(row: Row): Refusal {
  return new Refusal(
    'database.newer',
    `This database was migrated by a newer release (it has ${row.name}, with which this release cannot work). Start that release or a later one.`,
    { parameters: { migration: row.name } },
  );
}

function changed(row: Row): Refusal {
  return new Refusal(
    'database.migration_changed',
    `The migration ${row.name} is not the one that was applied to this database. Start the release that made it, or restore the file.`,
    { parameters: { migration: row.name } },
  );
}
