// SQL of events that are taken back.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface FoundEvent {
  readonly sellerId: bigint;
  readonly subscriptionId: bigint;
  readonly meterId: bigint;
  readonly meter: string;
  readonly at: number;
  readonly recorded: number;
  readonly value: string;
  readonly source: string;
  readonly eventId: string;
  readonly takenBack: bigint | null;
}

/** By its identity, which says where it lies. */
export async function findEvent(
  tx: Transaction,
  sellerId: bigint,
  identity: string,
  source: string,
  eventId: string,
): Promise<FoundEvent | null> {
  const { rows } = await tx.client.query<FoundEvent>(
    `select e.seller_id as "sellerId", e.subscription_id as "subscriptionId", e.meter_id as "meterId", m.key as meter, e.at,
            e.recorded_at as recorded, e.value, e.source, e.event_id as "eventId", e.taken_back as "takenBack"
     from usage_identity i
     join usage_event e on (e.subscription_id, e.meter_id, e.at) = (i.subscription_id, i.meter_id, i.at)
     join meter m on (m.seller_id, m.id) = (e.seller_id, e.meter_id)
     where i.seller_id = $1 and i.identity = $2::uuid and (e.seller_id, e.source, e.event_id) = ($1, $3, $4)`,
    [sellerId, identity, source, eventId],
  );
  return rows[0] ?? null;
}

/** Whether an event was ever taken under this identity, and lay before the instant. */
export async function liesBefore(tx: Transaction, identity: string, instant: number): Promise<boolean> {
  const { rows } = await tx.client.query('select from usage_identity where identity = $1::uuid and at < $2', [
    identity,
    formatInstant(instant),
  ]);
  return rows.length > 0;
}

export interface FoundVoid {
  /** Identity, as 32 digits. */
  readonly target: string;
  readonly targetEventId: string;
  readonly replaces: boolean;
  readonly recorded: number;
}

export async function findVoid(tx: Transaction, identity: string): Promise<FoundVoid | null> {
  const { rows } = await tx.client.query<FoundVoid>(
    `select replace(target::text, '-', '') as target, target_event_id as "targetEventId", replaces, recorded_at as recorded
     from usage_void where identity = $1::uuid`,
    [identity],
  );
  return rows[0] ?? null;
}

/** The event that took this one back, if any did. */
export async function findTaker(
  tx: Transaction,
  targetIdentity: string,
): Promise<{ readonly eventId: string; readonly replaces: boolean } | null> {
  const { rows } = await tx.client.query<{ eventId: string; replaces: boolean }>(
    'select event_id as "eventId", replaces from usage_void where target = $1::uuid',
    [targetIdentity],
  );
  return rows[0] ?? null;
}

export async function markTakenBack(tx: Transaction, event: FoundEvent, arrival: bigint): Promise<void> {
  await tx.client.query(
    `update usage_event set taken_back = $1
     where (seller_id, subscription_id, meter_id, at, source, event_id) = ($2, $3, $4, $5, $6, $7)`,
    [arrival, event.sellerId, event.subscriptionId, event.meterId, formatInstant(event.at), event.source, event.eventId],
  );
}

export async function subtractFromTotals(tx: Transaction, event: FoundEvent): Promise<void> {
  const values = [event.sellerId, event.subscriptionId, event.meterId, formatInstant(event.at), event.value];
  const change = 'total = total - $5::numeric, events = events - 1, version = version + 1';
  await tx.client.query(
    `update usage_total set ${change}
     where (seller_id, subscription_id, meter_id) = ($1, $2, $3) and quarter = date_bin('15 minutes', $4::timestamptz, timestamptz 'epoch')`,
    values,
  );
  await tx.client.query(
    `update usage_day_total set ${change}
     where (seller_id, subscription_id, meter_id) = ($1, $2, $3) and day = ($4::timestamptz at time zone 'UTC')::date`,
    values,
  );
}

export interface NewVoid {
  readonly identity: string;
  readonly targetIdentity: string;
  readonly source: string;
  readonly id: string;
  readonly target: string;
  readonly replacement: unknown;
  readonly event: FoundEvent;
  readonly arrival: bigint;
  readonly recorded: string;
}

/** One that puts nothing in its place has an identity of its own, which lies where its target does. */
export async function insertVoid(tx: Transaction, order: NewVoid): Promise<void> {
  const { event } = order;
  const at = formatInstant(event.at);
  if (order.replacement === null) {
    await tx.client.query(
      'insert into usage_identity (seller_id, identity, subscription_id, meter_id, at) values ($1, $2::uuid, $3, $4, $5)',
      [event.sellerId, order.identity, event.subscriptionId, event.meterId, at],
    );
  }
  await tx.client.query(
    `insert into usage_void (seller_id, target, identity, source, event_id, target_source, target_event_id, subscription_id, meter_id, at,
                             recorded_at, arrival, replaces)
     values ($1, $2::uuid, $3::uuid, $4, $5, $4, $6, $7, $8, $9, $10, $11, $12)`,
    [
      event.sellerId,
      order.targetIdentity,
      order.identity,
      order.source,
      order.id,
      order.target,
      event.subscriptionId,
      event.meterId,
      at,
      order.recorded,
      order.arrival,
      order.replacement !== null,
    ],
  );
}
