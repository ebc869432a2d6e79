// Thousands of requests made from the API's description and bent: none may end in an error of ours, take long, or leave a trace when it is refused.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { THIRD_RUN } from '../scenarios/given/mixed-accounts.ts';
import { staffPermissions } from '../src/domains/people/index.ts';
import { isWrite } from '../src/platform/http/route.ts';
import { type Database, openDatabase } from '../src/platform/postgres/pool.ts';
import { listOperations, type Operation } from '../src/testing/api-operations.ts';
import { openTestApi, type TestApi } from '../src/testing/open-test-api.ts';
import { requireCleanAudit, Violation } from './books-picture.ts';
import { type FuzzRequest, makeRequest } from './fuzz-requests.ts';
import { plant } from './planted-bugs.ts';
import type { Programme, Situation } from './programme.ts';

const REQUESTS = { small: 1_000, nightly: 20_000 } as const;
const LONGEST_MS = 2_000;

/** Not asked, with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  moveClock: 'the clock would run away under all other requests',
};

export const apiFuzz: Programme = {
  about: 'requests made from the description of the API, good, bent and broken: never an error of ours, and no trace of what was refused',
  finds: ['half_done'],
  async run(situation) {
    const { ground, template, planted } = situation;
    const trial = await ground.trial(template);
    const database = openDatabase({ url: trial.url });
    // Else it would commit transactions of its own, which could not be told from ours.
    await trial.database.pool.query('alter system set autovacuum = off');
    await trial.database.pool.query('select pg_reload_conf()');
    if (planted !== null) plant(database, planted);
    const api = await openTestApi(database, THIRD_RUN);
    try {
      const told = await fuzz(situation, api, trial.database);
      await requireCleanAudit(trial.database, 'After bent requests');
      return told;
    } finally {
      await api.app.close();
      await api.people.outgoing.close();
      await database.close();
      await trial.database.pool.query('alter system reset autovacuum');
      await trial.database.pool.query('select pg_reload_conf()');
      await ground.drop(trial);
    }
  },
};

async function fuzz(situation: Situation, api: TestApi, beside: Database): Promise<string> {
  const { chance, size, accounts } = situation;
  const operations = (await listOperations()).filter(({ route }) => leftOut[route.operationId] === undefined);
  const tokens = [
    await api.token({ permissions: staffPermissions }),
    await api.token({ permissions: staffPermissions, account: accounts[0]! }),
  ];
  const ids = await realIds(api, accounts);
  // The first quote starts the process that computes them, which may take long where others use the machine.
  await api.app.inject({
    method: 'POST',
    url: '/v1/quotes',
    headers: { authorization: `Bearer ${tokens[0]}` },
    payload: { version: 1, runs: [] },
  });
  const done = { asked: 0, taken: 0, refused: 0 };
  const trail = await CommitTrail.begin(beside);
  for (; done.asked < REQUESTS[size]; done.asked += 1) {
    const request = makeRequest(operations[done.asked % operations.length]!, chance, ids);
    const from = performance.now();
    const answer = await send(api.app, request, tokens[chance.fraction() < 0.8 ? 0 : 1]!);
    const took = performance.now() - from;
    const committed = await trail.sinceLast();
    judge(request, answer, took, committed);
    done[answer.statusCode < 400 ? 'taken' : 'refused'] += 1;
  }
  return `${done.asked} requests to ${operations.length} operations: ${done.taken} taken, ${done.refused} refused`;
}

async function send(app: FastifyInstance, request: FuzzRequest, token: string): Promise<LightMyRequestResponse> {
  const { method, url, headers, payload } = request;
  return app.inject({
    method: method as 'GET',
    url,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(payload === null ? {} : { payload }),
  });
}

function judge(request: FuzzRequest, answer: LightMyRequestResponse, took: number, committed: number): void {
  const { route } = request.operation;
  const wrong = (what: string) => new Violation(`${what}: ${describe(request)} answered ${answer.statusCode} ${answer.body.slice(0, 300)}`);
  if (answer.statusCode >= 500) throw wrong('An error of ours');
  if (took > LONGEST_MS) throw wrong(`It took ${Math.round(took)} ms`);
  if (answer.statusCode >= 400 && !/"code":"[a-z_]+(\.[a-z_]+)+"/.test(answer.body)) throw wrong('A refusal without a code');
  if (answer.statusCode >= 400 && committed > 0 && !mayLeaveTraces(request.operation)) throw wrong('A refused request left a trace');
  if (!isWrite(route) && committed > 0 && route.transaction === 'one') throw wrong('A question changed something');
  if ((Object.prototype as Record<string, unknown>).polluted !== undefined) throw wrong('It changed what all objects are');
}

/** Wrong passwords and links are counted, or nobody could be slowed down. */
function mayLeaveTraces({ route }: Operation): boolean {
  return route.access.callers === 'anyone' || route.path.startsWith('/v1/session');
}

function describe({ method, url, headers, payload, done }: FuzzRequest): string {
  return `${method} ${url.slice(0, 300)} (${done.join(', ') || 'good'}) ${JSON.stringify(headers).slice(0, 200)} ${(payload ?? '').slice(0, 400)}`;
}

/** Ids of what is there, by the names that paths and bodies have for them. */
async function realIds(api: TestApi, accounts: readonly string[]): Promise<Record<string, readonly string[]>> {
  const call = await api.as({ permissions: staffPermissions });
  const list = async (url: string, field: string): Promise<string[]> => {
    const answer = await call('GET', url);
    const rows = answer.statusCode === 200 ? (answer.json<{ data?: Record<string, string>[] }>().data ?? []) : [];
    return rows.flatMap((row) => row[field] ?? []);
  };
  const invoices = await list('/v1/invoices', 'id');
  const subscriptions = await list('/v1/subscriptions', 'externalId');
  const plans = await list('/v1/plans', 'key');
  return {
    account: accounts.slice(0, 50),
    invoice: invoices,
    position: ['1', '2'],
    ...(subscriptions.length > 0 ? { subscription: subscriptions, subject: subscriptions } : {}),
    ...(plans.length > 0 ? { plan: plans, ref: plans } : {}),
    currency: ['EUR', 'USD'],
    component: ['seat', 'P/seat', 'disk'],
  };
}

/** Says how many transactions that wrote something were committed since it was last asked. Those that were undone do not count. */
class CommitTrail {
  private readonly database: Database;
  private next: bigint;

  private constructor(database: Database, next: bigint) {
    this.database = database;
    this.next = next;
  }

  static async begin(database: Database): Promise<CommitTrail> {
    return new CommitTrail(database, await nextTransaction(database));
  }

  async sinceLast(): Promise<number> {
    const [from, to] = [this.next, await nextTransaction(this.database)];
    this.next = to;
    if (from === to) return 0;
    const { rows } = await this.database.pool.query<{ committed: number }>(
      `select count(*)::integer as committed from generate_series($1::bigint, $2::bigint) x where pg_xact_status(x::text::xid8) = 'committed'`,
      [String(from), String(to - 1n)],
    );
    return Number(rows[0]!.committed);
  }
}

async function nextTransaction(database: Database): Promise<bigint> {
  const { rows } = await database.pool.query<{ next: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as next');
  return BigInt(rows[0]!.next);
}
