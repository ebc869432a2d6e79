// Extra items: one-off amounts, and recurring ones said as a subscription.
import { multiply } from '../../../kernel/money/rational.ts';
import type { CellTruth, Horizon } from './expectation.ts';
import { decimal } from './plain-number.ts';
import type { FactShape, ItemShape, PeriodShape, QuoteDocument } from './quote-shape.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

/** Credits on an item or component that a run knows, with the day each is for. */
export function creditsOn(document: QuoteDocument, clock: WallClock, item: string, horizon: Horizon) {
  return (document.credits ?? [])
    .filter((credit) => credit.item === item && clock.read(credit.recorded ?? credit.at) < horizon.knownBefore)
    .map((credit) => ({ at: clock.read(credit.at), day: clock.readDay(credit.at), amount: decimal(credit.amount) }));
}

export function oneOffItems(document: QuoteDocument, horizon: Horizon): CellTruth[] {
  const clock = wallClock(document.account.timezone ?? 'UTC');
  return (document.items ?? [])
    .filter((item) => !item.every && clock.read(item.at) < horizon.knownBefore)
    .map((item) => {
      const amount = multiply(decimal(item.amount), decimal(item.quantity ?? '1'));
      const day = clock.readDay(item.at);
      const credits = creditsOn(document, clock, item.id, horizon);
      return {
        subscription: null,
        component: null,
        item: item.id,
        from: null,
        to: null,
        kind: 'extra_item',
        gross: amount,
        net: amount,
        credits: credits.map((credit) => credit.amount),
        charged: item.quantity === undefined || decimal(item.quantity).n !== 0n,
        dueOn: day,
        inAdvance: true,
        soFar: null,
        endDay: Math.max(day, ...credits.map((credit) => credit.day)) + 1,
        scope: null,
      };
    });
}

/** The same document with nothing in it but this item: a plan of one component, from the item's day until its last. */
export function asSubscription(document: QuoteDocument, item: ItemShape, every: PeriodShape): QuoteDocument {
  const quantity = item.quantity ?? '1';
  const start: FactShape = { at: item.at, do: 'start', plan: item.id, quantities: { [item.id]: quantity } };
  const end: FactShape[] = item.until ? [{ at: item.until, recorded: item.at, do: 'end' }] : [];
  return {
    version: 1,
    account: document.account,
    plans: [
      { key: item.id, period: every, components: [{ key: item.id, kind: 'recurring', price: { kind: 'unit', price: item.amount } }] },
    ],
    subscriptions: [{ id: item.id, timeline: [start, ...end] }],
    credits: (document.credits ?? []).map((credit) => (credit.item === item.id ? { ...credit, item: `${item.id}/${item.id}` } : credit)),
    runs: document.runs,
  };
}
