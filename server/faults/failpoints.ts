// Every failpoint of the billing run, each with a kill and with a dropped connection; one that no run comes by is a finding itself.
import { listFailpoints } from '../src/platform/failpoint.ts';
import { requireCleanAudit, Violation } from './books-picture.ts';
import { sessionsEnded } from './ground.ts';
import { billUndisturbed, finishAndCompare, orderFor, type Undisturbed } from './kill-worker.ts';
import { declareUnpassed } from './planted-bugs.ts';
import type { Programme, Situation } from './programme.ts';
import { BILLING_PROGRAM, type BillingEnd, WorkerPool } from './worker-process.ts';

/** Batches of a run; the fault comes in one of those before the last. */
const BATCHES = 12;

interface Fault {
  readonly name: string;
  readonly mode: 'kill' | 'drop' | 'throw';
  /** Passes before it. */
  readonly skip: number;
}

export const failpoints: Programme = {
  about: 'every failpoint of the billing run with a kill and with a dropped connection',
  finds: ['never_passed', 'number_outside'],
  async run(situation) {
    const faults = chooseFaults(situation);
    const workers = new WorkerPool();
    try {
      const undisturbed = await billUndisturbed(situation, workers);
      for (const fault of faults) await fire(situation, workers, undisturbed, fault);
    } finally {
      await workers.close();
    }
    return `${faults.length} faults at ${new Set(faults.map(({ name }) => name)).size} failpoints`;
  },
};

function chooseFaults({ size, planted, chance }: Situation): Fault[] {
  if (planted === 'never_passed') declareUnpassed();
  const names = listFailpoints().map(({ name }) => name);
  const modes = size === 'small' ? (['kill', 'drop'] as const) : (['kill', 'drop', 'throw'] as const);
  const times = size === 'small' ? 1 : 10;
  return names
    .filter((name) => name.startsWith('billing.'))
    .flatMap((name) => modes.flatMap((mode) => Array.from({ length: times }, () => ({ name, mode, skip: chance.whole(0, BATCHES - 3) }))));
}

async function fire(situation: Situation, workers: WorkerPool, undisturbed: Undisturbed, fault: Fault): Promise<void> {
  const { name, mode, skip } = fault;
  const when = `After ${mode} at ${name}, passed ${skip} times before`;
  const trial = await situation.ground.trial(situation.template);
  const worker = workers.take();
  const batchSize = Math.ceil(situation.accounts.length / BATCHES);
  await worker.begin(orderFor(trial, situation, { failpoints: `${name}=${mode}:${skip}`, batchSize }));
  const end = await worker.ended;
  if (!hasFired(fault, end)) throw new Violation(`The failpoint ${name} was never hit with ${mode}: ${JSON.stringify(end)}`);
  await sessionsEnded(trial.database, BILLING_PROGRAM);
  await requireCleanAudit(trial.database, when);
  await finishAndCompare(situation, trial, workers, undisturbed.picture, when);
  await situation.ground.drop(trial);
}

function hasFired({ name, mode }: Fault, { signal, hits }: BillingEnd): boolean {
  return mode === 'kill' ? signal === 'SIGKILL' : (hits[name] ?? 0) > 0;
}
