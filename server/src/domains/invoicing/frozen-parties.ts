// What documents say about seller and buyer, kept once per wording: an invoice refers to it, and it never changes.
import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, reserveIdentities, type Seller } from '../accounts/index.ts';

export interface FrozenParty {
  readonly name: string;
  readonly address: readonly string[];
  readonly country: string | null;
  readonly taxNumber: string | null;
  /** Buyers only. */
  readonly externalId?: string;
  readonly purchaseOrder?: string | null;
  readonly buyerReference?: string | null;
}

export function sellerParty(seller: Seller): FrozenParty {
  return { name: seller.legalName, address: seller.address, country: seller.country, taxNumber: seller.taxNumber };
}

export function buyerParty(account: AccountRow): FrozenParty {
  const { name, address, country, taxNumber, externalId, purchaseOrder, buyerReference } = account;
  return { name, address, country, taxNumber, externalId, purchaseOrder, buyerReference };
}

/** Ids of wordings, those that are new written first. In the order given. */
export async function freezeParties(tx: Transaction, sellerId: bigint, parties: readonly FrozenParty[]): Promise<bigint[]> {
  const bodies = parties.map((party) => JSON.stringify(party));
  const hashes = bodies.map((body) => createHash('sha256').update(body).digest('hex'));
  const byHash = new Map(hashes.map((hash, index) => [hash, bodies[index]!]));
  const known = await findParties(tx, sellerId, [...byHash.keys()]);
  const missing = [...byHash].filter(([hash]) => !known.has(hash)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (missing.length > 0) {
    const nextId = await reserveIdentities(tx, missing.length);
    await tx.client.query(
      `insert into frozen_party (seller_id, id, sha256, body)
       select $1, p.id, decode(p.hash, 'hex'), p.body from unnest($2::bigint[], $3::text[], $4::jsonb[]) as p(id, hash, body)
       on conflict (seller_id, sha256) do nothing`,
      [sellerId, missing.map(() => nextId()), missing.map(([hash]) => hash), missing.map(([, body]) => body)],
    );
    for (const [hash, id] of await findParties(
      tx,
      sellerId,
      missing.map(([hash]) => hash),
    ))
      known.set(hash, id);
  }
  return hashes.map((hash) => known.get(hash)!);
}

async function findParties(tx: Transaction, sellerId: bigint, hashes: readonly string[]): Promise<Map<string, bigint>> {
  const { rows } = await tx.client.query<{ hash: string; id: bigint }>(
    `select h as hash, p.id from unnest($2::text[]) as h
     cross join lateral (select id from frozen_party f where f.seller_id = $1 and f.sha256 = decode(h, 'hex') limit 1) p`,
    [sellerId, hashes],
  );
  return new Map(rows.map((row) => [row.hash, row.id]));
}
