// Makes a database ready for this release: checked, with every migration applied and the queue's tables beside ours.
import { ensureEra } from '../events/index.ts';
import { migrateQueue } from '../jobs/worker.ts';
import { type MigrateOptions, migrate } from './migrate.ts';
import { newClient, type Target } from './pool.ts';
import { refuseWhileRestoring } from './restoring.ts';
import { checkServer } from './server-check.ts';

export interface Prepared {
  /** The migrations applied now. */
  readonly applied: readonly string[];
  readonly warnings: string[];
}

export interface PrepareOptions extends Pick<MigrateOptions, 'migrations' | 'onWait'> {
  readonly allowUnsafe?: boolean;
  /** By the restore itself: all others refuse a database that one is under way in. */
  readonly restoring?: true;
}

export async function prepareDatabase(target: Target, options: PrepareOptions = {}): Promise<Prepared> {
  const client = newClient(target);
  await client.connect();
  try {
    const warnings = await checkServer(client, options);
    if (options.restoring !== true) await refuseWhileRestoring(client);
    const { applied, newer } = await migrate(client, { ...options, afterwards: () => migrateQueue(target) });
    // What is restored may be from before there was a feed; it begins an era of its own.
    if (options.restoring !== true) await ensureEra(client);
    return { applied, warnings: newer.length === 0 ? warnings : [...warnings, newerWarning(newer)] };
  } finally {
    await client.end();
  }
}

function newerWarning(newer: readonly string[]): string {
  return `A newer release has migrated this database (${newer.join(', ')}). This one works with it until you have replaced it; do that soon.`;
}

/** Makes the named database on a server that has none yet. */
export async function ensureDatabase(maintenance: Target, name: string): Promise<void> {
  const client = newClient(maintenance);
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // Two processes made it at once.
    const code = (error as { code?: unknown }).code;
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await client.end();
  }
}
