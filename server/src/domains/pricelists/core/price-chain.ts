// Prices down a tree of sellers, edge by edge from the provider to the company: what each seller takes, what he himself pays, his margin.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { type Rational, sign, subtract } from '../../../kernel/money/rational.ts';
import type { PriceEntry } from './price.ts';
import { priceInput, priceQuantity } from './rate.ts';
import { type PriceEdge, type Resolution, resolvePrice } from './resolve-price.ts';

export interface EdgePrice {
  readonly edge: PriceEdge;
  /** Null: not for sale on this edge. */
  readonly resolution: Resolution | null;
  /** What the buyer pays for the quantity; null where it cannot be told from a quantity alone (percentage, capacity). */
  readonly amount: Rational | null;
  /** What the seller himself pays on the edge above; null for the provider, and where he pays in another currency. */
  readonly cost: Rational | null;
  /** amount − cost. */
  readonly margin: Rational | null;
  readonly isBelowCost: boolean;
}

/** One answer per edge, in the order of the chain, which begins at the provider. The component is for sale if every edge has a resolution. */
export function resolveChain(
  entries: readonly PriceEntry[],
  chain: readonly PriceEdge[],
  component: string,
  day: Day,
  knownBefore: number,
  quantity: Rational,
): readonly EdgePrice[] {
  const answers: EdgePrice[] = [];
  let cost: Rational | null = null;
  for (const [depth, link] of chain.entries()) {
    const edge = depth === 0 ? { ...link, isRoot: true } : link;
    const resolution = resolvePrice(entries, edge, component, day, knownBefore);
    const amount = resolution === null ? null : amountFor(resolution.entry, quantity);
    const margin: Rational | null = amount === null || cost === null ? null : subtract(amount, cost);
    answers.push({ edge, resolution, amount, cost, margin, isBelowCost: margin !== null && sign(margin) < 0 });
    cost = chain[depth + 1]?.currency === edge.currency ? amount : null;
  }
  return answers;
}

function amountFor(entry: PriceEntry, quantity: Rational): Rational | null {
  return priceInput(entry.price) === 'quantity' ? priceQuantity(entry.price, quantity).amount : null;
}

/**
 * The edges from the root down to a company that buys of `seller`: host sells to the reseller, the reseller to the company.
 * Null if the seller is unknown or the parents run in a circle.
 */
export function chainTo(buyer: string, seller: string, parents: ReadonlyMap<string, string | null>): readonly PriceEdge[] | null {
  const chain: PriceEdge[] = [];
  let below: PriceEdge = { seller, audience: 'companies', buyer };
  for (let depth = 0; depth <= parents.size; depth += 1) {
    const parent = parents.get(below.seller);
    if (parent === undefined) return null;
    chain.unshift(parent === null ? { ...below, isRoot: true } : below);
    if (parent === null) return chain;
    below = { seller: parent, audience: 'resellers', buyer: below.seller };
  }
  return null;
}
