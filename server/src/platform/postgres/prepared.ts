// Statements that are prepared once on each connection. Behind row security PostgreSQL spends most of a short statement on planning it.
import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Statements whose text is put together could be endless; beyond this many they are planned each time, as before. */
const MOST = 1000;
const names = new Map<string, string>();

/** What PostgreSQL is to call the statement; null where too many have names. */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return null;
  const name = `p${createHash('sha256').update(text).digest('hex').slice(0, 30)}`;
  names.set(text, name);
  return name;
}

/** The same connection, whose statements with parameters have names. */
export function preparing(client: pg.PoolClient): pg.PoolClient {
  const query = (first: unknown, ...rest: unknown[]): unknown => {
    const [values] = rest;
    const name = typeof first === 'string' && rest.length === 1 && Array.isArray(values) && values.length > 0 ? nameOf(first) : null;
    if (name === null) return Reflect.apply(client.query, client, [first, ...rest]);
    return client.query({ name, text: first as string, values: values as unknown[] });
  };
  return Object.create(client, { query: { value: query } }) as pg.PoolClient;
}
