// All SQL of usage: events, their sums by day, what was refused, and what each sender handed over.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact, type Rational } from '../../kernel/money/rational.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { UsageEvent } from './core/event.ts';

export interface NewEvent {
  readonly subscriptionId: bigint;
  readonly meterId: bigint;
  readonly at: number;
  readonly recorded: number;
  readonly value: Rational;
  readonly source: string;
  readonly eventId: string;
  /** Hex. */
  readonly bodyHash: string;
  /** Local day of the account. */
  readonly day: number;
}

/** Writes those that are new. Answers the identities of the new ones: `source` and id with a line break between. */
export async function insertEvents(tx: Transaction, sellerId: bigint, events: readonly NewEvent[], arrival: bigint): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const { rows } = await tx.client.query<{ source: string; eventId: string }>(
    `insert into usage_event (seller_id, subscription_id, meter_id, at, recorded_at, value, source, event_id, body_sha256, arrival)
     select $1, e.subscription_id, e.meter_id, e.at, e.recorded_at, e.value, e.source, e.event_id, decode(e.hash, 'hex'), $10
     from unnest($2::bigint[], $3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::numeric[], $7::text[], $8::text[], $9::text[])
       as e(subscription_id, meter_id, at, recorded_at, value, source, event_id, hash)
     on conflict (seller_id, source, event_id) do nothing
     returning source, event_id as "eventId"`,
    [
      sellerId,
      events.map((event) => event.subscriptionId),
      events.map((event) => event.meterId),
      events.map((event) => formatInstant(event.at)),
      events.map((event) => formatInstant(event.recorded)),
      events.map((event) => formatExact(event.value)),
      events.map((event) => event.source),
      events.map((event) => event.eventId),
      events.map((event) => event.bodyHash),
      arrival,
    ],
  );
  return new Set(rows.map((row) => `${row.source}\n${row.eventId}`));
}

/** Hashes of events that are there, by identity. */
export async function findHashes(
  tx: Transaction,
  sellerId: bigint,
  identities: readonly { readonly source: string; readonly eventId: string }[],
): Promise<Map<string, string>> {
  if (identities.length === 0) return new Map();
  const { rows } = await tx.client.query<{ source: string; eventId: string; hash: string }>(
    `select e.source, e.event_id as "eventId", encode(e.body_sha256, 'hex') as hash
     from unnest($2::text[], $3::text[]) as i(source, event_id)
     join usage_event e on (e.seller_id, e.source, e.event_id) = ($1, i.source, i.event_id)`,
    [sellerId, identities.map((one) => one.source), identities.map((one) => one.eventId)],
  );
  return new Map(rows.map((row) => [`${row.source}\n${row.eventId}`, row.hash]));
}

/** Whose they are, of events that are there: by identity. */
export async function findSubscriptionsOfEvents(
  tx: Transaction,
  sellerId: bigint,
  identities: readonly { readonly source: string; readonly id: string }[],
): Promise<Map<string, bigint>> {
  const { rows } = await tx.client.query<{ source: string; eventId: string; subscriptionId: bigint }>(
    `select e.source, e.event_id as "eventId", e.subscription_id as "subscriptionId"
     from unnest($2::text[], $3::text[]) as i(source, event_id)
     join usage_event e on (e.seller_id, e.source, e.event_id) = ($1, i.source, i.event_id)`,
    [sellerId, identities.map((one) => one.source), identities.map((one) => one.id)],
  );
  return new Map(rows.map((row) => [`${row.source}\n${row.eventId}`, row.subscriptionId]));
}

/** Rows are taken in the order of their key, so that two batches never wait for each other in a circle. */
export async function addToTotals(tx: Transaction, sellerId: bigint, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.client.query(
    `insert into usage_total (seller_id, subscription_id, meter_id, day, total, events, version)
     select $1, e.subscription_id, e.meter_id, e.day, sum(e.value), count(*), 1
     from unnest($2::bigint[], $3::bigint[], $4::date[], $5::numeric[]) as e(subscription_id, meter_id, day, value)
     group by e.subscription_id, e.meter_id, e.day
     order by e.subscription_id, e.meter_id, e.day
     on conflict (seller_id, subscription_id, meter_id, day) do update
       set total = usage_total.total + excluded.total, events = usage_total.events + excluded.events, version = usage_total.version + 1`,
    [
      sellerId,
      events.map((event) => event.subscriptionId),
      events.map((event) => event.meterId),
      events.map((event) => formatDay(event.day)),
      events.map((event) => formatExact(event.value)),
    ],
  );
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
      refusals.map((one) => JSON.stringify(one.body)),
      refusals.map((one) => one.code),
      refusals.map((one) => one.reason),
      formatInstant(now),
    ],
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

export interface Receipt {
  readonly source: string;
  readonly stored: number;
  readonly repeated: number;
  readonly refused: number;
}

export async function addToReceipts(tx: Transaction, sellerId: bigint, receipts: readonly Receipt[]): Promise<void> {
  await tx.client.query(
    `insert into usage_receipt (seller_id, source, received, stored, repeated, refused)
     select $1, r.source, r.stored + r.repeated + r.refused, r.stored, r.repeated, r.refused
     from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[]) as r(source, stored, repeated, refused)
     order by r.source
     on conflict (seller_id, source) do update
       set received = usage_receipt.received + excluded.received, stored = usage_receipt.stored + excluded.stored,
           repeated = usage_receipt.repeated + excluded.repeated, refused = usage_receipt.refused + excluded.refused`,
    [
      sellerId,
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

/** Events that a run may need, of any number of subscriptions, by subscription. */
export async function loadUsage(tx: Transaction, sellerId: bigint, wanted: readonly UsageWanted[]): Promise<Map<bigint, UsageEvent[]>> {
  const bySubscription = new Map<bigint, UsageEvent[]>();
  if (wanted.length === 0) return bySubscription;
  const { rows } = await tx.client.query<EventRow>(
    `select w.id as "subscriptionId", m.key as meter, e.event_id as "eventId", e.at, e.recorded_at as recorded, e.value
     from unnest($2::bigint[], $3::timestamptz[]) as w(id, since)
     cross join lateral (
       select e.meter_id, e.event_id, e.at, e.recorded_at, e.value from usage_event e
       where e.seller_id = $1 and e.subscription_id = w.id and e.at >= w.since offset 0
     ) e
     join meter m on m.seller_id = $1 and m.id = e.meter_id`,
    [sellerId, wanted.map((one) => one.subscriptionId), wanted.map((one) => formatInstant(one.from))],
  );
  for (const row of rows) keep(bySubscription, row);
  return bySubscription;
}

/** For meters whose level holds until the next event: the last one before each instant. */
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
       select e.event_id, e.at, e.recorded_at, e.value from usage_event e
       where e.seller_id = $1 and e.subscription_id = w.id and e.meter_id = m.id and e.at < w.since
       order by e.at desc, e.event_id desc limit 1
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
