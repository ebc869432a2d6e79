// Jobs: added with their reason or not at all, done by whoever lives, freed when a worker died, found again after the database broke off.
import { afterEach, expect, it, vi } from 'vitest';
import { withDatabase } from '../../testing/database.ts';
import { createLog } from '../log.ts';
import { inTransaction } from '../postgres/transaction.ts';
import { addJob } from './index.ts';
import { startSweepers } from './sweeper.ts';
import { type RunningWorker, startWorker } from './worker.ts';

const test = withDatabase();
const log = createLog('silent');
const done: unknown[] = [];
let worker: RunningWorker | undefined;

it('gives a job back that is not done in time when it has to stop, telling it first', async () => {
  let told: AbortSignal | undefined;
  const endless = (_payload: unknown, stopping: AbortSignal) => {
    told = stopping;
    return new Promise<void>(() => undefined);
  };
  const stubborn = await startWorker({ target: { url: test.url }, handlers: { endless }, concurrency: 1, log, patienceMs: 50 });
  const { pool } = test.database;
  await pool.query("select graphile_worker.add_job('endless', '{}')");
  const heldBy = async () => (await pool.query('select locked_by from graphile_worker._private_jobs')).rows;
  await vi.waitFor(() => expect(told).toBeDefined(), { timeout: 20_000, interval: 20 });
  expect(told?.aborted).toBe(false);
  await stubborn.stop();
  expect([told?.aborted, await heldBy()]).toEqual([true, [{ locked_by: null }]]);
  await pool.query('delete from graphile_worker._private_jobs');
});

async function startOne(more: { failures?: number } = {}): Promise<void> {
  let failures = more.failures ?? 0;
  const greet = async (payload: unknown) => {
    if (failures > 0) {
      failures -= 1;
      throw new Error('not yet');
    }
    done.push(payload);
  };
  worker = await startWorker({ target: { url: test.url }, handlers: { greet }, concurrency: 2, log, beatMs: 50, deadAfterMs: 1000 });
}

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  done.length = 0;
});

const isDone = (...payloads: unknown[]) => vi.waitFor(() => expect(done).toEqual(payloads), { timeout: 20_000, interval: 20 });

it('does a job whose transaction was committed and knows nothing of one that was rolled back', async () => {
  await startOne();
  const undone = inTransaction(test.database, async (tx) => {
    await addJob(tx.client, 'greet', { name: 'undone' });
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  await inTransaction(test.database, (tx) => addJob(tx.client, 'greet', { name: 'done' }));
  await isDone({ name: 'done' });
});

it('keeps one waiting job per key, the latest', async () => {
  const client = await test.database.pool.connect();
  for (const turn of [1, 2, 3]) await addJob(client, 'greet', { turn }, { key: 'only-one' });
  client.release();
  await startOne();
  await isDone({ turn: 3 });
});

it('frees the jobs of a worker that stopped beating', async () => {
  const { pool } = test.database;
  await pool.query('select graphile_worker.add_job(\'greet\', \'{"from": "the dead"}\')');
  await pool.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-dead'");
  await pool.query(
    "insert into worker (id, host, pid, lockers, beat_at) values ('dead', 'elsewhere', 1, '{worker-dead}', clock_timestamp() - interval '1 minute')",
  );
  await startOne();
  await isDone({ from: 'the dead' });
  expect((await pool.query("select from worker where id = 'dead'")).rowCount).toBe(0);
});

it('goes on when all its connections are broken', async () => {
  await startOne();
  const { pool } = test.database;
  await pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'prorata worker' and datname = current_database()",
  );
  await pool.query('select graphile_worker.add_job(\'greet\', \'{"after": "the break"}\')');
  await isDone({ after: 'the break' });
});

it('sweeps again and again, also after a failure', async () => {
  let sweeps = 0;
  const sweep = async () => {
    sweeps += 1;
    if (sweeps === 1) throw new Error('the first fails');
  };
  const running = startSweepers([{ name: 'sample', everyMs: 1, sweep }], log);
  await vi.waitFor(() => expect(sweeps).toBeGreaterThan(3));
  await running.stop();
});

it('tells the sweep under way to stop, and waits until it is done', async () => {
  let release: () => void = () => undefined;
  let told: AbortSignal | undefined;
  const gate = new Promise<void>((settle) => {
    release = settle;
  });
  const sweep = (stopping: AbortSignal) => {
    told = stopping;
    return gate;
  };
  const running = startSweepers([{ name: 'sample', everyMs: 1, sweep }], log);
  expect(told?.aborted).toBe(false);
  const stopped = running.stop().then(() => 'stopped');
  expect(await Promise.race([stopped, Promise.resolve('sweeping')])).toBe('sweeping');
  expect(told?.aborted).toBe(true);
  release();
  expect(await stopped).toBe('stopped');
});
