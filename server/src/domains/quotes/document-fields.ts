// The small shapes of a quote document: decimals, dates, periods, prices. Every field says its unit and shows an example in the published schema.
import { z } from 'zod';

/** A field with its meaning, its unit and examples for the published schema. */
export function says<T extends z.ZodType>(schema: T, description: string, ...examples: unknown[]): T {
  return schema.meta({ description, examples: examples as z.output<T>[] });
}

export const decimal = z
  .string()
  .max(64)
  .regex(/^[+-]?\d{1,30}(\.\d{1,30})?$/, 'Write a plain decimal in quotes, such as "12.50": no exponent, no thousands separator.')
  .meta({ description: 'Plain decimal as text, major units where it is money.', examples: ['12.50'] });

export const count = z.number().int().min(0).max(1_000_000_000);

export const name = z.string().min(1).max(200);

export const moment = z
  .string()
  .max(40)
  .regex(/^\d{4}-\d{2}-\d{2}(T.+)?$/, 'Write a date (2024-01-31) or an instant with offset (2024-01-31T10:00:00Z).')
  .meta({
    description: 'A date, which is local midnight of the account, or an RFC 3339 instant.',
    examples: ['2024-01-31', '2024-01-31T10:00:00Z'],
  });

export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Write a date as 2024-01-31.')
  .meta({ description: 'Civil date in the account\u2019s time zone.', examples: ['2024-01-31'] });

export const period = z
  .strictObject({
    unit: says(z.enum(['hour', 'day', 'week', 'month', 'year']), 'Unit of the period.', 'month'),
    count: says(z.number().int().min(1).max(1200).default(1), 'How many of them.', 1),
  })
  .meta({ description: 'Length of a billing period.', examples: [{ unit: 'month', count: 1 }] });

export const anchor = z
  .union([
    z.literal('start'),
    date,
    z.strictObject({ day: says(z.number().int().min(1).max(31), 'Day of the month; 31 is the last of shorter ones.', 13) }),
  ])
  .meta({
    description: 'Where the grid of periods passes through: the start\u2019s day, a date, or a day of the month.',
    examples: ['start', '2023-01-30', { day: 13 }],
  });

const upTo = decimal.nullable().meta({ description: 'Inclusive upper bound in units; null has no end.', examples: ['100', null] });

export const tier = z.strictObject({
  upTo: upTo.optional(),
  price: decimal.optional().meta({ description: 'Price of a unit, or of `per` units, in this tier.', examples: ['0.05'] }),
  flat: decimal.optional().meta({ description: 'Fee once a unit falls in the tier.', examples: ['2'] }),
  per: decimal
    .nullable()
    .optional()
    .meta({ description: 'Units a price is for; started blocks count whole.', examples: ['1000'] }),
  rate: decimal.optional().meta({ description: 'Per cent, for percentage prices.', examples: ['1.3'] }),
  limits: z
    .record(name, decimal)
    .optional()
    .meta({ description: 'Greatest total by meter, for capacity prices.', examples: [{ bandwidth: '10', disk: '500' }] }),
});

export const price = z
  .strictObject({
    kind: z
      .enum(['flat', 'unit', 'graduated', 'volume', 'package', 'percentage', 'capacity'])
      .meta({ description: 'Price model.', examples: ['unit'] }),
    price: decimal.optional().meta({ description: 'Amount of the period (flat), of a unit, or of a package.', examples: ['3.00'] }),
    per: decimal
      .nullable()
      .optional()
      .meta({ description: 'Units a unit price is for; started blocks count whole.', examples: ['100'] }),
    tiers: z
      .array(tier)
      .max(1000)
      .optional()
      .meta({
        description: 'Tiers by rising upper bound.',
        examples: [
          [
            { upTo: '10', price: '1' },
            { upTo: null, price: '0.8' },
          ],
        ],
      }),
    flatAtZero: z
      .boolean()
      .optional()
      .meta({ description: 'The first tier\u2019s flat fee is due at zero quantity too.', examples: [false] }),
    size: decimal.optional().meta({ description: 'Units in a package.', examples: ['10'] }),
    free: decimal.optional().meta({ description: 'Units before the first package.', examples: ['5'] }),
    rate: decimal.optional().meta({ description: 'Per cent of an event\u2019s value.', examples: ['2.99'] }),
    fixed: decimal.optional().meta({ description: 'Fee of each event.', examples: ['0.30'] }),
    freeEvents: count.optional().meta({ description: 'Events that cost nothing.', examples: [2] }),
    freeAmount: decimal.optional().meta({ description: 'Value that costs nothing.', examples: ['250'] }),
    freeOn: z
      .enum(['event', 'total'])
      .optional()
      .meta({ description: 'Whether free events and amounts are taken event by event or off the totals.', examples: ['event'] }),
    minEach: decimal.optional().meta({ description: 'Least amount of an event.', examples: ['1.75'] }),
    maxEach: decimal.optional().meta({ description: 'Greatest amount of an event.', examples: ['12'] }),
    included: decimal.optional().meta({ description: 'Free units of a period.', examples: ['100'] }),
    maximum: decimal.optional().meta({ description: 'Units beyond it are not priced.', examples: ['1000'] }),
    min: decimal.optional().meta({ description: 'Least amount of a period.', examples: ['10.00'] }),
    max: decimal.optional().meta({ description: 'Greatest amount of a period.', examples: ['500.00'] }),
  })
  .meta({ description: 'What a component costs.', examples: [{ kind: 'unit', price: '3' }] });

export type PriceDocument = z.infer<typeof price>;
export type AnchorDocument = z.infer<typeof anchor>;
