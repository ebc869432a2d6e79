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

/** Many of them, each by what the caller calls it. Who is not there is not in the answer. */
export async function findAccountsNamed(tx: Transaction, sellerId: bigint, names: readonly string[]): Promise<Map<string, AccountRow>> {
  const ids = new Map(names.map((name) => [name, parseIdentifier('acc', name)]));
  const externalIds = [...ids].filter(([, id]) => id === null).map(([name]) => name);
  const byExternalId = new Map((await findAccounts(tx, sellerId, externalIds)).map((row) => [row.externalId, row]));
  const byId = new Map(
    (
      await listAccountsById(
        tx,
        sellerId,
        [...ids.values()].filter((id) => id !== null),
      )
    ).map((row) => [row.id, row]),
  );
  const found = [...ids].map(([name, id]) => [name, id === null ? byExternalId.get(name) : byId.get(id)] as const);
  return new Map(found.filter((entry): entry is readonly [string, AccountRow] => entry[1] !== undefined));
}

/** For filters: the id of an account that may not be there, in which case nothing is its. A member's lists are always of his own. */
export async function accountFilter(work: Pick<Work, 'tx' | 'seller' | 'account'>, name: string | undefined): Promise<bigint | null> {
  if (name === undefined) return work.account;
  return (await findAccount(work.tx, work.seller.id, name))?.id ?? NOBODYS;
}

/** No account has this id. */
const NOBODYS = -1n;
