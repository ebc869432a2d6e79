// Adds a seller below another: a reseller with books, customers and prices of his own.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { requireCountry, requireCurrentCurrency, requireText, requireZone } from './check-party.ts';
import { sellerExists, sellerKey } from './errors.ts';
import { reserveIdentities } from './identities.ts';
import { findSellerByKey, insertSeller, type Seller } from './store.ts';

export interface SellerInput {
  /** What he is called in addresses and headers, for good. */
  readonly key: string;
  readonly legalName: string;
  /** Defaults are those of the seller above. */
  readonly country?: string | undefined;
  readonly currency?: string | undefined;
  readonly zone?: string | undefined;
  readonly language?: string | undefined;
  readonly address?: readonly string[] | undefined;
  readonly taxNumber?: string | null | undefined;
}

export async function addSeller(tx: Transaction, parent: Seller, input: SellerInput, now: number): Promise<Seller> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(input.key)) throw sellerKey(input.key);
  const legalName = requireText(input.legalName, 'legalName');
  const country = requireCountry(input.country ?? parent.country, 'country');
  const currency = requireCurrentCurrency(input.currency ?? parent.currency, 'currency').code;
  const zone = requireZone(input.zone ?? parent.zone, 'zone').name;
  await tx.client.query('lock table seller in share row exclusive mode');
  if ((await findSellerByKey(tx, input.key)) !== null) throw sellerExists(input.key);
  const nextId = await reserveIdentities(tx, 1);
  const seller: Seller = {
    id: nextId(),
    parentId: parent.id,
    key: input.key,
    legalName,
    country,
    currency,
    zone,
    language: input.language ?? parent.language,
    address: input.address ?? [],
    taxNumber: input.taxNumber ?? null,
  };
  await insertSeller(tx, seller, now);
  return seller;
}
