// `npm run faults`: makes things fail and looks at the books after each fault. `npm run faults -- --help` lists the programmes.
import { parseArgs } from 'node:util';
import { Chance } from '../scenarios/given/random.ts';
import { apiFuzz } from './api-fuzz.ts';
import { apiWrites } from './api-writes.ts';
import { backup } from './backup.ts';
import { clockJumps } from './clock-jumps.ts';
import { diskFull } from './disk-full.ts';
import { failpoints } from './failpoints.ts';
import { Ground } from './ground.ts';
import { ingest } from './ingest.ts';
import { killPostgres } from './kill-postgres.ts';
import { killWorker } from './kill-worker.ts';
import { parallel } from './parallel.ts';
import { isPlantedBug, type PlantedBug, plantedBugs } from './planted-bugs.ts';
import { type Programme, type Situation, Skipped } from './programme.ts';

const programmes: Readonly<Record<string, Programme>> = {
  'kill9-worker': killWorker,
  failpoints,
  'kill9-postgres': killPostgres,
  parallel,
  clock: clockJumps,
  ingest,
  'disk-full': diskFull,
  'api-fuzz': apiFuzz,
  'api-writes': apiWrites,
  backup,
};

const ACCOUNTS = 300;
const TEMPLATE = 'mixed_accounts';
const nameWidth = Math.max(...Object.keys(programmes).map((name) => name.length));

interface Wanted {
  /** Programmes, each with the mistake to plant or without one. */
  readonly runs: readonly { readonly name: string; readonly planted: PlantedBug | null }[];
  readonly size: Situation['size'];
  readonly seed: number;
}

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const print = (line: string) => void process.stdout.write(`${line}\n`);

function usage(): string {
  const lines = Object.entries(programmes).map(
    ([name, { about, finds }]) => `  ${name.padEnd(nameWidth)}  ${about}; finds ${finds.join(', ')}`,
  );
  const bugs = Object.entries(plantedBugs).map(([name, meaning]) => `  ${name.padEnd(nameWidth)}  ${meaning}`);
  return [
    'npm run faults -- [--only NAME,…] [--size small|nightly] [--seed N] [--planted MISTAKE|all]',
    '',
    'Programmes:',
    ...lines,
    '',
    'Mistakes that --planted builds in; a programme then passes when it finds it:',
    ...bugs,
  ].join('\n');
}

function readWanted(): Wanted | null {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      size: { type: 'string', default: 'small' },
      seed: { type: 'string' },
      planted: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return null;
  const names = values.only?.split(',') ?? Object.keys(programmes);
  const unknown = names.find((name) => !(name in programmes));
  if (unknown !== undefined) throw new Error(`There is no programme ${unknown}.\n\n${usage()}`);
  if (values.size !== 'small' && values.size !== 'nightly') throw new Error('--size takes small or nightly.');
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error('--seed takes a whole number.');
  return { runs: runsOf(names, values.planted), size: values.size, seed };
}

function runsOf(names: readonly string[], planted: string | undefined): Wanted['runs'] {
  if (planted === undefined) return names.map((name) => ({ name, planted: null }));
  if (planted !== 'all' && !isPlantedBug(planted)) throw new Error(`There is no mistake ${planted} to plant.\n\n${usage()}`);
  const runs = names.flatMap((name) =>
    programmes[name]!.finds.filter((bug) => planted === 'all' || bug === planted).map((bug) => ({ name, planted: bug })),
  );
  if (runs.length === 0) throw new Error(`None of these programmes looks for ${planted}.\n\n${usage()}`);
  return runs;
}

async function main(): Promise<void> {
  const wanted = readWanted();
  if (wanted === null) return print(usage());
  print(`seed ${wanted.seed}`);
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const ground = await Ground.open();
  closeOnSignal(ground);
  try {
    const accounts = await ground.populate(TEMPLATE, wanted.seed, ACCOUNTS);
    for (const { name, planted } of wanted.runs) {
      const { size, seed } = wanted;
      const situation = { ground, template: TEMPLATE, accounts, chance: new Chance(seed), size, seed, planted };
      await runOne(name, programmes[name]!, situation, tally);
    }
  } finally {
    await ground.close();
  }
  print(`${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`);
  if (tally.failed > 0) process.exitCode = 1;
}

/** Nobody else would stop our PostgreSQL. */
function closeOnSignal(ground: Ground): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void ground.close().finally(() => process.exit(1)));
}

/** Prints one line. A planted mistake must be found. */
async function runOne(name: string, programme: Programme, situation: Situation, tally: Tally): Promise<void> {
  const from = performance.now();
  const line = (outcome: string, told: string) =>
    print(`${name.padEnd(nameWidth)}  ${outcome} in ${((performance.now() - from) / 1000).toFixed(1)} s: ${told}`);
  const { planted } = situation;
  try {
    const told = await programme.run(situation);
    tally[planted === null ? 'passed' : 'failed'] += 1;
    line(planted === null ? 'passed' : 'failed', planted === null ? told : `${planted} was planted and not found; ${told}`);
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    const outcome = error instanceof Skipped ? 'skipped' : planted === null ? 'failed' : 'passed';
    tally[outcome] += 1;
    line(outcome, planted === null || outcome === 'skipped' ? told : `${planted} was found: ${told.split('\n', 1)[0]}`);
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
