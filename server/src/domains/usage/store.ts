// SQL of usage: whose events are, what was refused, what each sender handed over, and what a run reads.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { UsageEvent } from './core/event.ts';
import { eventIdentity } from './event-identity.ts';
import { tell } from './events.ts';
import { storableJson } from './read-message.ts';
import type { Receipt } from './receipts.ts';

/** Whose they are, of events that are there: by identity. */
export async function findSubscriptionsOfEvents(
  tx: Transaction,
  sellerId: bigint,
  events: readonly { readonly source: string; readonly id: string }[],
): Promise<Map<string, bigint>> {
  const nameOf = new Map(events.map(({ source, id }) => [eventIdentity(String(sellerId), source, id), `${source}\n${id}`]));
  const { rows } = await tx.client.query<{ identity: string; subscriptionId: bigint }>(
    `select replace(identity::text, '-', '') as identity, subscription_id as "subscriptionId" from usage_identity
     where seller_id = $1 and identity = any($2::uuid[])`,
    [sellerId, [...nameOf.keys()]],
  );
  return new Map(rows.map((row) => [nameOf.get(row.identity)!, row.subscriptionId]));
}

export interface NewRefusal {
  readonly id: bigint;
  readonly source: string;
  readonly eventId: string;
  readonly body: unknown;
  readonly code: string;
  readonly reason: string;
}

export async function insertRefusals(tx: Transaction, sellerId: bigint, refusals: readonly NewRefusal[], now: number): Promise<void> {
  if (refusals.length === 0) return;
  await tx.client.query(
    `insert into refused_event (seller_id, id, source, event_id, body, code, reason, recorded_at)
     select $1, r.id, r.source, r.event_id, r.body, r.code, r.reason, $8
     from unnest($2::bigint[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::text[]) as r(id, source, event_id, body, code, reason)`,
    [
      sellerId,
      refusals.map((one) => one.id),
      refusals.map((one) => one.source),
      refusals.map((one) => one.eventId),
      refusals.map((one) => storableJson(one.body)),
      refusals.map((one) => one.code),
      refusals.map((one) => one.reason),
      formatInstant(now),
    ],
  );
  await announceRefusals(tx, sellerId, refusals, now);
}

/** A sender that has lost its way sends thousands alike. */
async function announceRefusals(tx: Transaction, sellerId: bigint, refusals: readonly NewRefusal[], now: number): Promise<void> {
  const alike = new Map<string, { readonly source: string; readonly code: string; readonly firstId: string; count: number }>();
  for (const { source, code, eventId } of refusals) {
    const key = `${code} ${source}`;
    const group = alike.get(key) ?? { source, code, firstId: eventId, count: 0 };
    group.count += 1;
    alike.set(key, group);
  }
  await writeEvents(
    tx,
    [...alike.values()].map(({ source, ...data }) => tell['usage.refused']({ sellerId, subject: source, occurredAt: now, data })),
  );
}

/** Which of these events of a source were refused before. */
export async function findRefused(tx: Transaction, sellerId: bigint, source: string, eventIds: readonly string[]): Promise<Set<string>> {
  if (eventIds.length === 0) return new Set();
  const { rows } = await tx.client.query<{ eventId: string }>(
    'select event_id as "eventId" from refused_event where seller_id = $1 and source = $2 and event_id = any($3::text[])',
    [sellerId, source, eventIds],
  );
  return new Set(rows.map((row) => row.eventId));
}

/** In the order of their keys, so that two batches never wait for each other in a circle. */
export async function addToReceipts(tx: Transaction, receipts: readonly Readonly<Receipt>[]): Promise<void> {
  if (receipts.length === 0) return;
  await tx.client.query(
    `insert into usage_receipt (seller_id, source, received, stored, repeated, refused)
     select r.seller_id, r.source, r.stored + r.repeated + r.refused, r.stored, r.repeated, r.refused
     from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[]) as r(seller_id, source, stored, repeated, refused)
     order by r.seller_id, r.source
     on conflict (seller_id, source) do update
       set received = usage_receipt.received + excluded.received, stored = usage_receipt.stored + excluded.stored,
           repeated = usage_receipt.repeated + excluded.repeated, refused = usage_receipt.refused + excluded.refused`,
    [
      receipts.map((one) => one.sellerId),
      receipts.map((one) => one.source),
      receipts.map((one) => one.stored),
      receipts.map((one) => one.repeated),
      receipts.map((one) => one.refused),
    ],
  );
}

