// Work for child processes: so many at a time, each replaced after a number of jobs (native memory that is never given back), killed when a
// job takes too long. A job whose process dies is tried once more in another one.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ChildCrashed, ChildTimedOut, PoolClosed } from './errors.ts';

export interface ChildPoolOptions {
  /** The module that a process runs: it answers each message with one message. */
  readonly entry: URL;
  readonly processes: number;
  readonly timeoutMs: number;
  /** Jobs after which a process is replaced. */
  readonly recycleAfter: number;
}

interface Job<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: Error) => void;
  crashes: number;
}

interface Worker<Input, Output> {
  readonly child: ChildProcess;
  readonly gone: Promise<void>;
  job: Job<Input, Output> | null;
  timer: NodeJS.Timeout | null;
  jobsDone: number;
  complaint: string;
}

const LONGEST_COMPLAINT = 2000;
const MOST_CRASHES = 2;

export class ChildPool<Input extends object, Output> {
  readonly #options: ChildPoolOptions;
  readonly #waiting: Job<Input, Output>[] = [];
  readonly #workers = new Set<Worker<Input, Output>>();
  readonly #leaving = new Set<Worker<Input, Output>>();
  #closed = false;

  constructor(options: ChildPoolOptions) {
    this.#options = options;
  }

  run(input: Input): Promise<Output> {
    if (this.#closed) return Promise.reject(new PoolClosed());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject, crashes: 0 });
      this.#dispatch();
    });
  }

  /** Ids of the running processes. */
  processIds(): number[] {
    return [...this.#workers].map((worker) => worker.child.pid).filter((id) => id !== undefined);
  }

  /** Refuses what waits, lets running jobs end, and returns when every process has gone. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) job.reject(new PoolClosed());
    for (const worker of [...this.#workers]) if (worker.job === null) this.#retire(worker);
    const last = [...this.#workers, ...this.#leaving];
    for (const worker of last) holdOpen(worker.child, true);
    await Promise.all(last.map((worker) => worker.gone));
  }

  #dispatch(): void {
    if (this.#closed) return;
    while (this.#waiting.length > 0) {
      const idle = [...this.#workers].find((worker) => worker.job === null);
      if (!idle && this.#workers.size >= this.#options.processes) return;
      this.#assign(idle ?? this.#start(), this.#waiting.shift()!);
    }
  }

  #start(): Worker<Input, Output> {
    const child = forkEntry(this.#options.entry);
    const worker: Worker<Input, Output> = { child, gone: whenGone(child), job: null, timer: null, jobsDone: 0, complaint: '' };
    child.stderr?.on('data', (chunk: Buffer) => {
      worker.complaint = (worker.complaint + chunk.toString('utf8')).slice(-LONGEST_COMPLAINT);
    });
    child.on('message', (output) => this.#finish(worker, output as Output));
    void worker.gone.then(() => this.#bury(worker));
    this.#workers.add(worker);
    return worker;
  }

  #assign(worker: Worker<Input, Output>, job: Job<Input, Output>): void {
    worker.job = job;
    holdOpen(worker.child, true);
    worker.timer = setTimeout(() => this.#expire(worker), this.#options.timeoutMs);
    // A closed channel means that the process is going, which is noticed elsewhere with the job still assigned.
    worker.child.send(job.input, () => {});
  }

  #finish(worker: Worker<Input, Output>, output: Output): void {
    const job = releaseJob(worker);
    worker.jobsDone += 1;
    holdOpen(worker.child, this.#closed);
    if (this.#closed || worker.jobsDone >= this.#options.recycleAfter) this.#retire(worker);
    job?.resolve(output);
    this.#dispatch();
  }

  #expire(worker: Worker<Input, Output>): void {
    const job = releaseJob(worker);
    this.#retire(worker);
    worker.child.kill('SIGKILL');
    job?.reject(new ChildTimedOut(this.#options.timeoutMs));
    this.#dispatch();
  }

  #retire(worker: Worker<Input, Output>): void {
    this.#workers.delete(worker);
    this.#leaving.add(worker);
    if (worker.child.connected) worker.child.disconnect();
  }

  #bury(worker: Worker<Input, Output>): void {
    this.#workers.delete(worker);
    this.#leaving.delete(worker);
    const job = releaseJob(worker);
    if (job) {
      job.crashes += 1;
      if (job.crashes < MOST_CRASHES && !this.#closed) this.#waiting.unshift(job);
      else job.reject(new ChildCrashed(worker.complaint));
    }
    this.#dispatch();
  }
}

function releaseJob<Input, Output>(worker: Worker<Input, Output>): Job<Input, Output> | null {
  const { job, timer } = worker;
  if (timer) clearTimeout(timer);
  worker.job = null;
  worker.timer = null;
  return job;
}

/** The environment holds no secrets and no way out: nothing of ours is inherited, and a proxy that is not there ends every download. */
function forkEntry(entry: URL): ChildProcess {
  const nowhere = 'http://127.0.0.1:9';
  const child = fork(fileURLToPath(entry), [], {
    // Node 20 runs TypeScript only through the loader.
    execArgv: entry.pathname.endsWith('.ts') ? ['--import', new URL('../../../typescript.mjs', import.meta.url).href] : [],
    env: { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, ALL_PROXY: nowhere },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  holdOpen(child, false);
  return child;
}

/** When it ended and its last words are read, or when it could not be started. ('close' never comes where we end the channel.) */
function whenGone(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    const happened = new Set<string>();
    const note = (event: string) => {
      if (happened.add(event).size === 2) resolve();
    };
    child.once('exit', () => note('exit'));
    child.stderr?.once('close', () => note('silence'));
  });
}

/** An idle process does not keep ours alive; a job does. */
function holdOpen(child: ChildProcess, open: boolean): void {
  const method = open ? 'ref' : 'unref';
  child[method]();
  child.channel?.[method]();
  const complaints = child.stderr as { ref?: () => void; unref?: () => void } | null;
  complaints?.[method]?.();
}
