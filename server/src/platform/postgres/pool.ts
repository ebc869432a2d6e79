// The connections to the database, and Kysely over them. Every session speaks UTC and says in the server's list which program it belongs to.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import type { Address } from './embedded/index.ts';
import type { Tables } from './tables.generated.ts';

/** A PostgreSQL named by its URL, or one whose address may change when it is started again. */
export type Target = { readonly url: string } | { readonly address: () => Address; readonly name: string };

export interface PoolOptions {
  readonly size?: number;
  /** Shown in pg_stat_activity. */
  readonly program?: string;
  /** Told when an idle connection breaks; the pool opens another one by itself. */
  readonly onBroken?: (error: Error) => void;
}

export interface Database {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  readonly target: Target;
  close(): Promise<void>;
}

export function openDatabase(target: Target, options: PoolOptions = {}): Database {
  const pool = openPool(target, options, { types: columnTypes });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, target, close: () => closeBoth(db, pool) };
}

/** Kysely ends its pool only when it has used it. */
async function closeBoth(db: Kysely<Tables>, pool: pg.Pool): Promise<void> {
  await db.destroy();
  if (!pool.ending) await pool.end();
}

/** For libraries that expect the driver's own column types. */
export function openPlainPool(target: Target, options: PoolOptions = {}): pg.Pool {
  return openPool(target, options, {});
}

function openPool(target: Target, options: PoolOptions, more: pg.ClientConfig): pg.Pool {
  const pool = new pg.Pool({ ...clientConfig(target, options), ...more, max: options.size ?? 10, Client: clientFor(target) });
  pool.on('error', (error) => options.onBroken?.(error));
  // A connection lent out reports its breaking through the query that waits on it; unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A connection of its own, outside of every pool: for locks held long, for listening, for copying. The caller connects and ends it. */
export function newClient(target: Target, options: PoolOptions = {}): pg.Client {
  const client = new (clientFor(target))({ ...clientConfig(target, options), types: columnTypes });
  client.on('error', (error) => options.onBroken?.(error));
  return client;
}

function clientConfig(target: Target, options: PoolOptions): pg.ClientConfig {
  return {
    ...('url' in target ? { connectionString: target.url } : {}),
    application_name: options.program ?? 'prorata',
    options: '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601',
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
  };
}

function clientFor(target: Target): typeof pg.Client {
  if ('url' in target) return pg.Client;
  const { address, name } = target;
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super({ ...(typeof config === 'object' ? config : {}), ...address(), database: name });
    }
  };
}
