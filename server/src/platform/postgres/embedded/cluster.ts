// Makes a new cluster, and looks at an existing one before it is started. A cluster is made beside its final name and renamed when it is whole,
// so a process killed in the middle leaves nothing that could be taken for a database.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { giveTo, giveToOwnerOf, type RunAs } from './run-as.ts';

export const SUPERUSER = 'prorata';

/** Written once into a new cluster's postgresql.conf, where an operator may change them. What must not change is given on the command line. */
const FIRST_SETTINGS = `
# Prorata's first values; yours to change.
shared_buffers = 256MB
max_connections = 100
max_wal_size = 2GB
checkpoint_timeout = 15min
random_page_cost = 1.1
jit = off
log_checkpoints = off
# No row values and no statements in the log, since they may hold customers' data.
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
`;

const ACCESS_RULES = `# Everyone needs the password of this cluster, also on this machine.
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
host all all ::1/128 scram-sha-256
`;

export async function ensureCluster(place: Place, binaries: Binaries, runAs: RunAs | null): Promise<void> {
  removeHalfMade(place);
  if (existsSync(place.cluster)) refuseUnusable(place, binaries);
  else await makeCluster(place, binaries, runAs);
}

export function readPassword(place: Place): string {
  const file = join(place.data, 'password');
  if (!existsSync(file)) {
    throw new Refusal(
      'database.password_missing',
      'The file with the password of the embedded database is gone. Bring it back from a backup of the data folder.',
      {
        path: file,
      },
    );
  }
  return readFileSync(file, 'utf8').trim();
}

function refuseUnusable(place: Place, binaries: Binaries): void {
  const versionFile = join(place.cluster, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(place.cluster, 'global', 'pg_control'))) {
    throw new Refusal(
      'database.damaged',
      'This folder is not a whole PostgreSQL cluster: files that each one has are missing. Restore it from a backup, or move it away to begin with an empty database.',
      { path: place.cluster },
    );
  }
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major !== String(binaries.major)) {
    throw new Refusal(
      'database.other_version',
      `The data was written by PostgreSQL ${major} and this release brings PostgreSQL ${binaries.major}. Start the release that wrote it and export, or move the folder away to begin with an empty database.`,
      { path: place.cluster, parameters: { found: major, expected: String(binaries.major) } },
    );
  }
}

/** The initdb of a killed process may still be writing here; it fails when its folder goes, and until then the removal is repeated. */
function removeHalfMade(place: Place): void {
  for (const name of readdirSync(place.home)) {
    const halfMade = name.startsWith(`${basename(place.cluster)}.new-`) || name.startsWith('password.new-');
    if (halfMade) rmSync(join(place.home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

async function makeCluster(place: Place, binaries: Binaries, runAs: RunAs | null): Promise<void> {
  const draft = `${place.cluster}.new-${process.pid}`;
  const passwordFile = join(place.home, `password.new-${process.pid}`);
  try {
    mkdirSync(draft, { mode: 0o700 });
    giveTo(draft, runAs);
    writeFileSync(passwordFile, `${ensurePassword(place)}\n`, { mode: 0o600 });
    giveTo(passwordFile, runAs);
    await runInitdb(binaries, draft, passwordFile, runAs);
    appendFileSync(join(draft, 'postgresql.conf'), FIRST_SETTINGS);
    writeFileSync(join(draft, 'pg_hba.conf'), ACCESS_RULES);
    syncToDisk(join(draft, 'postgresql.conf'));
    syncToDisk(join(draft, 'pg_hba.conf'));
    renameSync(draft, place.cluster);
    syncToDisk(place.home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw diskFull(place.home);
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function ensurePassword(place: Place): string {
  const file = join(place.data, 'password');
  if (existsSync(file) && readFileSync(file, 'utf8').trim().length > 0) return readPassword(place);
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  giveToOwnerOf(place.data, file);
  syncToDisk(file);
  return password;
}

async function runInitdb(binaries: Binaries, folder: string, passwordFile: string, runAs: RunAs | null): Promise<void> {
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C'];
  const options = [
    '--encoding=UTF8',
    ...locale,
    '--data-checksums',
    '--auth=scram-sha-256',
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
  ];
  const { status, output } = await run(binaries.initdb, ['-D', folder, ...options], folder, runAs);
  if (status === 0) return;
  if (/No space left on device/.test(output)) throw diskFull(folder);
  if (/could not look up effective user ID/.test(output)) {
    throw new Refusal(
      'database.no_user',
      'PostgreSQL only runs as a user that this system knows by name. Start Prorata as one, or add this one to /etc/passwd.',
    );
  }
  throw new Refusal('database.not_made', `A new database could not be made: ${lastLines(output)}`, { path: folder });
}

export function diskFull(folder: string): Refusal {
  return new Refusal(
    'database.disk_full',
    'The disk of the database is full. Make room (a new database needs about 100 MB), then start again.',
    { path: folder },
  );
}

export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-6).join('\n');
}

function run(program: string, options: string[], folder: string, runAs: RunAs | null): Promise<{ status: number | null; output: string }> {
  return new Promise((settle, fail) => {
    const identity = runAs === null ? {} : { uid: runAs.uid, gid: runAs.gid };
    const child = spawn(program, options, { cwd: folder, env: postgresEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], ...identity });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', fail);
    child.on('close', (status) => settle({ status, output }));
  });
}

/** Nothing of our environment but what PostgreSQL needs: its own variables would change its behaviour, ours may hold secrets. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
