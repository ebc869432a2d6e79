// An account by what a caller calls it: its id or its external id.
import { parseIdentifier } from '../../kernel/identifier.ts';
import type { Work } from '../../platform/http/work.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, findAccounts, listAccountsById } from './store.ts';

export async function findAccount(tx: Transaction, sellerId: bigint, name: string): Promise<AccountRow | null> {
  const id = parseIdentifier('acc', name);
  const [row] = id === null ? await findAccounts(tx, sellerId, [name]) : await listAccountsById(tx, sellerId, [id]);
  return row ?? null;
}

/** For filters: the id of an account that may not be there, in which case nothing is its. A member's lists are always of his own. */
export async function accountFilter(work: Pick<Work, 'tx' | 'seller' | 'account'>, name: string | undefined): Promise<bigint | null> {
  if (name === undefined) return work.account;
  return (await findAccount(work.tx, work.seller.id, name))?.id ?? NOBODYS;
}

/** No account has this id. */
const NOBODYS = -1n;
