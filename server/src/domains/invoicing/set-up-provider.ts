// Everything a seller needs before the first invoice: itself, its book, its number series.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { addSeller, makeProvider, type ProviderInput, type Seller, type SellerInput } from '../accounts/index.ts';
import { openBook } from '../ledger/index.ts';
import { openSeries } from './number-series.ts';

export async function setUpProvider(tx: Transaction, input: ProviderInput, now: number): Promise<Seller> {
  return withBooks(tx, await makeProvider(tx, input, now));
}

export async function setUpSeller(tx: Transaction, parent: Seller, input: SellerInput, now: number): Promise<Seller> {
  return withBooks(tx, await addSeller(tx, parent, input, now));
}

async function withBooks(tx: Transaction, seller: Seller): Promise<Seller> {
  await openBook(tx, seller.id);
  await openSeries(tx, seller.id);
  return seller;
}
