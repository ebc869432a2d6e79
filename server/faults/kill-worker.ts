// kill -9 of a billing process at random instants: what it left is finished by the next one, and nothing is billed twice or left out.
import { setTimeout as delay } from 'node:timers/promises';
import { THIRD_RUN } from '../scenarios/given/mixed-accounts.ts';
import { type BooksPicture, readPicture, requireCleanAudit, requireSame } from './books-picture.ts';
import { type Ground, sessionsEnded, type Trial } from './ground.ts';
import type { Programme, Situation } from './programme.ts';
import { BILLING_PROGRAM, type BillingOrder, WorkerPool } from './worker-process.ts';

const BATCH_SIZE = 20;
const KILLS_PER_TRIAL = 5;

export interface Undisturbed {
  readonly picture: BooksPicture;
  readonly milliseconds: number;
}

export function orderFor(trial: Trial, { planted }: Situation, more: Partial<BillingOrder> = {}): BillingOrder {
  return { url: trial.url, batchSize: BATCH_SIZE, workers: 1, failpoints: '', planted, ...more };
}

const known = new WeakMap<Ground, Undisturbed>();

/** What the same accounts are billed when nothing happens. Found out once. */
export async function billUndisturbed(situation: Situation, workers: WorkerPool): Promise<Undisturbed> {
  const undisturbed = known.get(situation.ground) ?? (await findUndisturbed(situation, workers));
  known.set(situation.ground, undisturbed);
  return undisturbed;
}

async function findUndisturbed(situation: Situation, workers: WorkerPool): Promise<Undisturbed> {
  const trial = await situation.ground.trial(situation.template);
  const worker = workers.take();
  const from = performance.now();
  await worker.begin(orderFor(trial, situation, { planted: null }));
  const { result, complaints } = await worker.ended;
  if (result?.kind !== 'done') throw new Error(`The run without a fault failed: ${result?.message ?? complaints}`);
  const milliseconds = performance.now() - from;
  await requireCleanAudit(trial.database, 'After a run without a fault');
  const picture = await readPicture(trial.database, 'documents');
  await situation.ground.drop(trial);
  return { picture, milliseconds };
}

/** A process bills what is left, and the books must be what they are without a fault. */
export async function finishAndCompare(
  situation: Situation,
  trial: Trial,
  workers: WorkerPool,
  expected: BooksPicture,
  when: string,
): Promise<void> {
  const worker = workers.take();
  await worker.begin(orderFor(trial, situation));
  const { result, complaints } = await worker.ended;
  if (result?.kind !== 'done') throw new Error(`${when}, the next run failed: ${result?.message ?? complaints}`);
  await requireCleanAudit(trial.database, `${when} and the rest was billed`);
  await requireSame(trial.database, expected, 'documents', when);
}

export const killWorker: Programme = {
  about: 'kill -9 of a billing process at random instants of a run',
  finds: ['autocommit'],
  async run(situation) {
    const wanted = situation.size === 'small' ? 12 : 1_500;
    const workers = new WorkerPool();
    let [kills, trials] = [0, 0];
    try {
      const { picture, milliseconds } = await billUndisturbed(situation, workers);
      let longest = milliseconds;
      for (; kills < wanted; trials += 1) {
        const trial = await situation.ground.trial(situation.template);
        const killed = await killRepeatedly(situation, trial, workers, longest, Math.min(KILLS_PER_TRIAL, wanted - kills));
        kills += killed.kills;
        // The first run was slower than they are now: a kill that comes too late is none.
        if (killed.tooLate) longest *= 0.8;
        await finishAndCompare(situation, trial, workers, picture, `Killed in trial ${trials + 1}`);
        await situation.ground.drop(trial);
      }
    } finally {
      await workers.close();
    }
    return `${kills} kills in ${trials} runs`;
  },
};

/** What part of the accounts is still due. */
async function shareLeft({ database }: Trial, accounts: number): Promise<number> {
  const { rowCount } = await database.pool.query('select from account_billing where next_bill_at <= $1 and parked_at is null', [THIRD_RUN]);
  return (rowCount ?? 0) / accounts;
}

/** Until the run has ended or that many kills are done. */
async function killRepeatedly(
  situation: Situation,
  trial: Trial,
  workers: WorkerPool,
  longest: number,
  most: number,
): Promise<{ kills: number; tooLate: boolean }> {
  for (let kills = 0; kills < most; kills += 1) {
    const left = await shareLeft(trial, situation.accounts.length);
    const worker = workers.take();
    await worker.begin(orderFor(trial, situation));
    await delay(situation.chance.fraction() * longest * left);
    worker.kill();
    const { signal, result } = await worker.ended;
    await sessionsEnded(trial.database, BILLING_PROGRAM);
    if (result !== null || signal !== 'SIGKILL') return { kills, tooLate: true };
    await requireCleanAudit(trial.database, 'Right after a worker was killed');
  }
  return { kills: most, tooLate: false };
}
