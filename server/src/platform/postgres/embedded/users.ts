// Who uses an embedded database right now. Servers and commands share one PostgreSQL; the last to leave stops it. A user that was killed is forgotten.
// Each is a symbolic link to nothing whose target names the process: made whole or not at all, and on a full disk too.
import { mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from './process-identity.ts';
import { giveToOwnerOf } from './run-as.ts';

let joined = 0;

/** Call under the start lock. Returns the name to leave by. */
export function joinUsers(dataFolder: string): string {
  const folder = join(dataFolder, 'used-by');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveToOwnerOf(dataFolder, folder);
  joined += 1;
  const name = `${process.pid}-${joined}`;
  rmSync(join(folder, name), { force: true });
  symlinkSync(identityOf(process.pid) ?? String(process.pid), join(folder, name));
  return name;
}

/** Call under the start lock. True when nobody else is left. */
export function leaveUsers(dataFolder: string, name: string): boolean {
  const folder = join(dataFolder, 'used-by');
  rmSync(join(folder, name), { force: true });
  return readdirSync(folder).every((other) => isForgotten(join(folder, other), other));
}

function isForgotten(file: string, name: string): boolean {
  try {
    const identity = readlinkSync(file);
    if (identityOf(Number.parseInt(name, 10)) === identity) return false;
    rmSync(file, { force: true });
  } catch {}
  return true;
}
