// Work that may take long without ever waiting, in processes of its own, so that the server goes on answering: so many at a time, so many in line, and
// a process that takes too long or too much memory is ended and replaced. Not threads: where one of those grows too large, Node.js 24 ends the whole program.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ProcessPoolOptions {
  /** The module that a process runs: it answers each message with one message. */
  readonly entry: URL;
  readonly processes: number;
  readonly timeoutMs: number;
  readonly memoryMegabytes: number;
  /** How many jobs may wait for a process. */
  readonly mostWaiting: number;
}

/** Why a job has no answer. */
export class JobUnanswered extends Error {
  readonly why: 'too long' | 'too large' | 'too many' | 'closed';

  constructor(why: JobUnanswered['why']) {
    super(`a job for a process was not answered: ${why}`);
    this.name = 'JobUnanswered';
    this.why = why;
  }
}

interface Job<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

interface Worker<Input, Output> {
  readonly child: ChildProcess;
  readonly gone: Promise<unknown>;
  job: Job<Input, Output> | null;
  timer: NodeJS.Timeout | undefined;
  complaint: string;
}

const LONGEST_COMPLAINT = 4000;

export class ProcessPool<Input, Output> {
  private readonly options: ProcessPoolOptions;
  private readonly waiting: Job<Input, Output>[] = [];
  private readonly workers = new Set<Worker<Input, Output>>();
  private isClosed = false;

  constructor(options: ProcessPoolOptions) {
    this.options = options;
  }

  run(input: Input): Promise<Output> {
    if (this.isClosed) return Promise.reject(new JobUnanswered('closed'));
    if (this.waiting.length >= this.options.mostWaiting) return Promise.reject(new JobUnanswered('too many'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      this.dispatch();
    });
  }

  /** Ends all processes; whoever waits is told. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const job of this.waiting.splice(0)) job.reject(new JobUnanswered('closed'));
    await Promise.all([...this.workers].map((worker) => this.end(worker, new JobUnanswered('closed'))));
  }

  private dispatch(): void {
    while (this.waiting.length > 0 && !this.isClosed) {
      const idle = [...this.workers].find((worker) => worker.job === null);
      if (idle === undefined && this.workers.size >= this.options.processes) return;
      this.assign(idle ?? this.start(), this.waiting.shift()!);
    }
  }

  private start(): Worker<Input, Output> {
    const { entry, memoryMegabytes } = this.options;
    // Node 20 runs TypeScript only through the loader.
    const loader = entry.pathname.endsWith('.ts') ? ['--import', new URL('../../typescript.mjs', import.meta.url).href] : [];
    const child = fork(fileURLToPath(entry), {
      execArgv: [`--max-old-space-size=${memoryMegabytes}`, ...loader],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const worker: Worker<Input, Output> = { child, gone: once(child, 'close'), job: null, timer: undefined, complaint: '' };
    child.stderr?.on('data', (chunk: Buffer) => {
      worker.complaint = (worker.complaint + chunk.toString('utf8')).slice(-LONGEST_COMPLAINT);
    });
    child.on('message', (output) => this.answer(worker, output as Output));
    void worker.gone.then(() => this.end(worker, whyGone(worker)));
    this.workers.add(worker);
    return worker;
  }

  private assign(worker: Worker<Input, Output>, job: Job<Input, Output>): void {
    worker.job = job;
    worker.timer = setTimeout(() => void this.end(worker, new JobUnanswered('too long')), this.options.timeoutMs);
    holdOpen(worker.child, true);
    // A closed channel means that the process is going, which is noticed with the job still assigned.
    worker.child.send(job.input as object, () => undefined);
  }

  private answer(worker: Worker<Input, Output>, output: Output): void {
    const { job } = worker;
    this.release(worker);
    holdOpen(worker.child, false);
    job?.resolve(output);
    this.dispatch();
  }

  private async end(worker: Worker<Input, Output>, why: unknown): Promise<void> {
    const { job } = worker;
    this.release(worker);
    this.workers.delete(worker);
    job?.reject(why);
    holdOpen(worker.child, true);
    worker.child.kill('SIGKILL');
    await worker.gone;
    this.dispatch();
  }

  private release(worker: Worker<Input, Output>): void {
    clearTimeout(worker.timer);
    worker.job = null;
  }
}

function whyGone({ complaint }: { readonly complaint: string }): Error {
  return /heap out of memory|heap limit/i.test(complaint) ? new JobUnanswered('too large') : new Error(`A process ended: ${complaint}`);
}

/** An idle process does not keep the program alive. */
function holdOpen(child: ChildProcess, held: boolean): void {
  const pipe = child.stderr as unknown as { ref?(): void; unref?(): void } | null;
  if (held) {
    child.ref();
    child.channel?.ref();
    pipe?.ref?.();
  } else {
    child.unref();
    child.channel?.unref();
    pipe?.unref?.();
  }
}
