// Starts and stops the server process of a cluster, and reads from its pid file whether one already runs and where it listens.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Binaries } from './binaries.ts';
import { diskFull, lastLines, postgresEnvironment } from './cluster.ts';
import type { Place } from './place.ts';
import { isAlive, worksIn } from './process-identity.ts';
import { giveTo, type RunAs } from './run-as.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
}

const START_MS = 300_000;
const STOP_MS = 120_000;
const LARGEST_LOG = 16 * 1024 * 1024;
/** No system has a process of this number, so PostgreSQL takes the pid file's owner for dead and still checks its shared memory. */
const IMPOSSIBLE_PID = 99_999_999;

/** The running server of this cluster, or null. `ready` is false while it starts, recovers or stops. */
export function findPostmaster(place: Place): (Postmaster & { ready: boolean }) | null {
  const lines = readPidFile(place);
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid) || !worksIn(pid, place.cluster)) return null;
  return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? place.socketFolder, ready: (lines[7] ?? '').trim() === 'ready' };
}

/** Starts the server and waits until it takes connections. Tries again on a port taken meanwhile, and while a killed server's children still end. */
export async function startPostmaster(place: Place, binaries: Binaries, runAs: RunAs | null, options: StartOptions): Promise<Postmaster> {
  disownStalePidFile(place);
  turnLog(place, runAs);
  let port = await choosePort(options.port);
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await startOnce(place, binaries, runAs, port, options.settings);
    if (typeof outcome !== 'string') return outcome;
    if (/could not (bind|create any TCP\/IP sockets)/.test(outcome) && attempt < 10) port = await choosePort(0);
    else if (/pre-existing shared memory block|lock file .* already exists/.test(outcome) && attempt < 100) await delay(200);
    else throw startRefusal(place, outcome);
  }
}

export interface StartOptions {
  /** The port to prefer; 0 for any. */
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** Asks the server to end its sessions and write everything down; insists when it does not. What is committed survives either way. */
export async function stopPostmaster(place: Place, running: Postmaster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(running.pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + STOP_MS;
    while (Date.now() < deadline) {
      if (!isAlive(running.pid) || !worksIn(running.pid, place.cluster)) return;
      await delay(10);
    }
  }
}

function readPidFile(place: Place): string[] {
  try {
    return readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** A pid file whose number now belongs to another program would keep PostgreSQL from starting. The rest of the file stays as it is. */
function disownStalePidFile(place: Place): void {
  const lines = readPidFile(place);
  const pid = Number(lines[0]);
  if (lines.length < 2 || !isAlive(pid) || worksIn(pid, place.cluster)) return;
  writeFileSync(join(place.cluster, 'postmaster.pid'), [String(IMPOSSIBLE_PID), ...lines.slice(1)].join('\n'));
}

function turnLog(place: Place, runAs: RunAs | null): void {
  if (existsSync(place.log) && statSync(place.log).size > LARGEST_LOG) renameSync(place.log, `${place.log}.1`);
  closeSync(openSync(place.log, 'a', 0o600));
  giveTo(place.log, runAs);
}

/** The same port as last time when it is free, so that an operator's tools keep working. */
async function choosePort(preferred: number): Promise<number> {
  return (preferred > 0 && (await tryPort(preferred))) || (await tryPort(0)) || 0;
}

function tryPort(port: number): Promise<number> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(0));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The running server, or the reason from its log. */
async function startOnce(place: Place, binaries: Binaries, runAs: RunAs | null, port: number, settings: StartOptions['settings']) {
  const logStart = statSync(place.log).size;
  const log = openSync(place.log, 'a');
  const identity = runAs === null ? {} : { uid: runAs.uid, gid: runAs.gid };
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...commandLine(place, port, settings)], {
    cwd: place.cluster,
    env: postgresEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
    ...identity,
  });
  closeSync(log);
  let spawnError: string | null = null;
  let ended = false;
  child.once('error', (error) => {
    spawnError = error.message;
  });
  child.once('exit', () => {
    ended = true;
  });
  child.unref();
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (spawnError !== null) return spawnError;
    if (ended) return readLogFrom(place, logStart);
    const found = findPostmaster(place);
    if (found?.ready && found.pid === child.pid) return { pid: found.pid, port: found.port, socketFolder: found.socketFolder };
    await delay(5);
  }
  return `it did not take connections within ${START_MS / 1000} seconds: ${readLogFrom(place, logStart)}`;
}

/** What Prorata relies on is on the command line, where no edit of the configuration can undo it. */
function commandLine(place: Place, port: number, settings: StartOptions['settings']): string[] {
  const fixed: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: place.socketFolder,
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
    ...settings,
  };
  return Object.entries(fixed).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function readLogFrom(place: Place, position: number): string {
  return lastLines(readFileSync(place.log).subarray(position).toString('utf8'));
}

function startRefusal(place: Place, reason: string): Refusal {
  if (/No space left on device/.test(reason)) return diskFull(place.home);
  if (/shared memory block|already exists/.test(reason)) {
    return new Refusal(
      'database.still_running',
      `Processes of a server that was killed still work on this database. End them, then start again. PostgreSQL says: ${reason}`,
      { path: place.cluster },
    );
  }
  return new Refusal('database.not_started', `PostgreSQL did not start. Its log ends: ${reason}`, { path: place.log });
}
