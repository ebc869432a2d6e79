// What a reseller earns by the prices he publishes: each beside what he pays himself, from the edge above.
import type { Day } from '../../kernel/calendar/civil.ts';
import { formatExact, ONE, type Rational, subtract } from '../../kernel/money/rational.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { loadSellerSettings, type Seller } from '../accounts/index.ts';
import { findComponents } from '../catalog/index.ts';
import { type BelowCost, belowCost, isComparable } from './core/below-cost.ts';
import type { Price } from './core/price.ts';
import { priceQuantity } from './core/rate.ts';
import { resolvePrice } from './core/resolve-price.ts';
import { edgeAbove } from './seller-chain.ts';
import { loadEntries } from './store.ts';

export interface PriceMargin {
  readonly component: string;
  readonly currency: string;
  /** For one unit, major units; null where it cannot be told. */
  readonly cost: string | null;
  readonly margin: string | null;
  /**
   * `below_cost`: at the quantity that `at` names he takes less than he pays. `cost_unknown`: he cannot buy it himself. `other_currency`: he pays in
   * another one. `not_comparable`: a price by events or capacity.
   */
  readonly warning: 'below_cost' | 'cost_unknown' | 'other_currency' | 'not_comparable' | null;
  readonly at: { readonly quantity: string; readonly amount: string; readonly cost: string } | null;
}

interface Offered {
  readonly component: string;
  readonly currency: string;
  readonly validFrom: Day | null;
  readonly price: Price;
}

/** One for each price that a reseller takes for what he buys himself; what is his own has no cost here. The provider has none at all. */
export async function marginsOf(
  tx: Transaction,
  seller: Seller,
  prices: readonly Offered[],
  today: Day,
  now: number,
): Promise<PriceMargin[]> {
  const above = await edgeAbove(tx, seller);
  if (above === null) return [];
  const refs = [...new Set(prices.map((price) => price.component))];
  const components = await findComponents(tx, above.seller.id, refs);
  const ids = [...components.values()].map((component) => component.id);
  const entries = (await loadEntries(tx, above.seller.id, ids, [above.buyer.id])).filter((entry) => entry.currency === above.edge.currency);
  const margins: PriceMargin[] = [];
  for (const { component, currency, validFrom, price } of prices) {
    if (!components.has(component)) continue;
    const place = { component, currency };
    const paid = resolvePrice(entries, above.edge, component, Math.max(validFrom ?? today, today), now + 1);
    if (paid === null) margins.push({ ...place, ...unknown('cost_unknown') });
    else if (currency !== above.edge.currency) margins.push({ ...place, ...unknown('other_currency') });
    else margins.push({ ...place, ...compared(price, paid.entry.price) });
  }
  const settings = await loadSellerSettings(tx, seller.id, today);
  const loss = margins.find((margin) => margin.warning === 'below_cost');
  if (loss !== undefined && settings.belowCost === 'refuse') throw refusedLoss(loss);
  return margins;
}

type Comparison = Omit<PriceMargin, 'component' | 'currency'>;

const unknown = (warning: 'cost_unknown' | 'other_currency' | 'not_comparable'): Comparison => ({
  cost: null,
  margin: null,
  warning,
  at: null,
});

function compared(price: Price, paid: Price): Comparison {
  if (!isComparable(price) || !isComparable(paid)) return unknown('not_comparable');
  const below = belowCost(price, paid);
  const amountOfOne = (one: Price): Rational => priceQuantity(one, ONE).amount;
  return {
    cost: formatExact(amountOfOne(paid)),
    margin: formatExact(subtract(amountOfOne(price), amountOfOne(paid))),
    warning: below === null ? null : 'below_cost',
    at: below === null ? null : told(below),
  };
}

function told({ quantity, amount, cost }: BelowCost): NonNullable<PriceMargin['at']> {
  return { quantity: formatExact(quantity), amount: formatExact(amount), cost: formatExact(cost) };
}

function refusedLoss({ component, currency, at }: PriceMargin): Refusal {
  return new Refusal(
    'price.below_cost',
    `"${component}" would bring ${at!.amount} ${currency} for ${at!.quantity} that cost you ${at!.cost}. Raise the price, or allow such prices by the setting belowCost.`,
    { path: 'prices', parameters: { component, currency, ...at! } },
  );
}
