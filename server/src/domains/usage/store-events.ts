// Stores events that have a place, each once, and wakes what a run has already billed. Events of any sellers go together.
import { assert } from '../../kernel/assert.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { pullBillingDates, reserveIdentities } from '../accounts/index.ts';
import { type LockedForUsage, lockForUsage, markLateUsage } from '../subscriptions/index.ts';
import { groupByPlace, orderByIdentity, type PlacedEvents, splitRepeats } from './batch-order.ts';
import {
  additionsOf,
  addToTotals,
  type EventPlace,
  type EventToStore,
  findIdentities,
  findSame,
  insertEvents,
  makeMonths,
} from './batch-store.ts';

/** `other`: known under its identity with another content. */
export type StoreVerdict = 'stored' | 'repeated' | 'other';

/** Answers one verdict for each event, in their order. */
export async function storeEvents(tx: Transaction, events: readonly EventToStore[]): Promise<StoreVerdict[]> {
  if (events.length === 0) return [];
  const places = new Set<EventPlace>();
  for (const event of events) places.add(event.place);
  const locked = await lockForUsage(
    tx,
    [...places].map((place) => place.subscriptionId),
  );
  const order = orderByIdentity(events);
  const { fresh, again } = splitRepeats(events, order, await findIdentities(tx, events, order));
  if (fresh.length > 0) {
    const byPlace = groupByPlace(fresh);
    await makeMonths(tx, monthsOf(fresh));
    // Taken under the locks that a run takes too, so that a run's number is above those of all events that it could read, and of no others.
    await insertEvents(tx, fresh, byPlace, (await reserveIdentities(tx, 1))());
    await addToTotals(tx, additionsOf(byPlace));
    await wakeBilled(tx, locked, earliestOf(byPlace));
  }
  const verdicts = new Array<StoreVerdict>(events.length).fill('stored');
  if (again.length === 0) return verdicts;
  const same = await findSame(
    tx,
    again.map((index) => events[index]!),
  );
  for (const [place, index] of again.entries()) verdicts[index] = same.has(place) ? 'repeated' : 'other';
  return verdicts;
}

function monthsOf(events: readonly EventToStore[]): number[] {
  const months: number[] = [];
  let from = 0;
  let to = 0;
  for (const { at } of events) {
    if (at >= from && at < to) continue;
    const date = new Date(at);
    from = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
    to = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
    if (!months.includes(from)) months.push(from);
  }
  return months;
}

function earliestOf(byPlace: readonly PlacedEvents[]): Map<EventPlace, number> {
  return new Map(
    byPlace.map(({ place, events }) => [place, events.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY)]),
  );
}

/** Only days that a run has already been to need another look; the others are billed when their time comes. */
export async function wakeBilled(
  tx: Transaction,
  locked: readonly LockedForUsage[],
  earliest: ReadonlyMap<EventPlace, number>,
): Promise<void> {
  const instants = new Map<bigint, number>();
  for (const [{ subscriptionId }, at] of earliest) instants.set(subscriptionId, Math.min(at, instants.get(subscriptionId) ?? at));
  const bySeller = new Map<bigint, { subscriptionId: bigint; day: number }[]>();
  for (const { id, sellerId, billedThrough, zone } of locked) {
    const at = instants.get(id);
    if (billedThrough === null || at === undefined) continue;
    const day = zoneNamed(zone).dayOf(at);
    if (day > billedThrough) continue;
    const late = bySeller.get(sellerId) ?? [];
    late.push({ subscriptionId: id, day });
    bySeller.set(sellerId, late);
  }
  const zoneOf = new Map(locked.map(({ accountId, zone }) => [accountId, zone]));
  for (const [sellerId, days] of bySeller) {
    const marked = await markLateUsage(tx, sellerId, days);
    await pullBillingDates(
      tx,
      sellerId,
      marked.map(({ accountId, day }) => ({ accountId, at: zoneNamed(zoneOf.get(accountId)!).startOfDay(day) })),
    );
  }
}

function zoneNamed(name: string) {
  const zone = findZone(name);
  assert(zone !== null, `zone ${name} of a stored account`);
  return zone;
}
