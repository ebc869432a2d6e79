// kill -9 of PostgreSQL while two workers bill and usage arrives: what was acknowledged is there afterwards, and the run is resumed.
import { setTimeout as delay } from 'node:timers/promises';
import { Customer, emptyPage, type Page } from '../scenarios/given/customer.ts';
import { THIRD_RUN, tell } from '../scenarios/given/mixed-accounts.ts';
import { Chance } from '../scenarios/given/random.ts';
import { openDatabase } from '../src/platform/postgres/pool.ts';
import { Books, TestClock } from '../src/testing/books.ts';
import { type BooksPicture, readPicture, requireCleanAudit, requireSame, Violation } from './books-picture.ts';
import type { Ground, Trial } from './ground.ts';
import { billUndisturbed, orderFor } from './kill-worker.ts';
import type { Programme, Situation } from './programme.ts';
import { WorkerPool } from './worker-process.ts';

export const killPostgres: Programme = {
  about: 'kill -9 of PostgreSQL, all of it or one session, while workers bill and usage arrives',
  finds: ['forgetful'],
  async run(situation) {
    const wanted = situation.size === 'small' ? 5 : 500;
    const workers = new WorkerPool();
    let kills = 0;
    try {
      const pages = arrivals(situation);
      const { milliseconds } = await billUndisturbed(situation, workers);
      const expected = await billAtLeisure(situation, workers, pages);
      for (; kills < wanted; kills += 1) await killOnce(situation, workers, pages, expected, milliseconds, kills % 2 === 0 ? 'all' : 'one');
    } finally {
      await workers.close();
    }
    return `${kills} kills`;
  },
};

function arrivals({ accounts, seed }: Situation): Page[] {
  const chance = new Chance(seed + 2);
  const names = accounts.filter((name) => /^(traffic|commitment|planMove)-/.test(name));
  return Array.from({ length: 60 }, (_, index) => {
    const page = emptyPage();
    const customer = new Customer(chance.pick(names), chance, page);
    customer.uses(customer.someTime('2040-02'), chance.whole(1, 9));
    page.usage[0] = { ...page.usage[0]!, id: `arrival-${index}` };
    return page;
  });
}

async function billAtLeisure(situation: Situation, workers: WorkerPool, pages: readonly Page[]): Promise<BooksPicture> {
  const trial = await situation.ground.trial(situation.template);
  await billRest(situation, trial, workers);
  await record(trial, pages, () => undefined);
  await billRest(situation, trial, workers);
  const picture = await readPicture(trial.database, 'cells');
  await situation.ground.drop(trial);
  return picture;
}

async function killOnce(
  situation: Situation,
  workers: WorkerPool,
  pages: readonly Page[],
  expected: BooksPicture,
  milliseconds: number,
  what: 'all' | 'one',
): Promise<void> {
  const { ground } = situation;
  const before = await ground.trial(situation.template);
  const when = `After kill -9 of ${what === 'all' ? 'all of PostgreSQL' : 'one of its sessions'}`;
  const documents = await countDocuments(before);
  let recorded = 0;
  const worker = workers.take();
  await worker.begin(orderFor(before, situation, { workers: 2 }));
  const arriving = record(before, pages, () => {
    recorded += 1;
  }).catch(() => undefined);
  await delay((0.2 + 0.6 * situation.chance.fraction()) * milliseconds);
  await kill(ground, before, what, situation);
  const [end] = await Promise.all([worker.ended, arriving]);
  await before.database.close();
  await ground.answers();
  const url = ground.urlOf(before.name);
  const trial = { name: before.name, url, database: openDatabase({ url }) };
  await requireCleanAudit(trial.database, when);
  const found = (await countDocuments(trial)) - documents;
  if (found < end.acknowledged) throw new Violation(`${when}, ${end.acknowledged} documents were acknowledged and ${found} are there`);
  const events = await countArrivals(trial);
  if (events < recorded) throw new Violation(`${when}, ${recorded} events were acknowledged and ${events} are there`);
  await record(trial, pages, () => undefined);
  await billRest({ ...situation, planted: null }, trial, workers);
  await requireCleanAudit(trial.database, `${when} and the rest was billed`);
  await requireSame(trial.database, expected, 'cells', when);
  await ground.drop(trial);
}

async function kill(ground: Ground, trial: Trial, what: 'all' | 'one', { chance }: Situation): Promise<void> {
  const own = what === 'one' ? 'and datname = current_database()' : '';
  const { rows } = await trial.database.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where pid <> pg_backend_pid() ${own}`,
  );
  const pids = rows.map(({ pid }) => pid);
  for (const pid of what === 'all' ? [ground.postgres.pid(), ...pids] : [chance.pick(pids)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

async function countDocuments({ database }: Trial): Promise<number> {
  const { rows } = await database.pool.query<{ count: bigint }>('select count(*) as count from invoice');
  return Number(rows[0]!.count);
}

async function countArrivals({ database }: Trial): Promise<number> {
  const { rows } = await database.pool.query<{ count: bigint }>(
    `select count(*) as count from usage_event where event_id like 'arrival-%'`,
  );
  return Number(rows[0]!.count);
}

async function billRest(situation: Situation, trial: Trial, workers: WorkerPool): Promise<void> {
  const worker = workers.take();
  await worker.begin(orderFor(trial, { ...situation, planted: null }));
  const { result, complaints } = await worker.ended;
  if (result?.kind !== 'done') throw new Violation(`The run after the crash failed: ${result?.message ?? complaints}`);
}

async function record({ database }: Trial, pages: readonly Page[], acknowledge: () => void): Promise<void> {
  const books = new Books(database, new TestClock(THIRD_RUN));
  for (const page of pages) {
    await tell(books, page);
    acknowledge();
  }
}
