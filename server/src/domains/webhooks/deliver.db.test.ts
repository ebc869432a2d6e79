// Deliveries: signed so that the public library verifies them, in order, tried again over days, and sent again under the same id.
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { expireEvents, type NewEvent, writeEvents } from '../../platform/events/index.ts';
import { disarmFailpoints } from '../../platform/failpoint.ts';
import { createLog } from '../../platform/log.ts';
import { openOutgoing } from '../../platform/outgoing/index.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { Books, TestClock } from '../../testing/books.ts';
import { withDatabase } from '../../testing/database.ts';
import { type Got, WebhookReceiver } from '../../testing/webhook-receiver.ts';
import { changeEndpoint, createEndpoint, type EndpointInput, removeEndpoint, rotateSecret } from './change-endpoint.ts';
import { type Delivering, deliverTo, dispatchEvents, holdEndpoints } from './deliver.ts';
import { Deliverer } from './deliverer.ts';
import { forgetOldEvents } from './forget.ts';
import { type DeliveryRow, listDeliveries } from './list-endpoints.ts';
import { replayDelivery, replaySince, sendTest } from './send-again.ts';
import { type EndpointRow, findEndpoint } from './store.ts';

const test = withDatabase();
const rules = { allowPrivate: true, ports: [{ first: 1, last: 65_535 }] };
const services = { secrets: createSecrets([randomBytes(32)]), rules };
const outgoing = openOutgoing({ rules });
const MINUTE = 60_000;
const DAY = 86_400_000;

let now = Date.UTC(2026, 0, 1);
/** Of the present test: later than all before. */
let start = now;
let sellerId = 0n;
let work: Delivering;
const receiver = new WebhookReceiver();

beforeAll(async () => {
  const books = new Books(test.database, new TestClock('2026-01-01'));
  await books.open();
  sellerId = (await books.seller()).id;
  work = { database: test.database, clock: { now: () => now }, outgoing, secrets: services.secrets, timeoutMs: 2000 };
  await receiver.open();
});
beforeEach(async () => {
  now += DAY;
  start = now;
  receiver.renew();
  await test.database.pool.query('delete from webhook_endpoint');
  await dispatchEvents(work);
});
afterEach(disarmFailpoints);
afterAll(async () => {
  await outgoing.close();
  await receiver.close();
});

const run = <T>(verb: (tx: Transaction) => Promise<T>) => inTransaction(test.database, verb);
const wanted: EndpointInput = { url: '', description: '', kinds: ['sample.told'], enabled: true };
const endpoint = (path = '/', more: Partial<EndpointInput> = {}) =>
  run((tx) => createEndpoint(tx, services, sellerId, { ...wanted, url: `${receiver.base}${path}`, ...more }, now));
const told = (subject: string, more: Partial<NewEvent> = {}): NewEvent => ({
  kind: 'sample.told',
  subject,
  sellerId,
  occurredAt: now,
  data: { amount: '5.32' },
  ...more,
});
const tellOf = (...subjects: string[]) =>
  run((tx) =>
    writeEvents(
      tx,
      subjects.map((subject) => told(subject)),
    ),
  );
const current = async ({ id }: EndpointRow) => (await run((tx) => findEndpoint(tx, sellerId, id, 'read')))!;
const page = { limit: 100, sort: 'createdAt' };
const deliveriesOf = async ({ id }: EndpointRow): Promise<DeliveryRow[]> =>
  (await run((tx) => listDeliveries(tx, sellerId, id, page, (row) => row))).data;

/** What a server does each second, waited for. Answers how many endpoints had their turn. */
async function turn(more: Partial<Delivering> = {}): Promise<number> {
  const mine = { ...work, ...more };
  await dispatchEvents(mine);
  const held = [...(await holdEndpoints(mine, 'steady', 50)), ...(await holdEndpoints(mine, 'troubled', 50))];
  await Promise.all(held.map((one) => deliverTo(mine, one)));
  return held.length;
}

