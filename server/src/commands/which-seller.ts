// Whose books a command is about: the provider's, or with --seller a reseller's.
import {
  type AccountRow,
  findAccounts,
  findProvider,
  findSellerByKey,
  noProvider,
  type Seller,
  unknownAccount,
  unknownSeller,
} from '../domains/accounts/index.ts';
import type { Transaction } from '../platform/postgres/transaction.ts';

export const SELLER_HELP = '--seller KEY   of a reseller, by the key that `prorata sellers` shows; default the provider';

export async function getSeller(tx: Transaction, key: string | undefined, option = '--seller'): Promise<Seller> {
  const provider = await findProvider(tx);
  if (provider === null) throw noProvider();
  if (key === undefined) return provider;
  const seller = await findSellerByKey(tx, key);
  if (seller === null) throw unknownSeller(key, option);
  return seller;
}

export async function getAccount(tx: Transaction, seller: Seller, externalId: string, option = '--account'): Promise<AccountRow> {
  const [account] = await findAccounts(tx, seller.id, [externalId]);
  if (account === undefined) throw unknownAccount(externalId, option);
  return account;
}
