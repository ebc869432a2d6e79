// The register as an answer gives it and a later document takes it: what every cell was billed so far, with the picture behind it.
import { z } from 'zod';
import { count, date, decimal, moment, name, says } from './document-fields.ts';

export const exactFraction = z
  .string()
  .max(2000)
  .regex(/^-?\d{1,999}(\/[1-9]\d{0,998})?$/, 'Write an exact fraction, such as "165/31".');

export const billedPart = z.strictObject({
  tier: says(count, 'Tier, counted from 1.', 1),
  units: says(exactFraction, 'Units in it, packages, or an event\u2019s value.', '10'),
  amount: says(exactFraction, 'What they cost, major units.', '30'),
});

const picturePiece = z.strictObject({
  from: says(moment, 'Beginning of the stretch.', '2024-01-01'),
  to: says(moment, 'Its end, exclusive.', '2024-02-01'),
  whole: says(z.boolean(), 'Priced as one total, never cut.', false),
  quantity: says(exactFraction, 'Units.', '5'),
  priceId: says(z.string(), 'The price it was billed by.', 'P/seat'),
  factor: says(exactFraction, 'What percent discounts leave, 0 to 1.', '1'),
  fraction: says(exactFraction, 'Part of the full period.', '11/31'),
  gross: says(exactFraction, 'Exact amount before discounts, major units.', '165/31'),
  net: says(exactFraction, 'Exact amount after percent discounts, major units.', '165/31'),
  parts: says(z.array(billedPart).optional(), 'How the price came about.', [{ tier: 1, units: '10', amount: '30' }]),
  credit: says(z.string().nullable().optional(), 'Id of the credit that this piece is.', null),
});

export const billedWindow = z.strictObject({
  from: says(moment, 'First day, or instant for periods in hours.', '2024-01-01'),
  to: says(moment, 'End, exclusive.', '2024-02-01'),
  full: says(
    z.strictObject({ from: says(date, 'First day.', '2024-03-01'), to: says(date, 'End, exclusive.', '2024-04-01') }).optional(),
    'The whole period behind a window that a moved billing day cut.',
    { from: '2024-03-01', to: '2024-04-01' },
  ),
});

export const billedRates = says(
  z.array(
    z.strictObject({
      name: says(name, 'As printed.', 'VAT'),
      percent: says(decimal, 'Rate in per cent.', '19'),
      from: says(date.nullable().optional(), 'First day of the rate.', '2007-01-01', null),
    }),
  ),
  'Rates it was billed under.',
  [{ name: 'VAT', percent: '19', from: '2007-01-01' }],
);

const taxed = z.strictObject({
  category: says(name, 'Tax category.', 'standard'),
  rates: billedRates,
  amount: says(decimal, 'Net amount billed under them, major units.', '20.32'),
});

/** A cell as an answer gives it: to be fed back unchanged. */
export const billedCell = z.strictObject({
  subscription: says(name.nullable(), 'Its subscription; null for items.', 's', null),
  component: says(name, 'plan/component, plan/commitment, or an item\u2019s id.', 'P/seat'),
  item: says(name.nullable().default(null), 'Named item.', null, 'anna'),
  window: says(billedWindow.nullable(), 'The period; null for single charges.', { from: '2024-01-01', to: '2024-02-01' }, null),
  kind: says(z.enum(['component', 'commitment', 'extra_item']).default('component'), 'What it is.', 'component'),
  seq: says(z.number().int().min(1), 'How often it was billed.', 2),
  gross: says(decimal, 'Billed before discounts, major units.', '20.32'),
  net: says(decimal, 'Billed after discounts, major units.', '20.32'),
  share: says(exactFraction.optional(), 'Share of the net that fixed discounts took; 0 if left out.', '1/2'),
  picture: says(z.array(picturePiece), 'What it was billed from.', []),
  taxes: says(z.array(taxed).default([]), 'How the net was taxed, oldest first; adds up to it.', [
    { category: 'standard', rates: [{ name: 'VAT', percent: '19', from: null }], amount: '20.32' },
  ]),
});

export type BilledCell = z.infer<typeof billedCell>;
