// Lines that wait for the least amount of an invoice, as an answer gives them and a later document takes them.
import { z } from 'zod';
import { billedPart, billedRates, billedWindow, exactFraction } from './document-billed.ts';
import { decimal, moment, name, says } from './document-fields.ts';

const state = z.strictObject({
  quantity: says(exactFraction, 'Units.', '5'),
  priceId: says(z.string(), 'The price it is billed by.', 'P/seat'),
  factor: says(exactFraction, 'What percent discounts leave, 0 to 1.', '1'),
});

/** To be fed back unchanged. */
export const waitingLine = z.strictObject({
  subscription: says(name.nullable(), 'Its subscription; null for items.', 's', null),
  component: says(name, 'plan/component, plan/commitment, or an item\u2019s id.', 'P/seat'),
  item: says(name.nullable().default(null), 'Named item.', null, 'anna'),
  window: says(billedWindow.nullable(), 'The period; null for single charges.', { from: '2024-01-01', to: '2024-02-01' }, null),
  kind: says(z.enum(['component', 'commitment', 'extra_item']).default('component'), 'What it is.', 'component'),
  reason: says(
    z.enum(['due', 'added', 'changed', 'taken_back', 'item', 'credit', 'true_up', 'adjustment']),
    'Why the line is there.',
    'due',
  ),
  from: says(moment, 'Beginning of the stretch.', '2024-01-01'),
  to: says(moment, 'Its end, exclusive.', '2024-02-01'),
  fraction: says(exactFraction, 'Part of the full period.', '11/31'),
  old: says(state.nullable().default(null), 'Before; null where there was nothing.', null),
  new: says(state.nullable().default(null), 'After; null where there is nothing.', { quantity: '5', priceId: 'P/seat', factor: '1' }),
  parts: says(z.array(billedPart).default([]), 'How the price came about.', [{ tier: 1, units: '10', amount: '30' }]),
  exact: says(exactFraction, 'The line before rounding, major units.', '165/31'),
  gross: says(decimal, 'Before discounts, major units.', '5.32'),
  discount: says(decimal, 'Taken off, major units.', '0.00'),
  amount: says(decimal, 'After discounts, major units.', '5.32'),
  before: says(decimal, 'Billed of the cell before this line, major units.', '15.00'),
  after: says(decimal, 'And after it, major units.', '20.32'),
  tax: says(z.strictObject({ category: says(name, 'Tax category.', 'standard'), rates: billedRates }), 'How it is taxed.', {
    category: 'standard',
    rates: [{ name: 'VAT', percent: '19', from: '2007-01-01' }],
  }),
});

export type WaitingLine = z.infer<typeof waitingLine>;
