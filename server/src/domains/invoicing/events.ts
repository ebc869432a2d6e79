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
  'billing_run.finished': {
    about:
      'A billing run is over, be it done or failed. Those that servers do by themselves every hour are told of where an account was due.',
    subject: "The run's id.",
    exampleSubject: 'run_00000000000zg',
    data: z.object({
      state: z.enum(['done', 'failed']).meta({ description: 'How it ended.' }),
      failure: z.string().nullable().meta({ description: 'Why it failed.' }),
      accounts: z.number().meta({ description: 'Accounts looked at.' }),
      documents: z.number().meta({ description: 'Invoices and credit notes issued.' }),
      parked: z.number().meta({ description: 'Accounts set aside.' }),
    }),
    example: { state: 'done', failure: null, accounts: 1200, documents: 1180, parked: 2 },
  },
});
