// Brings the database's tables to what this release expects: plain numbered SQL files, forward only, each in a transaction, one process at a time.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { Refusal } from '../../kernel/refusal.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** Any number will do as long as it stays: all releases must take the same lock. */
const LOCK = 7_203_114_585_001n;

export function readMigrations(folder: string = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return { number: Number(file.slice(0, 4)), name: file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

export interface MigrateOptions {
  readonly migrations?: readonly Migration[];
  /** More to bring up to date while no other process does. */
  readonly afterwards?: () => Promise<void>;
}

/** Returns the names of the migrations that were applied now. `client` is connected and used by nobody else meanwhile. */
export async function migrate(client: pg.ClientBase, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = options.migrations ?? readMigrations();
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(`create table if not exists migration (
      number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default clock_timestamp())`);
    const applied = await client.query<{ number: number; name: string; checksum: string }>(
      'select number, name, checksum from migration order by number',
    );
    refuseStrangeHistory(applied.rows, migrations);
    const done = new Set(applied.rows.map((row) => row.number));
    const waiting = migrations.filter((migration) => !done.has(migration.number));
    for (const migration of waiting) await apply(client, migration);
    await options.afterwards?.();
    return waiting.map((migration) => migration.name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
  }
}

function refuseStrangeHistory(applied: readonly { number: number; name: string; checksum: string }[], known: readonly Migration[]): void {
  for (const row of applied) {
    const migration = known.find((candidate) => candidate.number === row.number);
    if (migration === undefined) {
      throw new Refusal(
        'database.newer',
        `This database was migrated by a newer release (it has ${row.name}, which this release does not know). Start that release or a later one.`,
        { parameters: { migration: row.name } },
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new Refusal(
        'database.migration_changed',
        `The migration ${row.name} is not the one that was applied to this database. Start the release that made it, or restore the file.`,
        { parameters: { migration: row.name } },
      );
    }
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const detail = error instanceof Error ? error.message : String(error);
    throw new Error(`The migration ${migration.name} failed and was undone: ${detail}`, { cause: error });
  }
}
