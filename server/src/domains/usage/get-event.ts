// One event by its source and id, for whoever may see its subscription.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { eventIdentity } from './event-identity.ts';
import { findTaker } from './void-store.ts';

export interface ToldEvent {
  readonly source: string;
  readonly id: string;
  readonly account: string;
  readonly subscription: string;
  readonly meter: string;
  readonly at: number;
  readonly recorded: number;
  readonly value: string;
  readonly takenBackBy: { readonly id: string; readonly replaces: boolean } | null;
}

/** An event that was taken and lies in a month that is no longer kept is not one that never was. */
async function goneOrNever(tx: Transaction, sellerId: bigint, identity: string): Promise<null> {
  const { rows } = await tx.client.query<{ from: number }>(
    `select h.first_kept::timestamp at time zone 'UTC' as "from"
     from usage_identity i
     join subscription s on (s.seller_id, s.id) = (i.seller_id, i.subscription_id)
     join account a on (a.seller_id, a.id) = (s.seller_id, s.account_id)
     join usage_horizon h on i.at < h.first_kept::timestamp at time zone 'UTC'
     where i.seller_id = $1 and i.identity = $2::uuid`,
    [sellerId, identity],
  );
  const [gone] = rows;
  if (gone === undefined) return null;
  throw new Refusal('usage.event_not_kept', `Usage before ${formatInstant(gone.from)} is no longer kept; its sums are: ask for totals.`, {
    parameters: { from: formatInstant(gone.from) },
  });
}

/** Through its subscription and account, behind whose walls a customer's member stays. */
export async function getUsageEvent(tx: Transaction, sellerId: bigint, source: string, id: string): Promise<ToldEvent | null> {
  const identity = eventIdentity(String(sellerId), source, id);
  const { rows } = await tx.client.query<Omit<ToldEvent, 'takenBackBy'> & { isTakenBack: boolean }>(
    `select e.source, e.event_id as id, a.external_id as account, s.external_id as subscription, m.key as meter, e.at, e.recorded_at as recorded,
            e.value, e.taken_back is not null as "isTakenBack"
     from usage_identity i
     join usage_event e on (e.subscription_id, e.meter_id, e.at) = (i.subscription_id, i.meter_id, i.at)
     join meter m on (m.seller_id, m.id) = (e.seller_id, e.meter_id)
     join subscription s on (s.seller_id, s.id) = (e.seller_id, e.subscription_id)
     join account a on (a.seller_id, a.id) = (s.seller_id, s.account_id)
     where i.seller_id = $1 and i.identity = $2::uuid and (e.seller_id, e.source, e.event_id) = ($1, $3, $4)`,
    [sellerId, identity, source, id],
  );
  const [row] = rows;
  if (row === undefined) return goneOrNever(tx, sellerId, identity);
  const { isTakenBack, ...event } = row;
  const taker = isTakenBack ? await findTaker(tx, identity) : null;
  return {
    ...event,
    value: formatExact(readDecimal(event.value)),
    takenBackBy: taker === null ? null : { id: taker.eventId, replaces: taker.replaces },
  };
}
