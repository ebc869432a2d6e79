// Every write of the API with failpoints, kills and cut connections: whoever got no answer asks again with the same Idempotency-Key, and it is done once.
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { staffPermissions } from '../src/domains/people/index.ts';
import { armFailpoint, disarmFailpoints, type FailpointMode, listFailpoints } from '../src/platform/failpoint.ts';
import { isWrite } from '../src/platform/http/route.ts';
import { type Database, openDatabase } from '../src/platform/postgres/pool.ts';
import { listOperations, type Operation, urlOf, usualHeaders } from '../src/testing/api-operations.ts';
import { goodBody, goodQuery } from '../src/testing/api-requests.ts';
import { openTestApi } from '../src/testing/open-test-api.ts';
import { furnishTenants, type Subjects } from '../src/testing/tenants.ts';
import { ApiServer, askOver, type Question, type Told } from './api-server.ts';
import { requireCleanAudit, Violation } from './books-picture.ts';
import { sessionsEnded, type Trial } from './ground.ts';
import { INGEST_PROGRAM } from './ingest-process.ts';
import { plant } from './planted-bugs.ts';
import type { Programme, Situation } from './programme.ts';

const AT = '2026-01-01T00:00:00Z';
const TRIES = 50;
const CUT_WITHIN_MS = 12;

/** Not asked, with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  moveClock: 'it belongs to all requests',
};

/** A write as it is asked each time, and how it was answered where nothing disturbed it. */
interface Write {
  readonly name: string;
  readonly question: Question;
}

/** What the disturbed runs are held against. */
interface Ground {
  readonly situation: Situation;
  readonly template: string;
  readonly writes: readonly Write[];
  readonly undisturbed: { readonly statuses: ReadonlyMap<string, number>; readonly rows: ReadonlyMap<string, number> };
}

export const apiWrites: Programme = {
  about: 'every write of the API with failpoints, kills and cut connections, asked again with the same Idempotency-Key: done once',
  finds: ['answer_outside'],
  async run(situation) {
    const { template, writes, drop } = await furnish(situation);
    try {
      const ground = { situation, template, writes, undisturbed: await undisturbed(situation, template, writes) };
      const places = listFailpoints().flatMap(({ name }) => (name.startsWith('request.') ? [name] : []));
      for (const place of places) for (const mode of ['throw', 'drop'] as const) await withFailpoint(ground, place, mode);
      await withCutConnections(ground);
      const kills = situation.size === 'small' ? 1 : 8;
      for (const place of places) for (let time = 0; time < kills; time += 1) await withKill(ground, place);
      const done = [...ground.undisturbed.statuses.values()].filter((status) => status < 300).length;
      return `${writes.length} writes, of which ${done} are done, each at ${places.length} failpoints and with cut connections; ${places.length * kills} kills`;
    } finally {
      await drop();
    }
  },
};

/** A database with one of everything, to be copied, and requests that mean what is there. */
async function furnish({ ground }: Situation): Promise<{ template: string; writes: Write[]; drop: () => Promise<void> }> {
  const base = await ground.empty();
  const api = await openTestApi(base.database, AT);
  const { first } = await furnishTenants(api);
  const call = await api.as({ seller: first.mark, permissions: staffPermissions });
  const { secret } = (await call('POST', '/v1/keys', { body: { name: 'Faults', permissions: staffPermissions } })).json<{
    secret: string;
  }>();
  await api.app.close();
  await api.people.outgoing.close();
  await base.database.close();
  const operations = (await listOperations()).filter(({ route }) => isAsked(route));
  // What is removed cannot be changed any more.
  operations.sort((one, other) => Number(one.route.method === 'DELETE') - Number(other.route.method === 'DELETE'));
  const writes = operations.map((operation) => writeOf(operation, first.own, secret));
  return { template: base.name, writes, drop: () => ground.drop(base) };
}

function isAsked(route: Operation['route']): boolean {
  const isForKeys =
    route.access.callers !== 'anyone' && route.access.callers !== 'member' && !route.refusals.includes('access.people_only');
  return isWrite(route) && route.transaction === 'one' && isForKeys && leftOut[route.operationId] === undefined;
}

function writeOf(operation: Operation, subjects: Subjects, secret: string): Write {
  const { route } = operation;
  const body = goodBody(operation, subjects);
  const headers = {
    authorization: `Bearer ${secret}`,
    'idempotency-key': `once-${route.operationId}`,
    ...usualHeaders(route),
    ...(body === undefined ? {} : { 'content-type': operation.types[0] ?? 'application/json' }),
  };
  const url = `${urlOf(route, subjects)}${goodQuery(operation, subjects)}`;
  return {
    name: route.operationId,
    question: { method: route.method, url, headers, payload: body === undefined ? null : JSON.stringify(body) },
  };
}

type Ask = (question: Question) => Promise<Told | null>;

async function undisturbed(situation: Situation, template: string, writes: readonly Write[]): Promise<Ground['undisturbed']> {
  const statuses = new Map<string, number>();
  const rows = await inside(situation, template, null, async (ask) => {
    for (const { name, question } of writes) statuses.set(name, (await ask(question))!.status);
  });
  const done = [...statuses.values()].filter((status) => status < 300).length;
  if (done * 2 < writes.length) throw new Violation(`Only ${done} of ${writes.length} writes are done where nothing disturbs them`);
  return { statuses, rows };
}

