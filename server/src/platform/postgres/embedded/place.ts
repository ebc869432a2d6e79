// Where the embedded database keeps its files. Usually the data folder itself; as root below a closed home it is a folder under /var/lib, and the
// data folder remembers which one, so that the next start finds the same data or says that it is gone.
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../../../kernel/refusal.ts';
import { firstClosedFolder, giveTo, type RunAs } from './run-as.ts';

export interface Place {
  /** Ours: lock, password, who uses it. */
  readonly data: string;
  /** The database's: cluster, log, copied programs. Equal to `data` unless the database's user cannot reach that. */
  readonly home: string;
  readonly cluster: string;
  readonly socketFolder: string;
  readonly log: string;
}

const LONGEST_SOCKET_PATH = process.platform === 'linux' ? 107 : 103;
const SOCKET_NAME = '/.s.PGSQL.65535.lock';

export function choosePlace(dataFolder: string, runAs: RunAs | null, say: (line: string) => void): Place {
  const data = openDataFolder(resolve(dataFolder), runAs);
  const home = chooseHome(data, runAs, say);
  return {
    data,
    home,
    cluster: join(home, 'postgres'),
    socketFolder: openSocketFolder(data, home, runAs),
    log: join(home, 'postgres.log'),
  };
}

function openDataFolder(data: string, runAs: RunAs | null): string {
  try {
    mkdirSync(data, { recursive: true, mode: runAs === null ? 0o700 : 0o711 });
    accessSync(data, constants.W_OK | constants.X_OK | constants.R_OK);
    if (runAs !== null && firstClosedFolder(dirname(data), runAs) === null) chmodSync(data, 0o711);
    return realpathSync(data);
  } catch (error) {
    throw folderRefusal(data, error as NodeJS.ErrnoException);
  }
}

function folderRefusal(folder: string, error: NodeJS.ErrnoException): Refusal {
  const reasons: Record<string, string> = {
    EROFS: 'is on a read-only file system',
    EACCES: 'cannot be written by this user',
    EPERM: 'cannot be written by this user',
    ENOSPC: 'is on a full disk',
    ENOTDIR: 'has a file in its path where a folder should be',
    EEXIST: 'is a file, not a folder',
  };
  const reason = reasons[error.code ?? ''] ?? `cannot be used (${error.message})`;
  return new Refusal(
    'database.data_folder',
    `The data folder ${reason}. Name another one in PRORATA_DATA, or use your own PostgreSQL by DATABASE_URL.`,
    {
      path: folder,
    },
  );
}

function chooseHome(data: string, runAs: RunAs | null, say: (line: string) => void): string {
  const note = join(data, 'postgres-is-elsewhere');
  if (existsSync(note)) return rememberedHome(note);
  const closed = firstClosedFolder(data, runAs);
  if (runAs === null || closed === null) return data;
  const home = newHome(data, say);
  const draft = `${note}.new-${process.pid}`;
  writeFileSync(draft, `${home}\n`, { mode: 0o600 });
  renameSync(draft, note);
  say(`PostgreSQL runs as ${runAs.name}, who cannot enter ${closed}: its files are in ${home}`);
  return home;
}

function rememberedHome(note: string): string {
  const home = readFileSync(note, 'utf8').trim();
  if (existsSync(home)) return home;
  throw new Refusal(
    'database.place_missing',
    `The database of this data folder is kept in ${home}, which is gone. Bring that folder back; or, to begin with an empty database, delete the file that names it.`,
    { path: note },
  );
}

/** A folder that has a database already belonged to a data folder that was deleted: it is left alone, and its owner is told. */
function newHome(data: string, say: (line: string) => void): string {
  for (const parent of ['/var/lib', tmpdir()]) {
    for (let copy = 1; copy < 1000; copy += 1) {
      const folder = join(parent, `prorata-${hash(data)}${copy === 1 ? '' : `-${copy}`}`);
      if (!tryMake(folder)) break;
      if (!existsSync(join(folder, 'postgres'))) return folder;
      say(`An earlier database of this data folder is still in ${folder}; it is not used`);
    }
  }
  throw new Refusal('database.data_folder', 'No folder was found for the database. Name one that every user may enter in PRORATA_DATA.', {
    path: data,
  });
}

function tryMake(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The system limits a socket's path to about a hundred bytes, so a deep data folder has its socket in the temporary folder. */
function openSocketFolder(data: string, home: string, runAs: RunAs | null): string {
  const beside = join(home, 'socket');
  const candidates = [beside, join(tmpdir(), `prorata-${hash(data)}`), `/tmp/prorata-${hash(data)}`];
  const folder = candidates.find((candidate) => Buffer.byteLength(candidate + SOCKET_NAME) <= LONGEST_SOCKET_PATH) ?? candidates[2]!;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    giveTo(folder, runAs);
    chmodSync(folder, 0o700);
  } catch (error) {
    throw folderRefusal(folder, error as NodeJS.ErrnoException);
  }
  return folder;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
