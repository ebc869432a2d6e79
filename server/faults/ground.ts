// Where faults happen: a PostgreSQL of our own with a database per trial, copied from one that holds the accounts to be billed.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { givenMixedAccounts, THIRD_RUN } from '../scenarios/given/mixed-accounts.ts';
import { openClock } from '../src/platform/clock.ts';
import { type EmbeddedPostgres, openEmbedded } from '../src/platform/postgres/embedded/index.ts';
import { type Database, newClient, openDatabase } from '../src/platform/postgres/pool.ts';
import { prepareDatabase } from '../src/platform/postgres/prepare.ts';
import { Books, instant, TestClock } from '../src/testing/books.ts';
import { makeTemporaryFolder } from '../src/testing/temporary-folder.ts';

const small = { shared_buffers: '64MB', max_connections: '100', autovacuum_naptime: '10s' };

export interface GroundOptions {
  /** Where the data folder shall lie. Default a new temporary folder. */
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Trial {
  readonly name: string;
  readonly url: string;
  readonly database: Database;
}

export class Ground {
  readonly postgres: EmbeddedPostgres;
  /** What the launcher told its operator. */
  readonly told: string[];
  private readonly folder: string | null;
  private trials = 0;

  private constructor(postgres: EmbeddedPostgres, folder: string | null, told: string[]) {
    this.postgres = postgres;
    this.folder = folder;
    this.told = told;
  }

  static async open(options: GroundOptions = {}): Promise<Ground> {
    const folder = options.folder ?? makeTemporaryFolder();
    const told: string[] = [];
    const postgres = await openEmbedded({
      dataFolder: join(folder, 'data'),
      settings: { ...small, ...options.settings },
      say: (line) => void told.push(line),
    });
    return new Ground(postgres, options.folder === undefined ? folder : null, told);
  }

  async close(): Promise<void> {
    await this.postgres.close();
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
  }

  urlOf(name: string): string {
    const { host, port, user, password } = this.postgres.address();
    return `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${name}`;
  }

  /** Makes a database with that many accounts waiting for their third run, by the shared clock. Trials are copies of it. */
  async populate(name: string, seed: number, accounts: number): Promise<string[]> {
    await this.administer(`create database "${name}"`);
    await prepareDatabase({ url: this.urlOf(name) });
    const database = openDatabase({ url: this.urlOf(name) });
    try {
      const names = await givenMixedAccounts(new Books(database, new TestClock(THIRD_RUN)), seed, accounts);
      await database.pool.query('analyze');
      return names;
    } finally {
      await database.close();
    }
  }

  /** The clock stands at the third run, and goes on by itself. */
  async trial(template: string): Promise<Trial> {
    const trial = await this.copy(template);
    await setClock(trial.database, THIRD_RUN);
    return trial;
  }

  /** Of a database that nobody is connected to. */
  async copy(template: string): Promise<Trial> {
    this.trials += 1;
    const name = `trial_${this.trials}`;
    await this.administer(`create database "${name}" template "${template}"`);
    const url = this.urlOf(name);
    const database = openDatabase({ url });
    await logSequences(database);
    return { name, url, database };
  }

  /** A database without anything in it but its tables. */
  async empty(): Promise<Trial> {
    this.trials += 1;
    const name = `trial_${this.trials}`;
    await this.administer(`create database "${name}"`);
    const url = this.urlOf(name);
    await prepareDatabase({ url });
    return { name, url, database: openDatabase({ url }) };
  }

  /** A database without even tables. */
  async bare(): Promise<{ readonly name: string; readonly url: string }> {
    this.trials += 1;
    const name = `trial_${this.trials}`;
    await this.administer(`create database "${name}"`);
    return { name, url: this.urlOf(name) };
  }

  async drop(trial: Trial): Promise<void> {
    await trial.database.close();
    await this.administer(`drop database "${trial.name}" with (force)`);
  }

  /** Waits until the server answers, as after a crash. */
  async answers(): Promise<void> {
    for (;;) {
      try {
        await this.administer('select 1');
        return;
      } catch {
        await delay(20);
      }
    }
  }

  private async administer(statement: string): Promise<void> {
    const client = newClient({ url: this.urlOf('postgres') });
    try {
      await client.connect();
      await client.query(statement);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/**
 * PostgreSQL logs a sequence's numbers ahead and remembers on its page that it did; a copied database has the page and not that log, so a crash
 * soon after the copy would hand out the same numbers again.
 */
async function logSequences(database: Database): Promise<void> {
  await database.pool.query(
    `select setval(format('%I.%I', schemaname, sequencename)::regclass, last_value) from pg_sequences where last_value is not null`,
  );
}

export async function setClock(database: Database, at: string): Promise<void> {
  const clock = await openClock(database);
  await clock.advanceTo(instant(at));
  clock.close();
}

/** A dead process leaves its sessions to the server for a moment; what they hold is free only when they are gone. */
export async function sessionsEnded(database: Database, program: string): Promise<void> {
  for (;;) {
    const { rowCount } = await database.pool.query(
      'select 1 from pg_stat_activity where datname = current_database() and application_name = $1',
      [program],
    );
    if (rowCount === 0) return;
    await delay(5);
  }
}
