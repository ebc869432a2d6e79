// Webhook endpoints over HTTP: set up, list, change, replace the secret, test, take away; their deliveries, and sending them again.
import { z } from 'zod';
import { formatInstant, parseInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { requireUnchanged, tagAnswer } from '../../platform/http/etag.ts';
import { orNotFound, readIdentifier } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Work } from '../../platform/http/work.ts';
import { changeEndpoint, createEndpoint, removeEndpoint, rotateSecret, type WebhookServices } from './change-endpoint.ts';
import { feedRoutes } from './feed-routes.ts';
import { type DeliveryRow, deliverySorts, endpointSorts, findDelivery, listDeliveries, listEndpoints } from './list-endpoints.ts';
import { deliveryShape, endpointBody, endpointChange, endpointShape, expansions, kindOfEvent, secretField } from './route-shapes.ts';
import { replayDelivery, replaySince, sendTest } from './send-again.ts';
import { type EndpointHealth, type EndpointRow, findEndpoint, listHealth } from './store.ts';

declare module '../../platform/http/work.ts' {
  interface Services {
    readonly webhooks: WebhookServices;
  }
}

const HOUR = 3_600_000;
const READ = { permission: 'webhooks.read', callers: 'staff' } as const;
const WRITE = { permission: 'webhooks.write', callers: 'staff' } as const;
const tag = 'webhooks';

const params = z.object({
  endpoint: z
    .string()
    .max(255)
    .meta({ description: 'The endpoint’s id.', examples: ['whe_00000000000zg'] }),
});
const deliveryParams = params.extend({
  delivery: z
    .string()
    .max(255)
    .meta({ description: 'The delivery’s id.', examples: ['whd_0000000000001'] }),
});

const urlRefusals = ['outgoing.url', 'outgoing.scheme', 'outgoing.user', 'outgoing.port', 'outgoing.address'] as const;

const list = defineRoute({
  method: 'GET',
  path: '/v1/webhook-endpoints',
  operationId: 'listWebhookEndpoints',
  summary: 'List webhook endpoints',
  tag,
  access: READ,
  query: z.object({ ...pageQuery(endpointSorts), expand: expansions }),
  response: pageOf(endpointShape),
  refusals: ['page.cursor'],
  async handle({ tx, seller }, { query }) {
    const page = await listEndpoints(tx, seller.id, query, (row) => row);
    const health = query.expand.includes('health') ? await healthOf(tx, seller.id, page.data) : new Map();
    return { ...page, data: page.data.map((row) => tellEndpoint(row, health.get(row.id))) };
  },
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/webhook-endpoints/:endpoint',
  operationId: 'getWebhookEndpoint',
  summary: 'Get a webhook endpoint',
  tag,
  access: READ,
  params,
  query: z.object({ expand: expansions }),
  response: endpointShape,
  refusals: ['resource.not_found'],
  tagged: true,
  async handle(work, { params: { endpoint }, query }) {
    const row = await endpointOf(work, endpoint, 'read');
    tagAnswer(work, tellEndpoint(row));
    const health = query.expand.includes('health') ? await healthOf(work.tx, work.seller.id, [row]) : new Map();
    return tellEndpoint(row, health.get(row.id));
  },
});

const create = defineRoute({
  method: 'POST',
  path: '/v1/webhook-endpoints',
  operationId: 'createWebhookEndpoint',
  summary: 'Set up a webhook endpoint',
  description: 'The secret that verifies its posts is told in this answer and never again.',
  tag,
  access: WRITE,
  body: endpointBody,
  response: z.object({ endpoint: endpointShape, secret: secretField }),
  status: 201,
  refusals: [...urlRefusals, 'webhook.too_many_endpoints'],
  answerIsSecret: true,
  async handle(work, { body: { types, ...body } }) {
    const input = { ...body, kinds: types };
    const { endpoint, secret } = await createEndpoint(work.tx, work.services.webhooks, work.seller.id, input, work.now);
    const told = tellEndpoint(endpoint);
    work.note({ subject: told.id, before: null, after: told });
    return { endpoint: told, secret };
  },
});

