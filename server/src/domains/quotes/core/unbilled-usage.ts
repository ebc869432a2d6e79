// Usage that no service covers, each event with the reason: nothing is dropped in silence.
import { byEffect, withoutVoided } from '../../subscriptions/core/known-facts.ts';
import { type Segment, timelineOf } from '../../subscriptions/core/timeline.ts';
import type { UsageEvent } from '../../usage/core/event.ts';
import type { QuoteFacts } from './read-document.ts';

export type UnbilledReason =
  | 'unknown_subscription'
  | 'before_start'
  | 'after_end'
  | 'paused'
  | 'in_trial'
  | 'meter_not_sold'
  | 'not_yet_recorded';

export function unbilledUsage(facts: QuoteFacts, knownBefore: number): { id: string; reason: UnbilledReason }[] {
  const timelines = new Map(
    facts.subscriptions.map((subscription) => [
      subscription.id,
      timelineOf(withoutVoided(subscription.facts.filter((fact) => fact.recorded < knownBefore)).sort(byEffect), facts.plans),
    ]),
  );
  const unbilled: { id: string; reason: UnbilledReason }[] = [];
  for (const event of facts.usage) {
    const reason = event.recorded >= knownBefore ? 'not_yet_recorded' : reasonFor(event, timelines.get(event.subscription), facts);
    if (reason !== null) unbilled.push({ id: event.id, reason });
  }
  return unbilled;
}

function reasonFor(event: UsageEvent, segments: readonly Segment[] | undefined, facts: QuoteFacts): UnbilledReason | null {
  if (segments === undefined) return 'unknown_subscription';
  const state = segments.findLast((segment) => segment.from <= event.at)?.state;
  if (state === undefined || state.phase === 'none') return 'before_start';
  if (state.phase === 'ended') return 'after_end';
  if (state.phase === 'paused') return 'paused';
  const components = facts.plans.get(state.plan ?? '')?.components ?? [];
  const takers = components.filter(
    (component) => component.kind === 'metered' && readsMeter(facts, component.ref, component.meter, event.meter),
  );
  if (takers.length === 0) return 'meter_not_sold';
  return state.trial && !takers.some((component) => component.inTrial) ? 'in_trial' : null;
}

/** A capacity price reads the meters that its tiers' limits name. */
function readsMeter(facts: QuoteFacts, ref: string, meter: string | null, of: string): boolean {
  if (meter === of) return true;
  return facts.entries.some((entry) => entry.component === ref && entry.price.tiers.some((tier) => tier.limits?.has(of)));
}
