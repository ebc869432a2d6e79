// Everything a reseller needs before the first invoice in his own name: the seller, its book, its number series, its currencies.
import { Refusal } from '../../kernel/refusal.ts';
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
  if (input.invoicePrefix !== undefined && input.invoicePrefix === input.creditNotePrefix) throw samePrefix(input.invoicePrefix);
  const seller = await makeReseller(tx, parent, input, now);
  for (const currency of input.currencies ?? []) await switchCurrency(tx, seller, { currency, enabled: true }, now);
  await openBook(tx, seller.id);
  await openSeries(tx, seller.id, input.invoicePrefix, input.creditNotePrefix);
  return seller;
}

/** Two documents would have one number. */
const samePrefix = (prefix: string): Refusal =>
  new Refusal('seller.same_prefix', `Invoices and credit notes cannot both begin with "${prefix}". Give one of them another prefix.`, {
    path: 'creditNotePrefix',
    parameters: { prefix },
  });
