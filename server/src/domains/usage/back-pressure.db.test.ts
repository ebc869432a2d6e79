// More usage than the database takes: senders are told to come again and nothing grows; whoever was taken in is answered, also by a server that stops.
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import { UsageWriter } from './index.ts';

const api = withApi();
const SENDERS = 60;
const EVENTS = 4000;
/** As the writer has them by itself. */
const QUEUE_EVENTS = 200_000;

beforeAll(async () => {
  const { books } = api.current;
  await books.accounts('a');
  await books.start('s', 'a', '2026-01-01', { seat: '0' });
  api.current.clock.set('2026-01-20T12:00:00Z');
});

afterAll(async () => expect(await api.current.books.findings()).toEqual([]));

function linesOf(prefix: string, count: number): string {
  const line = (id: string) =>
    `{"specversion":"1.0","id":"${id}","source":"x","type":"traffic","subject":"s","time":"2026-01-10T12:00:00Z","data":{"value":"1"}}\n`;
  return Array.from({ length: count }, (_, index) => line(`${prefix}-${index}`)).join('');
}

async function send(app: FastifyInstance, payload: string) {
  const headers = { authorization: `Bearer ${await api.current.token()}`, 'content-type': 'application/x-ndjson' };
  const response = await app.inject({ method: 'POST', url: '/v1/events', headers, payload });
  return { status: response.statusCode, body: response.json(), wait: response.headers['retry-after'] };
}

/** Holds the subscription's lock, as a database that does not get on. */
async function stalled<T>(work: (goOn: () => Promise<void>) => Promise<T>): Promise<T> {
  const client = await api.current.books.database.pool.connect();
  try {
    await client.query('begin; select 1 from subscription for update');
    return await work(async () => void (await client.query('rollback')));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

it('turns senders away while nothing can be written, and answers the others when it can', async () => {
  const { app, books } = api.current;
  const payload = linesOf('many', EVENTS);
  let turnedAway = 0;
  const answers = await stalled((goOn) =>
    Promise.all(
      Array.from({ length: SENDERS }, async () => {
        const answer = await send(app, payload);
        if (answer.status === 429) turnedAway += 1;
        if (turnedAway === 1) await goOn();
        return answer;
      }),
    ),
  );
  const taken = answers.filter(({ status }) => status === 200);
  const away = answers.filter(({ status }) => status !== 200);
  expect(away.length).toBeGreaterThan(0);
  expect(taken.length * EVENTS).toBeLessThanOrEqual(QUEUE_EVENTS);
  for (const { status, body, wait } of away) expect([status, body.code, wait]).toEqual([429, 'usage.busy', '1']);
  expect(taken.reduce((sum, { body }) => sum + body.stored, 0)).toBeGreaterThan(0);
  expect((await send(app, payload)).body).toMatchObject({ received: EVENTS, refused: 0 });
  const { rows } = await books.database.pool.query(`select sum(events)::integer as events from usage_total`);
  expect(rows).toEqual([{ events: EVENTS }]);
});

it('bounds the bytes and the events that it keeps, and lets them go', async () => {
  const { books, clock } = api.current;
  const writer = new UsageWriter({ database: books.database, clock, queueEvents: 3, heldBytes: 100 });
  writer.hold(60);
  expect(() => writer.hold(41)).toThrow('More usage arrives');
  writer.letGo(60);
  writer.hold(100);
  const message = (id: string) => ({
    source: 'q',
    id,
    subscription: 's',
    account: undefined,
    meter: 'traffic',
    at: clock.now(),
    value: '1',
    takesBack: null,
  });
  const seller = await books.seller();
  const first = writer.take(seller, ['1', '2', '3', '4'].map(message));
  expect(writer.hasRoomFor(1)).toBe(false);
  await expect(writer.take(seller, [message('5')])).rejects.toMatchObject({ code: 'usage.busy' });
  expect(await first).toEqual(['stored', 'stored', 'stored', 'stored']);
  await writer.drain();
  expect(await writer.take(seller, [message('5')])).toEqual(['stored']);
});

it('answers whoever it refuses in the middle of his body', async () => {
  const app = await api.current.over(api.current.books.database);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/v1/events`;
  const authorization = `Bearer ${await api.current.token()}`;
  const body = Buffer.alloc(12 * 1024 * 1024, ' ');
  for (const [type, status] of [
    ['application/json', 413],
    ['text/plain', 415],
  ] as const) {
    const response = await fetch(url, { method: 'POST', headers: { authorization, 'content-type': type }, body });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, expect.stringMatching(/^usage\./)]);
  }
  app.server.closeAllConnections();
  await app.close();
});

it('answers what it has taken in before it stops', async () => {
  const app = await api.current.over(api.current.books.database);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/v1/events`;
  const headers = { authorization: `Bearer ${await api.current.token()}`, 'content-type': 'application/x-ndjson' };
  const { response, stopped } = await stalled(async (goOn) => {
    const reached = new Promise<void>((resolve) => app.server.once('request', () => resolve()));
    const answer = fetch(url, { method: 'POST', headers, body: linesOf('last', 100) });
    await reached;
    const closing = app.close();
    await goOn();
    return { response: await answer, stopped: closing };
  });
  expect([response.status, await response.json()]).toMatchObject([200, { stored: 100 }]);
  // By itself: the sender keeps no connection open that he could not use again.
  await stopped;
  await expect(fetch(url, { method: 'POST', headers, body: linesOf('late', 1) })).rejects.toThrow();
});
