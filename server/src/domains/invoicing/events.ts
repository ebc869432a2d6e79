// What invoicing tells others of.
import { z } from 'zod';
import { defineEvents } from '../../platform/events/index.ts';

const issued = z.object({
  account: z.string().meta({ description: 'External id of the account that is billed.' }),
  total: z.string().meta({ description: 'With tax, decimal text.' }),
  currency: z.string().meta({ description: 'ISO 4217.' }),
});
const document = { subject: "The document's id.", exampleSubject: 'inv_00000000000z8', data: issued } as const;

export const { tell, catalog: invoicingEvents } = defineEvents({
  'invoice.issued': {
    ...document,
    about: 'An invoice was issued and has its number.',
    example: { account: 'acme', total: '17.85', currency: 'EUR' },
  },
  'credit_note.issued': {
    ...document,
    about: 'A credit note was issued and has its number.',
    example: { account: 'acme', total: '5.95', currency: 'EUR' },
  },
});
