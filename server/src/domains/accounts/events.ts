// What accounts tell others of.
import { z } from 'zod';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { defineEvents, type NewEvent } from '../../platform/events/index.ts';
import type { AccountRow } from './store.ts';

const account = z.string().meta({ description: 'External id of the account.' });
const currency = z.string().meta({ description: 'ISO 4217.' });
const ofAccount = { subject: "The account's id.", exampleSubject: 'acc_00000000000zg' } as const;
const ofSeller = { subject: "The seller's key.", exampleSubject: 'provider' } as const;

export const { tell, catalog: accountEvents } = defineEvents({
  'seller.created': {
    ...ofSeller,
    about: 'A seller was made: the provider, or a reseller of this one. Told to the new seller, and to the one above.',
    data: z.object({
      legalName: z.string().meta({ description: 'Its legal name.' }),
      parent: z.string().nullable().meta({ description: 'Key of the seller above; null for the provider.' }),
    }),
    example: { legalName: 'Northwind Hosting Ltd', parent: null },
  },
  'seller.changed': {
    ...ofSeller,
    about: "A seller's particulars were changed; what is issued from now on says the new ones.",
    data: z.object({ fields: z.array(z.string()).meta({ description: 'Names of the fields that are different now.' }) }),
    example: { fields: ['address'] },
  },
  'account.created': {
    ...ofAccount,
    about: 'An account was added.',
    data: z.object({ account, kind: z.enum(['company', 'person', 'reseller']).meta({ description: 'What kind of customer.' }), currency }),
    example: { account: 'acme', kind: 'company', currency: 'EUR' },
  },
  'account.changed': {
    ...ofAccount,
    about: "An account's particulars were changed.",
    data: z.object({ account, fields: z.array(z.string()).meta({ description: 'Names of the fields that are different now.' }) }),
    example: { account: 'acme', fields: ['purchaseOrder'] },
  },
  'account.currency_changed': {
    ...ofAccount,
    about: 'An account buys in another currency from now on.',
    data: z.object({ account, before: z.string().meta({ description: 'The currency it bought in.' }), currency }),
    example: { account: 'acme', before: 'EUR', currency: 'USD' },
  },
  'account.parked': {
    ...ofAccount,
    about: 'A billing run set an account aside: nothing is charged to it until somebody takes it back.',
    data: z.object({
      account,
      code: z.string().meta({ description: 'Why, as a code.' }),
      detail: z.string().meta({ description: 'Why, as a sentence.' }),
    }),
    example: { account: 'acme', code: 'billing.alarm_total', detail: 'The invoice would be 120000.00 EUR, beyond the alarm of 50000.' },
  },
  'account.released': {
    ...ofAccount,
    about: 'An account that was set aside is billed again.',
    data: z.object({ account }),
    example: { account: 'acme' },
  },
  'setting.recorded': {
    about: 'A setting was recorded, for all accounts of the seller or for one.',
    subject: "The setting's name.",
    exampleSubject: 'paymentDays',
    data: z.object({
      account: z.string().nullable().meta({ description: 'Id of the account; null for all.' }),
      value: z.unknown().meta({ description: 'What it is from then on.' }),
      validFrom: z.string().meta({ description: 'The day from which it is in force.' }),
    }),
    example: { account: null, value: 14, validFrom: '2026-02-01' },
  },
  'currency.switched': {
    about: 'A currency was turned on or off.',
    subject: 'The currency, ISO 4217.',
    exampleSubject: 'USD',
    data: z.object({
      enabled: z.boolean().meta({ description: 'Whether it takes new subscriptions.' }),
      offFrom: z
        .string()
        .nullable()
        .meta({ description: 'No period that begins on this day or later is billed in it; null while it is on.' }),
    }),
    example: { enabled: false, offFrom: '2026-03-01' },
  },
});

type Particulars = Pick<AccountRow, 'id' | 'externalId' | 'kind' | 'currency'>;

export function accountCreated(sellerId: bigint, row: Particulars, now: number): NewEvent {
  const data = { account: row.externalId, kind: row.kind, currency: row.currency };
  return tell['account.created']({ sellerId, subject: formatIdentifier('acc', row.id), occurredAt: now, data });
}

/** Names of fields and not what they hold: an event is no place for people's addresses. */
export function accountChanged(sellerId: bigint, before: AccountRow, after: AccountRow, now: number): NewEvent {
  const names = Object.keys(after) as (keyof AccountRow)[];
  const text = (value: unknown): string =>
    JSON.stringify(value, (_name, item: unknown) => (typeof item === 'bigint' ? String(item) : item)) ?? '';
  const fields = names.filter((name) => text(before[name]) !== text(after[name]));
  const data = { account: after.externalId, fields };
  return tell['account.changed']({ sellerId, subject: formatIdentifier('acc', after.id), occurredAt: now, data });
}