const change = defineRoute({
  method: 'PATCH',
  path: '/v1/webhook-endpoints/:endpoint',
  operationId: 'changeWebhookEndpoint',
  summary: 'Change a webhook endpoint',
  description: 'What is left out stays. Turned on again, it gets what still waits for it; what happened while it was off can be replayed.',
  tag,
  access: WRITE,
  params,
  body: endpointChange,
  response: endpointShape,
  refusals: ['resource.not_found', 'edit.outdated', ...urlRefusals],
  tagged: true,
  async handle(work, { params: { endpoint }, body: { types, ...body } }) {
    const row = await endpointOf(work, endpoint, 'lock');
    const before = tellEndpoint(row);
    requireUnchanged(work, before);
    const input = { ...body, kinds: types };
    const after = tellEndpoint(await changeEndpoint(work.tx, work.services.webhooks, work.seller.id, row, input, work.now));
    work.note({ subject: after.id, before, after });
    tagAnswer(work, after);
    return after;
  },
});

const remove = defineRoute({
  method: 'DELETE',
  path: '/v1/webhook-endpoints/:endpoint',
  operationId: 'removeWebhookEndpoint',
  summary: 'Take a webhook endpoint away, with its deliveries',
  tag,
  access: WRITE,
  params,
  response: null,
  refusals: ['resource.not_found'],
  async handle(work, { params: { endpoint } }) {
    const row = await endpointOf(work, endpoint, 'lock');
    await removeEndpoint(work.tx, work.seller.id, row, work.now);
    work.note({ subject: endpoint, before: tellEndpoint(row), after: null });
    return undefined;
  },
});

const rotate = defineRoute({
  method: 'POST',
  path: '/v1/webhook-endpoints/:endpoint/rotate-secret',
  operationId: 'rotateWebhookSecret',
  summary: 'Replace a webhook endpoint’s secret',
  description: 'While the two overlap, posts carry a signature by each, so the receiver can change over when it suits him.',
  tag,
  access: WRITE,
  params,
  body: z.object({
    overlapHours: z
      .int()
      .min(0)
      .max(168)
      .default(24)
      .meta({ description: 'How long the secret before signs too; 0: not any more, for a secret that was stolen.', examples: [24] }),
  }),
  response: z.object({ endpoint: endpointShape, secret: secretField }),
  refusals: ['resource.not_found'],
  answerIsSecret: true,
  async handle(work, { params: { endpoint }, body: { overlapHours } }) {
    const row = await endpointOf(work, endpoint, 'lock');
    const overlapMs = overlapHours === 0 ? null : overlapHours * HOUR;
    const secret = await rotateSecret(work.tx, work.services.webhooks, work.seller.id, row, overlapMs, work.now);
    const told = tellEndpoint(await endpointOf(work, endpoint, 'read'));
    work.note({ subject: told.id, before: tellEndpoint(row), after: told });
    return { endpoint: told, secret };
  },
});

const test = defineRoute({
  method: 'POST',
  path: '/v1/webhook-endpoints/:endpoint/test',
  operationId: 'testWebhookEndpoint',
  summary: 'Send a test event to a webhook endpoint',
  description: 'It goes out within moments; its delivery tells what came back.',
  tag,
  access: WRITE,
  params,
  response: deliveryShape,
  status: 202,
  refusals: ['resource.not_found', 'webhook.endpoint_disabled'],
  async handle(work, { params: { endpoint } }) {
    const row = await endpointOf(work, endpoint, 'read');
    const id = await sendTest(work.tx, work.seller.id, row, work.now);
    work.note({ subject: endpoint });
    return tellDelivery((await findDelivery(work.tx, work.seller.id, row.id, id))!);
  },
});

const deliveries = defineRoute({
  method: 'GET',
  path: '/v1/webhook-endpoints/:endpoint/deliveries',
  operationId: 'listWebhookDeliveries',
  summary: 'List deliveries to a webhook endpoint',
  tag,
  access: READ,
  params,
  query: z.object({
    ...pageQuery(deliverySorts),
    status: deliveryShape.shape.status.optional(),
    type: kindOfEvent.optional().meta({ description: 'Only this kind of event.', examples: ['invoice.issued'] }),
  }),
  response: pageOf(deliveryShape),
  refusals: ['resource.not_found', 'page.cursor'],
  async handle(work, { params: { endpoint }, query }) {
    const row = await endpointOf(work, endpoint, 'read');
    return listDeliveries(work.tx, work.seller.id, row.id, query, tellDelivery);
  },
});

