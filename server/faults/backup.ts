// Backups made beside a billing run, and restored: each killed on the way, done again, audited, and billed on as if nothing had been.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../src/platform/postgres/pool.ts';
import { makeTemporaryFolder } from '../src/testing/temporary-folder.ts';
import { Violation } from './books-picture.ts';
import { sessionsEnded, type Trial } from './ground.ts';
import { billUndisturbed, finishAndCompare, orderFor, type Undisturbed } from './kill-worker.ts';
import type { Programme, Situation } from './programme.ts';
import { BILLING_PROGRAM, WorkerPool } from './worker-process.ts';

const TYPESCRIPT = new URL('../typescript.mjs', import.meta.url).href;
const COMMANDS = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
/** Fewer than there are tables. */
const TABLES = 40;

export const backup: Programme = {
  about: 'backup beside a billing run, and restore, killed on the way and done again; what came back is audited and billed on',
  finds: [],
  async run(situation) {
    const rounds = situation.size === 'small' ? 2 : 30;
    const workers = new WorkerPool();
    const folder = makeTemporaryFolder();
    try {
      const undisturbed = await billUndisturbed(situation, workers);
      for (let round = 0; round < rounds; round += 1) await oneRound(situation, workers, undisturbed, join(folder, `backup-${round}`));
    } finally {
      await workers.close();
      rmSync(folder, { recursive: true, force: true });
    }
    return `${rounds} backups of a database in use, killed once each; ${rounds} restores, killed twice each`;
  },
};

async function oneRound(situation: Situation, workers: WorkerPool, undisturbed: Undisturbed, file: string): Promise<void> {
  const { ground, chance } = situation;
  const trial = await ground.trial(situation.template);
  const skip = chance.whole(0, TABLES);
  const killed = await prorata(['backup', file], trial.url, `backup.table_copied=kill:${skip}`);
  if (killed.signal !== 'SIGKILL') throw new Violation(`The backup was not killed after ${skip} tables: ${killed.text}`);
  if (existsSync(file)) throw new Violation(`A backup that was killed after ${skip} tables has the name of a whole one`);
  const worker = workers.take();
  await worker.begin(orderFor(trial, situation, { planted: null, batchSize: 10 }));
  await worker.hears('progress');
  await requireDone(['backup', file], trial.url);
  await worker.ended;
  await sessionsEnded(trial.database, BILLING_PROGRAM);
  await ground.drop(trial);
  await restoreAndGoOn(situation, workers, undisturbed, file);
}

async function restoreAndGoOn(situation: Situation, workers: WorkerPool, { picture }: Undisturbed, file: string): Promise<void> {
  const { ground } = situation;
  const { name, url } = await ground.bare();
  for (const place of ['restore.tables_made', 'restore.rows_written']) {
    const killed = await prorata(['restore', file], url, `${place}=kill`);
    if (killed.signal !== 'SIGKILL') throw new Violation(`The restore was not killed at ${place}: ${killed.text}`);
    const used = await prorata(['clock'], url);
    if (!used.text.includes('database.restore_unfinished'))
      throw new Violation(`After a kill at ${place} the database is used: ${used.text}`);
  }
  await requireDone(['restore', file], url);
  const restored: Trial = { name, url, database: openDatabase({ url }) };
  await finishAndCompare(situation, restored, workers, picture, 'After a restore');
  await ground.drop(restored);
}

async function requireDone(args: readonly string[], url: string): Promise<void> {
  const { status, text } = await prorata(args, url);
  if (status !== 0) throw new Violation(`prorata ${args[0]} ended with ${status}: ${text}`);
}

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly text: string;
}

function prorata(args: readonly string[], url: string, failpoints = ''): Promise<Ended> {
  const environment = { NODE_OPTIONS: '', DATABASE_URL: url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes', PRORATA_FAILPOINTS: failpoints };
  const child = spawn(process.execPath, ['--import', TYPESCRIPT, COMMANDS, ...args, '--json'], { env: { ...process.env, ...environment } });
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((settle) => child.once('close', (status, signal) => settle({ status, signal, text })));
}
