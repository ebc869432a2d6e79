// Whether what is bought can be bought: a published version, with a price for this buyer in this currency.

import type { Zone } from '../../kernel/calendar/zone.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { AccountRow, Seller } from '../accounts/index.ts';
import type { CatalogPlan } from '../catalog/index.ts';
import { audienceOf, type ListedEntry, loadEntries, type PriceBook, priceBook } from '../pricelists/index.ts';
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
  const lists = new PriceLists(seller, entries);
  for (const { buying, fact, plan } of wanted) {
    const { book, lastFrom } = lists.of(buying.account, buying.row.currency);
    const day = buying.zone.dayOf(Math.max(fact.at, now));
    for (const { component } of plan.components) {
      const beginsLater = (lastFrom.get(component.ref) ?? 0) > day;
      if (!beginsLater && book.priceOn(component.ref, day, now + 1) === null) {
        throw priceMissing(component.ref, buying.row.currency, `facts of "${fact.plan}"`);
      }
    }
  }
}

interface VisibleList {
  readonly book: PriceBook;
  /** The latest day on which a price of a component begins. */
  readonly lastFrom: ReadonlyMap<string, number>;
}

/** What buyers see; those without prices of their own see the same. */
class PriceLists {
  private readonly seller: Seller;
  private readonly entries: readonly ListedEntry[];
  private readonly made = new Map<string, VisibleList>();

  constructor(seller: Seller, entries: readonly ListedEntry[]) {
    this.seller = seller;
    this.entries = entries;
  }

  of(account: AccountRow, currency: string): VisibleList {
    const buyer = String(account.id);
    const audience = audienceOf(account);
    const hasOwn = this.entries.some((entry) => entry.buyer === buyer);
    const key = `${currency}/${audience}/${hasOwn ? buyer : ''}`;
    let list = this.made.get(key);
    if (list === undefined) {
      const visible = this.entries.filter((entry) => entry.currency === currency && (entry.buyer === null || entry.buyer === buyer));
      const lastFrom = new Map<string, number>();
      for (const entry of visible) lastFrom.set(entry.component, Math.max(entry.fromDay ?? 0, lastFrom.get(entry.component) ?? 0));
      list = {
        book: priceBook(visible, { seller: String(this.seller.id), audience, buyer, isRoot: this.seller.parentId === null }),
        lastFrom,
      };
      this.made.set(key, list);
    }
    return list;
  }
}
