// The worker: takes jobs from the queue in this process, beats while it lives, and frees what a dead worker held, for which the queue itself waits hours.
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { hostname } from 'node:os';
import { Logger, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '../log.ts';
import { openPlainPool, type Target } from '../postgres/pool.ts';
import type { JobHandlers } from './index.ts';

export interface WorkerOptions {
  readonly target: Target;
  readonly handlers: JobHandlers;
  /** Jobs done at the same time. */
  readonly concurrency: number;
  readonly log: Log;
  readonly beatMs?: number;
  /** A worker whose last beat is older than this is dead. */
  readonly deadAfterMs?: number;
  /** How long a stop waits for the jobs under way before it gives them back. */
  readonly patienceMs?: number;
}

export interface RunningWorker {
  /** Takes no more jobs and waits for those under way. What is not done within its patience is given back, for another worker to do again. */
  stop(): Promise<void>;
}

const RESTART_MS = 1000;
const PATIENCE_MS = 20_000;
/** The queue tells of each start and stop as information, which is too much for a server's log. */
const queueLevels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;

/** The queue's own tables, in a schema of their own. Call inside the migration lock. */
export async function migrateQueue(target: Target): Promise<void> {
  const pool = openPlainPool(target, { size: 2 });
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const pool = openPlainPool(options.target, { size: options.concurrency + 4, program: 'prorata worker' });
  const heart = startHeart(pool, options);
  const stop = new AbortController();
  const stopping = () => stop.signal.aborted;
  let runner = await startRunner(pool, options, heart.lockers, stop.signal);
  const supervise = async () => {
    while (!stopping()) {
      await runner.promise.catch((error: unknown) => options.log.warn({ err: error }, 'the worker lost its database; it starts again'));
      if (stopping()) return;
      runner = await restart(pool, options, heart.lockers, stop.signal);
    }
  };
  const supervision = supervise();
  return {
    stop: async () => {
      stop.abort();
      const finished = Promise.resolve(runner.stop()).catch(() => undefined);
      const inTime = await within(
        options.patienceMs ?? PATIENCE_MS,
        finished.then(() => supervision),
      );
      if (!inTime) await giveBack(pool, heart.lockers, options.log);
      await heart.stop();
      // Connections that a job still holds end with the process.
      if (inTime) await pool.end();
    },
  };
}

async function within(ms: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((settle) => {
    timer = setTimeout(() => settle(false), ms);
  });
  const inTime = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}

async function giveBack(pool: pg.Pool, lockers: readonly string[], log: Log): Promise<void> {
  log.warn('jobs were still under way when this worker had to stop; they are given back and will be done again');
  await pool.query('select graphile_worker.force_unlock_workers($1)', [lockers]).catch((error: unknown) => {
    log.warn({ err: error }, 'the jobs could not be given back; another worker frees them in half a minute');
  });
}

async function restart(pool: pg.Pool, options: WorkerOptions, lockers: string[], stopping: AbortSignal): Promise<Runner> {
  for (;;) {
    await new Promise((settle) => setTimeout(settle, RESTART_MS));
    try {
      return await startRunner(pool, options, lockers, stopping);
    } catch (error) {
      if (stopping.aborted) return { stop: async () => undefined, promise: Promise.resolve() } as unknown as Runner;
      options.log.warn({ err: error }, 'the worker still waits for its database');
    }
  }
}

function startRunner(pool: pg.Pool, options: WorkerOptions, lockers: string[], stopping: AbortSignal): Promise<Runner> {
  const events = new EventEmitter() as WorkerEvents;
  // Jobs are locked under the name of a worker or of its pool, depending on how they were fetched.
  events.on('pool:create', ({ workerPool }) => lockers.push(workerPool.id));
  events.on('worker:create', ({ worker }) => lockers.push(worker.workerId));
  const taskList: TaskList = Object.fromEntries(
    Object.entries(options.handlers).map(([name, handler]) => [name, async (payload: unknown) => await handler(payload, stopping)]),
  );
  return run({
    pgPool: pool,
    taskList,
    events,
    concurrency: options.concurrency,
    noHandleSignals: true,
    parsedCronItems: [],
    pollInterval: 2000,
    logger: new Logger(() => (level, message) => options.log[queueLevels[level]](message)),
  });
}

function startHeart(pool: pg.Pool, options: WorkerOptions): { lockers: string[]; stop(): Promise<void> } {
  const id = `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`;
  const lockers: string[] = [];
  const deadAfterMs = options.deadAfterMs ?? 30_000;
  let beating = Promise.resolve();
  const beat = () => {
    beating = beatOnce(pool, id, lockers, deadAfterMs).catch((error: unknown) => options.log.warn({ err: error }, 'heartbeat failed'));
  };
  beat();
  const timer = setInterval(beat, options.beatMs ?? 5000);
  timer.unref();
  return {
    lockers,
    stop: async () => {
      clearInterval(timer);
      await beating;
      await pool.query('delete from worker where id = $1', [id]).catch(() => undefined);
    },
  };
}

async function beatOnce(pool: pg.Pool, id: string, lockers: readonly string[], deadAfterMs: number): Promise<void> {
  await pool.query(
    `insert into worker (id, host, pid, lockers) values ($1, $2, $3, $4)
     on conflict (id) do update set beat_at = clock_timestamp(), lockers = excluded.lockers`,
    [id, hostname(), process.pid, lockers],
  );
  // A worker that was only slow finds its row again at its next beat; what it does meanwhile bears being done twice.
  const dead = await pool.query<{ lockers: string[] }>(
    `delete from worker where beat_at < clock_timestamp() - $1 * interval '1 millisecond' returning lockers`,
    [deadAfterMs],
  );
  const freed = dead.rows.flatMap((row) => row.lockers);
  if (freed.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1)', [freed]);
}
