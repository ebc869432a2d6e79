// Everything a reseller needs before the first invoice in his own name: the seller, its book, its number series, its currencies.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { makeReseller, type ResellerInput, type Seller, switchCurrency } from '../accounts/index.ts';
import { openBook } from '../ledger/index.ts';
import { openSeries } from './number-series.ts';

export interface ResellerSetup extends ResellerInput {
  /** What he sells in beside his own currency. */
  readonly currencies?: readonly string[];
  readonly invoicePrefix?: string;
  readonly creditNotePrefix?: string;
}

export async function setUpReseller(tx: Transaction, parent: Seller, input: ResellerSetup, now: number): Promise<Seller> {
  const seller = await makeReseller(tx, parent, input, now);
  for (const currency of input.currencies ?? []) await switchCurrency(tx, seller, { currency, enabled: true }, now);
  await openBook(tx, seller.id);
  await openSeries(tx, seller.id, input.invoicePrefix, input.creditNotePrefix);
  return seller;
}