const replayOne = defineRoute({
  method: 'POST',
  path: '/v1/webhook-endpoints/:endpoint/deliveries/:delivery/replay',
  operationId: 'replayWebhookDelivery',
  summary: 'Deliver an event again',
  description: 'Under the same `webhook-id`.',
  tag,
  access: WRITE,
  params: deliveryParams,
  response: deliveryShape,
  status: 202,
  refusals: ['resource.not_found', 'webhook.endpoint_disabled', 'webhook.event_gone'],
  async handle(work, { params: { endpoint, delivery } }) {
    const row = await endpointOf(work, endpoint, 'read');
    const id = readIdentifier('whd', delivery);
    await replayDelivery(work.tx, work.seller.id, row, id, work.now);
    work.note({ subject: endpoint });
    return tellDelivery((await findDelivery(work.tx, work.seller.id, row.id, id))!);
  },
});

const replayAll = defineRoute({
  method: 'POST',
  path: '/v1/webhook-endpoints/:endpoint/replay',
  operationId: 'replayWebhookEndpoint',
  summary: 'Deliver everything since an instant again',
  description: 'Every event of the endpoint’s kinds, also those that happened while it was off; in their order, under the ids they had.',
  tag,
  access: WRITE,
  params,
  body: z.object({
    since: z.iso.datetime({ offset: true }).meta({ description: 'Events that happened from then on.', examples: ['2026-02-01T00:00:00Z'] }),
  }),
  response: z.object({ deliveries: z.int().meta({ description: 'How many will be delivered.', examples: [12] }) }),
  status: 202,
  refusals: ['resource.not_found', 'webhook.endpoint_disabled', 'webhook.too_much_to_replay'],
  async handle(work, { params: { endpoint }, body: { since } }) {
    const row = await endpointOf(work, endpoint, 'read');
    const count = await replaySince(work.tx, work.seller.id, row, parseInstant(since)!, work.now);
    work.note({ subject: endpoint, before: null, after: { replayed: count, since } });
    return { deliveries: count };
  },
});

export const webhookRoutes: readonly Route[] = [
  ...feedRoutes,
  list,
  get,
  create,
  change,
  remove,
  rotate,
  test,
  deliveries,
  replayOne,
  replayAll,
];

async function endpointOf({ tx, seller }: Work, endpoint: string, lock: 'lock' | 'read'): Promise<EndpointRow> {
  return orNotFound(await findEndpoint(tx, seller.id, readIdentifier('whe', endpoint), lock));
}

async function healthOf(tx: Work['tx'], sellerId: bigint, rows: readonly EndpointRow[]): Promise<Map<bigint, EndpointHealth>> {
  const health = await listHealth(
    tx,
    sellerId,
    rows.map((row) => row.id),
  );
  return new Map(health.map((one) => [one.endpointId, one]));
}

const instantOrNull = (instant: number | null): string | null => (instant === null ? null : formatInstant(instant));

function tellEndpoint(row: EndpointRow, health?: EndpointHealth): z.input<typeof endpointShape> {
  return {
    id: formatIdentifier('whe', row.id),
    url: row.url,
    description: row.description,
    types: [...row.kinds],
    enabled: row.enabled,
    disabled: row.disabledCode === null ? null : { at: formatInstant(row.disabledAt!), reason: row.disabledCode },
    secretBeforeUntil: instantOrNull(row.secretBeforeUntil),
    createdAt: formatInstant(row.createdAt),
    changedAt: formatInstant(row.changedAt),
    ...(health === undefined ? {} : { health: tellHealth(health) }),
  };
}

function tellHealth({ failures, failingSince, dueAt }: EndpointHealth): z.input<typeof endpointShape>['health'] {
  return { failures, failingSince: instantOrNull(failingSince), nextCallAt: instantOrNull(dueAt) };
}

type ToldDelivery = z.input<typeof deliveryShape>;

function tellDelivery(row: DeliveryRow): ToldDelivery {
  const { lastAttemptAt, failureCode } = row;
  return {
    id: formatIdentifier('whd', row.id),
    event: formatIdentifier('evt', row.eventId),
    type: row.kind,
    status: row.status,
    attempts: row.attempts,
    nextAttemptAt: instantOrNull(row.nextAttemptAt),
    lastAttempt:
      lastAttemptAt === null
        ? null
        : { at: formatInstant(lastAttemptAt), durationMs: row.lastAttemptMs ?? 0, status: row.responseStatus, body: row.responseBody },
    failure: failureCode === null ? null : { code: failureCode as NonNullable<ToldDelivery['failure']>['code'], detail: row.failureDetail },
    createdAt: formatInstant(row.createdAt),
  };
}
