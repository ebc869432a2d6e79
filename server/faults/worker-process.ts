// A billing process seen from outside: given its order, listened to, killed.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PlantedBug } from './planted-bugs.ts';

/** How its sessions are called in the database's list. */
export const BILLING_PROGRAM = 'prorata faults';

export interface BillingOrder {
  readonly url: string;
  readonly batchSize: number;
  readonly workers: number;
  /** As in PRORATA_FAILPOINTS. */
  readonly failpoints: string;
  readonly planted: PlantedBug | null;
}

export type BillingNews =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly documents: number }
  | { readonly kind: 'done'; readonly documents: number; readonly parked: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'hits'; readonly hits: Readonly<Record<string, number>> };

export interface BillingEnd {
  readonly signal: NodeJS.Signals | null;
  /** Null when it was killed before it could tell. */
  readonly result: Extract<BillingNews, { kind: 'done' | 'failed' }> | null;
  readonly hits: Readonly<Record<string, number>>;
  /** Documents that it said were committed. */
  readonly acknowledged: number;
  readonly complaints: string;
}

const TYPESCRIPT = new URL('../typescript.mjs', import.meta.url).href;
const PROGRAM = fileURLToPath(new URL('./billing-child.ts', import.meta.url));

export class WorkerProcess {
  readonly ended: Promise<BillingEnd>;
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: ((news: BillingNews) => void)[] = [];
  private readonly ready: Promise<void>;

  constructor() {
    this.child = spawn(process.execPath, ['--import', TYPESCRIPT, PROGRAM], { env: { ...process.env, NODE_OPTIONS: '' } });
    let complaints = '';
    this.child.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString('utf8');
    });
    // A child killed while its order is on the way.
    this.child.stdin.on('error', () => undefined);
    const told: BillingNews[] = [];
    createInterface({ input: this.child.stdout }).on('line', (line) => {
      // The last line of a killed process may be half a line.
      if (!line.endsWith('}')) return;
      const news = JSON.parse(line) as BillingNews;
      told.push(news);
      for (const hear of this.waiting) hear(news);
    });
    this.ended = new Promise((settle) => {
      this.child.once('close', (_status, signal) => settle({ signal, ...summary(told), complaints }));
    });
    this.ready = this.hears('ready');
  }

  /** Resolves at the next news of that kind, or when it has ended. */
  hears(kind: BillingNews['kind']): Promise<void> {
    const heard = new Promise<void>((settle) => {
      this.waiting.push((news) => {
        if (news.kind === kind) settle();
      });
    });
    return Promise.race([heard, this.ended.then(() => undefined)]);
  }

  /** Resolves when it has been told what to do. */
  async begin(order: BillingOrder): Promise<void> {
    await this.ready;
    this.child.stdin.write(`${JSON.stringify(order)}\n`);
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}

function summary(told: readonly BillingNews[]): Omit<BillingEnd, 'signal' | 'complaints'> {
  let acknowledged = 0;
  let result: BillingEnd['result'] = null;
  let hits: BillingEnd['hits'] = {};
  for (const news of told) {
    if (news.kind === 'progress') acknowledged = news.documents;
    else if (news.kind === 'hits') hits = news.hits;
    else if (news.kind !== 'ready') result = news;
  }
  return { acknowledged, result, hits };
}

/** Keeps processes started ahead, since starting one takes longer than billing. */
export class WorkerPool {
  private readonly spare: WorkerProcess[] = [];

  take(): WorkerProcess {
    const worker = this.spare.shift() ?? new WorkerProcess();
    this.spare.push(new WorkerProcess());
    return worker;
  }

  async close(): Promise<void> {
    for (const worker of this.spare) worker.kill();
    await Promise.all(this.spare.map((worker) => worker.ended));
  }
}
