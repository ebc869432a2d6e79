// Everything a provider needs before the first invoice: the seller itself, its book, its number series.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { makeProvider, type ProviderInput, type Seller } from '../accounts/index.ts';
import { openBook } from '../ledger/index.ts';
import { openSeries } from './number-series.ts';

export async function setUpProvider(tx: Transaction, input: ProviderInput, now: number): Promise<Seller> {
  const seller = await makeProvider(tx, input, now);
  await openBook(tx, seller.id);
  await openSeries(tx, seller.id);
  return seller;
}