describe('a delivery', () => {
  it('is the event, signed so that the public library verifies it', async () => {
    const { endpoint: made, secret } = await endpoint('/hooks?x=1');
    await tellOf('inv_1');
    await turn();
    const [request] = receiver.got;
    expect(request).toMatchObject({ path: '/hooks?x=1', headers: { 'content-type': 'application/json' } });
    const body = new Webhook(secret).verify(request!.body, request!.headers as Record<string, string>);
    expect(body).toEqual({
      id: request!.headers['webhook-id'],
      type: 'sample.told',
      timestamp: formatInstant(now),
      subject: 'inv_1',
      data: { amount: '5.32' },
    });
    const [, other] = [secret, (await endpoint()).secret];
    expect(() => new Webhook(other).verify(request!.body, request!.headers as Record<string, string>)).toThrow('No matching signature');
    expect(await deliveriesOf(made)).toMatchObject([
      { status: 'delivered', attempts: 1, responseStatus: 200, responseBody: 'ok', failureCode: null, nextAttemptAt: null },
    ]);
  });

  it('keeps its secret sealed in the database', async () => {
    const { secret } = await endpoint();
    const { rows } = await test.database.pool.query<{ all: string }>('select webhook_endpoint::text as all from webhook_endpoint');
    expect(rows[0]!.all).not.toContain(secret.slice(6));
    expect(rows[0]!.all).not.toContain(Buffer.from(secret.slice(6), 'base64').toString('hex'));
  });

  it('goes to those endpoints of the seller that hear its kind, one after the other', async () => {
    await endpoint('/all', { kinds: [] });
    await endpoint('/some');
    await endpoint('/other', { kinds: ['sample.other'] });
    await endpoint('/off', { enabled: false });
    receiver.got = [];
    await run((tx) => writeEvents(tx, [told('a'), told('b'), told('c', { kind: 'sample.other' }), told('d', { sellerId: null })]));
    await tellOf('e');
    await turn();
    const at = (path: string) => receiver.subjects(path);
    expect(at('/some')).toEqual(['a', 'b', 'e']);
    expect(at('/all').filter((subject) => !subject.startsWith('whe_'))).toEqual(['a', 'b', 'c', 'e']);
    expect(at('/other')).toEqual(['c']);
    expect(at('/off')).toEqual([]);
  });

  it('carries both signatures while a secret takes over', async () => {
    const { endpoint: made, secret: first } = await endpoint();
    const second = await run((tx) => rotateSecret(tx, services, sellerId, made, 60 * MINUTE, now));
    await tellOf('a');
    await turn();
    now += 61 * MINUTE;
    await tellOf('b');
    await turn();
    const verifies = (secret: string, { body, headers }: Got) => {
      try {
        return new Webhook(secret).verify(body, headers as Record<string, string>) !== undefined;
      } catch {
        return false;
      }
    };
    expect(receiver.got.map((one) => [verifies(first, one), verifies(second, one)])).toEqual([
      [true, true],
      [false, true],
    ]);
    const third = await run(async (tx) =>
      rotateSecret(tx, services, sellerId, (await findEndpoint(tx, sellerId, made.id, 'lock'))!, null, now),
    );
    await tellOf('c');
    await turn();
    expect([verifies(second, receiver.got[2]!), verifies(third, receiver.got[2]!)]).toEqual([false, true]);
  });

  it('keeps the beginning of what came back', async () => {
    const { endpoint: made } = await endpoint();
    receiver.answer = () => ({ status: 500, body: `\u0000${'ä'.repeat(4000)}` });
    await tellOf('a');
    await turn();
    const [delivery] = await deliveriesOf(made);
    expect(delivery).toMatchObject({ status: 'waiting', responseStatus: 500, failureCode: 'status', nextAttemptAt: now + 5000 });
    expect(Buffer.byteLength(delivery!.responseBody!)).toBeLessThanOrEqual(2052);
  });

  it('is not followed to another place', async () => {
    const { endpoint: made } = await endpoint('/first');
    receiver.answer = () => ({ status: 302, headers: { location: `${receiver.base}/second` } });
    await tellOf('a');
    await turn();
    expect(receiver.got.map(({ path }) => path)).toEqual(['/first']);
    expect(await deliveriesOf(made)).toMatchObject([{ failureCode: 'redirect' }]);
  });

  it('does not reach what is not public, also when the rule came later', async () => {
    const { endpoint: made } = await endpoint();
    await tellOf('a');
    const strict = openOutgoing({ rules: { allowPrivate: false, ports: rules.ports } });
    await turn({ outgoing: strict });
    await strict.close();
    expect(receiver.got).toEqual([]);
    expect(await deliveriesOf(made)).toMatchObject([{ status: 'waiting', failureCode: 'address', responseStatus: null }]);
  });
});

