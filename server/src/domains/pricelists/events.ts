// What the price lists tell others of.
import { z } from 'zod';
import { defineEvents } from '../../platform/events/index.ts';

export const { tell, catalog: pricelistEvents } = defineEvents({
  'price.published': {
    about: 'A price was published: the first of its place, a later one, an override for one buyer, or a correction.',
    subject: 'The component, as quotes call it.',
    exampleSubject: 'mail/seat',
    data: z.object({
      currency: z.string().meta({ description: 'ISO 4217.' }),
      validFrom: z.string().nullable().meta({ description: 'The day from which it holds; null: since ever.' }),
      buyer: z.string().nullable().meta({ description: 'Id of the account it was agreed with; null: for all.' }),
      correction: z.boolean().meta({ description: 'Whether days that are past are rated again.' }),
    }),
    example: { currency: 'EUR', validFrom: '2026-03-01', buyer: null, correction: false },
  },
});
