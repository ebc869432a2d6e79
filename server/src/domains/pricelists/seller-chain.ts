// The edges between the provider and an account, from the database: who sells to whom, in which currency.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, findBuyer, getSellers, type Seller } from '../accounts/index.ts';
import { audienceOf } from './audience.ts';
import type { PriceEdge } from './core/resolve-price.ts';

export interface SellingEdge {
  readonly seller: Seller;
  readonly buyer: AccountRow;
  readonly edge: PriceEdge;
}

export function edgeTo(seller: Seller, buyer: AccountRow, currency: string = buyer.currency): SellingEdge {
  const edge = {
    seller: String(seller.id),
    audience: audienceOf(buyer),
    buyer: String(buyer.id),
    isRoot: seller.parentId === null,
    currency,
  };
  return { seller, buyer, edge };
}

/** The edge on which a seller himself buys; null for the provider. */
export async function edgeAbove(tx: Transaction, seller: Seller): Promise<SellingEdge | null> {
  const buyer = await findBuyer(tx, seller);
  if (buyer === null || seller.parentId === null) return null;
  const [parent] = await getSellers(tx, [seller.parentId]);
  return edgeTo(parent!, buyer);
}

/** From the provider down to the account, however deep it is. */
export async function edgesDownTo(tx: Transaction, seller: Seller, account: AccountRow, currency?: string): Promise<SellingEdge[]> {
  const chain = [edgeTo(seller, account, currency)];
  for (let above = await edgeAbove(tx, seller); above !== null; above = await edgeAbove(tx, above.seller)) chain.unshift(above);
  return chain;
}
