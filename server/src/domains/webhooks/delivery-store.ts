// SQL of deliveries: made from the feed, taken in turn, and written down when an answer has come.
import type { FeedEvent } from '../../platform/events/index.ts';
import { toTimestamp } from '../../platform/postgres/column-types.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Outcome } from './core/decide-outcome.ts';

const stamp = (instant: number | null): string | null => (instant === null ? null : toTimestamp(instant));

/** An endpoint hears what its kinds say; a test is delivered by whoever asked for it, to its endpoint alone. */
const HEARS = "o.kind <> 'webhook_endpoint.tested' and (cardinality(e.kinds) = 0 or o.kind = any(e.kinds))";

/**
 * Makes deliveries of the next events behind the place where the last ones were made, and moves that place. Null: another process is at it.
 * Else how many events there were. Where no endpoint is on, the place goes to the end at once.
 */
export async function dispatchBatch(tx: Transaction, limit: number, now: number): Promise<number | null> {
  const held = await tx.client.query('select from webhook_dispatch for no key update skip locked');
  if (held.rowCount === 0) return null;
  const { rowCount } = await tx.client.query(
    `with place as materialized (
       select d.era, d.written_by, d.event_id, f.era as open_era, pg_snapshot_xmin(pg_current_snapshot()) as open_by,
              exists (select from webhook_endpoint where enabled) as is_heard
       from webhook_dispatch d, feed f
     ), batch as materialized (
       select o.era, o.written_by, o.id, o.seller_id, o.kind from place p cross join lateral (
         select * from outbox_event o
         where p.is_heard and (o.era, o.written_by, o.id) > (p.era, p.written_by, p.event_id) and (o.era, o.written_by) < (p.open_era, p.open_by)
         order by o.era, o.written_by, o.id limit $1
       ) o
     ), made as (
       insert into webhook_delivery (seller_id, endpoint_id, event_id, kind, next_attempt_at, created_at)
       select o.seller_id, e.id, o.id, o.kind, $2::timestamptz, $2::timestamptz from batch o join webhook_endpoint e on e.seller_id = o.seller_id
       where e.enabled and ${HEARS}
       order by o.era, o.written_by, o.id, e.id
       on conflict (endpoint_id, event_id, seller_id) do nothing
       returning seller_id, endpoint_id
     ), woken as (
       ${wake('(select distinct seller_id, endpoint_id from made)', '$2::timestamptz')}
     ), last as (
       select era, written_by, id from batch
       union all select open_era, (open_by::text::numeric - 1)::text::xid8, 9223372036854775807 from place where not is_heard
       order by 1 desc, 2 desc, 3 desc limit 1
     ), moved as (
       update webhook_dispatch d set era = l.era, written_by = l.written_by, event_id = l.id from last l
     )
     select from batch`,
    [limit, toTimestamp(now)],
  );
  return rowCount ?? 0;
}

/** An endpoint that is in trouble keeps its pause. */
function wake(endpoints: string, at: string): string {
  return `update webhook_pace p set due_at = case when p.failures > 0 then coalesce(p.due_at, ${at}) else least(p.due_at, ${at}) end
    from ${endpoints} m where p.seller_id = m.seller_id and p.endpoint_id = m.endpoint_id`;
}

/** Of an event just written in this transaction. */
export async function deliverOwnEvent(tx: Transaction, sellerId: bigint, endpointId: bigint, now: number): Promise<bigint> {
  const { rows } = await tx.client.query<{ id: bigint }>(
    `insert into webhook_delivery (seller_id, endpoint_id, event_id, kind, next_attempt_at, created_at)
     select o.seller_id, $2::bigint, o.id, o.kind, $3::timestamptz, $3::timestamptz from outbox_event o
     where (o.seller_id, o.era, o.written_by) = ($1, (select era from feed), pg_current_xact_id())
     order by o.id desc limit 1 returning id`,
    [sellerId, endpointId, toTimestamp(now)],
  );
  await wakeEndpoint(tx, sellerId, endpointId, now);
  return rows[0]!.id;
}

async function wakeEndpoint(tx: Transaction, sellerId: bigint, endpointId: bigint, now: number): Promise<void> {
  await tx.client.query(wake('(select $1::bigint as seller_id, $2::bigint as endpoint_id)', '$3::timestamptz'), [
    sellerId,
    endpointId,
    toTimestamp(now),
  ]);
}

const AGAIN = `status = 'waiting', attempts = 0, next_attempt_at = excluded.next_attempt_at, failure_code = null, failure_detail = null`;

