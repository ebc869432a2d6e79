// `npm run bench`: each figure beside a floor measured in the same run. `npm run bench -- --help` lists the benchmarks and their sizes.
import { parseArgs } from 'node:util';
import { benchApi } from './api.ts';
import { benchBilling } from './billing.ts';
import type { Figure } from './figure.ts';
import { benchIngest } from './ingest.ts';
import { benchPdf } from './pdf.ts';
import { benchQuote } from './quote.ts';

interface Benchmark {
  readonly about: string;
  /** What its size is set by, and the size without it. */
  readonly sizes: Readonly<Record<string, number>>;
  run(size: (name: string) => number): Figure[] | Promise<Figure[]>;
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
  api: {
    about: 'the API at a steady rate from another process, beside the greatest times it may take; what row security costs, beside 1.3',
    sizes: { accounts: 10_000, 'per-second': 500, seconds: 20 },
    run: (size) => benchApi({ accounts: size('accounts'), perSecond: size('per-second'), seconds: size('seconds') }),
  },
  billing: {
    about: 'invoices that a billing run issues into an embedded PostgreSQL, beside COPY of the same rows; 1 leaves many-accounts out',
    sizes: { accounts: 10_000, workers: 2, past: 36, batch: 500, rounds: 3, 'many-accounts': 1 },
    run: (size) =>
      benchBilling({
        accounts: size('accounts'),
        workers: size('workers'),
        past: size('past'),
        batch: size('batch'),
        rounds: size('rounds'),
        manyAccounts: size('many-accounts'),
      }),
  },
  ingest: {
    about: 'usage events a second over HTTP from another process, durable and each once, beside COPY of the same rows; totals of a month',
    sizes: { events: 1_000_000, subscriptions: 1000, connections: 16, 'per-request': 2500, rounds: 3 },
    run: (size) =>
      benchIngest({
        events: size('events'),
        subscriptions: size('subscriptions'),
        connections: size('connections'),
        perRequest: size('per-request'),
        rounds: size('rounds'),
      }),
  },
  quote: {
    about: 'subscription periods that the pure engine decides on one core, at one and at ten years of age',
    sizes: { periods: 20_000 },
    run: (size) => benchQuote({ periods: size('periods') }),
  },
  pdf: {
    about: 'two-page invoices turned into PDF',
    sizes: { documents: 300, processes: 2 },
    run: (size) => benchPdf({ documents: size('documents'), processes: size('processes') }),
  },
};

const sizeNames = [...new Set(Object.values(benchmarks).flatMap(({ sizes }) => Object.keys(sizes)))];

function usage(): string {
  const lines = Object.entries(benchmarks).map(([name, { about, sizes }]) => {
    const set = Object.entries(sizes).map(([size, usual]) => `--${size} ${usual}`);
    return `  ${name.padEnd(8)} ${about} (${set.join(', ')})`;
  });
  return ['npm run bench -- [--only NAME,…] [--json] [--SIZE N]', '', ...lines].join('\n');
}

function readSize(text: string | boolean | undefined, usual: number, name: string): number {
  if (text === undefined) return usual;
  const size = Number(text);
  if (!Number.isSafeInteger(size) || size < 1) throw new Error(`--${name} takes a whole number above zero.`);
  return size;
}

function row({ name, value, unit, floor }: Figure): string {
  const beside = floor === null ? '' : `${round(floor).padStart(12)}  ${(value / floor).toFixed(3)}`;
  return `${name.padEnd(32)} ${round(value).padStart(12)} ${unit.padEnd(14)}${beside}`.trimEnd();
}

const round = (value: number) => (value < 100 ? value.toFixed(2) : Math.round(value).toString());
const print = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const options = { only: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  const sizes = Object.fromEntries(sizeNames.map((name) => [name, { type: 'string' }] as const));
  const values: Record<string, string | boolean | undefined> = parseArgs({ options: { ...sizes, ...options } }).values;
  if (values.help === true) return print(usage());
  const names = typeof values.only === 'string' ? values.only.split(',') : Object.keys(benchmarks);
  const unknown = names.find((name) => !(name in benchmarks));
  if (unknown !== undefined) throw new Error(`There is no benchmark ${unknown}.\n${usage()}`);
  const figures: Figure[] = [];
  if (values.json !== true) print(`${'name'.padEnd(32)} ${'value'.padStart(12)} ${'unit'.padEnd(14)}${'floor'.padStart(12)}  ratio`);
  for (const name of names) {
    const benchmark = benchmarks[name]!;
    const found = await benchmark.run((size) => readSize(values[size], benchmark.sizes[size]!, size));
    figures.push(...found);
    if (values.json !== true) for (const figure of found) print(row(figure));
  }
  if (values.json === true)
    print(
      JSON.stringify(
        figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) })),
        null,
        2,
      ),
    );
}

const ratioOf = ({ value, floor }: Figure) => (floor === null ? null : value / floor);

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
