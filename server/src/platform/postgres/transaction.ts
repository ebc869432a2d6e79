// Work that is done wholly or not at all. The work gets Kysely bound to one connection, and the connection itself for COPY and advisory locks.
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Database } from './pool.ts';
import { preparing } from './prepared.ts';
import type { Tables } from './tables.generated.ts';

export interface Transaction {
  readonly db: Kysely<Tables>;
  readonly client: pg.PoolClient;
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readonly readOnly?: boolean;
  /** How often the whole work is tried when PostgreSQL breaks off a deadlock or a serialization conflict. It must then be free of outside effects. */
  readonly tries?: number;
  /** Statements that open it, sent together with its beginning: settings and a role that hold until its end. */
  readonly first?: string;
  /** Statements with parameters are planned once for each connection: for short ones that come again and again. */
  readonly prepares?: boolean;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

export async function inTransaction<T>(
  database: Database,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryOnce(database, work, options);
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if ((code !== SERIALIZATION_FAILURE && code !== DEADLOCK) || attempt >= (options.tries ?? 1)) throw error;
    }
  }
}

async function tryOnce<T>(database: Database, work: (tx: Transaction) => Promise<T>, options: TransactionOptions): Promise<T> {
  const client = await database.pool.connect();
  let broken: Error | undefined;
  // A connection that breaks while it is out of the pool would otherwise end the process.
  const remember = (error: Error) => {
    broken = error;
  };
  client.on('error', remember);
  try {
    await client.query(beginStatement(options));
    const used = options.prepares === true ? preparing(client) : client;
    const result = await work({ db: boundTo(used), client: used });
    await client.query('commit');
    return result;
  } catch (error) {
    if (broken === undefined) await client.query('rollback').catch(remember);
    throw error;
  } finally {
    client.removeListener('error', remember);
    client.release(broken);
  }
}

function beginStatement(options: TransactionOptions): string {
  const begin = `begin isolation level ${options.isolation ?? 'read committed'}${options.readOnly === true ? ' read only' : ''}`;
  return options.first === undefined ? begin : `${begin}; ${options.first}`;
}

/** Kysely asks its pool for a connection at each query; here it always gets the transaction's. */
function boundTo(client: pg.PoolClient): Kysely<Tables> {
  const lent = Object.create(client, { release: { value: () => undefined } }) as pg.PoolClient;
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect: async () => lent, end: async () => undefined } }) });
}
