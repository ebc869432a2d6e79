// What an operator watches of the business: what is due and how long already, what was set aside, what came in. One question, cheap at any size.
import { toTimestamp } from '../../platform/postgres/column-types.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface OperatingFigures {
  readonly accountsDue: number;
  /** Null where nothing is due. */
  readonly oldestDueAt: number | null;
  readonly accountsParked: number;
  readonly usageReceived: number;
  readonly usageStored: number;
  readonly usageRepeated: number;
  readonly usageRefused: number;
  readonly deliveriesWaiting: number;
  readonly endpointsFailing: number;
  /** Events of the feed that no delivery was made for yet; counted to ten thousand. */
  readonly eventsUndispatched: number;
}

/** Runs as the engine: it counts over all sellers. */
export async function readOperatingFigures(tx: Transaction, now: number): Promise<OperatingFigures> {
  const { rows } = await tx.client.query<OperatingFigures>(
    `select d.accounts::int as "accountsDue", d.oldest as "oldestDueAt",
       (select count(*)::int from account_billing where parked_at is not null) as "accountsParked",
       u.received::float8 as "usageReceived", u.stored::float8 as "usageStored", u.repeated::float8 as "usageRepeated", u.refused::float8 as "usageRefused",
       (select count(*)::int from webhook_delivery where status = 'waiting') as "deliveriesWaiting",
       (select count(*)::int from webhook_pace where failures > 0) as "endpointsFailing",
       (select count(*)::int from (
          select from outbox_event o, webhook_dispatch w where (o.era, o.written_by, o.id) > (w.era, w.written_by, w.event_id) limit 10000
        ) waiting) as "eventsUndispatched"
     from (select count(*) as accounts, min(next_bill_at) as oldest from account_billing where next_bill_at <= $1 and parked_at is null) d,
       (select coalesce(sum(received), 0) as received, coalesce(sum(stored), 0) as stored, coalesce(sum(repeated), 0) as repeated,
          coalesce(sum(refused), 0) as refused from usage_receipt) u`,
    [toTimestamp(now)],
  );
  return rows[0]!;
}
