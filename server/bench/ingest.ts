// How many usage events a second are taken over HTTP from another process, durable, each once and with their sums, beside what COPY does at best:
// the same rows into a table with the same key, over as many connections. Then how long totals of a month take. Processor time stands beside that of the
// floor too: on a machine that others work on, it says more than the time that passed.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { from as copyFrom } from 'pg-copy-streams';
import { auditBooks } from '../src/domains/reports/index.ts';
import { recordFacts } from '../src/domains/subscriptions/index.ts';
import { totalsOfWindow } from '../src/domains/usage/index.ts';
import { type Database, newClient } from '../src/platform/postgres/pool.ts';
import { inTransaction } from '../src/platform/postgres/transaction.ts';
import { start } from '../src/testing/books.ts';
import { openTestApi, type TestApi } from '../src/testing/open-test-api.ts';
import { type BenchServer, openBenchServer } from './billing-server.ts';
import type { Figure } from './figure.ts';
import type { IngestAnswer, IngestOrder } from './ingest-client.ts';

export interface IngestSizes {
  readonly events: number;
  readonly subscriptions: number;
  readonly connections: number;
  readonly perRequest: number;
  readonly rounds: number;
}

const OPENED = '2026-01-01T00:00:00Z';
const NOW = '2026-01-15T12:00:00Z';
const FROM = Date.parse('2026-01-15T08:00:00Z');
const FLOOR_CONNECTIONS = 2;
const FLOOR_ROWS = 10_000;
/** More say the same. */
const FLOOR_EVENTS = 1_000_000;

export async function benchIngest(sizes: IngestSizes): Promise<Figure[]> {
  const server = await openBenchServer();
  try {
    const database = await server.create('ingest');
    const api = await openTestApi(database, OPENED);
    await populate(api, sizes.subscriptions);
    const port = await listenOn(api);
    const client = fork(fileURLToPath(new URL('./ingest-client.ts', import.meta.url)), {
      execArgv: ['--import', fileURLToPath(new URL('../typescript.mjs', import.meta.url))],
    });
    try {
      return await measure({ server, database, api, client, port, sizes });
    } finally {
      client.kill();
      await api.app.close();
      await database.close();
    }
  } finally {
    await server.close();
  }
}

interface Bench {
  readonly server: BenchServer;
  readonly database: Database;
  readonly api: TestApi;
  readonly client: ReturnType<typeof fork>;
  readonly port: number;
  readonly sizes: IngestSizes;
}

async function measure(bench: Bench): Promise<Figure[]> {
  const { database, sizes, server } = bench;
  // Code is compiled and names are learnt before anything is measured.
  await send(bench, 'warm00', Math.min(50_000, sizes.events));
  const rates: number[] = [];
  const used: Processor = { server: 0, postgres: 0, sender: 0 };
  let memory = 0;
  let total = 0;
  for (let round = 0; round < sizes.rounds; round += 1) {
    await database.pool.query('checkpoint');
    const meter = new ProcessorMeter(server);
    const { seconds, stored, repeated, refused, processorMs } = await send(bench, `r${String(round).padStart(2, '0')}000`, sizes.events);
    const { own, postgres } = meter.read();
    used.server += own;
    used.postgres += postgres;
    used.sender += processorMs;
    if (stored + repeated !== sizes.events || refused > 0) throw new Error(`stored ${stored}, repeated ${repeated}, refused ${refused}`);
    rates.push(sizes.events / seconds);
    total += sizes.events;
    memory = Math.max(memory, tellMemory(total, server));
  }
  const floor = await measureFloor(bench, Math.min(sizes.events, FLOOR_EVENTS));
  const month = await measureTotals(bench);
  const { findings } = await auditBooks(database);
  if (findings.length > 0)
    throw new Error(`The audit found: ${findings.map((one) => `${one.invariant}: ${JSON.stringify(one)}`).join('; ')}`);
  const each = (milliseconds: number) => (milliseconds * 1000) / total;
  return [
    { name: 'ingest', value: median(rates), unit: 'events/s', floor: floor.rate },
    { name: 'ingest processor', value: 1e6 / each(used.server + used.postgres), unit: 'events/s', floor: floor.perSecond },
    { name: 'ingest server processor', value: each(used.server), unit: 'µs/event', floor: null },
    { name: 'ingest PostgreSQL processor', value: each(used.postgres), unit: 'µs/event', floor: null },
    { name: 'ingest sender processor', value: each(used.sender), unit: 'µs/event', floor: null },
    { name: 'ingest server memory', value: memory, unit: 'MB', floor: null },
    { name: 'totals of a month', value: month, unit: 'ms', floor: null },
  ];
}

