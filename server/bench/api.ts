// The API under a steady load over 100,000 accounts, asked by another process; and what row security costs the lists and searches.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { addApi } from '../src/api/v1.ts';
import { findProvider, listAccounts } from '../src/domains/accounts/index.ts';
import { listInvoiceHeads, listInvoices } from '../src/domains/invoicing/index.ts';
import { permissions } from '../src/domains/people/index.ts';
import type { Caller } from '../src/platform/http/principal.ts';
import { createHttpServer } from '../src/platform/http/server.ts';
import { behindWalls, type DatabaseRole, readRequestRole, type Services } from '../src/platform/http/work.ts';
import { createLog } from '../src/platform/log.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../src/platform/postgres/transaction.ts';
import { TYPESCRIPT } from '../src/testing/program.ts';
import type { Latencies, Load } from './api-client.ts';
import { BILLING_INSTANT, populate } from './billing-population.ts';
import { openBenchServer } from './billing-server.ts';
import type { Figure } from './figure.ts';

export interface ApiOptions {
  readonly accounts: number;
  readonly perSecond: number;
  readonly seconds: number;
}

const GREATEST_READ_MS = 20;
const GREATEST_WRITE_MS = 50;
const GREATEST_RATIO = 1.3;

export async function benchApi({ accounts, perSecond, seconds }: ApiOptions): Promise<Figure[]> {
  const server = await openBenchServer();
  const database = await server.create('prorata_api');
  try {
    await populate(database, { accounts, past: 1, events: 1 });
    const caller = await staffOf(database);
    const cost = await costOfWalls(database, caller);
    const { latencies, used } = await underLoad(database, caller, { accounts, perSecond, seconds }, server.processorMs);
    const failed = Object.values(latencies.failed).reduce((sum, count) => sum + count, 0);
    if (failed > 0) throw new Error(`Requests failed: ${JSON.stringify(latencies.failed)}`);
    const answered = latencies.reads.length + latencies.writes.length;
    return [
      { name: 'api.reads.p99', value: percentile(latencies.reads, 0.99), unit: 'ms', floor: GREATEST_READ_MS },
      { name: 'api.reads.median', value: percentile(latencies.reads, 0.5), unit: 'ms', floor: null },
      { name: 'api.writes.p99', value: percentile(latencies.writes, 0.99), unit: 'ms', floor: GREATEST_WRITE_MS },
      { name: 'api.writes.median', value: percentile(latencies.writes, 0.5), unit: 'ms', floor: null },
      { name: 'api.answered', value: answered / seconds, unit: 'requests/s', floor: perSecond },
      { name: 'api.processor.server', value: used.serverMs / answered, unit: 'ms/request', floor: null },
      { name: 'api.processor.postgres', value: used.postgresMs / answered, unit: 'ms/request', floor: null },
      ...cost,
    ];
  } finally {
    await database.close();
    await server.close();
  }
}

/** Somebody of the provider's who may do everything; signing in is not what is measured. */
async function staffOf(database: Database): Promise<Caller> {
  const seller = (await inTransaction(database, findProvider))!;
  const all = new Set(permissions.map((permission) => permission.name));
  return {
    kind: 'key',
    id: 'key_bench',
    seller,
    above: [],
    account: null,
    permissions: all,
    limits: {},
    language: null,
    delegatedFrom: null,
    impersonatedBy: null,
  };
}

/** Processor time, which says more than the clock where others use the machine too. */
interface Used {
  readonly serverMs: number;
  readonly postgresMs: number;
}

async function underLoad(
  database: Database,
  caller: Caller,
  options: ApiOptions,
  postgresMs: () => number,
): Promise<{ latencies: Latencies; used: Used }> {
  const now = BILLING_INSTANT;
  const clock = { now: () => now, read: async () => now, advanceTo: async () => now, close: () => undefined };
  const { app } = createHttpServer({ database, clock, log: createLog('silent'), version: 'bench' });
  await addApi(app, { installation: { database, clock }, authenticate: async () => caller, services: {} as Services });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  const some = await inTransaction(database, (tx) => listInvoices(tx, caller.seller.id, {}, 1000));
  const invoices = some.map(({ view }) => view.id!);
  try {
    const load = { origin, accounts: options.accounts, invoices, perSecond: options.perSecond };
    await loadFrom({ ...load, seconds: 2 }, 'warm');
    const before = { server: process.cpuUsage(), postgres: postgresMs() };
    const latencies = await loadFrom({ ...load, seconds: options.seconds }, 'measured');
    const { user, system } = process.cpuUsage(before.server);
    return { latencies, used: { serverMs: (user + system) / 1000, postgresMs: postgresMs() - before.postgres } };
  } finally {
    await app.close();
  }
}

function loadFrom(load: Load, name: string): Promise<Latencies> {
  const file = fileURLToPath(new URL('./api-client.ts', import.meta.url));
  const child = fork(file, [name], { execArgv: ['--import', TYPESCRIPT] });
  return new Promise((settle, fail) => {
    child.once('message', (latencies) => settle(latencies as Latencies));
    child.once('error', fail);
    child.once('exit', (status) => status !== 0 && fail(new Error(`The client ended with ${status}.`)));
    child.send(load);
  });
}

const ROUNDS = 200;

/** The same queries as the request's role and as one who sees everything, in turns; medians. */
async function costOfWalls(database: Database, principal: Caller): Promise<Figure[]> {
  const requestRole = await readRequestRole(database);
  const { id } = principal.seller;
  const page = { limit: 50, sort: 'name' };
  const works: Readonly<Record<string, (tx: Transaction) => Promise<unknown>>> = {
    'accounts.list': (tx) => listAccounts(tx, id, page, async (rows) => rows),
    'accounts.search': (tx) => listAccounts(tx, id, { ...page, search: 'customer customer-77' }, async (rows) => rows),
    'invoices.list': (tx) => listInvoiceHeads(tx, id, { limit: 50, sort: '-issuedOn', accountId: null, only: null }),
  };
  const figures: Figure[] = [];
  for (const [name, work] of Object.entries(works)) {
    const times: Record<DatabaseRole, number[]> = { request: [], engine: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const role of round % 2 === 0 ? (['request', 'engine'] as const) : (['engine', 'request'] as const)) {
        const walls = { database, requestRole, role, principal };
        const began = performance.now();
        await behindWalls(walls, work, { readOnly: true });
        times[role].push(performance.now() - began);
      }
    }
    const [walled, open] = [percentile(times.request, 0.5), percentile(times.engine, 0.5)];
    figures.push({ name: `api.walls.${name}`, value: walled / open, unit: 'times', floor: GREATEST_RATIO });
  }
  return figures;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
