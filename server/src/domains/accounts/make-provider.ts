// Makes the provider: the root of the tree of sellers. An installation has exactly one.
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { requireCountry, requireCurrentCurrency, requireText, requireZone } from './check-party.ts';
import { providerExists } from './errors.ts';
import { tell } from './events.ts';
import { reserveIdentities } from './identities.ts';
import { findProvider, insertSeller, type Seller } from './store.ts';

export interface ProviderInput {
  readonly legalName: string;
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language?: string;
  readonly address?: readonly string[];
  readonly taxNumber?: string | null;
}

export async function makeProvider(tx: Transaction, input: ProviderInput, now: number): Promise<Seller> {
  const legalName = requireText(input.legalName, 'legalName');
  const country = requireCountry(input.country, 'country');
  const currency = requireCurrentCurrency(input.currency, 'currency').code;
  requireZone(input.zone, 'zone');
  await tx.client.query('lock table seller in share row exclusive mode');
  const present = await findProvider(tx);
  if (present !== null) throw providerExists(present.legalName);
  const nextId = await reserveIdentities(tx, 1);
  const seller: Seller = {
    id: nextId(),
    parentId: null,
    key: 'provider',
    legalName,
    country,
    currency,
    zone: input.zone,
    language: input.language ?? 'en',
    address: input.address ?? [],
    taxNumber: input.taxNumber ?? null,
  };
  await insertSeller(tx, seller, now);
  const data = { legalName, parent: null };
  await writeEvents(tx, [tell['seller.created']({ sellerId: seller.id, subject: seller.key, occurredAt: now, data })]);
  return seller;
}
