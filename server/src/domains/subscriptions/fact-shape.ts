// What happens to a subscription, as it is written over the API and read into a fact.
import { z } from 'zod';
import type { Zone } from '../../kernel/calendar/zone.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { anchor, date, decimal, moment, name, says } from '../../platform/fields.ts';
import { readDate, readMoment } from '../../platform/http/read-date.ts';
import type { AnchorRule } from './core/fact.ts';
import type { FactChange } from './stored-fact.ts';

const quantities = says(z.record(name, decimal).default({}), 'Units by component key.', { seat: '5' });
const plan = says(name, 'Key of the plan, which means its latest version, or a version.', 'cloud');
const common = {
  at: says(moment.optional(), 'When it takes effect; now if left out.', '2026-01-21'),
  reference: says(name.nullable().default(null), 'A name by which a void takes it back; unique in the timeline.', 'upgrade-1'),
};

const start = {
  plan,
  quantities,
  anchor: says(anchor.nullable().default(null), 'Where its periods begin; the setting if left out.', 'start'),
  anchorOn: says(date.nullable().default(null), 'The day that the anchor counts from; the start’s if left out.', '2026-01-01'),
  trialUntil: says(moment.nullable().default(null), 'Until then nothing is charged but what is charged in trials.', '2026-02-01'),
};

function change<Kind extends string, Fields extends z.ZodRawShape>(kind: Kind, what: string, fields: Fields) {
  return z.object({ do: says(z.literal(kind), what, kind), ...common, ...fields });
}

export const factBody = z
  .discriminatedUnion('do', [
    change('start', 'Service begins again.', start),
    change('quantity', 'Sets the quantity of a component.', {
      component: says(name, 'Its key.', 'seat'),
      value: says(decimal, 'Units, zero or more.', '10'),
    }),
    change('item', 'Sets the quantity of a named item.', {
      component: says(name, 'Its key.', 'domain'),
      item: says(name, 'Name of the item.', 'example.org'),
      value: says(decimal.default('1'), 'Units; 0 removes the item.', '1'),
    }),
    change('plan', 'Moves to another plan.', { plan, quantities }),
    change('pause', 'Service and charges stop.', {}),
    change('resume', 'Service goes on after a pause.', {}),
    change('end', 'Service ends.', {}),
    change('discount', 'A percentage off.', {
      percent: says(decimal, 'Above 0, at most 100.', '10'),
      until: says(moment.nullable().default(null), 'When it ends; null is never.', '2026-04-01'),
      component: says(name.nullable().default(null), 'The component it is for; null is all.', 'seat'),
    }),
    change('anchor', 'Moves the billing day.', { anchor: says(anchor, 'To where.', { day: 15 }) }),
    change('void', 'Takes another fact back.', { ref: says(name, 'Its reference.', 'upgrade-1') }),
  ])
  .meta({ id: 'SubscriptionChange', description: 'What happens to a subscription, and when.' });

export type FactBody = z.output<typeof factBody>;

export const startBody = z.object({
  externalId: says(name, 'The id by which your own systems know the subscription.', 'web-1'),
  account: says(z.string().max(255), 'Whose it is: id or external id.', 'acme'),
  taxCategory: says(name.nullable().default(null), 'Overrides the components’ tax category.', 'standard'),
  ...common,
  ...start,
});

export function readAt(at: string | undefined, zone: Zone, now: number): number {
  return at === undefined ? now : readMoment(at, zone, 'at');
}

export function readChange(body: FactBody, zone: Zone): FactChange {
  const until = (text: string | null, path: string): number | null => (text === null ? null : readMoment(text, zone, path));
  switch (body.do) {
    case 'start':
      return {
        kind: 'start',
        plan: body.plan,
        quantities: readQuantities(body.quantities),
        anchor: body.anchor === null ? null : readAnchor(body.anchor),
        anchorOn: body.anchorOn === null ? null : readDate(body.anchorOn, 'anchorOn'),
        trialUntil: until(body.trialUntil, 'trialUntil'),
      };
    case 'quantity':
      return { kind: 'quantity', component: body.component, value: readDecimal(body.value) };
    case 'item':
      return { kind: 'item', component: body.component, item: body.item, value: readDecimal(body.value) };
    case 'plan':
      return { kind: 'plan', plan: body.plan, quantities: readQuantities(body.quantities) };
    case 'discount':
      return { kind: 'discount', percent: readDecimal(body.percent), until: until(body.until, 'until'), component: body.component };
    case 'anchor':
      return { kind: 'anchor', anchor: readAnchor(body.anchor) };
    case 'void':
      return { kind: 'void', ref: body.ref };
    default:
      return { kind: body.do };
  }
}

function readQuantities(
  quantities: Readonly<Record<string, string>>,
): FactChange extends infer One ? (One extends { quantities: infer Q } ? Q : never) : never {
  return new Map(Object.entries(quantities).map(([key, value]) => [key, readDecimal(value)]));
}

function readAnchor(rule: z.output<typeof anchor>): AnchorRule {
  if (rule === 'start') return { kind: 'start' };
  return typeof rule === 'string' ? { kind: 'date', day: readDate(rule, 'anchor') } : { kind: 'day', dayOfMonth: rule.day };
}
