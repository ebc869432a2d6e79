// Names of plans and components as people write them: whether there are such, and the plan that a version belongs to.
import type { Transaction } from '../../platform/postgres/transaction.ts';

/** Those that nothing in the catalog is called: keys of plans; keys or refs of components. */
export async function unknownNames(
  tx: Transaction,
  sellerId: bigint,
  names: { readonly plans: readonly string[]; readonly components: readonly string[] },
): Promise<{ readonly plans: string[]; readonly components: string[] }> {
  if (names.plans.length === 0 && names.components.length === 0) return { plans: [], components: [] };
  const { rows } = await tx.client.query<{ name: string; isPlan: boolean }>(
    `select n.name, true as "isPlan" from unnest($2::text[]) with ordinality as n(name, place)
     where not exists (select from plan p where p.seller_id = $1 and p.key = n.name)
     union all
     select n.name, false from unnest($3::text[]) with ordinality as n(name, place)
     where not exists (select from component c where c.seller_id = $1 and (c.key = n.name or c.ref = n.name))`,
    [sellerId, names.plans, names.components],
  );
  const ofKind = (isPlan: boolean) => rows.filter((row) => row.isPlan === isPlan).map((row) => row.name);
  return { plans: ofKind(true), components: ofKind(false) };
}

/** Plan keys by what timelines call their versions. */
export async function planKeysOf(tx: Transaction, sellerId: bigint, refs: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.client.query<{ ref: string; key: string }>(
    `select v.ref, p.key from plan_version v join plan p on (p.seller_id, p.id) = (v.seller_id, v.plan_id)
     where v.seller_id = $1 and v.ref = any($2::text[])`,
    [sellerId, refs],
  );
  return new Map(rows.map((row) => [row.ref, row.key]));
}
