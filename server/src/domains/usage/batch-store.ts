// Writes events by the thousand: events and their identities by COPY, sums as one statement over what a batch adds to them.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { equals } from '../../kernel/money/rational.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { BinaryArray, BinaryRows, bigintField, copyBinary, instantField } from '../../platform/postgres/binary-copy.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { PlacedEvents } from './batch-order.ts';

/** A subscription that events name, and its numbers as they are written. */
export interface EventPlace {
  readonly sellerId: bigint;
  readonly subscriptionId: bigint;
  readonly sellerText: string;
  readonly seller: Uint8Array;
  readonly subscription: Uint8Array;
}

export interface MeterId {
  readonly id: bigint;
  readonly bytes: Uint8Array;
}

export function eventPlace(sellerId: bigint, subscriptionId: bigint): EventPlace {
  return {
    sellerId,
    subscriptionId,
    sellerText: String(sellerId),
    seller: bigintField(sellerId),
    subscription: bigintField(subscriptionId),
  };
}

export const meterId = (id: bigint): MeterId => ({ id, bytes: bigintField(id) });

/** An event that has a place. */
export interface EventToStore {
  readonly identity: string;
  readonly place: EventPlace;
  readonly meter: MeterId;
  readonly at: number;
  readonly recorded: number;
  /** A plain decimal. */
  readonly value: string;
  readonly source: string;
  readonly eventId: string;
}

/**
 * Which of these identities are there: hexadecimal, without dashes. Asked under the locks of their subscriptions, nobody adds to them meanwhile.
 * In their order, as PostgreSQL goes through its index.
 */
export async function findIdentities(tx: Transaction, events: readonly EventToStore[], order: Iterable<number>): Promise<Set<string>> {
  const identities = new BinaryArray('uuid', events.length);
  for (const index of order) identities.uuid(events[index]!.identity);
  const { rows } = await tx.client.query<{ identity: string }>({
    name: 'usage_identities',
    text: 'select identity::text from usage_identity where identity = any($1::uuid[])',
    values: [identities.bytes()],
  });
  return new Set(rows.map((row) => row.identity.replaceAll('-', '')));
}

/**
 * Each identity is new; where another took one meanwhile for another subscription, the unique key ends the transaction. Both are written in the order
 * of their index, which takes PostgreSQL two thirds of the time.
 */
export async function insertEvents(
  tx: Transaction,
  byIdentity: readonly EventToStore[],
  byPlace: readonly PlacedEvents[],
  arrival: bigint,
): Promise<void> {
  const identities = new BinaryRows();
  for (const { identity, place, meter, at } of byIdentity) {
    identities.row(5);
    identities.fields(place.seller);
    identities.uuid(identity);
    identities.fields(place.subscription);
    identities.fields(meter.bytes);
    identities.instant(at);
  }
  await copyBinary(tx.client, 'usage_identity (seller_id, identity, subscription_id, meter_id, at)', identities, byIdentity.length);
  const rows = new BinaryRows();
  const number = bigintField(arrival);
  let known = Number.NaN;
  let instant = number;
  for (const { place, events } of byPlace) {
    const head = Buffer.concat([place.seller, place.subscription]);
    for (const { meter, at, recorded, value, source, eventId } of events) {
      if (recorded !== known) {
        known = recorded;
        instant = Buffer.concat([instantField(recorded), number]);
      }
      rows.row(9);
      rows.fields(head);
      rows.fields(meter.bytes);
      rows.instant(at);
      rows.fields(instant);
      rows.numeric(value);
      rows.text(source);
      rows.text(eventId);
    }
  }
  const columns = 'seller_id, subscription_id, meter_id, at, recorded_at, arrival, value, source, event_id';
  await copyBinary(tx.client, `usage_event (${columns})`, rows, byIdentity.length);
}

/** What a batch adds to the sum of one quarter-hour. */
export interface Addition {
  readonly place: EventPlace;
  readonly meter: MeterId;
  /** Quarter-hours since 1970. */
  readonly quarter: number;
  events: number;
  /** Millionths where they say it all, beside whatever is finer or greater. */
  millionths: number;
  readonly others: string[];
}

const QUARTER_MS = 900_000;
/** So small that no sum of a batch leaves the integers. */
const PLAIN = /^[+-]?\d{1,8}(?:\.\d{1,6})?$/;
const MILLION = 1_000_000;

/** In the order of their places. */
export function additionsOf(byPlace: readonly PlacedEvents[]): Addition[] {
  const additions: Addition[] = [];
  for (const { place, events } of byPlace) {
    const ofQuarters = new Map<number, Addition[]>();
    for (const { meter, at, value } of events) {
      const quarter = Math.floor(at / QUARTER_MS);
      let ofMeters = ofQuarters.get(quarter);
      if (ofMeters === undefined) {
        ofMeters = [];
        ofQuarters.set(quarter, ofMeters);
      }
      let addition = ofMeters.find((one) => one.meter.id === meter.id);
      if (addition === undefined) {
        addition = { place, meter, quarter, events: 0, millionths: 0, others: [] };
        ofMeters.push(addition);
        additions.push(addition);
      }
      addition.events += 1;
      if (PLAIN.test(value)) addition.millionths += Math.round(Number(value) * MILLION);
      else addition.others.push(value);
    }
  }
  return additions;
}

