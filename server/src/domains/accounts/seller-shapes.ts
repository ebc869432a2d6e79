// What sellers look like over HTTP.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { says } from '../../platform/fields.ts';
import type { SellerBelow } from './list-sellers.ts';
import { accountFields } from './route-shapes.ts';

export const sellerFields = {
  key: says(z.string().max(63), 'What he is called in addresses and in the header Prorata-Seller. It never changes.', 'nord-hosting'),
  legalName: says(z.string().max(500), 'Who issues his documents.', 'Nord Hosting GmbH'),
  country: says(z.string().max(2), 'ISO 3166, two letters: where he is for tax. Fixed.', 'DE'),
  currency: says(z.string().max(3), 'ISO 4217: his own, in which he sells where nothing else is said. Fixed.', 'EUR'),
  zone: says(z.string().max(100), 'IANA time zone: when his days begin. Fixed.', 'Europe/Berlin'),
  language: says(accountFields.language, 'What his new accounts speak where nothing else is said.', 'de'),
  address: says(z.array(z.string().max(500)).max(10), 'Lines of his address below the name.', ['Hafenstraße 1', '20457 Hamburg']),
  taxNumber: says(z.string().max(100).nullable(), 'VAT number or the like.', 'DE123456789'),
};

export const sellerShape = z
  .object({
    ...sellerFields,
    parent: says(z.string().nullable(), 'Key of the seller above; null for the provider.', 'provider'),
    account: says(
      z
        .object({ id: says(z.string(), 'Its id.', 'acc_00000000000zg'), externalId: says(z.string(), 'Its external id.', 'nord') })
        .nullable(),
      'Which of your accounts he buys by; null for yourself.',
    ),
    createdAt: says(z.string(), 'When he was made.', '2026-01-01T00:00:00Z'),
  })
  .meta({ id: 'Seller', description: 'You yourself, or a reseller directly below you.' });

export function tellSeller({ accountId, account, createdAt, ...seller }: SellerBelow): z.output<typeof sellerShape> {
  const { id: _id, parentId: _parentId, ...shown } = seller;
  return {
    ...shown,
    address: [...shown.address],
    account: accountId === null ? null : { id: formatIdentifier('acc', accountId), externalId: account! },
    createdAt: formatInstant(createdAt),
  };
}
