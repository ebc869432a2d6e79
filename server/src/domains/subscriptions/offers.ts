// What a subscription could change to: the offered plans, each component with the price that this account would pay.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { findCurrency } from '../../kernel/money/currency.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, loadSettings, type Seller } from '../accounts/index.ts';
import { latestVersions, loadPlans } from '../catalog/index.ts';
import { audienceOf, loadEntries, priceBook, priceInWords, storedPrice } from '../pricelists/index.ts';
import { offeredPlans, periodEnd } from './customer-change.ts';
import { findSubscriptions, loadFacts } from './store.ts';

/** Plans without a price for a component are not among them: nobody could move there. */
export async function listOffers(tx: Transaction, seller: Seller, account: AccountRow, subscription: string, now: number) {
  const zone = findZone(account.zone)!;
  const today = zone.dayOf(now);
  const settings = (await loadSettings(tx, seller.id, [account.id])).of(account.id, today);
  const row = (await findSubscriptions(tx, seller.id, [subscription]))[0]!;
  const facts = (await loadFacts(tx, seller.id, [row.id])).get(row.id) ?? [];
  const ends = await periodEnd(tx, seller, account, facts, now);
  const versions = await latestVersions(tx, seller.id, await offeredPlans(tx, seller.id, settings.customerPlans));
  const catalog = await loadPlans(tx, seller.id, [...versions.values()]);
  const ids = [...catalog.values()].flatMap((plan) => plan.components.map((one) => one.id));
  const entries = (await loadEntries(tx, seller.id, ids, [account.id])).filter((entry) => entry.currency === row.currency);
  const buyer = { seller: String(seller.id), audience: audienceOf(account), buyer: String(account.id), isRoot: seller.parentId === null };
  const book = priceBook(entries, buyer);
  const { digits } = findCurrency(row.currency)!;
  const plans = [...versions].flatMap(([key, ref]) => {
    const plan = catalog.get(ref);
    if (plan === undefined) return [];
    const components = plan.components.flatMap(({ component, description, unit }) => {
      const entry = book.priceOn(component.ref, today, now + 1);
      if (entry === null) return [];
      const price = storedPrice(entry.price);
      const { kind, timing, period, namedItems, meter } = component;
      const what = { key: component.key, description, unit, kind, timing, period, namedItems, meter };
      return [{ ...what, quantity: formatExact(component.quantity), price, priceInWords: priceInWords(price, digits) }];
    });
    if (components.length < plan.components.length) return [];
    return [{ plan: key, version: ref, name: plan.name, period: plan.plan.period, components }];
  });
  return {
    currency: row.currency,
    may: [...settings.customerChanges],
    periodEndsOn: ends === null ? null : formatDay(ends),
    plans,
  };
}