/** False where there is no such delivery; null where its event is gone. */
export async function deliverAgain(
  tx: Transaction,
  sellerId: bigint,
  endpointId: bigint,
  deliveryId: bigint,
  now: number,
): Promise<boolean | null> {
  const { rows } = await tx.client.query<{ isThere: boolean }>(
    `select exists (select from outbox_event o where o.seller_id = d.seller_id and o.id = d.event_id) as "isThere" from webhook_delivery d
     where d.seller_id = $1 and d.endpoint_id = $2 and d.id = $3 for no key update of d`,
    [sellerId, endpointId, deliveryId],
  );
  if (rows[0] === undefined) return false;
  if (!rows[0].isThere) return null;
  await tx.client.query(
    `update webhook_delivery set status = 'waiting', attempts = 0, next_attempt_at = $3, failure_code = null, failure_detail = null
     where seller_id = $1 and id = $2`,
    [sellerId, deliveryId, toTimestamp(now)],
  );
  await wakeEndpoint(tx, sellerId, endpointId, now);
  return true;
}

/** Everything the endpoint hears that happened since, also what was never delivered because it was off. Null: more than `most`. */
export async function deliverAgainSince(
  tx: Transaction,
  sellerId: bigint,
  endpointId: bigint,
  { since, most }: { readonly since: number; readonly most: number },
  now: number,
): Promise<number | null> {
  const { rowCount } = await tx.client.query(
    `insert into webhook_delivery (seller_id, endpoint_id, event_id, kind, next_attempt_at, created_at)
     select o.seller_id, e.id, o.id, o.kind, $4::timestamptz, $4::timestamptz from outbox_event o join webhook_endpoint e on e.seller_id = o.seller_id
     where o.seller_id = $1 and e.id = $2 and o.occurred_at >= $3 and ${HEARS}
     order by o.era, o.written_by, o.id limit $5
     on conflict (endpoint_id, event_id, seller_id) do update set ${AGAIN}`,
    [sellerId, endpointId, toTimestamp(since), toTimestamp(now), most + 1],
  );
  if ((rowCount ?? 0) > most) return null;
  await wakeEndpoint(tx, sellerId, endpointId, now);
  return rowCount ?? 0;
}

export interface HeldEndpoint {
  readonly sellerId: bigint;
  readonly endpointId: bigint;
  /** Asked for whenever something is written down: who lost the endpoint to another writes nothing. */
  readonly token: string;
  readonly url: string;
  readonly sealedSecret: string;
  readonly sealedSecretBefore: string | null;
  readonly secretBeforeUntil: number | null;
  readonly failures: number;
  readonly failingSince: number | null;
}

/** `troubled`: endpoints that failed or were slow last time, which have lanes of their own. */
export async function holdDueEndpoints(
  tx: Transaction,
  { lane, limit, holdMs }: { readonly lane: 'steady' | 'troubled'; readonly limit: number; readonly holdMs: number },
  now: number,
): Promise<HeldEndpoint[]> {
  const { rows } = await tx.client.query<HeldEndpoint>(
    `with due as (
       select p.endpoint_id, p.seller_id from webhook_pace p
       where p.due_at <= $1 and (p.failures > 0 or p.is_slow) = $2
         and (p.held_until is null or p.held_until < clock_timestamp()) -- machine time
       order by p.due_at limit $3 for no key update skip locked
     )
     update webhook_pace p set held_by = gen_random_uuid(),
       held_until = clock_timestamp() + $4 * interval '1 millisecond' -- machine time
     from due join webhook_endpoint e on e.seller_id = due.seller_id and e.id = due.endpoint_id and e.enabled
     where p.seller_id = due.seller_id and p.endpoint_id = due.endpoint_id
     returning p.seller_id as "sellerId", p.endpoint_id as "endpointId", p.held_by as token, e.url, e.sealed_secret as "sealedSecret",
       e.sealed_secret_before as "sealedSecretBefore", e.secret_before_until as "secretBeforeUntil", p.failures, p.failing_since as "failingSince"`,
    [toTimestamp(now), lane === 'troubled', limit, holdMs],
  );
  return rows;
}

export interface DueDelivery {
  readonly id: bigint;
  readonly attempts: number;
  /** Null where it is gone. */
  readonly event: FeedEvent | null;
}

