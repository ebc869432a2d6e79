// Sets up webhook endpoints, changes them, replaces their secrets, takes them away.
import { formatIdentifier } from '../../kernel/identifier.ts';
import { writeEvents } from '../../platform/events/index.ts';
import { checkUrl, type OutgoingRules } from '../../platform/outgoing/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { reserveIdentities } from '../accounts/index.ts';
import { tooManyEndpoints } from './errors.ts';
import { tell } from './events.ts';
import { newSecret, placeOfSecret } from './signature.ts';
import {
  countEndpointsLocked,
  deleteEndpoint,
  type EndpointRow,
  findEndpoint,
  insertEndpoint,
  replaceSecret,
  updateEndpoint,
} from './store.ts';

/** Each is called for every event; what must reach more goes through a queue of one's own. */
const MOST_ENDPOINTS = 50;

export interface EndpointInput {
  readonly url: string;
  readonly description: string;
  /** Empty: every kind. */
  readonly kinds: readonly string[];
  readonly enabled: boolean;
}

export interface WebhookServices {
  readonly secrets: Secrets;
  readonly rules: OutgoingRules;
}

/** The secret is told this once. */
export async function createEndpoint(
  tx: Transaction,
  { secrets, rules }: WebhookServices,
  sellerId: bigint,
  input: EndpointInput,
  now: number,
): Promise<{ readonly endpoint: EndpointRow; readonly secret: string }> {
  const url = checkUrl(input.url, rules).href;
  if ((await countEndpointsLocked(tx, sellerId)) >= MOST_ENDPOINTS) throw tooManyEndpoints(MOST_ENDPOINTS);
  const id = (await reserveIdentities(tx, 1))();
  const secret = newSecret();
  await insertEndpoint(tx, sellerId, { ...input, id, url }, secrets.seal(secret, placeOfSecret(id)), now);
  await announce(tx, sellerId, 'webhook_endpoint.created', { id, url }, now);
  return { endpoint: (await findEndpoint(tx, sellerId, id, 'read'))!, secret };
}

/** `endpoint` was read under its lock. */
export async function changeEndpoint(
  tx: Transaction,
  { rules }: Pick<WebhookServices, 'rules'>,
  sellerId: bigint,
  endpoint: EndpointRow,
  change: { readonly [Key in keyof EndpointInput]?: EndpointInput[Key] | undefined },
  now: number,
): Promise<EndpointRow> {
  const wanted = {
    id: endpoint.id,
    url: change.url === undefined ? endpoint.url : checkUrl(change.url, rules).href,
    description: change.description ?? endpoint.description,
    kinds: change.kinds ?? endpoint.kinds,
    enabled: change.enabled ?? endpoint.enabled,
  };
  await updateEndpoint(tx, sellerId, wanted, now);
  await announce(tx, sellerId, 'webhook_endpoint.changed', wanted, now);
  return (await findEndpoint(tx, sellerId, endpoint.id, 'read'))!;
}

/** The one before signs beside the new one for as long as it overlaps; null: not any more at once. */
export async function rotateSecret(
  tx: Transaction,
  { secrets }: Pick<WebhookServices, 'secrets'>,
  sellerId: bigint,
  endpoint: EndpointRow,
  overlapMs: number | null,
  now: number,
): Promise<string> {
  const secret = newSecret();
  const sealed = secrets.seal(secret, placeOfSecret(endpoint.id));
  await replaceSecret(tx, sellerId, endpoint.id, { sealed, beforeUntil: overlapMs === null ? null : now + overlapMs }, now);
  await announce(tx, sellerId, 'webhook_endpoint.changed', endpoint, now);
  return secret;
}

/** With all its deliveries. */
export async function removeEndpoint(tx: Transaction, sellerId: bigint, endpoint: EndpointRow, now: number): Promise<void> {
  await deleteEndpoint(tx, sellerId, endpoint.id);
  await announce(tx, sellerId, 'webhook_endpoint.removed', endpoint, now);
}

type Kind = 'webhook_endpoint.created' | 'webhook_endpoint.changed' | 'webhook_endpoint.removed';

async function announce(
  tx: Transaction,
  sellerId: bigint,
  kind: Kind,
  { id, url }: Pick<EndpointRow, 'id' | 'url'>,
  now: number,
): Promise<void> {
  await writeEvents(tx, [tell[kind]({ sellerId, subject: formatIdentifier('whe', id), occurredAt: now, data: { url } })]);
}
