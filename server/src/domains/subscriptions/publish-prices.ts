// Publishes prices and sees to it that the subscriptions they reach are looked at again.
import { type Day, formatDay } from '../../kernel/calendar/civil.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { pullBillingDates, requireZone, type Seller } from '../accounts/index.ts';
import { marginsOf, type PriceInput, type PriceMargin, publishPriceEntries } from '../pricelists/index.ts';
import { touchSubscribersOf } from './store.ts';

export interface PublishedPrices {
  readonly published: number;
  /** Of a reseller: each price beside what he pays, with warnings where it is too low or cannot be compared. */
  readonly margins: readonly PriceMargin[];
}

/** A first price reaches nobody. A later one wakes its subscribers on its first day; a correction marks the days it changes. */
export async function publishPrices(tx: Transaction, seller: Seller, inputs: readonly PriceInput[], now: number): Promise<PublishedPrices> {
  const zone = requireZone(seller.zone, 'zone');
  const today = zone.dayOf(now);
  const published = await publishPriceEntries(tx, seller.id, inputs, today, now);
  const margins = await marginsOf(tx, seller, inputs, today, now);
  const reached = new Map<string, { plan: string; day: Day; buyerId: bigint | null }>();
  published.forEach((price, index) => {
    if (price.isFirst) return;
    const buyerId = inputs[index]!.buyerId;
    const key = `${price.plan}\n${buyerId ?? ''}`;
    const day = price.validFrom ?? 0;
    const before = reached.get(key);
    if (before === undefined || day < before.day) reached.set(key, { plan: price.plan, day, buyerId });
  });
  for (const { plan, day, buyerId } of reached.values()) {
    const accounts = await touchSubscribersOf(tx, seller.id, plan, formatDay(day), buyerId);
    await pullBillingDates(
      tx,
      seller.id,
      accounts.map((accountId) => ({ accountId, at: zone.startOfDay(day) })),
    );
  }
  return { published: published.length, margins };
}