describe('an endpoint in trouble', () => {
  it('is tried again after longer and longer waits, and then is off, which is told', async () => {
    const { endpoint: made } = await endpoint();
    await endpoint('/watch', { kinds: ['webhook_endpoint.disabled'] });
    receiver.answer = ({ path }) => ({ status: path === '/' ? 503 : 200 });
    await tellOf('a');
    let turns = 0;
    for (; (await current(made)).enabled && turns < 2000; turns += 1) {
      await turn();
      const { rows } = await test.database.pool.query<{ at: number | null }>('select min(due_at) as at from webhook_pace');
      now = Math.max(now, rows[0]!.at ?? now + 30 * MINUTE);
      if (turns % 20 === 19) await tellOf(`more-${turns}`);
    }
    expect((now - start) / DAY).toBeGreaterThan(2.9);
    expect(await current(made)).toMatchObject({ enabled: false, disabledCode: 'failing' });
    await turn();
    expect(receiver.got.filter(({ path }) => path === '/watch').map(({ body }) => JSON.parse(body))).toMatchObject([
      { type: 'webhook_endpoint.disabled', subject: formatIdentifier('whe', made.id), data: { reason: 'failing' } },
    ]);
    const before = receiver.got.length;
    await tellOf('unheard');
    now += DAY;
    await turn();
    expect(receiver.got.length).toBe(before);
  });

  it('is off at once where it says that it is gone', async () => {
    const { endpoint: made } = await endpoint();
    receiver.answer = () => ({ status: 410 });
    await tellOf('a', 'b');
    await turn();
    expect(receiver.got.length).toBe(1);
    expect(await current(made)).toMatchObject({ enabled: false, disabledCode: 'gone' });
    expect(await deliveriesOf(made)).toMatchObject([{ status: 'failed', failureCode: 'gone' }, { status: 'waiting' }]);
  });

  it('gets the time it asks for', async () => {
    await endpoint();
    receiver.answer = () => ({ status: 429, headers: { 'retry-after': '600' } });
    await tellOf('a');
    await turn();
    now += 599_000;
    await turn();
    expect(receiver.got.length).toBe(1);
    now += 1000;
    await turn();
    expect(receiver.got.length).toBe(2);
  });

  it('gets the others after a pause, and the one that it could not stomach in its time', async () => {
    const { endpoint: made } = await endpoint();
    receiver.answer = ({ body }) => ({ status: body.includes('"bad"') ? 500 : 200 });
    await tellOf('bad', 'b', 'c');
    await turn();
    expect(receiver.subjects()).toEqual(['bad']);
    now += 5000;
    await turn();
    expect(receiver.subjects()).toEqual(['bad', 'b', 'c', 'bad']);
    receiver.answer = () => ({ status: 200 });
    now += MINUTE;
    await turn();
    expect(receiver.subjects()).toEqual(['bad', 'b', 'c', 'bad', 'bad']);
    expect(new Set((await deliveriesOf(made)).map(({ status }) => status))).toEqual(new Set(['delivered']));
  });

  it('does not hold up another, however many they are', async () => {
    const silent = Array.from({ length: 20 }, (_, index) => endpoint(`/silent-${index}`));
    await Promise.all(silent);
    receiver.answer = ({ path }) => (path === '/good' ? { status: 200 } : 'nothing');
    const deliverer = new Deliverer({ ...work, timeoutMs: 150 }, createLog('silent'));
    await tellOf('a');
    await deliverer.sweep();
    await deliverer.settled();
    await endpoint('/good');
    await tellOf('b');
    now += 5000;
    // All that are silent are in trouble by now and wait for each other.
    await deliverer.sweep();
    await expect.poll(() => receiver.got.some(({ path }) => path === '/good'), { timeout: 10_000 }).toBe(true);
    expect(receiver.got.filter(({ path }) => path.startsWith('/silent')).length).toBeLessThanOrEqual(20 + 4);
    await deliverer.stop();
  });
});

