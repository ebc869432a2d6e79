// Writes events. One statement for any number of them, in an order that the feed keeps.
import { toTimestamp } from '../postgres/column-types.ts';
import type { Transaction } from '../postgres/transaction.ts';

export interface NewEvent {
  /** Past tense behind the thing's name: `invoice.issued`. Made by `defineEvents`, so that its data has the shape that was promised. */
  readonly kind: string;
  /** The id by which the thing is found over the API. */
  readonly subject: string;
  /** Null where it concerns the whole installation. */
  readonly sellerId: bigint | null;
  /** Business time. */
  readonly occurredAt: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** By `unnest` and not by COPY, which a table behind row security refuses to those who come by request. */
export async function writeEvents(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.client.query(
    `insert into outbox_event (era, seller_id, kind, subject, occurred_at, payload)
     select f.era, e.seller_id, e.kind, e.subject, e.occurred_at, e.payload
     from feed f, unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[], $5::jsonb[]) with ordinality
       as e(seller_id, kind, subject, occurred_at, payload, place)
     order by e.place`,
    [
      events.map((event) => event.sellerId),
      events.map((event) => event.kind),
      events.map((event) => event.subject),
      events.map((event) => toTimestamp(event.occurredAt)),
      events.map((event) => JSON.stringify(event.data)),
    ],
  );
}
