// One process at a time may make, start or stop the cluster of a data folder. A lock file that names its holder; a dead holder's lock is taken over.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../../kernel/refusal.ts';
import { identityOf } from './process-identity.ts';

const WAIT_MS = 120_000;
let attempts = 0;

export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'start.lock');
  const own = identityOf(process.pid) ?? String(process.pid);
  await take(file, own);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function take(file: string, own: string): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    if (tryTake(file, own)) return;
    const holder = readHolder(file);
    if (holder !== null && holderIsGone(holder)) removeIfStill(file, holder);
    else if (Date.now() > deadline) {
      throw new Refusal(
        'database.start_locked',
        `Another process (${holder}) has been starting or stopping this database for two minutes. Stop it, then try again.`,
        {
          path: file,
        },
      );
    } else await delay(25);
  }
}

/** A link appears with its whole content or not at all, so nobody ever reads a half-written holder. */
function tryTake(file: string, own: string): boolean {
  attempts += 1;
  const draft = `${file}.${process.pid}-${attempts}`;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function holderIsGone(holder: string): boolean {
  return identityOf(Number.parseInt(holder, 10)) !== holder;
}

/** Two waiters may judge the same lock dead: the renaming tells which one removed it, and a lock taken meanwhile is put back. */
function removeIfStill(file: string, holder: string): void {
  attempts += 1;
  const aside = `${file}.${process.pid}-${attempts}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readHolder(aside) !== holder) linkSync(aside, file);
  rmSync(aside, { force: true });
}