/** In this process, where failpoints can be armed for one request. Answers how many rows each table has at the end. */
async function inside(
  { ground, planted }: Situation,
  template: string,
  when: string | null,
  work: (ask: Ask, port: number) => Promise<void>,
): Promise<Map<string, number>> {
  const trial = await ground.trial(template);
  const database = openDatabase({ url: trial.url });
  if (planted !== null && when !== null) plant(database, planted);
  const api = await openTestApi(database, AT);
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = api.app.server.address() as AddressInfo;
  try {
    await work((question) => askOver(port, question), port);
    await requireCleanAudit(trial.database, when ?? 'Undisturbed');
    return await countRows(trial.database);
  } finally {
    disarmFailpoints();
    await api.app.close();
    await api.people.outgoing.close();
    await database.close();
    await ground.drop(trial);
  }
}

async function withFailpoint(ground: Ground, place: string, mode: FailpointMode): Promise<void> {
  const when = `With ${mode} at ${place}`;
  const rows = await inside(ground.situation, ground.template, when, async (ask) => {
    for (const write of ground.writes) {
      armFailpoint(place, mode);
      const told = await ask(write.question);
      disarmFailpoints();
      const isReached = told !== null && told.status >= 500;
      if (!isReached && ground.undisturbed.statuses.get(write.name)! < 300)
        throw new Violation(`${when}, ${write.name} was answered ${told?.status} as if nothing had been`);
      await untilAnswered(ground, ask, write, when);
    }
  });
  requireSameRows(ground, rows, when);
}

/** Three at once with one key, of which two are cut somewhere, and then once more. */
async function withCutConnections(ground: Ground): Promise<void> {
  const { chance } = ground.situation;
  const when = 'With cut connections';
  const rows = await inside(ground.situation, ground.template, when, async (ask, port) => {
    for (const write of ground.writes) {
      const cuts = [null, chance.whole(0, CUT_WITHIN_MS), chance.whole(0, CUT_WITHIN_MS)];
      await Promise.all(cuts.map((cut) => askOver(port, write.question, cut)));
      await untilAnswered(ground, ask, write, when);
    }
  });
  requireSameRows(ground, rows, when);
}

async function withKill(ground: Ground, place: string): Promise<void> {
  const { situation, template, writes } = ground;
  const trial = await situation.ground.trial(template);
  const skip = situation.chance.whole(0, Math.floor(writes.length / 3));
  const when = `After a kill at ${place}, passed ${skip} times before`;
  const order = { url: trial.url, now: AT, planted: situation.planted };
  let server = await ApiServer.start({ ...order, failpoints: `${place}=kill:${skip}` });
  let killed = 0;
  const ask: Ask = async (question) => {
    const told = await askOver(server.port, question);
    if (told !== null) return told;
    killed += 1;
    await server.stop();
    await sessionsEnded(trial.database, INGEST_PROGRAM);
    server = await ApiServer.start({ ...order, failpoints: '' });
    return null;
  };
  try {
    for (const write of writes) await untilAnswered(ground, ask, write, when);
  } finally {
    await server.stop();
  }
  if (killed !== 1) throw new Violation(`${when}: the server went ${killed} times`);
  await finish(ground, trial, when);
}

async function finish(ground: Ground, trial: Trial, when: string): Promise<void> {
  await sessionsEnded(trial.database, INGEST_PROGRAM);
  await requireCleanAudit(trial.database, when);
  requireSameRows(ground, await countRows(trial.database), when);
  await ground.situation.ground.drop(trial);
}

/** As a client does that means it: it asks until it is told what became of it, and that is what an undisturbed one is told. */
async function untilAnswered({ undisturbed: { statuses } }: Ground, ask: Ask, { name, question }: Write, when: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const told = await ask(question);
    const isUnderWay = told !== null && told.status === 409 && told.body.includes('"idempotency.in_flight"');
    if (told === null || told.status >= 500 || isUnderWay) {
      await delay(5);
      continue;
    }
    // Done before, with an answer that held a secret.
    if (told.status === 409 && told.body.includes('"idempotency.answer_not_kept"') && statuses.get(name)! < 300) return;
    if (told.status === statuses.get(name)) return;
    throw new Violation(`${when}, ${name} was answered ${told.status} and not ${statuses.get(name)}: ${told.body.slice(0, 300)}`);
  }
  throw new Violation(`${when}, ${name} was never answered`);
}

async function countRows(database: Database): Promise<Map<string, number>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace in ('public'::regnamespace, 'identity'::regnamespace)
     union all select 'graphile_worker._private_jobs' order by 1`,
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ count: number }>(`select count(*)::integer as count from ${name}`);
    counts.set(name, Number(rows[0]!.count));
  }
  return counts;
}

function requireSameRows({ undisturbed: { rows: expected } }: Ground, found: ReadonlyMap<string, number>, when: string): void {
  const different = [...expected].filter(([table, count]) => found.get(table) !== count);
  if (different.length === 0) return;
  throw new Violation(`${when}, ${different.map(([table, count]) => `${table} has ${found.get(table)} rows and not ${count}`).join(', ')}`);
}