/** Milliseconds. */
interface Processor {
  server: number;
  postgres: number;
  sender: number;
}

class ProcessorMeter {
  private readonly server: BenchServer;
  private readonly own = process.cpuUsage();
  private readonly postgres: number;

  constructor(server: BenchServer) {
    this.server = server;
    this.postgres = server.processorMs();
  }

  read(): { readonly own: number; readonly postgres: number } {
    const { user, system } = process.cpuUsage(this.own);
    return { own: (user + system) / 1000, postgres: this.server.processorMs() - this.postgres };
  }
}

/** Megabytes now; said after every round, so that growth is seen: `--events 5000000 --rounds 10` are fifty million. */
function tellMemory(events: number, server: BenchServer): number {
  const memory = process.memoryUsage.rss() / 1e6;
  process.stderr.write(`${events} events: ${Math.round(memory)} MB, PostgreSQL ${Math.round(server.memoryMb())} MB\n`);
  return memory;
}

async function populate(api: TestApi, subscriptions: number): Promise<void> {
  const { books } = api;
  api.clock.set('2026-01-01T09:00:00Z');
  const names = Array.from({ length: subscriptions }, (_, index) => String(index));
  await books.accounts(...names.map((name) => `a-${name}`));
  const change = start('P', { seat: '0' });
  await books.run((tx, seller, now) =>
    recordFacts(
      tx,
      seller,
      names.map((name) => ({ subscription: `s-${name}`, account: `a-${name}`, at: now, change, reference: 'start' })),
      now,
    ),
  );
  api.clock.set(NOW);
}

async function listenOn(api: TestApi): Promise<number> {
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  return (api.app.server.address() as AddressInfo).port;
}

async function send({ api, client, port, sizes }: Bench, run: string, events: number): Promise<IngestAnswer> {
  const { connections, perRequest, subscriptions } = sizes;
  const key = await api.token({ permissions: ['usage.write'] });
  const order: IngestOrder = { port, key, events, perRequest, connections, subscriptions, run, from: FROM };
  client.send(order);
  const [answer] = (await once(client, 'message')) as [IngestAnswer | { failure: string }];
  if ('failure' in answer) throw new Error(answer.failure);
  return answer;
}

/** Rows as they were stored, into a table with the key that makes events unique; nothing is read and nothing is computed. */
async function measureFloor({ server, database }: Bench, events: number): Promise<{ rate: number; perSecond: number }> {
  await database.pool.query(
    `create table bench_floor (like usage_event); alter table bench_floor add column identity uuid primary key; checkpoint`,
  );
  const { rows } = await database.pool.query<{ line: string }>(
    `select concat_ws(E'\\t', seller_id, subscription_id, meter_id, at, recorded_at, arrival, '\\N', value, source, event_id, gen_random_uuid()) as line
     from usage_event limit $1`,
    [events],
  );
  const batches: Buffer[] = [];
  for (let from = 0; from < rows.length; from += FLOOR_ROWS) {
    batches.push(
      Buffer.from(
        `${rows
          .slice(from, from + FLOOR_ROWS)
          .map((row) => row.line)
          .join('\n')}\n`,
      ),
    );
  }
  const clients = Array.from({ length: FLOOR_CONNECTIONS }, () => newClient(server.target('ingest')));
  for (const client of clients) await client.connect();
  const meter = new ProcessorMeter(server);
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        const stream = client.query(copyFrom('copy bench_floor from stdin'));
        stream.end(batch);
        await once(stream, 'finish');
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const { own, postgres } = meter.read();
  for (const client of clients) await client.end();
  return { rate: rows.length / seconds, perSecond: (rows.length * 1000) / (own + postgres) };
}

/** Milliseconds, the median of many. */
async function measureTotals({ database, api }: Bench): Promise<number> {
  const seller = await api.books.seller();
  const times: number[] = [];
  const window = { from: Date.parse('2025-12-31T23:00:00Z'), to: Date.parse('2026-01-31T23:00:00Z') };
  await database.pool.query('analyze usage_total, usage_day_total, usage_identity, usage_event');
  await inTransaction(database, async (tx) => {
    for (let index = 0; index < 200; index += 1) {
      const began = performance.now();
      await totalsOfWindow(tx, seller.id, { account: `a-${index % 50}`, ...window });
      times.push(performance.now() - began);
    }
  });
  return median(times);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1]!;
}
