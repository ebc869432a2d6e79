// The small shapes of documents and requests: decimals, dates, instants, periods. Every field says its unit and shows an example in what is published.
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

export type AnchorDocument = z.infer<typeof anchor>;
