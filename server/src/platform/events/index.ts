// Events: what happened, written in the transaction in which it happened, for everything that reacts to it later.

import { toTimestamp } from '../postgres/column-types.ts';
import { copyInto } from '../postgres/copy.ts';
import type { Transaction } from '../postgres/transaction.ts';

export interface NewEvent {
  /** Past tense behind the thing's name: `invoice.issued`. */
  readonly kind: string;
  /** The outside id of the thing. */
  readonly subject: string;
  /** Null where it concerns the whole installation. */
  readonly sellerId: bigint | null;
  /** Business time. */
  readonly occurredAt: number;
  readonly payload?: Readonly<Record<string, unknown>>;
}

const COLUMNS = ['seller_id', 'kind', 'subject', 'occurred_at', 'payload'];

/** Amounts go into the payload as decimal text: JSON knows no bigint. */
export async function writeEvents(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => [
    event.sellerId,
    event.kind,
    event.subject,
    toTimestamp(event.occurredAt),
    JSON.stringify(event.payload ?? {}),
  ]);
  await copyInto(tx.client, 'outbox_event', COLUMNS, rows);
}
