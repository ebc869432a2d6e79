// Usage that no service covers, each event with the reason: nothing is dropped in silence.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { PriceEntry } from '../../pricelists/core/price.ts';
import { viewSubscription } from '../../rating/core/subscription-view.ts';
import { reasonAt, type UncoveredReason, type UsageCover, usageCover } from '../../rating/core/usage-cover.ts';
import { measuredMeters } from '../../usage/core/measured-meters.ts';
import type { QuoteFacts } from './read-document.ts';

export type UnbilledReason = UncoveredReason | 'unknown_subscription' | 'not_yet_recorded';

/** As the last run saw it; before the first one nothing is known. */
export function unbilledUsage(facts: QuoteFacts, lastRun: Day | null): { id: string; reason: UnbilledReason }[] {
  if (lastRun === null) return facts.usage.map((event) => ({ id: event.id, reason: 'not_yet_recorded' }));
  const knownBefore = facts.terms.zone.startOfDay(lastRun + 1);
  const coverOf = covers(facts, { day: lastRun, knownBefore });
  const unbilled: { id: string; reason: UnbilledReason }[] = [];
  for (const event of facts.usage) {
    const cover = coverOf(event.subscription, event.meter);
    const reason = event.recorded >= knownBefore ? 'not_yet_recorded' : cover === null ? 'unknown_subscription' : reasonAt(cover, event.at);
    if (reason !== null) unbilled.push({ id: event.id, reason });
  }
  return unbilled;
}

/** Each cover once, however many events there are. */
function covers(facts: QuoteFacts, run: { day: Day; knownBefore: number }): (subscription: string, meter: string) => UsageCover | null {
  const { terms, plans, prices } = facts;
  const pricesOf = new Map<string, PriceEntry['price'][]>();
  for (const { component, price } of facts.entries) pricesOf.set(component, [...(pricesOf.get(component) ?? []), price]);
  const metersByRef = new Map(
    [...facts.components.values()].map((component) => [component.ref, measuredMeters(component, pricesOf.get(component.ref) ?? [])]),
  );
  const context = { terms, plans, metersOf: ({ ref }: { readonly ref: string }) => metersByRef.get(ref)! };
  const views = new Map(
    facts.subscriptions.map((subscription) => [subscription.id, viewSubscription(subscription.facts, { terms, plans, prices, run })]),
  );
  const found = new Map<string, UsageCover>();
  return (subscription, meter) => {
    const view = views.get(subscription);
    if (view === undefined) return null;
    const key = `${subscription}\n${meter}`;
    const cover = found.get(key) ?? usageCover(view, context, meter);
    found.set(key, cover);
    return cover;
  };
}
