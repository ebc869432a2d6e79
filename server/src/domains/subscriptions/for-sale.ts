// Whether what is bought can be bought: a published version, with a price for this buyer in this currency.

import type { Zone } from '../../kernel/calendar/zone.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { AccountRow, Seller } from '../accounts/index.ts';
import type { CatalogPlan } from '../catalog/index.ts';
import { loadEntries, priceBook } from '../pricelists/index.ts';
import type { Fact } from './core/fact.ts';
import { priceMissing } from './errors.ts';

interface Buying {
  readonly account: AccountRow;
  readonly zone: Zone;
  readonly row: { readonly currency: string };
  readonly timeline: readonly Fact[];
  readonly added: number;
}

/** Refuses what would start without a price; a price that begins later is enough, since there may be a trial. */
export async function requirePrices(
  tx: Transaction,
  seller: Seller,
  buyings: readonly Buying[],
  plans: ReadonlyMap<string, CatalogPlan>,
  now: number,
): Promise<void> {
  const wanted = buyings.flatMap((buying) =>
    buying.timeline
      .slice(buying.timeline.length - buying.added)
      .flatMap((fact) => (fact.kind === 'start' || fact.kind === 'plan' ? [{ buying, fact, plan: plans.get(fact.plan)! }] : [])),
  );
  if (wanted.length === 0) return;
  const components = new Map(wanted.flatMap(({ plan }) => plan.components.map((one) => [one.id, one.component.ref] as const)));
  const entries = await loadEntries(tx, seller.id, [...components.keys()], [...new Set(buyings.map((buying) => buying.account.id))]);
  for (const { buying, fact, plan } of wanted) {
    const edge = { seller: String(seller.id), audience: audienceOf(buying.account), buyer: String(buying.account.id), isRoot: true };
    const inCurrency = entries.filter((entry) => entry.currency === buying.row.currency);
    const book = priceBook(inCurrency, edge);
    const day = buying.zone.dayOf(Math.max(fact.at, now));
    for (const { component } of plan.components) {
      const later = inCurrency.some((entry) => entry.component === component.ref && (entry.fromDay ?? 0) > day);
      if (!later && book.priceOn(component.ref, day, now + 1) === null) {
        throw priceMissing(component.ref, buying.row.currency, `facts of "${fact.plan}"`);
      }
    }
  }
}

export function audienceOf(account: AccountRow): 'resellers' | 'companies' {
  return account.kind === 'reseller' ? 'resellers' : 'companies';
}
