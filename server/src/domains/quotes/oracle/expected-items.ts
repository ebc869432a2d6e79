// Extra items: one-off amounts, less what was credited on them, and recurring ones said as a subscription.
import { multiply } from '../../../kernel/money/rational.ts';
import type { ExpectedCell, Rounding } from './expectation.ts';
import { decimal, minorOf, roundMinor } from './plain-number.ts';
import type { FactShape, ItemShape, PeriodShape, QuoteDocument } from './quote-shape.ts';
import { wallClock } from './wall-clock.ts';

export function oneOffItems(document: QuoteDocument, lastRun: string, rounding: Rounding): ExpectedCell[] {
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const runDay = clock.readDay(lastRun);
  return (document.items ?? [])
    .filter((item) => !item.every && clock.readDay(item.at) <= runDay)
    .map((item) => {
      const amount = roundMinor(multiply(decimal(item.amount), decimal(item.quantity ?? '1')), rounding.digits, rounding.mode);
      const credited = (document.credits ?? [])
        .filter((credit) => credit.item === item.id && clock.readDay(credit.at) <= runDay)
        .reduce((total, credit) => total + minorOf(credit.amount, rounding.digits), 0n);
      const due = credited === 0n || amount - credited > 0n ? amount - credited : 0n;
      return { subscription: null, component: null, item: item.id, from: null, to: null, grossMinor: due, netMinor: due, determined: true };
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
    runs: document.runs,
  };
}
