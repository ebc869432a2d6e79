// How many invoices billing workers issue a second, beside COPY of the same rows, and what that costs with many accounts, with a long past,
// on a second run, and with several workers instead of one.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { auditBooks } from '../src/domains/reports/index.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { collectRows, marksBefore, measureFloor } from './billing-floor.ts';
import { BILLING_INSTANT, type Population, populate } from './billing-population.ts';
import { type BenchServer, openBenchServer } from './billing-server.ts';
import type { BillingAnswer, BillingOrder } from './billing-worker.ts';
import type { Figure } from './figure.ts';

export interface BillingBenchOptions {
  readonly accounts: number;
  readonly workers: number;
  /** Periods behind the accounts whose cost is compared. */
  readonly past: number;
  readonly batch: number;
  /** Accounts of the large run; 1 leaves it out. */
  readonly manyAccounts: number;
  readonly rounds: number;
}

interface Measured {
  readonly perSecond: number;
  readonly floor: number;
  readonly emptyRunMs: number;
  readonly cpuMicroseconds: number;
}

export async function benchBilling(options: BillingBenchOptions): Promise<Figure[]> {
  const server = await openBenchServer();
  const bench = new BillingBench(server, options);
  try {
    return await bench.figures();
  } finally {
    bench.close();
    await server.close();
  }
}

const WARM_UP_ACCOUNTS = 6000;
const EVENTS = 4;

class BillingBench {
  private readonly server: BenchServer;
  private readonly options: BillingBenchOptions;
  private readonly workers: ChildProcess[];
  private databases = 0;
  private peakBytes = 0;

  constructor(server: BenchServer, options: BillingBenchOptions) {
    this.server = server;
    this.options = options;
    this.workers = Array.from({ length: options.workers }, () => fork(new URL('./billing-worker.ts', import.meta.url)));
  }

  close(): void {
    for (const worker of this.workers) worker.disconnect();
  }

  async figures(): Promise<Figure[]> {
    const { accounts, workers, past, manyAccounts } = this.options;
    // Workers that bill have billed before: their code is compiled.
    await this.withPopulation({ accounts: WARM_UP_ACCOUNTS, past: 1, events: EVENTS }, (name) => this.measure(name, workers, false));
    const usual: Population = { accounts, past: 0, events: EVENTS };
    const { many, one, old } = await this.withPopulation(usual, (young) =>
      this.withPopulation({ ...usual, past }, (aged) => this.sideBySide(young, aged)),
    );
    const figures: Figure[] = [
      { name: 'billing.invoices_per_second', value: many.perSecond, unit: 'invoices/s', floor: many.floor },
      { name: 'billing.cpu_of_workers', value: many.cpuMicroseconds, unit: 'µs/invoice', floor: null },
      { name: `billing.${workers}_workers_over_one`, value: many.perSecond / one.perSecond, unit: 'times', floor: null },
      { name: `billing.cost_with_${past}_past_periods`, value: many.perSecond / old.perSecond, unit: 'times', floor: null },
    ];
    let empty = many.emptyRunMs;
    if (manyAccounts > accounts) {
      const large = await this.withPopulation({ ...usual, accounts: manyAccounts }, (name) => this.measure(name, workers, false));
      figures.push({
        name: `billing.cost_at_${manyAccounts}_over_${accounts}`,
        value: many.perSecond / large.perSecond,
        unit: 'times',
        floor: null,
      });
      empty = large.emptyRunMs;
    }
    figures.push(
      { name: 'billing.empty_second_run', value: empty, unit: 'ms', floor: null },
      { name: 'billing.peak_memory_of_a_worker', value: this.peakBytes / 1e6, unit: 'MB', floor: null },
    );
    return figures;
  }

  private async withPopulation<T>(population: Population, work: (name: string) => Promise<T>): Promise<T> {
    this.databases += 1;
    const name = `population_${this.databases}`;
    const database = await this.server.create(name);
    await populate(database, population);
    await database.close();
    const result = await work(name);
    await this.server.drop(name);
    return result;
  }

