// How many invoices a billing run issues a second, beside COPY of the same rows, and what that costs with many accounts, with a long past,
// on a second run, and with two workers at once.
import { runBilling } from '../src/domains/invoicing/index.ts';
import { auditBooks } from '../src/domains/reports/index.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import type { TestClock } from '../src/testing/books.ts';
import { collectRows, marksBefore, measureFloor } from './billing-floor.ts';
import { type Population, populate } from './billing-population.ts';
import { type BenchServer, openBenchServer } from './billing-server.ts';
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
}

export async function benchBilling(options: BillingBenchOptions): Promise<Figure[]> {
  const server = await openBenchServer();
  try {
    const bench = new BillingBench(server, options);
    await bench.warmUp();
    return await bench.figures();
  } finally {
    await server.close();
  }
}

class BillingBench {
  private readonly server: BenchServer;
  private readonly options: BillingBenchOptions;
  private databases = 0;
  private peakBytes = 0;

  constructor(server: BenchServer, options: BillingBenchOptions) {
    this.server = server;
    this.options = options;
  }

  /** A server that bills has billed before: its code is compiled and its connections know their statements. */
  async warmUp(): Promise<void> {
    const { workers } = this.options;
    await this.withPopulation({ accounts: Math.min(4000, this.options.accounts), past: 1, events: 4 }, (name, clock) =>
      this.measure(name, clock, workers, false),
    );
  }

  async figures(): Promise<Figure[]> {
    const { accounts, workers, past, manyAccounts } = this.options;
    const figures: Figure[] = [];
    const usual: Population = { accounts, past: 0, events: 4 };
    const { many, one } = await this.withPopulation(usual, async (name, clock) => ({
      one: await this.rounds(name, clock, 1, false),
      many: await this.rounds(name, clock, workers, true),
    }));
    figures.push(
      { name: 'billing.invoices_per_second', value: many.perSecond, unit: 'invoices/s', floor: many.floor },
      { name: 'billing.two_workers_over_one', value: many.perSecond / one.perSecond, unit: 'times', floor: null },
    );
    const old = await this.withPopulation({ ...usual, past }, (name, clock) => this.rounds(name, clock, workers, false));
    figures.push({ name: `billing.cost_with_${past}_past_periods`, value: many.perSecond / old.perSecond, unit: 'times', floor: null });
    let empty = many.emptyRunMs;
    if (manyAccounts > accounts) {
      const large = await this.withPopulation({ ...usual, accounts: manyAccounts }, (name, clock) =>
        this.measure(name, clock, workers, false),
      );
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
      { name: 'billing.peak_memory', value: this.peakBytes / 1e6, unit: 'MB', floor: null },
    );
    return figures;
  }

  private async withPopulation<T>(population: Population, work: (name: string, clock: TestClock) => Promise<T>): Promise<T> {
    this.databases += 1;
    const name = `population_${this.databases}`;
    const database = await this.server.create(name);
    const clock = await populate(database, population);
    await database.close();
    const result = await work(name, clock);
    await this.server.drop(name);
    return result;
  }

  /** The median of several, the run and its floor one after the other each time. */
  private async rounds(population: string, clock: TestClock, workers: number, withFloor: boolean): Promise<Measured> {
    const all: Measured[] = [];
    for (let round = 0; round < this.options.rounds; round += 1) all.push(await this.measure(population, clock, workers, withFloor));
    const median = (of: (one: Measured) => number): number => all.map(of).sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
    return { perSecond: median((one) => one.perSecond), floor: median((one) => one.floor), emptyRunMs: median((one) => one.emptyRunMs) };
  }

  private async measure(population: string, clock: TestClock, workers: number, withFloor: boolean): Promise<Measured> {
    const database = await this.server.create('bench_run', population);
    const before = await marksBefore(database);
    const began = performance.now();
    const documents = await this.bill(database, clock, workers);
    const perSecond = documents / ((performance.now() - began) / 1000);
    const emptyRunMs = await this.emptyRun(database, clock, workers);
    const { findings } = await auditBooks(database);
    if (findings.length > 0) throw new Error(`The books do not hold after the bench: ${findings.map((one) => one.invariant).join(', ')}.`);
    const rows = withFloor ? await collectRows(database, before, this.options.batch) : [];
    await database.close();
    await this.server.drop('bench_run');
    return { perSecond, emptyRunMs, floor: withFloor ? await this.floor(population, rows, workers) : Number.NaN };
  }

  private async bill(database: Database, clock: TestClock, workers: number): Promise<number> {
    const watch = setInterval(() => this.lookAtMemory(), 20);
    try {
      const report = await runBilling(database, clock, { asOf: null, workers, batchSize: this.options.batch });
      if (report.documents !== report.accounts || report.documents === 0 || report.lines < 3 * report.documents) {
        throw new Error(`The bench billed ${report.documents} documents with ${report.lines} lines for ${report.accounts} accounts.`);
      }
      this.lookAtMemory();
      return report.documents;
    } finally {
      clearInterval(watch);
    }
  }

  private lookAtMemory(): void {
    this.peakBytes = Math.max(this.peakBytes, process.memoryUsage.rss());
  }

  private async emptyRun(database: Database, clock: TestClock, workers: number): Promise<number> {
    const began = performance.now();
    const { accounts } = await runBilling(database, clock, { asOf: null, workers, batchSize: this.options.batch });
    if (accounts !== 0) throw new Error(`A second run billed ${accounts} accounts again.`);
    return performance.now() - began;
  }

  private async floor(population: string, rows: Awaited<ReturnType<typeof collectRows>>, workers: number): Promise<number> {
    const database = await this.server.create('bench_floor', population);
    await database.close();
    const perSecond = await measureFloor(this.server.target('bench_floor'), rows, workers);
    await this.server.drop('bench_floor');
    return perSecond;
  }
}
