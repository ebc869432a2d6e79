// Takes an event back, and puts another in its place where there is one. Both stay as they came; from then on the first does not count.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import { lockForUsage, readUsageHorizon } from '../subscriptions/index.ts';
import { type EventToStore, eventPlace } from './batch-store.ts';
import { eventIdentity } from './event-identity.ts';
import type { PlaceRefusal } from './place-events.ts';
import { notKept, otherBody } from './record-usage.ts';
import { storeEvents, wakeBilled } from './store-events.ts';
import { findEvent, findVoid, insertVoid, liesBefore, markTakenBack, subtractFromTotals } from './void-store.ts';

export interface TakeBack {
  readonly seller: bigint;
  /** Of the event that takes back, and of its target: the same source. */
  readonly source: string;
  readonly id: string;
  readonly target: string;
  readonly replacement: EventToStore | null;
  readonly now: number;
}

export async function takeBackEvent(tx: Transaction, order: TakeBack): Promise<'stored' | 'repeated' | PlaceRefusal> {
  const { seller, source, id, target, replacement, now } = order;
  const identity = eventIdentity(String(seller), source, id);
  const targetIdentity = eventIdentity(String(seller), source, target);
  const looked = await findEvent(tx, seller, targetIdentity, source, target);
  if (looked !== null) await lockForUsage(tx, [looked.subscriptionId]);
  const before = await findVoid(tx, identity);
  if (before !== null) return repeated(tx, order, before.target === targetIdentity && before.replaces === (replacement !== null));
  if (await findEvent(tx, seller, identity, source, id)) return otherBody({ source, id });
  if (looked === null) {
    const usageFrom = await readUsageHorizon(tx);
    if (usageFrom !== null && (await liesBefore(tx, targetIdentity, usageFrom))) return notKept(usageFrom);
    return {
      code: 'usage.unknown_event',
      reason: `There is no event "${target}" of "${source}" that could be taken back. Send it first, or correct the id.`,
    };
  }
  // Again, now that nobody else can take it back meanwhile.
  const event = (await findEvent(tx, seller, targetIdentity, source, target))!;
  if (event.takenBack !== null) {
    return {
      code: 'usage.already_taken_back',
      reason: `The event "${target}" of "${source}" does not count any more: another event took it back. Correct that one instead.`,
    };
  }
  if (replacement !== null) {
    const [verdict] = await storeEvents(tx, [replacement]);
    if (verdict !== 'stored') return otherBody({ source, id });
  }
  const arrival = (await reserveIdentities(tx, 1))();
  await markTakenBack(tx, event, arrival);
  await subtractFromTotals(tx, event);
  await insertVoid(tx, { ...order, identity, targetIdentity, event, arrival, recorded: formatInstant(now) });
  const place = eventPlace(seller, event.subscriptionId);
  await wakeBilled(tx, await lockForUsage(tx, [event.subscriptionId]), new Map([[place, event.at]]));
  return 'stored';
}

/** The same again says the same; of a replacement all that it says must be equal. */
async function repeated(tx: Transaction, { source, id, replacement }: TakeBack, isSame: boolean): Promise<'repeated' | PlaceRefusal> {
  if (!isSame) return otherBody({ source, id });
  if (replacement === null) return 'repeated';
  const [verdict] = await storeEvents(tx, [replacement]);
  return verdict === 'repeated' ? 'repeated' : otherBody({ source, id });
}
