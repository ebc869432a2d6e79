// Work that may take long without ever waiting, in threads of its own, so that the server goes on answering: so many at a time, so many in line, and
// a thread that takes too long is ended and replaced.
import { Worker } from 'node:worker_threads';

export interface ThreadPoolOptions {
  /** The module that a thread runs: it answers each message with one message. */
  readonly entry: URL;
  readonly threads: number;
  readonly timeoutMs: number;
  readonly memoryMegabytes: number;
  /** How many jobs may wait for a thread. */
  readonly mostWaiting: number;
}

/** Why a job has no answer. */
export class JobUnanswered extends Error {
  readonly why: 'too long' | 'too large' | 'too many' | 'closed';

  constructor(why: JobUnanswered['why']) {
    super(`a job for a thread was not answered: ${why}`);
    this.name = 'JobUnanswered';
    this.why = why;
  }
}

interface Job<Input, Output> {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread<Input, Output> {
  readonly worker: Worker;
  job: Job<Input, Output> | null;
  timer: NodeJS.Timeout | undefined;
}

export class ThreadPool<Input, Output> {
  private readonly options: ThreadPoolOptions;
  private readonly waiting: Job<Input, Output>[] = [];
  private readonly threads = new Set<Thread<Input, Output>>();
  private isClosed = false;

  constructor(options: ThreadPoolOptions) {
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

  /** Ends all threads; whoever waits is told. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const job of this.waiting.splice(0)) job.reject(new JobUnanswered('closed'));
    await Promise.all([...this.threads].map((thread) => this.end(thread, new JobUnanswered('closed'))));
  }

  private dispatch(): void {
    while (this.waiting.length > 0 && !this.isClosed) {
      const idle = [...this.threads].find((thread) => thread.job === null);
      if (idle === undefined && this.threads.size >= this.options.threads) return;
      this.assign(idle ?? this.start(), this.waiting.shift()!);
    }
  }

  private start(): Thread<Input, Output> {
    const { entry, memoryMegabytes } = this.options;
    const worker = new Worker(entry, {
      // Node 20 runs TypeScript only through the loader.
      execArgv: entry.pathname.endsWith('.ts') ? ['--import', new URL('../../typescript.mjs', import.meta.url).href] : [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    const thread: Thread<Input, Output> = { worker, job: null, timer: undefined };
    worker.on('message', (output: Output) => this.answer(thread, output));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      void this.end(thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new JobUnanswered('too large') : error);
    });
    this.threads.add(thread);
    return thread;
  }

  private assign(thread: Thread<Input, Output>, job: Job<Input, Output>): void {
    thread.job = job;
    thread.timer = setTimeout(() => void this.end(thread, new JobUnanswered('too long')), this.options.timeoutMs);
    thread.worker.ref();
    thread.worker.postMessage(job.input);
  }

  private answer(thread: Thread<Input, Output>, output: Output): void {
    const { job } = thread;
    this.release(thread);
    // An idle thread does not keep the process alive.
    thread.worker.unref();
    job?.resolve(output);
    this.dispatch();
  }

  private async end(thread: Thread<Input, Output>, why: unknown): Promise<void> {
    const { job } = thread;
    this.release(thread);
    this.threads.delete(thread);
    job?.reject(why);
    await thread.worker.terminate();
    this.dispatch();
  }

  private release(thread: Thread<Input, Output>): void {
    clearTimeout(thread.timer);
    thread.job = null;
  }
}
