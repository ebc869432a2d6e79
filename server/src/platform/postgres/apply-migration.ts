// Applies one migration so that a busy database hardly notices. Whoever waits for a table lets everybody behind it wait too, so it gives way after a
// moment and comes back.
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { Refusal } from '../../kernel/refusal.ts';
import { type Manner, type Migration, mannerOf, type Step } from './migration-file.ts';

export interface WaitOptions {
  /** How long a statement waits for a table before it gives way. */
  readonly lockMs?: number;
  /** How long the tables may be held by others before the migration is given up. */
  readonly patienceMs?: number;
  /** Told in one line, now and then, who is in the way. */
  readonly onWait?: (line: string) => void;
}

/** Well below deadlock_timeout, which is a second: where we and others wait for each other, we are the one who gives way. */
const LOCK_MS = 300;
const PATIENCE_MS = 10 * 60_000;
const TELL_MS = 10_000;
const GREATEST_PAUSE_MS = 1_000;
const GAVE_WAY = new Set(['55P03', '40P01']);

export async function applyMigration(client: pg.ClientBase, migration: Migration, options: WaitOptions = {}): Promise<void> {
  const manner = mannerOf(migration);
  const lockMs = options.lockMs ?? LOCK_MS;
  try {
    if (manner.steps === null) await gently(client, migration, options, () => inOneTransaction(client, migration, manner, lockMs));
    else for (const step of manner.steps) await gently(client, migration, options, () => doStep(client, step, lockMs));
    if (manner.steps !== null) await remember(client, migration, manner);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const undone = manner.steps === null ? 'and was undone' : 'in one of its steps; it is done again from the first at the next start';
    throw new Error(`The migration ${migration.name} failed ${undone}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function inOneTransaction(client: pg.ClientBase, migration: Migration, manner: Manner, lockMs: number): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = ${lockMs}; set local statement_timeout = 0`);
    await client.query(migration.sql);
    await remember(client, migration, manner);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function remember(client: pg.ClientBase, migration: Migration, manner: Manner): Promise<void> {
  await client.query('insert into migration (number, name, checksum, needs) values ($1, $2, $3, $4)', [
    migration.number,
    migration.name,
    migration.checksum,
    manner.needs,
  ]);
}

async function doStep(client: pg.ClientBase, step: Step, lockMs: number): Promise<void> {
  // Built beside the work that goes on, an index waits for older transactions without keeping anybody.
  const waits = /\bconcurrently\b/i.test(step.sql) ? 0 : lockMs;
  await client.query(`set lock_timeout = ${waits}; set statement_timeout = 0`);
  try {
    for (;;) {
      const result = await client.query(step.sql);
      if (!step.repeated || (result.rowCount ?? 0) === 0) return;
    }
  } finally {
    await client.query('reset lock_timeout; reset statement_timeout').catch(() => undefined);
  }
}

async function gently(client: pg.ClientBase, migration: Migration, options: WaitOptions, work: () => Promise<void>): Promise<void> {
  const from = Date.now();
  let told = from;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!GAVE_WAY.has(String((error as { code?: unknown }).code))) throw error;
    }
    if (Date.now() - from > (options.patienceMs ?? PATIENCE_MS)) throw blocked(migration, await inTheWay(client));
    if (Date.now() - told > TELL_MS) {
      told = Date.now();
      options.onWait?.(`The migration ${migration.name} waits for tables that others hold: ${await inTheWay(client)}`);
    }
    // Of uneven length, so that it does not keep step with work that comes and goes regularly.
    await delay(Math.min(GREATEST_PAUSE_MS, 50 * attempt) * (0.5 + Math.random()));
  }
}

async function inTheWay(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ pid: number; program: string; seconds: number }>(
    `select pid, application_name as program, extract(epoch from clock_timestamp() - xact_start)::int as seconds from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null order by xact_start limit 3`,
  );
  const list = rows.map(({ pid, program, seconds }) => `process ${pid} (${program || 'unnamed'}), at work for ${seconds} s`);
  return list.length === 0 ? 'nobody at this moment' : list.join(', ');
}

function blocked(migration: Migration, holders: string): Refusal {
  return new Refusal(
    'database.migration_blocked',
    `The migration ${migration.name} did not get the tables it needs; nothing was changed. Let these sessions end, or end them by pg_terminate_backend, and start again: ${holders}.`,
    { parameters: { migration: migration.name } },
  );
}