export interface UsageWanted {
  readonly subscriptionId: bigint;
  /** Instants: events from here on, and of level meters the one before. */
  readonly from: number;
}

interface EventRow {
  readonly subscriptionId: bigint;
  readonly meter: string;
  readonly eventId: string;
  readonly at: number;
  readonly recorded: number;
  readonly value: string;
}

/** Events that a run may need, of any number of subscriptions, by subscription; those of months that went are told by their last ones. */
export async function loadUsage(tx: Transaction, sellerId: bigint, wanted: readonly UsageWanted[]): Promise<Map<bigint, UsageEvent[]>> {
  const bySubscription = new Map<bigint, UsageEvent[]>();
  if (wanted.length === 0) return bySubscription;
  const { rows } = await tx.client.query<EventRow>(
    `select w.id as "subscriptionId", m.key as meter, e.event_id as "eventId", e.at, e.recorded_at as recorded, e.value
     from unnest($2::bigint[], $3::timestamptz[]) as w(id, since)
     cross join lateral (
       (select e.meter_id, e.event_id, e.at, e.recorded_at, e.value from usage_event e
        where e.seller_id = $1 and e.subscription_id = w.id and e.at >= w.since and e.taken_back is null offset 0)
       union all
       select l.meter_id, l.event_id, l.at, l.recorded_at, l.value from usage_level l
       where l.seller_id = $1 and l.subscription_id = w.id and l.at >= w.since
     ) e
     join meter m on m.seller_id = $1 and m.id = e.meter_id`,
    [sellerId, wanted.map((one) => one.subscriptionId), wanted.map((one) => formatInstant(one.from))],
  );
  for (const row of rows) keep(bySubscription, row);
  return bySubscription;
}

/** For meters whose level holds until the next event: the last one before each instant, which may be the last of a month that went. */
export async function loadLevelsBefore(
  tx: Transaction,
  sellerId: bigint,
  wanted: readonly (UsageWanted & { readonly meter: string })[],
): Promise<Map<bigint, UsageEvent[]>> {
  const bySubscription = new Map<bigint, UsageEvent[]>();
  if (wanted.length === 0) return bySubscription;
  const { rows } = await tx.client.query<EventRow>(
    `select w.id as "subscriptionId", m.key as meter, e.event_id as "eventId", e.at, e.recorded_at as recorded, e.value
     from unnest($2::bigint[], $3::text[], $4::timestamptz[]) as w(id, meter, since)
     join meter m on m.seller_id = $1 and m.key = w.meter
     cross join lateral (
       (select e.event_id, e.at, e.recorded_at, e.value from usage_event e
        where e.seller_id = $1 and e.subscription_id = w.id and e.meter_id = m.id and e.at < w.since and e.taken_back is null
        order by e.at desc, e.event_id desc limit 1)
       union all
       select l.event_id, l.at, l.recorded_at, l.value from usage_level l
       where (l.seller_id, l.subscription_id, l.meter_id) = ($1, w.id, m.id) and l.at < w.since
       order by at desc limit 1
     ) e`,
    [sellerId, wanted.map((one) => one.subscriptionId), wanted.map((one) => one.meter), wanted.map((one) => formatInstant(one.from))],
  );
  for (const row of rows) keep(bySubscription, row);
  return bySubscription;
}

function keep(bySubscription: Map<bigint, UsageEvent[]>, row: EventRow): void {
  const event: UsageEvent = {
    id: row.eventId,
    subscription: String(row.subscriptionId),
    meter: row.meter,
    at: row.at,
    recorded: row.recorded,
    value: readDecimal(row.value),
  };
  const list = bySubscription.get(row.subscriptionId);
  if (list === undefined) bySubscription.set(row.subscriptionId, [event]);
  else list.push(event);
}
