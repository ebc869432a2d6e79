// One process at a time may make, start or stop the cluster of a data folder. The lock is a symbolic link
// whose target names the holder: made whole or not at all, and on a full disk too. A dead holder's lock is taken over.
import { readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
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
        { path: file },
      );
    } else await delay(25);
  }
}

function tryTake(file: string, own: string): boolean {
  try {
    symlinkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function readHolder(file: string): string | null {
  try {
    return readlinkSync(file);
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
  const removed = readHolder(aside);
  if (removed !== null && removed !== holder) tryTake(file, removed);
  rmSync(aside, { force: true });
}