  /** What is compared takes turns, so that a busy machine is busy for all of it. */
  private async sideBySide(young: string, aged: string): Promise<{ many: Measured; one: Measured; old: Measured }> {
    const { workers, rounds } = this.options;
    const many: Measured[] = [];
    const one: Measured[] = [];
    const old: Measured[] = [];
    for (let round = 0; round < rounds; round += 1) {
      many.push(await this.measure(young, workers, true));
      old.push(await this.measure(aged, workers, false));
      one.push(await this.measure(young, 1, false));
    }
    return { many: medianOf(many), one: medianOf(one), old: medianOf(old) };
  }

  private async measure(population: string, workers: number, withFloor: boolean): Promise<Measured> {
    const database = await this.server.create('bench_run', population);
    const before = await marksBefore(database);
    const began = performance.now();
    const answers = await this.bill(workers);
    const seconds = (performance.now() - began) / 1000;
    const documents = sumOf(answers, (answer) => answer.documents);
    const [empty] = await this.bill(1);
    if (empty!.accounts !== 0) throw new Error(`A second run billed ${empty!.accounts} accounts again.`);
    const rows = withFloor ? await collectRows(database, before, this.options.batch) : [];
    await checkBooks(database, answers);
    await database.close();
    await this.server.drop('bench_run');
    return {
      perSecond: documents / seconds,
      emptyRunMs: empty!.ms,
      cpuMicroseconds: (sumOf(answers, (answer) => answer.cpuMs) * 1000) / documents,
      floor: withFloor ? await this.floor(population, rows, workers) : Number.NaN,
    };
  }

  private async bill(workers: number): Promise<BillingAnswer[]> {
    const order: BillingOrder = {
      address: this.server.address(),
      database: 'bench_run',
      now: BILLING_INSTANT,
      batchSize: this.options.batch,
    };
    const answers = await Promise.all(this.workers.slice(0, workers).map((worker) => ask(worker, order)));
    this.peakBytes = Math.max(this.peakBytes, ...answers.map((answer) => answer.peakBytes));
    return answers;
  }

  private async floor(population: string, rows: Awaited<ReturnType<typeof collectRows>>, workers: number): Promise<number> {
    const database = await this.server.create('bench_floor', population);
    await database.close();
    const perSecond = await measureFloor(this.server.target('bench_floor'), rows, workers);
    await this.server.drop('bench_floor');
    return perSecond;
  }
}

async function ask(worker: ChildProcess, order: BillingOrder): Promise<BillingAnswer> {
  worker.send(order);
  const [answer] = (await once(worker, 'message')) as [BillingAnswer | { readonly error: string }];
  if ('error' in answer) throw new Error(answer.error);
  return answer;
}

/** What was measured counts only where it is what was to be measured, and right. */
async function checkBooks(database: Database, answers: readonly BillingAnswer[]): Promise<void> {
  const accounts = sumOf(answers, (answer) => answer.accounts);
  const documents = sumOf(answers, (answer) => answer.documents);
  const lines = sumOf(answers, (answer) => answer.lines);
  const { rows } = await database.pool.query<{ accounts: bigint }>('select count(*) as accounts from account');
  if (accounts !== Number(rows[0]!.accounts) || documents !== accounts || lines !== 3 * documents) {
    throw new Error(`The bench billed ${documents} documents with ${lines} lines for ${accounts} of ${rows[0]!.accounts} accounts.`);
  }
  const { findings } = await auditBooks(database);
  if (findings.length > 0) throw new Error(`The books do not hold after the bench: ${findings.map((one) => one.invariant).join(', ')}.`);
}

function sumOf(answers: readonly BillingAnswer[], pick: (answer: BillingAnswer) => number): number {
  return answers.reduce((sum, answer) => sum + pick(answer), 0);
}

function medianOf(all: readonly Measured[]): Measured {
  const median = (pick: (one: Measured) => number): number => all.map(pick).sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
  return {
    perSecond: median((one) => one.perSecond),
    floor: median((one) => one.floor),
    emptyRunMs: median((one) => one.emptyRunMs),
    cpuMicroseconds: median((one) => one.cpuMicroseconds),
  };
}
