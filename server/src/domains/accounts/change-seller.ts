// Changes what documents say of a seller. Country, zone and currency stay: taxes, days and numbers that were given out follow from them.
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { requireText } from './check-party.ts';
import { tell } from './events.ts';
import { lockSeller, type Seller, type SellerParticulars, updateSeller } from './store.ts';

export interface SellerChange {
  readonly legalName?: string | undefined;
  readonly language?: string | undefined;
  readonly address?: readonly string[] | undefined;
  readonly taxNumber?: string | null | undefined;
}

/** Documents that are issued keep what they say. */
export async function changeSeller(tx: Transaction, sellerId: bigint, change: SellerChange, now: number): Promise<Seller> {
  const before = await lockSeller(tx, sellerId);
  const after: SellerParticulars = {
    legalName: change.legalName === undefined ? before.legalName : requireText(change.legalName, 'legalName'),
    language: change.language ?? before.language,
    address: change.address ?? before.address,
    taxNumber: change.taxNumber === undefined ? before.taxNumber : change.taxNumber,
  };
  const names = Object.keys(after) as (keyof SellerParticulars)[];
  const fields = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (fields.length === 0) return before;
  await updateSeller(tx, sellerId, after);
  await writeEvents(tx, [tell['seller.changed']({ sellerId, subject: before.key, occurredAt: now, data: { fields } })]);
  return { ...before, ...after };
}
