// An account by what a caller calls it: its id or its external id.
import { parseIdentifier } from '../../kernel/identifier.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, findAccounts, listAccountsById } from './store.ts';

export async function findAccount(tx: Transaction, sellerId: bigint, name: string): Promise<AccountRow | null> {
  const id = parseIdentifier('acc', name);
  const [row] = id === null ? await findAccounts(tx, sellerId, [name]) : await listAccountsById(tx, sellerId, [id]);
  return row ?? null;
}

/** For filters: the id of an account that may not be there, in which case nothing is its. */
export async function accountFilter(tx: Transaction, sellerId: bigint, name: string | undefined): Promise<bigint | null> {
  if (name === undefined) return null;
  return (await findAccount(tx, sellerId, name))?.id ?? -1n;
}
