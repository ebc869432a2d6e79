// Deliveries after faults: everything arrives, and what comes twice comes under one id.
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NewEvent, writeEvents } from '../../platform/events/index.ts';
import { armFailpoint, disarmFailpoints, type FailpointMode } from '../../platform/failpoint.ts';
import { openOutgoing } from '../../platform/outgoing/index.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { Books, TestClock } from '../../testing/books.ts';
import { withDatabase } from '../../testing/database.ts';
import { WebhookReceiver } from '../../testing/webhook-receiver.ts';
import { createEndpoint, type EndpointInput } from './change-endpoint.ts';
import { type Delivering, deliverTo, dispatchEvents, holdEndpoints } from './deliver.ts';
import { type DeliveryRow, listDeliveries } from './list-endpoints.ts';
import type { EndpointRow } from './store.ts';

const test = withDatabase();
const rules = { allowPrivate: true, ports: [{ first: 1, last: 65_535 }] };
const services = { secrets: createSecrets([randomBytes(32)]), rules };
const outgoing = openOutgoing({ rules });
const DAY = 86_400_000;

let now = Date.UTC(2026, 0, 1);
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

describe('after a fault at any point', () => {
  const points = [
    'webhooks.dispatched',
    'webhooks.held',
    'outgoing.before_call',
    'outgoing.after_call',
    'webhooks.answered',
    'webhooks.written',
  ];
  const modes: readonly FailpointMode[] = ['throw', 'drop'];
  const cases = points.flatMap((point) => modes.map((mode) => [point, mode] as const));

  it.each(cases)('%s, %s: everything arrives, what comes twice under one id', async (point, mode) => {
    const { endpoint: made } = await endpoint();
    await tellOf('a', 'b', 'c');
    armFailpoint(point, mode, point.startsWith('outgoing') || point === 'webhooks.answered' || point === 'webhooks.written' ? 1 : 0);
    await expect(turn({ holdMs: 0 })).rejects.toThrow();
    disarmFailpoints();
    await turn({ holdMs: 0 });
    expect([...new Set(receiver.subjects())]).toEqual(['a', 'b', 'c']);
    const ids = new Map(
      receiver.got.map(({ headers, body }) => [(JSON.parse(body) as { subject: string }).subject, headers['webhook-id']]),
    );
    for (const { headers, body } of receiver.got)
      expect(headers['webhook-id']).toBe(ids.get((JSON.parse(body) as { subject: string }).subject));
    expect((await deliveriesOf(made)).map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(await turn()).toBe(0);
  });

  it('two at once never call one endpoint at the same time', async () => {
    await endpoint();
    await tellOf('a');
    await dispatchEvents(work);
    const held = await Promise.all(Array.from({ length: 8 }, () => holdEndpoints(work, 'steady', 5)));
    expect(held.flat().length).toBe(1);
    await deliverTo(work, held.flat()[0]!);
  });

  it('one who lost the endpoint to another writes nothing down', async () => {
    const { endpoint: made } = await endpoint();
    await tellOf('a');
    await dispatchEvents(work);
    const [slow] = await holdEndpoints({ ...work, holdMs: 0 }, 'steady', 5);
    const [quick] = await holdEndpoints({ ...work, holdMs: 0 }, 'steady', 5);
    await deliverTo(work, quick!);
    const [done] = await deliveriesOf(made);
    await deliverTo(work, slow!);
    expect(await deliveriesOf(made)).toEqual([done]);
  });
});
