// Sends a test, one delivery again, or everything since an instant again.
import { formatIdentifier } from '../../kernel/identifier.ts';
import { writeEvents } from '../../platform/events/index.ts';
import { notFound } from '../../platform/http/not-found.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { deliverAgain, deliverAgainSince, deliverOwnEvent } from './delivery-store.ts';
import { endpointDisabled, eventGone, tooMuchToReplay } from './errors.ts';
import { tell } from './events.ts';
import type { EndpointRow } from './store.ts';

const MOST_REPLAYED = 100_000;

/** Answers the delivery, which is made at once. */
export async function sendTest(tx: Transaction, sellerId: bigint, endpoint: EndpointRow, now: number): Promise<bigint> {
  if (!endpoint.enabled) throw endpointDisabled();
  const subject = formatIdentifier('whe', endpoint.id);
  await writeEvents(tx, [tell['webhook_endpoint.tested']({ sellerId, subject, occurredAt: now, data: { url: endpoint.url } })]);
  return deliverOwnEvent(tx, sellerId, endpoint.id, now);
}

/** Under the id it had, so that a receiver who has it knows. */
export async function replayDelivery(
  tx: Transaction,
  sellerId: bigint,
  endpoint: EndpointRow,
  deliveryId: bigint,
  now: number,
): Promise<void> {
  if (!endpoint.enabled) throw endpointDisabled();
  const isThere = await deliverAgain(tx, sellerId, endpoint.id, deliveryId, now);
  if (isThere === false) throw notFound();
  if (isThere === null) throw eventGone();
}

/** Answers how many. */
export async function replaySince(tx: Transaction, sellerId: bigint, endpoint: EndpointRow, since: number, now: number): Promise<number> {
  if (!endpoint.enabled) throw endpointDisabled();
  const count = await deliverAgainSince(tx, sellerId, endpoint.id, { since, most: MOST_REPLAYED }, now);
  if (count === null) throw tooMuchToReplay(MOST_REPLAYED);
  return count;
}