const ADD_TO = 'set total = kept.total + excluded.total, events = kept.events + excluded.events, version = kept.version + 1';

/** In the order of their keys. Of one subscription nobody else adds at the same time: it is locked. */
export async function addToTotals(tx: Transaction, additions: readonly Addition[]): Promise<void> {
  await tx.client.query({
    name: 'usage_totals',
    text: `
      with given as materialized (
        select seller_id, subscription_id, meter_id, quarter, sum(total) as total, sum(events) as events
        from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::numeric[], $6::bigint[])
          as g(seller_id, subscription_id, meter_id, quarter, total, events)
        group by 1, 2, 3, 4
      ), days as (
        insert into usage_day_total as kept (seller_id, subscription_id, meter_id, day, total, events, version)
        select seller_id, subscription_id, meter_id, date 'epoch' + floor(quarter / 96.0)::integer as day, sum(total), sum(events), 1
        from given group by 1, 2, 3, 4 order by 2, 3, 4
        on conflict (subscription_id, meter_id, day, seller_id) do update ${ADD_TO}
      )
      insert into usage_total as kept (seller_id, subscription_id, meter_id, quarter, total, events, version)
      select seller_id, subscription_id, meter_id, timestamptz 'epoch' + quarter * interval '15 minutes', total, events, 1
      from given order by subscription_id, meter_id, quarter
      on conflict (subscription_id, meter_id, quarter, seller_id) do update ${ADD_TO}`,
    values: columnsOf(additions),
  });
}

/** A sum that millionths do not say whole is followed by what else belongs to it. */
function columnsOf(additions: readonly Addition[]): Buffer[] {
  const count = additions.reduce((sum, one) => sum + 1 + one.others.length, 0);
  const sellers = new BinaryArray('bigint', count);
  const subscriptions = new BinaryArray('bigint', count);
  const meters = new BinaryArray('bigint', count);
  const quarters = new BinaryArray('bigint', count);
  const totals = new BinaryArray('numeric', count);
  const events = new BinaryArray('bigint', count);
  for (const one of additions) {
    const parts = one.others.length === 0 ? [millionthsText(one.millionths)] : [millionthsText(one.millionths), ...one.others];
    for (let part = 0; part < parts.length; part += 1) {
      sellers.fields(one.place.seller);
      subscriptions.fields(one.place.subscription);
      meters.fields(one.meter.bytes);
      quarters.whole(one.quarter);
      totals.numeric(parts[part]!);
      events.whole(part === 0 ? one.events : 0);
    }
  }
  return [sellers, subscriptions, meters, quarters, totals, events].map((column) => column.bytes());
}

function millionthsText(millionths: number): string {
  const digits = String(Math.abs(millionths)).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${millionths < 0 ? '-' : ''}${digits.slice(0, -6)}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * Of events whose identity is there: the indexes of those that say the same as what is there. Read by instants and compared here: at one instant
 * thousands may lie, and looking through them for each event would never end.
 */
export async function findSame(tx: Transaction, events: readonly EventToStore[]): Promise<Set<number>> {
  const { rows } = await tx.client.query<StoredEvent>(
    `select e.seller_id as "sellerId", e.subscription_id as "subscriptionId", e.meter_id as "meterId", e.at, e.source, e.event_id as "eventId", e.value
     from (select distinct * from unnest($1::bigint[], $2::bigint[], $3::timestamptz[])) as p(subscription_id, meter_id, at)
     cross join lateral (
       select * from usage_event u
       where (u.subscription_id, u.meter_id, u.at) = (p.subscription_id, p.meter_id, p.at) and u.event_id = any($4::text[]) offset 0
     ) e`,
    [
      events.map((event) => event.place.subscriptionId),
      events.map((event) => event.meter.id),
      events.map((event) => formatInstant(event.at)),
      [...new Set(events.map((event) => event.eventId))],
    ],
  );
  const values = new Map(rows.map((row) => [keyOf(row), row.value]));
  const same = new Set<number>();
  for (const [index, { place, meter, at, source, eventId, value }] of events.entries()) {
    const { sellerId, subscriptionId } = place;
    const stored = values.get(keyOf({ sellerId, subscriptionId, meterId: meter.id, at, source, eventId }));
    if (stored !== undefined && (stored === value || equals(readDecimal(stored), readDecimal(value)))) same.add(index);
  }
  return same;
}

interface StoredEvent {
  readonly sellerId: bigint;
  readonly subscriptionId: bigint;
  readonly meterId: bigint;
  readonly at: number;
  readonly source: string;
  readonly eventId: string;
  readonly value: string;
}

/** A source is one line, and comes before the id. */
function keyOf({ sellerId, subscriptionId, meterId, at, source, eventId }: Omit<StoredEvent, 'value'>): string {
  return `${sellerId}/${subscriptionId}/${meterId}/${at}/${source}\n${eventId}`;
}

/** Months are made before the first event of theirs is written. */
export async function makeMonths(tx: Transaction, instants: readonly number[]): Promise<void> {
  await tx.client.query('select make_usage_month(at) from unnest($1::timestamptz[]) as m(at)', [instants.map(formatInstant)]);
}
