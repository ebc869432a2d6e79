// Business time jumps: a long outage and the catching up, a jump in the middle of a run, and a step back, which is refused.
import { setTimeout as delay } from 'node:timers/promises';
import { THIRD_RUN } from '../scenarios/given/mixed-accounts.ts';
import { runBilling } from '../src/domains/invoicing/index.ts';
import { formatInstant } from '../src/kernel/calendar/instant.ts';
import { openClock } from '../src/platform/clock.ts';
import { instant } from '../src/testing/books.ts';
import { type BooksPicture, readPicture, requireCleanAudit, requireSame, Violation } from './books-picture.ts';
import { setClock, type Trial } from './ground.ts';
import { billUndisturbed, orderFor } from './kill-worker.ts';
import type { Programme, Situation } from './programme.ts';
import { WorkerPool } from './worker-process.ts';

const DAY = 86_400_000;

export const clockJumps: Programme = {
  about: 'long outages with catching up, jumps in the middle of a run, steps back',
  finds: ['only_today'],
  async run(situation) {
    const outages = situation.size === 'small' ? 1 : 40;
    const greatest = situation.size === 'small' ? 75 : 400;
    const workers = new WorkerPool();
    try {
      const { milliseconds } = await billUndisturbed(situation, workers);
      for (let outage = 0; outage < outages; outage += 1) {
        const days = situation.chance.whole(20, greatest);
        const expected = await billDayByDay(situation, days);
        await billAfterOutage(situation, workers, days, expected);
        await jumpInTheMiddle(situation, workers, days, expected, milliseconds);
      }
      await stepBack(situation);
    } finally {
      await workers.close();
    }
    return `${outages} × an outage and a jump in the middle of a run, a step back`;
  },
};

function later(days: number): string {
  return formatInstant(instant(THIRD_RUN) + days * DAY);
}

/** What is billed when a run comes every day. */
async function billDayByDay(situation: Situation, days: number): Promise<BooksPicture> {
  const trial = await situation.ground.trial(situation.template);
  const clock = await openClock(trial.database);
  for (let day = 0; day <= days; day += 1) {
    if (day > 0) await clock.advanceTo(instant(later(day)));
    await runBilling(trial.database, clock, { asOf: null });
  }
  clock.close();
  await requireCleanAudit(trial.database, 'After a run on each day');
  const picture = await readPicture(trial.database, 'charges');
  await situation.ground.drop(trial);
  return picture;
}

async function bill(situation: Situation, trial: Trial, workers: WorkerPool): Promise<void> {
  const worker = workers.take();
  await worker.begin(orderFor(trial, situation));
  const { result, complaints } = await worker.ended;
  if (result?.kind !== 'done') throw new Violation(`The run after the clock jumped failed: ${result?.message ?? complaints}`);
}

/** A run, none for that many days, and then one: every missed billing date has its own documents. */
async function billAfterOutage(situation: Situation, workers: WorkerPool, days: number, expected: BooksPicture): Promise<void> {
  const when = `After an outage of ${days} days`;
  const trial = await situation.ground.trial(situation.template);
  await bill({ ...situation, planted: null }, trial, workers);
  await setClock(trial.database, later(days));
  await bill(situation, trial, workers);
  await requireCleanAudit(trial.database, when);
  await requireSame(trial.database, expected, 'charges', when);
  await situation.ground.drop(trial);
}

async function jumpInTheMiddle(
  situation: Situation,
  workers: WorkerPool,
  days: number,
  expected: BooksPicture,
  milliseconds: number,
): Promise<void> {
  const when = `When the clock jumped ${days} days in the middle of a run`;
  const trial = await situation.ground.trial(situation.template);
  const worker = workers.take();
  await worker.begin(orderFor(trial, situation, { workers: 2 }));
  // A jump before the run has begun would only be another outage.
  await worker.hears('progress');
  await delay(situation.chance.fraction() * milliseconds * 0.4);
  await setClock(trial.database, later(days));
  const { result, complaints } = await worker.ended;
  if (result?.kind !== 'done') throw new Violation(`${when}, the run failed: ${result?.message ?? complaints}`);
  await requireCleanAudit(trial.database, when);
  await bill(situation, trial, workers);
  await requireCleanAudit(trial.database, `${when} and the rest was billed`);
  await requireSame(trial.database, expected, 'charges', when);
  await situation.ground.drop(trial);
}

async function stepBack(situation: Situation): Promise<void> {
  const trial = await situation.ground.trial(situation.template);
  const clock = await openClock(trial.database);
  const code = await clock.advanceTo(instant(THIRD_RUN) - DAY).then(
    () => 'none',
    (error: unknown) => String((error as { code?: unknown }).code),
  );
  clock.close();
  const constraint = await trial.database.pool.query('update clock set offset_ms = offset_ms - 1').then(
    () => 'none',
    (error: unknown) => String((error as { code?: unknown }).code),
  );
  await situation.ground.drop(trial);
  if (code !== 'clock.backward' || constraint !== '23514') {
    throw new Violation(`A clock set back was answered with ${code}, and by the database with ${constraint}`);
  }
}
