// The PostgreSQL of the billing benchmark: embedded, in a temporary folder, as safe as in production; databases are copied from populated ones.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Address, openEmbedded } from '../src/platform/postgres/embedded/index.ts';
import { type Database, newClient, openDatabase, type Target } from '../src/platform/postgres/pool.ts';
import { prepareDatabase } from '../src/platform/postgres/prepare.ts';

export interface BenchServer {
  target(name: string): Target;
  /** A migrated database, or a copy of one that nobody is connected to. */
  create(name: string, copyOf?: string): Promise<Database>;
  drop(name: string): Promise<void>;
  address(): Address;
  /** Processor time of all its processes since they began, also of those that ended. Zero where the system does not tell. */
  processorMs(): number;
  /** Megabytes of memory of all its processes, what they share counted once. Zero where the system does not tell. */
  memoryMb(): number;
  close(): Promise<void>;
}

export async function openBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'prorata-bench-'));
  const embedded = await openEmbedded({ dataFolder: join(folder, 'data') });
  const target = (name: string): Target => ({ address: embedded.address, name });
  const administer = async (statement: string): Promise<void> => {
    const client = newClient(target('postgres'));
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  return {
    target,
    create: async (name, copyOf) => {
      await administer(`create database ${name}${copyOf === undefined ? '' : ` template ${copyOf} strategy file_copy`}`);
      if (copyOf === undefined) await prepareDatabase(target(name));
      await administer('checkpoint');
      return openDatabase(target(name));
    },
    drop: (name) => administer(`drop database ${name} with (force)`),
    address: embedded.address,
    processorMs: () => processorMsOf(embedded.pid()),
    memoryMb: () => memoryMbOf(embedded.pid()),
    close: async () => {
      await embedded.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

function processorMsOf(postmaster: number): number {
  let ticks = 0;
  for (const name of processes()) {
    try {
      // The name of the program, in parentheses, may hold anything.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
      if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
      if (name === String(postmaster)) ticks += Number(fields[13]) + Number(fields[14]);
    } catch {
      // It ended meanwhile.
    }
  }
  return ticks * TICK_MS;
}

function memoryMbOf(postmaster: number): number {
  let kilobytes = 0;
  for (const name of processes()) {
    try {
      const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1];
      if (name !== String(postmaster) && parent !== String(postmaster)) continue;
      kilobytes += Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }
  return (kilobytes * 1024) / 1e6;
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
