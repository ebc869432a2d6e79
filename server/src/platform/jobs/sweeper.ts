// A sweeper looks again and again for what has become due, asking the business clock. Each server sweeps; what they find they claim in the database.
import type { Log } from '../log.ts';

export interface Sweeper {
  readonly name: string;
  readonly everyMs: number;
  /** Long work looks at `stopping` between its steps and leaves the rest to the next sweep. */
  sweep(stopping: AbortSignal): Promise<void>;
}

export interface RunningSweepers {
  /** Tells the sweeps that are under way, and waits for them. */
  stop(): Promise<void>;
}

/** Told after each sweep, for the figures. */
export type SweepObserver = (name: string, seconds: number, outcome: 'done' | 'failed') => void;

export function startSweepers(sweepers: readonly Sweeper[], log: Log, observe: SweepObserver = () => undefined): RunningSweepers {
  const loops = sweepers.map((sweeper) => startOne(sweeper, log, observe));
  return {
    stop: async () => {
      await Promise.all(loops.map((stop) => stop()));
    },
  };
}

/** The next sweep is timed from the end of the last, so a slow one never meets itself. */
function startOne(sweeper: Sweeper, log: Log, observe: SweepObserver): () => Promise<void> {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  const run = () => {
    const from = performance.now();
    const seconds = () => (performance.now() - from) / 1000;
    current = sweeper
      .sweep(stopping.signal)
      .then(() => observe(sweeper.name, seconds(), 'done'))
      .catch((error: unknown) => {
        log.error({ err: error, sweeper: sweeper.name }, 'sweep failed');
        observe(sweeper.name, seconds(), 'failed');
      })
      .then(plan);
  };
  function plan(): void {
    if (stopping.signal.aborted) return;
    timer = setTimeout(run, sweeper.everyMs);
    timer.unref();
  }
  run();
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await current;
  };
}