export async function loadDueDeliveries(
  tx: Transaction,
  { sellerId, endpointId }: Pick<HeldEndpoint, 'sellerId' | 'endpointId'>,
  limit: number,
  now: number,
): Promise<DueDelivery[]> {
  const { rows } = await tx.client.query<{ deliveryId: bigint; attempts: number } & { [Key in keyof FeedEvent]: FeedEvent[Key] | null }>(
    `select d.id as "deliveryId", d.attempts, o.id, o.kind, o.subject, o.occurred_at as "occurredAt", o.payload as data
     from webhook_delivery d left join outbox_event o on o.id = d.event_id and o.seller_id = d.seller_id
     where d.seller_id = $1 and d.endpoint_id = $2 and d.status = 'waiting' and d.next_attempt_at <= $3
     order by d.next_attempt_at, d.id limit $4`,
    [sellerId, endpointId, toTimestamp(now), limit],
  );
  return rows.map(({ deliveryId, attempts, ...event }) => ({
    id: deliveryId,
    attempts,
    event: event.id === null ? null : (event as FeedEvent),
  }));
}

/** Whether the endpoint is still ours; it is held for another while. Waits for whoever gives it new work. */
export async function stillHeld(tx: Transaction, held: HeldEndpoint, holdMs: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `update webhook_pace set held_until = clock_timestamp() + $4 * interval '1 millisecond' -- machine time
     where seller_id = $1 and endpoint_id = $2 and held_by = $3`,
    [held.sellerId, held.endpointId, held.token, holdMs],
  );
  return rowCount === 1;
}

export interface Attempt {
  readonly deliveryId: bigint;
  readonly at: number;
  readonly ms: number;
  readonly responseStatus: number | null;
  readonly responseBody: string | null;
  readonly failureDetail: string | null;
  readonly outcome: Outcome;
}

/** Whether it is on, was turned off or taken away meanwhile, or is turned off by what came back. */
export async function writeAttempt(
  tx: Transaction,
  held: HeldEndpoint,
  attempt: Attempt,
  slowMs: number,
): Promise<'on' | 'off' | 'turned_off'> {
  const { outcome, deliveryId, at, ms } = attempt;
  const { delivery, failures, failingSince, disable } = outcome;
  await tx.client.query(
    `update webhook_delivery set status = $3, attempts = attempts + 1, next_attempt_at = $4, last_attempt_at = $5, last_attempt_ms = $6,
            response_status = $7, response_body = $8, failure_code = $9, failure_detail = $10
     where seller_id = $1 and id = $2 and status = 'waiting'`,
    [
      held.sellerId,
      deliveryId,
      delivery.status,
      delivery.status === 'waiting' ? toTimestamp(delivery.nextAttemptAt) : null,
      toTimestamp(at),
      ms,
      attempt.responseStatus,
      attempt.responseBody,
      delivery.status === 'delivered' ? null : delivery.failureCode,
      attempt.failureDetail,
    ],
  );
  await tx.client.query(
    `update webhook_pace set failures = $3, failing_since = $4, is_slow = $5 where seller_id = $1 and endpoint_id = $2`,
    [held.sellerId, held.endpointId, failures, stamp(failingSince), ms > slowMs],
  );
  if (disable !== null) {
    const { rowCount } = await tx.client.query(
      `update webhook_endpoint set enabled = false, disabled_code = $3, disabled_at = $4 where seller_id = $1 and id = $2 and enabled`,
      [held.sellerId, held.endpointId, disable, toTimestamp(at)],
    );
    return rowCount === 1 ? 'turned_off' : 'off';
  }
  const { rows } = await tx.client.query<{ enabled: boolean }>('select enabled from webhook_endpoint where seller_id = $1 and id = $2', [
    held.sellerId,
    held.endpointId,
  ]);
  return rows[0]?.enabled === true ? 'on' : 'off';
}

/** Gives the endpoint back. Under the lock that `stillHeld` took, so that what was added meanwhile is seen. */
export async function releaseEndpoint(tx: Transaction, held: HeldEndpoint, pauseUntil: number | null): Promise<void> {
  await tx.client.query(
    `update webhook_pace p set held_by = null, held_until = null, due_at = (
       select greatest($4, min(d.next_attempt_at)) from webhook_delivery d join webhook_endpoint e on e.seller_id = d.seller_id and e.id = d.endpoint_id
       where d.seller_id = $1 and d.endpoint_id = $2 and d.status = 'waiting' and e.enabled having count(*) > 0)
     where p.seller_id = $1 and p.endpoint_id = $2 and p.held_by = $3`,
    [held.sellerId, held.endpointId, held.token, stamp(pauseUntil)],
  );
}

/** A delivery that is over is kept as long as events are. */
export async function deleteOldDeliveries(tx: Transaction, before: number, limit: number): Promise<number> {
  const { rowCount } = await tx.client.query(
    `delete from webhook_delivery where id in (
       select id from webhook_delivery where status <> 'waiting' and created_at < $1 order by created_at limit $2 for update skip locked)`,
    [toTimestamp(before), limit],
  );
  return rowCount ?? 0;
}
