// An account that bought in several currencies is billed in each by itself: a document, a balance and a discount have one currency.
import type { AccountWork } from './load-accounts.ts';

/** Nearly always one part: the account as it is. */
export function byCurrency(work: AccountWork): readonly AccountWork[] {
  const own = work.account.currency;
  const isOwn = ({ currency }: { readonly currency: string }): boolean => currency === own;
  const { subscriptions, items, credits, discounts } = work;
  if (subscriptions.every((one) => isOwn(one.row)) && items.every(isOwn) && credits.every(isOwn) && discounts.every(isOwn)) return [work];
  const currencies = new Set([own, ...subscriptions.map((one) => one.row.currency), ...items.map((item) => item.currency)]);
  return [...currencies].map((currency) => partOf(work, currency));
}

function partOf(work: AccountWork, currency: string): AccountWork {
  const isOfIt = (one: { readonly currency: string }): boolean => one.currency === currency;
  const subscriptions = work.subscriptions.filter((one) => isOfIt(one.row));
  const items = work.items.filter(isOfIt);
  const sold = new Set([...subscriptions.map((one) => one.row.externalId), ...items.map((item) => `item ${item.externalId}`)]);
  const isSold = (subscription: string | null, ref: string): boolean => sold.has(subscription ?? `item ${ref}`);
  return {
    ...work,
    ...work.inCurrency(currency),
    account: { ...work.account, currency },
    subscriptions,
    items,
    credits: work.credits.filter(isOfIt),
    discounts: work.discounts.filter(isOfIt),
    register: new Map([...work.register].filter(([, { cell }]) => isSold(cell.subscription, cell.ref))),
  };
}
