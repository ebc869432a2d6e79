// What happened to a subscription of a quote document.
import { z } from 'zod';
import { anchor, date, decimal, moment, name, says } from './document-fields.ts';

const quantities = says(z.record(name, decimal).default({}), 'Units by component key.', { seat: '5' });
const componentName = says(name, 'Component by its key, or as plan/component.', 'seat');
const planKey = says(name, 'Key of the plan.', 'P');

function fact<K extends string, F extends z.ZodRawShape>(kind: K, what: string, fields: F) {
  return z.strictObject({
    at: says(moment, 'When it takes effect.', '2024-01-21'),
    recorded: says(moment.optional(), 'When we learned it; when it takes effect if left out.', '2024-01-25'),
    id: says(name.optional(), 'Name by which a void takes it back; unique in the timeline.', 'f1'),
    do: says(z.literal(kind), what, kind),
    ...fields,
  });
}

const anyFact = z.discriminatedUnion('do', [
  fact('start', 'Service begins; in service it moves to the plan.', {
    plan: planKey,
    quantities,
    anchor: anchor.optional(),
    anchorOn: says(date.optional(), 'Day that the anchor rule counts from; the first start\u2019s day if left out.', '2024-01-01'),
    trialUntil: says(
      moment.nullable().default(null),
      'Until then nothing is charged, unless a component is charged in trials.',
      null,
      '2024-02-01',
    ),
  }),
  fact('quantity', 'Sets the quantity of a component.', { component: componentName, value: says(decimal, 'Units, zero or more.', '10') }),
  fact('item', 'Sets the quantity of a named item.', {
    component: componentName,
    item: says(name, 'Name of the item.', 'anna'),
    value: says(decimal.default('1'), 'Units; 0 removes the item.', '1'),
  }),
  fact('plan', 'Moves to another plan.', { plan: planKey, quantities }),
  fact('pause', 'Service and charges stop.', {}),
  fact('resume', 'Service goes on after a pause.', {}),
  fact('end', 'Service ends.', {}),
  fact('discount', 'A percentage off.', {
    percent: says(decimal, 'Per cent, 0 to 100.', '10'),
    until: says(moment.nullable().optional(), 'When it ends; null is never.', '2024-04-01', null),
    component: says(name.nullable().optional(), 'The component it is for; null is all.', 'seat', null),
  }),
  fact('anchor', 'Moves the billing day, from the first old boundary on or after it.', { anchor }),
  fact('void', 'Takes another fact back.', { ref: says(name, 'Its id.', 'f1') }),
]);

export const subscription = z.strictObject({
  id: says(name, 'Unique in the document.', 's'),
  taxCategory: says(name.nullable().default(null), 'Overrides the components\u2019 tax category.', null, 'standard'),
  timeline: says(z.array(anyFact).min(1).max(100_000), 'Facts, in any order; of equal ones the later in the list wins.', [
    { at: '2024-01-01', do: 'start', plan: 'P', quantities: { seat: '5' } },
  ]),
});

export type FactDocument = z.infer<typeof anyFact>;
