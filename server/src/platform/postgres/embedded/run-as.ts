// Which system user PostgreSQL runs as. It refuses to run as root, so a root process starts it as `nobody`, who must be able to reach its files.
import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from '../../../kernel/refusal.ts';

export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Null when PostgreSQL runs as the user we are. */
export function chooseRunAs(wanted: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
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
  const status = statSync(folder, { throwIfNoEntry: false });
  if (status === undefined) return true;
  if (status.uid === runAs.uid) return (status.mode & 0o100) !== 0;
  if (status.gid === runAs.gid) return (status.mode & 0o010) !== 0;
  return (status.mode & 0o001) !== 0;
}

export function giveTo(path: string, runAs: RunAs | null): void {
  if (runAs !== null) chownSync(path, runAs.uid, runAs.gid);
}