describe('sending again', () => {
  it('a test goes to its endpoint alone, whatever it hears', async () => {
    const { endpoint: made } = await endpoint('/mine');
    await endpoint('/all', { kinds: [] });
    receiver.got = [];
    await run((tx) => sendTest(tx, sellerId, made, now));
    await turn();
    expect(receiver.got.filter(({ body }) => body.includes('tested')).map(({ path }) => path)).toEqual(['/mine']);
  });

  it('one delivery goes under the same id', async () => {
    const { endpoint: made } = await endpoint();
    await tellOf('a');
    await turn();
    const [delivery] = await deliveriesOf(made);
    await run((tx) => replayDelivery(tx, sellerId, made, delivery!.id, now));
    await turn();
    expect(receiver.got.map(({ headers }) => headers['webhook-id'])).toEqual(Array(2).fill(formatIdentifier('evt', delivery!.eventId)));
    await expect(run((tx) => replayDelivery(tx, sellerId, made, -1n, now))).rejects.toMatchObject({ code: 'resource.not_found' });
  });

  it('everything since an instant goes, also what it missed while it was off', async () => {
    const { endpoint: made } = await endpoint();
    await tellOf('a');
    now += MINUTE;
    await tellOf('b');
    await turn();
    await run((tx) => changeEndpoint(tx, services, sellerId, made, { enabled: false }, now));
    await tellOf('missed');
    await turn();
    const off = await current(made);
    await expect(run((tx) => replaySince(tx, sellerId, off, start, now))).rejects.toMatchObject({ code: 'webhook.endpoint_disabled' });
    const on = await run((tx) => changeEndpoint(tx, services, sellerId, off, { enabled: true }, now));
    receiver.got = [];
    expect(await run((tx) => replaySince(tx, sellerId, on, start + 1, now))).toBe(2);
    await turn();
    expect(receiver.subjects()).toEqual(['b', 'missed']);
  });

  it('what is too old is told to be gone', async () => {
    const { endpoint: made } = await endpoint();
    await tellOf('a', 'b');
    await turn();
    const [first] = await deliveriesOf(made);
    await run((tx) => replaySince(tx, sellerId, made, start, now));
    await run((tx) => expireEvents(tx, start + DAY));
    await turn();
    expect(await deliveriesOf(made)).toMatchObject([{ failureCode: 'expired' }, { failureCode: 'expired' }]);
    await expect(run((tx) => replayDelivery(tx, sellerId, made, first!.id, now))).rejects.toMatchObject({ code: 'webhook.event_gone' });
    now += 200 * DAY;
    await forgetOldEvents(test.database, work.clock, 180);
    expect(await deliveriesOf(made)).toEqual([]);
  });
});

it('there are as many endpoints as one can serve, also when they are made at once', async () => {
  const made = await Promise.allSettled(Array.from({ length: 60 }, () => endpoint()));
  expect(made.filter(({ status }) => status === 'fulfilled').length).toBe(50);
  const refused = made.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  expect(new Set(refused.map(({ reason }) => (reason as { code: string }).code))).toEqual(new Set(['webhook.too_many_endpoints']));
});

it('an endpoint that is taken away is called no more, also in the middle', async () => {
  const { endpoint: made } = await endpoint();
  await tellOf('a', 'b');
  let removed: Promise<void> | undefined;
  receiver.answer = () => {
    removed ??= run((tx) => removeEndpoint(tx, sellerId, made, now));
    return 'nothing';
  };
  await turn({ timeoutMs: 200 });
  await removed;
  now += DAY;
  await turn();
  expect(receiver.got.length).toBe(1);
});
