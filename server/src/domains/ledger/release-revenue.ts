// The monthly step of the books: what was deferred to months that have begun becomes revenue. Doing it twice posts nothing.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import { releasePostings } from './core/document-postings.ts';
import { firstOfMonth } from './core/spread-over-months.ts';
import { insertJournals, listDeferred, lockBook, setReleasedThrough } from './store.ts';

/** `today` is the seller's day. Answers how many months and currencies were released. */
export async function releaseRevenue(tx: Transaction, sellerId: bigint, today: number): Promise<number> {
  const through = firstOfMonth(today);
  const before = await lockBook(tx, sellerId);
  const deferred = await listDeferred(tx, sellerId, before, through);
  const nextId = await reserveIdentities(tx, deferred.length);
  await insertJournals(
    tx,
    deferred.map(({ month, currency, amountMinor }) => ({
      id: nextId(),
      postedOn: today,
      accountId: null,
      entries: releasePostings(sellerId, currency, month, amountMinor).map((posting) => ({ cause: 'release' as const, posting })),
    })),
  );
  if (before === null || before < through) await setReleasedThrough(tx, sellerId, through);
  return deferred.length;
}
