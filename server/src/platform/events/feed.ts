// Reads events by cursor so that none is missed and none comes twice, whatever is being written meanwhile.
//
// Events are numbered when they are written and seen when they are committed, so a reader that followed the numbers would pass over what commits
// late. It follows transactions instead: (era, transaction, number), and only up to the oldest transaction that is still open. Below that horizon
// everything is settled; nothing can appear there any more.
import type { Transaction } from '../postgres/transaction.ts';
import { cursorExpired, FEED_BEGIN, type FeedPosition, GREATEST_ID, isBefore } from './position.ts';

export { FEED_BEGIN, type FeedPosition } from './position.ts';

export interface FeedEvent {
  readonly id: bigint;
  readonly kind: string;
  readonly subject: string;
  readonly occurredAt: number;
  readonly data: unknown;
}

/** Its place is known: where a reader stands who has read it. */
export type OwnEvent = FeedEvent & { readonly position: FeedPosition };

export interface FeedPage {
  readonly events: readonly OwnEvent[];
  /** Where to go on: behind the last event, or at the horizon where there was no more. */
  readonly next: FeedPosition;
  readonly hasMore: boolean;
}

export interface FeedQuery {
  readonly sellerId: bigint;
  readonly after: FeedPosition;
  /** Empty: every kind. */
  readonly kinds: readonly string[];
  readonly limit: number;
}

interface Row {
  /** The era and the transaction at the horizon. */
  readonly era: number;
  readonly open: string;
  readonly expired: boolean;
  /** Null where nothing is behind the cursor. */
  readonly id: bigint | null;
  readonly kind: string;
  readonly subject: string;
  readonly occurredAt: number;
  readonly data: unknown;
  readonly eventEra: number;
  readonly writtenBy: string;
}

/**
 * One statement, so that horizon, events and what is gone are of one moment. The seller stands within the comparisons, since the database cannot
 * guess how few rows lie between two transactions and would else walk through those of all sellers.
 */
export async function readFeed(tx: Transaction, { sellerId, after, kinds, limit }: FeedQuery): Promise<FeedPage> {
  const { rows } = await tx.client.query<Row>(
    `select f.era, f.open::text as open, f.expired, e.id, e.kind, e.subject, e.occurred_at as "occurredAt", e.payload as data, e.era as "eventEra",
            e.written_by::text as "writtenBy"
     from (
       select era, pg_snapshot_xmin(pg_current_snapshot()) as open,
              (expired_era, expired_written_by, expired_id) > ($2::integer, $3::text::xid8, $4::bigint) as expired
       from feed
     ) f
     left join lateral (
       select * from outbox_event o
       where (o.seller_id, o.era, o.written_by, o.id) > ($1, $2, $3::text::xid8, $4) and (o.seller_id, o.era, o.written_by) < ($1, f.era, f.open)
         and (cardinality($5::text[]) = 0 or o.kind = any($5))
       order by o.seller_id, o.era, o.written_by, o.id limit $6
     ) e on true
     order by e.era, e.written_by, e.id`,
    [sellerId, after.era, String(after.writtenBy), after.id, kinds, limit + 1],
  );
  const { era, open, expired } = rows[0]!;
  // Whoever begins at the beginning takes what there is; whoever goes on must not be led over a gap.
  if (expired && after !== FEED_BEGIN) throw cursorExpired();
  const events = rows.flatMap(placed).slice(0, limit);
  if (rows.length > limit) return { events, hasMore: true, next: events[limit - 1]!.position };
  // Somebody who read a moment ago may have seen a later horizon.
  const settled = settledBefore(era, open);
  return { events, hasMore: false, next: isBefore(after, settled) ? settled : after };
}

function placed({ id, kind, subject, occurredAt, data, eventEra, writtenBy }: Row): OwnEvent[] {
  return id === null ? [] : [{ id, kind, subject, occurredAt, data, position: { era: eventEra, writtenBy: BigInt(writtenBy), id } }];
}

/** Behind everything that is settled by now. */
export async function latestPosition(tx: Transaction): Promise<FeedPosition> {
  const { rows } = await tx.client.query<{ era: number; open: string }>(
    'select era, pg_snapshot_xmin(pg_current_snapshot())::text as open from feed',
  );
  return settledBefore(rows[0]!.era, rows[0]!.open);
}

/** The transaction at the horizon may still write; all before it are over. */
function settledBefore(era: number, open: string): FeedPosition {
  return { era, writtenBy: BigInt(open) - 1n, id: GREATEST_ID };
}
