// A disk that is full in the middle of a run: the run fails and says why, nothing stays half done, and the next run goes on once there is room.
import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../src/platform/postgres/pool.ts';
import { makeTemporaryFolder } from '../src/testing/temporary-folder.ts';
import { type BooksPicture, requireCleanAudit, requireSame, Violation } from './books-picture.ts';
import { Ground, type Trial } from './ground.ts';
import { billUndisturbed, orderFor } from './kill-worker.ts';
import { type Programme, type Situation, Skipped } from './programme.ts';
import { type BillingEnd, WorkerPool } from './worker-process.ts';

const DISK_MEGABYTES = 240;
const ACCOUNTS = 100;
const TEMPLATE = 'few_accounts';
/** What is left for the run, in kilobytes: of the log's 16 MB files less than one fits, so that tables and log fail in turn. */
const GREATEST_LEFT = 3_000;

export const diskFull: Programme = {
  about: 'a disk that fills up in the middle of a run, and has room again',
  finds: ['autocommit'],
  async run(situation) {
    const folder = makeTemporaryFolder();
    if (!tryMount(folder)) {
      rmSync(folder, { recursive: true });
      throw new Skipped('this user may not mount a small disk (tmpfs) here');
    }
    try {
      return await onSmallDisk(situation, folder);
    } finally {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function tryMount(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m,mode=755`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function onSmallDisk(situation: Situation, folder: string): Promise<string> {
  const points = situation.size === 'small' ? 3 : 40;
  // The log keeps few files, so that what is left is left for the tables too.
  const ground = await Ground.open({ folder, settings: { shared_buffers: '16MB', max_wal_size: '32MB', min_wal_size: '32MB' } });
  const workers = new WorkerPool();
  const messages = new Map<string, number>();
  let failed = 0;
  try {
    const accounts = await ground.populate(TEMPLATE, situation.seed, ACCOUNTS);
    const here = { ...situation, ground, accounts, template: TEMPLATE };
    const { picture } = await billUndisturbed(here, workers);
    for (let point = 0; failed < points && point < 3 * points; point += 1) {
      const left = situation.chance.whole(0, GREATEST_LEFT);
      const message = await fillAndBill(here, workers, folder, left, picture);
      if (message === null) continue;
      failed += 1;
      messages.set(message, (messages.get(message) ?? 0) + 1);
    }
  } finally {
    await workers.close();
    await ground.close();
  }
  if (failed < points) throw new Violation(`Only ${failed} of ${points} runs met the full disk`);
  return `${failed} full disks; ${[...messages].map(([message, count]) => `${count} × ${message}`).join('; ')}`;
}

/** Answers what the run said, or null when the room was enough for it. */
async function fillAndBill(
  situation: Situation,
  workers: WorkerPool,
  folder: string,
  kilobytesLeft: number,
  expected: BooksPicture,
): Promise<string | null> {
  const { ground } = situation;
  const when = `After a full disk with ${kilobytesLeft} kB left for the run`;
  const before = await ground.trial(situation.template);
  const ballast = join(folder, 'ballast');
  const toldBefore = ground.told.length;
  fill(folder, ballast, kilobytesLeft);
  const worker = workers.take();
  await worker.begin(orderFor(before, situation, { batchSize: 10 }));
  const end = await worker.ended;
  rmSync(ballast);
  await before.database.close();
  await ground.answers();
  const url = ground.urlOf(before.name);
  const trial: Trial = { name: before.name, url, database: openDatabase({ url }) };
  await requireCleanAudit(trial.database, when);
  await resume({ ...situation, planted: null }, trial, workers, when);
  await requireSame(trial.database, expected, 'documents', when);
  await ground.drop(trial);
  return end.result?.kind === 'done' ? null : messageOf(end, ground.told.slice(toldBefore));
}

function fill(folder: string, ballast: string, kilobytesLeft: number): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - kilobytesLeft * 1024)));
  } catch (error) {
    // PostgreSQL took some of it meanwhile.
    if ((error as { code?: unknown }).code !== 'ENOSPC') throw error;
  }
}

async function resume(situation: Situation, trial: Trial, workers: WorkerPool, when: string): Promise<void> {
  const worker = workers.take();
  await worker.begin(orderFor(trial, situation));
  const { result, complaints } = await worker.ended;
  if (result?.kind !== 'done') throw new Violation(`${when}, the next run failed: ${result?.message ?? complaints}`);
  await requireCleanAudit(trial.database, `${when} and the rest was billed`);
}

/** Either the run names the disk itself, or the server went down with it and its keeper does. */
function messageOf(end: BillingEnd, told: readonly string[]): string {
  const message = end.result?.kind === 'failed' ? end.result.message : end.complaints;
  const said = [message, ...told].find((line) => /no space left|disk.*full/i.test(line));
  if (said !== undefined)
    return said
      .replace(/"[^"]*"/g, '…')
      .replace(/\(process \d+\)/, '')
      .trim();
  throw new Violation(`A full disk was reported as "${message}", and its operator was told: ${told.join('; ') || 'nothing'}`);
}
