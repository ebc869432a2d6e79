// What senders call subscriptions, accounts and meters, and whose they are. None of it ever changes, so it is looked up once and remembered.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { findAccounts, type Seller } from '../accounts/index.ts';
import { findMeters } from '../catalog/index.ts';
import { findSubscriptions } from '../subscriptions/index.ts';
import { type EventPlace, eventPlace, type MeterId, meterId } from './batch-store.ts';
import type { KnownNames } from './place-events.ts';

export interface KnownSubscription {
  readonly place: EventPlace;
  readonly accountId: bigint;
}

/** Forgotten as a whole when there are so many names: what is in use comes back at once. */
const MOST_NAMES = 500_000;

export class SenderBook {
  readonly seller: Seller;
  readonly subscriptions = new Map<string, KnownSubscription>();
  readonly places = new Map<bigint, EventPlace>();
  readonly accounts = new Map<string, bigint>();
  readonly meters = new Map<string, MeterId>();
  readonly names: KnownNames = {
    subscription: (externalId) => {
      const known = this.subscriptions.get(externalId);
      return known === undefined ? undefined : { id: known.place.subscriptionId, accountId: known.accountId };
    },
    account: (externalId) => this.accounts.get(externalId),
    meter: (key) => this.meters.get(key)?.id,
  };

  constructor(seller: Seller) {
    this.seller = seller;
  }

  async learn(tx: Transaction, names: Names): Promise<void> {
    if (this.subscriptions.size + this.accounts.size + this.meters.size > MOST_NAMES) {
      for (const map of [this.subscriptions, this.places, this.accounts, this.meters]) map.clear();
    }
    const { id } = this.seller;
    const missing = (wanted: ReadonlySet<string>, known: ReadonlyMap<string, unknown>) => [...wanted].filter((name) => !known.has(name));
    const subscriptions = missing(names.subscriptions, this.subscriptions);
    for (const row of await findSubscriptions(tx, id, subscriptions)) {
      this.subscriptions.set(row.externalId, { place: this.placeOf(row.id), accountId: row.accountId });
    }
    const accounts = missing(names.accounts, this.accounts);
    if (accounts.length > 0) for (const row of await findAccounts(tx, id, accounts)) this.accounts.set(row.externalId, row.id);
    const meters = missing(names.meters, this.meters);
    if (meters.length > 0) for (const [key, number] of await findMeters(tx, id, meters)) this.meters.set(key, meterId(number));
  }

  placeOf(subscriptionId: bigint): EventPlace {
    let place = this.places.get(subscriptionId);
    if (place === undefined) {
      place = eventPlace(this.seller.id, subscriptionId);
      this.places.set(subscriptionId, place);
    }
    return place;
  }
}

export interface Names {
  readonly subscriptions: Set<string>;
  readonly accounts: Set<string>;
  readonly meters: Set<string>;
}
