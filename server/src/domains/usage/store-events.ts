// Stores events that have a place, each once, and wakes what a run has already billed. Events of any sellers go together.
import { assert } from '../../kernel/assert.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { pullBillingDates, reserveIdentities } from '../accounts/index.ts';
import { type LockedForUsage, lockForUsage, markLateUsage } from '../subscriptions/index.ts';
import { type BatchRow, compareBatch, copyBatch, makeMonths, writeBatch } from './batch-store.ts';

/** A subscription that events name, in the words of the store. */
export interface EventPlace {
  readonly subscriptionId: bigint;
  readonly sellerText: string;
  readonly subscriptionText: string;
}

export interface EventToStore extends BatchRow {
  readonly place: EventPlace;
}

/** `other`: known under its identity with another content. */
export type StoreVerdict = 'stored' | 'repeated' | 'other';

/** Answers one verdict for each event, in their order. */
export async function storeEvents(tx: Transaction, events: readonly EventToStore[]): Promise<StoreVerdict[]> {
  if (events.length === 0) return [];
  const { firsts, again } = splitRepeats(events);
  const rows = firsts.map((index) => events[index]!);
  await copyBatch(tx, rows, 0);
  await makeMonths(tx, monthsOf(rows));
  const earliest = earliestOf(rows);
  const locked = await lockForUsage(
    tx,
    [...earliest.keys()].map((place) => place.subscriptionId),
  );
  // Taken under the locks that a run takes too, so that a run's number is above those of all events that it could read, and of no others.
  const arrival = (await reserveIdentities(tx, 1))();
  const known = await writeBatch(tx, arrival);
  const before = new Set(known);
  await wakeBilled(tx, locked, known.length === 0 ? earliest : earliestOf(rows.filter((_, place) => !before.has(place))));
  const verdicts: StoreVerdict[] = events.map(() => 'stored');
  if (known.length + again.length === 0) return verdicts;
  if (again.length > 0) {
    await copyBatch(
      tx,
      again.map((index) => events[index]!),
      rows.length,
    );
  }
  const asked = new Map([
    ...known.map((place) => [place, firsts[place]!] as const),
    ...again.map((index, place) => [rows.length + place, index] as const),
  ]);
  const same = await compareBatch(tx, [...asked.keys()]);
  for (const [place, index] of asked) verdicts[index] = same.has(place) ? 'repeated' : 'other';
  return verdicts;
}

/** Indexes of the first event of each identity, and of those that come after. */
function splitRepeats(events: readonly EventToStore[]): { firsts: number[]; again: number[] } {
  const seen = new Set<string>();
  const firsts: number[] = [];
  const again: number[] = [];
  for (let index = 0; index < events.length; index += 1) {
    const { identity } = events[index]!;
    const before = seen.size;
    seen.add(identity);
    (seen.size > before ? firsts : again).push(index);
  }
  return { firsts, again };
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

function earliestOf(events: readonly EventToStore[]): Map<EventPlace, number> {
  const earliest = new Map<EventPlace, number>();
  for (const { place, at } of events) {
    const known = earliest.get(place);
    if (known === undefined || at < known) earliest.set(place, at);
  }
  return earliest;
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
