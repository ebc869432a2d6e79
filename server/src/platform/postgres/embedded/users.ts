// Who uses an embedded database right now. Servers and commands share one PostgreSQL; the last to leave stops it. A user that was killed is forgotten.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from './process-identity.ts';

let joined = 0;

/** Call under the start lock. Returns the name to leave by. */
export function joinUsers(dataFolder: string): string {
  const folder = join(dataFolder, 'used-by');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  joined += 1;
  const name = `${process.pid}-${joined}`;
  writeFileSync(join(folder, name), identityOf(process.pid) ?? '', { mode: 0o600 });
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
    const identity = readFileSync(file, 'utf8');
    if (identityOf(Number.parseInt(name, 10)) === identity) return false;
    rmSync(file, { force: true });
  } catch {}
  return true;
}
