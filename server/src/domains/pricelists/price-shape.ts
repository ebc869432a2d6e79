// The shape of a price as documents and requests write it.
import { z } from 'zod';
import { count, decimal, name } from '../../platform/fields.ts';

const upTo = decimal.nullable().meta({ description: 'Inclusive upper bound in units; null has no end.', examples: ['100', null] });

const tier = z.strictObject({
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
