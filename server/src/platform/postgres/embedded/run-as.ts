// Which system user PostgreSQL runs as. It refuses to run as root, so a root process starts it as `nobody`, who must be able to reach its files.
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from '../../../kernel/refusal.ts';

export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Null when PostgreSQL runs as the user we are. `cluster` is a folder that may exist: what an ordinary user once made stays that user's. */
export function chooseRunAs(wanted: string, cluster: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (owner !== undefined && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(`${wanted}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined || Number(uid) === 0) {
    throw new Refusal(
      'database.no_user',
      `PostgreSQL does not run as root, and there is no user ${wanted} to run it as. Start Prorata as an ordinary user, or name another user in PRORATA_POSTGRES_USER.`,
    );
  }
  return { name: wanted, uid: signed(uid), gid: signed(gid) };
}

/** Some systems print nobody's id as -2 and keep it as 4294967294. */
function signed(text: string): number {
  const value = Number(text);
  return value < 0 ? value + 2 ** 32 : value;
}

/** The first folder on the way to `path` that the user cannot pass, or null when all are open. */
export function firstClosedFolder(path: string, runAs: RunAs | null): string | null {
  if (runAs === null) return null;
  const folders: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => !mayPass(folder, runAs)) ?? null;
}

function mayPass(folder: string, runAs: RunAs): boolean {
  if (!existsSync(folder)) return true;
  const status = statSync(folder);
  if (status.uid === runAs.uid) return (status.mode & 0o100) !== 0;
  if (status.gid === runAs.gid) return (status.mode & 0o010) !== 0;
  return (status.mode & 0o001) !== 0;
}

export function giveTo(path: string, runAs: RunAs | null): void {
  if (runAs !== null) chownSync(path, runAs.uid, runAs.gid);
}

/** What root writes into another user's data folder becomes that user's, who would be locked out of it otherwise. */
export function giveToOwnerOf(folder: string, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}
