// The SQL that finds where a role or a key counts: an account of the seller, or a seller below.
import { parseIdentifier } from '../../kernel/identifier.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

/** By id or by external id; null where the seller has none such. */
export async function findAccountId(tx: Transaction, sellerId: bigint, text: string): Promise<bigint | null> {
  const { rows } = await tx.client.query<{ id: bigint }>(
    'select id from account where seller_id = $1 and (id = $2 or external_id = $3) order by id = $2 desc limit 1',
    [sellerId, parseIdentifier('acc', text) ?? -1n, text],
  );
  return rows[0]?.id ?? null;
}

/** External ids and names, for showing where roles are held. */
export async function listAccountNames(tx: Transaction, sellerId: bigint, ids: readonly bigint[]): Promise<Map<bigint, string>> {
  const { rows } = await tx.client.query<{ id: bigint; externalId: string }>(
    `select id, external_id as "externalId" from account where seller_id = $1 and id = any($2::bigint[])`,
    [sellerId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.externalId]));
}

export async function listSellerKeys(tx: Transaction, ids: readonly bigint[]): Promise<Map<bigint, string>> {
  const { rows } = await tx.client.query<{ id: bigint; key: string }>('select id, key from seller where id = any($1::bigint[])', [ids]);
  return new Map(rows.map((row) => [row.id, row.key]));
}

export async function isBelow(tx: Transaction, sellerId: bigint, aboveId: bigint): Promise<boolean> {
  const { rows } = await tx.client.query<{ found: boolean }>(
    `with recursive up as (
       select id, parent_id from seller where id = $1
       union all select p.id, p.parent_id from seller p join up on p.id = up.parent_id
     )
     select exists (select from up where id = $2 and $1 <> $2) as found`,
    [sellerId, aboveId],
  );
  return rows[0]!.found;
}
