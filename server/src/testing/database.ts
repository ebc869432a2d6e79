// Test support: a database of its own for a test file, copied from the migrated template and dropped at the end.
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '../platform/postgres/pool.ts';
import { administer, urlOf } from './global-setup.ts';

export interface TestDatabase {
  /** Open from the first hook on. */
  readonly database: Database;
  readonly url: string;
}

let made = 0;

/** Call at the top of a `*.db.test.ts` file or of a describe: `const test = withDatabase()`, then `test.database` inside the tests. */
export function withDatabase(): TestDatabase {
  let opened: { database: Database; url: string } | undefined;
  const current = () => {
    if (opened === undefined) throw new Error('withDatabase() gives a database inside tests and hooks only');
    return opened;
  };
  beforeAll(async () => {
    opened = await createTestDatabase();
  });
  afterAll(async () => {
    if (opened === undefined) return;
    await opened.database.close();
    await administer(inject('testServer').url, `drop database if exists "${new URL(opened.url).pathname.slice(1)}" with (force)`);
  });
  return {
    get database() {
      return current().database;
    },
    get url() {
      return current().url;
    },
  };
}

/** A copy that the caller closes and that lives until the test run ends: for tests which need several. */
export async function createTestDatabase(): Promise<{ database: Database; url: string }> {
  const { url, template } = inject('testServer');
  made += 1;
  const name = `prorata_test_${process.pid}_${made}`;
  await administer(inject('testServer').url, `create database "${name}" template "${template}"`);
  const target = { url: urlOf(url, name) };
  return { database: openDatabase(target), url: target.url };
}
