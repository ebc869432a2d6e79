// What accounts look like over HTTP. Every field says what it means and gives an example.
import { z } from 'zod';
import { expandQuery } from '../../platform/http/expand.ts';

export const accountFields = {
  externalId: z
    .string()
    .min(1)
    .max(255)
    .meta({ description: 'The id by which your own systems know the account. It never changes.', examples: ['acme'] }),
  name: z
    .string()
    .max(500)
    .meta({ description: 'Whom invoices are addressed to.', examples: ['Acme Ltd'] }),
  kind: z.enum(['company', 'person', 'reseller']).meta({ description: 'What kind of customer.', examples: ['company'] }),
  currency: z
    .string()
    .max(3)
    .meta({ description: 'ISO 4217: the currency of what it buys from now on.', examples: ['EUR'] }),
  zone: z
    .string()
    .max(100)
    .meta({ description: 'IANA time zone: when its days begin. Fixed once something was bought.', examples: ['Europe/Dublin'] }),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/)
    .max(35)
    .meta({ description: 'Language of its documents.', examples: ['en'] }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .meta({ description: 'ISO 3166, two letters: where it is for tax.', examples: ['IE'] }),
  address: z
    .array(z.string().max(500))
    .max(10)
    .meta({ description: 'Lines of the address below the name.', examples: [['1 Quay Street', 'Dublin']] }),
  taxNumber: z
    .string()
    .max(100)
    .nullable()
    .meta({ description: 'VAT number or the like.', examples: ['IE1234567T'] }),
  purchaseOrder: z
    .string()
    .max(200)
    .nullable()
    .meta({ description: 'The customer’s order number, printed on invoices.', examples: ['PO-2026-17'] }),
  buyerReference: z
    .string()
    .max(200)
    .nullable()
    .meta({ description: 'What the customer’s accounting wants to read on invoices.', examples: ['04011000-12345-34'] }),
};

/** What is left out is the seller’s, or stays as it is. */
export const accountBody = z.object({
  name: accountFields.name,
  kind: accountFields.kind.optional(),
  currency: accountFields.currency.optional(),
  zone: accountFields.zone.optional(),
  language: accountFields.language.optional(),
  country: accountFields.country.optional(),
  address: accountFields.address.optional(),
  taxNumber: accountFields.taxNumber.optional(),
  purchaseOrder: accountFields.purchaseOrder.optional(),
  buyerReference: accountFields.buyerReference.optional(),
});

const billing = z.object({
  nextBillAt: z
    .string()
    .nullable()
    .meta({
      description: 'From when on a run looks at it; null when nothing is due until a fact says so.',
      examples: ['2026-02-01T00:00:00Z'],
    }),
  lastRunOn: z
    .string()
    .nullable()
    .meta({ description: 'The last day, there, that a run looked at.', examples: ['2026-01-01'] }),
  parked: z
    .object({
      at: z.string().meta({ description: 'When it was set aside.', examples: ['2026-01-01T00:10:00Z'] }),
      code: z.string().meta({ description: 'Why, as a code.', examples: ['billing.alarm_total'] }),
      detail: z
        .string()
        .meta({ description: 'Why, as a sentence.', examples: ['The invoice would be 120000.00 EUR, beyond the alarm of 50000.'] }),
    })
    .nullable()
    .meta({ description: 'Set aside by a run: nothing is charged until somebody takes it back. Null: it is not.' }),
});

export const accountShape = z
  .object({
    id: z.string().meta({ description: 'The account’s id.', examples: ['acc_00000000000zg'] }),
    ...accountFields,
    createdAt: z.string().meta({ description: 'When it was added.', examples: ['2026-01-01T00:00:00Z'] }),
    changedAt: z.string().meta({ description: 'When it was last changed.', examples: ['2026-01-01T00:00:00Z'] }),
    billing: billing.optional().meta({ description: 'Only with `expand=billing`.' }),
  })
  .meta({ id: 'Account', description: 'Whoever is billed, by one seller.' });

export const expansions = expandQuery(['billing']);
