// Several workers on the same accounts, in one process and in many, also while facts are recorded: each period is billed once.

import { setTimeout as delay } from 'node:timers/promises';
import { Customer, emptyPage, type Page } from '../scenarios/given/customer.ts';
import { THIRD_RUN, tell } from '../scenarios/given/mixed-accounts.ts';
import { Chance } from '../scenarios/given/random.ts';
import { newClient } from '../src/platform/postgres/pool.ts';
import { Books, TestClock } from '../src/testing/books.ts';
import { type BooksPicture, readPicture, requireCleanAudit, requireSame, Violation } from './books-picture.ts';
import type { Trial } from './ground.ts';
import { orderFor } from './kill-worker.ts';
import { weaken } from './planted-bugs.ts';
import type { Programme, Situation } from './programme.ts';
import { BILLING_PROGRAM, WorkerPool, type WorkerProcess } from './worker-process.ts';

/** The trial's own sessions, which record. */
const RECORDING_PROGRAM = 'prorata';

/** Processes, and connections of each. */
const crews = [
  [2, 1],
  [2, 2],
  [4, 2],
  [1, 8],
  [8, 1],
] as const;

export const parallel: Programme = {
  about: 'two to eight workers on the same accounts, also while facts are recorded',
  finds: ['no_locks'],
  async run(situation) {
    const times = situation.size === 'small' ? 1 : 100;
    const chosen = situation.size === 'small' ? crews.slice(0, 3) : crews;
    const workers = new WorkerPool();
    try {
      const pages = whatIsLearnedMeanwhile(situation);
      const expected = await billAfterwards(situation, workers, pages);
      for (let time = 0; time < times; time += 1) {
        for (const crew of chosen) await billTogether(situation, workers, crew, pages, expected);
      }
      if (situation.planted === null) await recordWhileARunWaits(situation, workers, pages, expected);
    } finally {
      await workers.close();
    }
    return `${times * chosen.length} runs with ${chosen.map(([processes, connections]) => `${processes} × ${connections}`).join(', ')} workers`;
  },
};

/** Facts of one moment, by customer; they change windows that the run is billing. */
function whatIsLearnedMeanwhile({ accounts, seed }: Situation): Page[] {
  const chance = new Chance(seed + 1);
  const interesting = /^(inAdvance|storage|traffic|commitment|extraItems)-/;
  return accounts
    .filter((name) => interesting.test(name))
    .map((name) => {
      const page = emptyPage();
      const customer = new Customer(name, chance, page);
      if (/^(traffic|commitment)-/.test(name)) customer.uses(customer.someTime('2040-02'), chance.whole(1, 99));
      else if (name.startsWith('extraItems')) customer.buys(customer.someTime('2040-02'), 'late', '3.33');
      else customer.takes(customer.someTime('2040-02'), 'seat', chance.whole(5, 12));
      return page;
    });
}

/** What the books say when the run goes first, alone, and the facts come after it. */
async function billAfterwards(situation: Situation, workers: WorkerPool, pages: readonly Page[]): Promise<BooksPicture> {
  const trial = await situation.ground.trial(situation.template);
  await bill(situation, trial, [workers.take()], 1);
  await record(trial, pages);
  await bill(situation, trial, [workers.take()], 1);
  await requireCleanAudit(trial.database, 'After two runs of one worker');
  const picture = await readPicture(trial.database, 'cells');
  await situation.ground.drop(trial);
  return picture;
}

async function billTogether(
  situation: Situation,
  workers: WorkerPool,
  [processes, connections]: (typeof crews)[number],
  pages: readonly Page[],
  expected: BooksPicture,
): Promise<void> {
  const when = `With ${processes} processes of ${connections} connections`;
  const trial = await situation.ground.trial(situation.template);
  await weaken(trial.database, situation.planted);
  const crew = Array.from({ length: processes }, () => workers.take());
  await Promise.all([bill(situation, trial, crew, connections, situation.planted), record(trial, pages)]);
  // What was learned after its account was billed.
  await bill(situation, trial, [workers.take()], 1);
  await requireCleanAudit(trial.database, when);
  await requireSame(trial.database, expected, 'cells', when);
  await situation.ground.drop(trial);
}

/** The narrowest moment, held open: the run has read everything and waits for its numbers while usage arrives. */
async function recordWhileARunWaits(
  situation: Situation,
  workers: WorkerPool,
  pages: readonly Page[],
  expected: BooksPicture,
): Promise<void> {
  const when = 'With usage that arrived while a run waited for its numbers';
  const trial = await situation.ground.trial(situation.template);
  const holder = newClient({ url: trial.url });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select from number_series for update');
  const run = bill(situation, trial, [workers.take()], 1, null, situation.accounts.length);
  await waitingSession(trial, BILLING_PROGRAM);
  const usage = record(
    trial,
    pages.filter((page) => page.usage.length > 0),
  );
  await Promise.race([usage, waitingSession(trial, RECORDING_PROGRAM)]);
  await holder.query('commit');
  await holder.end();
  await Promise.all([run, usage]);
  await record(
    trial,
    pages.filter((page) => page.usage.length === 0),
  );
  await bill(situation, trial, [workers.take()], 1);
  await requireCleanAudit(trial.database, when);
  await requireSame(trial.database, expected, 'cells', when);
  await situation.ground.drop(trial);
}

async function waitingSession({ database }: Trial, program: string): Promise<void> {
  const question = `select from pg_stat_activity where datname = current_database() and application_name = $1 and wait_event_type = 'Lock'`;
  while ((await database.pool.query(question, [program])).rowCount === 0) await delay(10);
}

async function bill(
  situation: Situation,
  trial: Trial,
  crew: readonly WorkerProcess[],
  connections: number,
  planted: Situation['planted'] = null,
  batchSize = 10,
): Promise<void> {
  await Promise.all(
    crew.map(async (worker) => {
      await worker.begin(orderFor(trial, situation, { workers: connections, batchSize, planted }));
      const { result, complaints } = await worker.ended;
      if (result?.kind !== 'done') throw new Violation(`A worker beside others failed: ${result?.message ?? complaints}`);
    }),
  );
}

/** Each customer's page in a transaction of its own; all of them known at the same instant, whenever they are written. */
async function record({ database }: Trial, pages: readonly Page[]): Promise<void> {
  const books = new Books(database, new TestClock(THIRD_RUN));
  for (const page of pages) await tell(books, page);
}
