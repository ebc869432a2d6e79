// Test support: a way into a database on which nothing lasts. Each transaction is undone where it would commit, after a look at what it did.
import type pg from 'pg';
import { type Database, openDatabase } from '../platform/postgres/pool.ts';

export interface DryDatabase extends Database {
  /** Texts of the statements so far. Empty it to count from there. */
  readonly statements: string[];
  /** Called in each transaction in place of its commit. */
  beforeUndo: ((client: pg.PoolClient) => Promise<void>) | null;
}

type Ask = (...parts: unknown[]) => unknown;

export function openDryDatabase(url: string): DryDatabase {
  const database = openDatabase({ url }, { program: 'prorata dry run' });
  const dry: DryDatabase = Object.assign(database, { statements: [] as string[], beforeUndo: null });
  database.pool.on('connect', (client) => {
    const ask = client.query.bind(client) as Ask;
    const query = (...parts: unknown[]): unknown => {
      const [first] = parts;
      const text = typeof first === 'string' ? first : (first as { text?: unknown } | undefined)?.text;
      if (typeof text !== 'string') return ask(...parts);
      dry.statements.push(text);
      return text === 'commit' ? undo(dry, client, ask) : ask(...parts);
    };
    Object.assign(client, { query });
  });
  return dry;
}

async function undo(dry: DryDatabase, client: pg.PoolClient, ask: Ask): Promise<unknown> {
  const look = dry.beforeUndo;
  // Constraints that wait for the commit speak up here.
  await ask('set constraints all immediate');
  if (look !== null) {
    await ask('reset role');
    await look(Object.create(client, { query: { value: ask } }) as pg.PoolClient);
  }
  return ask('rollback');
}
