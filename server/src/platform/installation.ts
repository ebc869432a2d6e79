// Opens what every program of an installation works on: its database (embedded or one's own), brought up to date, and its clock.
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../kernel/refusal.ts';
import { openClock, type SharedClock } from './clock.ts';
import type { Config } from './config.ts';
import { type Log, withoutPasswords } from './log.ts';
import { openEmbedded } from './postgres/embedded/index.ts';
import { type Database, newClient, openDatabase, type Target } from './postgres/pool.ts';
import { ensureDatabase, prepareDatabase } from './postgres/prepare.ts';

export interface Installation {
  readonly target: Target;
  readonly database: Database;
  readonly clock: SharedClock;
  close(): Promise<void>;
  /** Leaves without waiting for what is under way, which PostgreSQL then rolls back. */
  abandon(): Promise<void>;
}

export interface OpenOptions {
  readonly config: Config;
  readonly log: Log;
  /** Told in one line what the person who started the program should know. */
  readonly say: (line: string) => void;
  /** Shown in the database's list of sessions. */
  readonly program: string;
}

const DATABASE_NAME = 'prorata';
const PATIENCE_MS = 10_000;

export async function openInstallation(options: OpenOptions): Promise<Installation> {
  const server = await openServer(options);
  try {
    const prepared = await prepareDatabase(server.target, { allowUnsafe: options.config.allowUnsafeDatabase, onWait: options.say });
    for (const warning of prepared.warnings) options.say(`Warning: ${warning}`);
    if (prepared.applied.length > 0) options.log.info({ migrations: prepared.applied }, 'migrations applied');
    const database = openDatabase(server.target, {
      size: options.config.connections,
      program: options.program,
      onBroken: (error) => options.log.warn({ err: error }, 'a connection to the database broke'),
    });
    const clock = await openClock(database);
    return {
      target: server.target,
      database,
      clock,
      close: async () => {
        clock.close();
        await database.close();
        await server.close();
      },
      abandon: () => server.close(),
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The server and its database, as they are. For what must not bring them up to date first. */
export async function openServer({
  config,
  say,
}: Pick<OpenOptions, 'config' | 'say'>): Promise<{ target: Target; close: () => Promise<void> }> {
  if (config.databaseUrl !== null) {
    const target = { url: config.databaseUrl };
    await waitFor(target);
    return { target, close: async () => undefined };
  }
  const embedded = await openEmbedded({
    dataFolder: config.dataFolder,
    user: config.postgresUser,
    say,
  });
  try {
    await ensureDatabase({ address: embedded.address, name: 'postgres' }, DATABASE_NAME);
  } catch (error) {
    await embedded.close();
    throw error;
  }
  return { target: { address: embedded.address, name: DATABASE_NAME }, close: embedded.close };
}

/** A database that is started beside us may need a moment; one that answers with a refusal does not change its mind. */
async function waitFor(target: Target): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const client = newClient(target);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      const code = String((error as { code?: unknown }).code ?? '');
      const startsSoon = ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', '57P03'].includes(code);
      if (!startsSoon || Date.now() > deadline) throw unreachable(error);
      await delay(200);
    }
  }
}

function unreachable(error: unknown): Refusal {
  const reason = withoutPasswords(error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error));
  return new Refusal(
    'database.unreachable',
    `The database named in DATABASE_URL cannot be used: ${reason}. Check its address, user, password and database name.`,
    {
      path: 'DATABASE_URL',
    },
  );
}
