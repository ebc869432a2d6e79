// Makes a seller of an account that buys to sell on: it stays an account of its own seller and gets customers, prices and numbers of its own.
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { requireCountry, requireCurrentCurrency, requireText, requireZone } from './check-party.ts';
import { keyTaken, notAReseller, sellsAlready, unknownAccount, wrongKey } from './errors.ts';
import { tell } from './events.ts';
import { reserveIdentities } from './identities.ts';
import { findAccounts, insertSeller, linkSeller, listSellers, type Seller } from './store.ts';

export interface ResellerInput {
  /** External id at his seller. */
  readonly account: string;
  /** What the new seller is called in commands and addresses: "nord-hosting". */
  readonly key: string;
  /** All others default to what is known of the account. */
  readonly legalName?: string;
  readonly country?: string;
  readonly currency?: string;
  readonly zone?: string;
  readonly language?: string;
  readonly address?: readonly string[];
  readonly taxNumber?: string | null;
}

export async function makeReseller(tx: Transaction, parent: Seller, input: ResellerInput, now: number): Promise<Seller> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(input.key)) throw wrongKey(input.key);
  await tx.client.query('lock table seller in share row exclusive mode');
  const [account] = await findAccounts(tx, parent.id, [input.account]);
  if (account === undefined) throw unknownAccount(input.account, 'account');
  if (account.kind !== 'reseller') throw notAReseller(account.externalId);
  if (account.buysForSellerId !== null) throw sellsAlready(account.externalId);
  if ((await listSellers(tx)).some((seller) => seller.key === input.key)) throw keyTaken(input.key);
  const nextId = await reserveIdentities(tx, 1);
  const zone = input.zone ?? account.zone;
  requireZone(zone, 'zone');
  const seller: Seller = {
    id: nextId(),
    parentId: parent.id,
    key: input.key,
    legalName: requireText(input.legalName ?? account.name, 'legalName'),
    country: requireCountry(input.country ?? account.country ?? '', 'country'),
    currency: requireCurrentCurrency(input.currency ?? account.currency, 'currency').code,
    zone,
    language: input.language ?? account.language,
    address: input.address ?? account.address,
    taxNumber: input.taxNumber === undefined ? account.taxNumber : input.taxNumber,
  };
  await insertSeller(tx, seller, now);
  await linkSeller(tx, parent.id, account.id, seller.id);
  const told = { subject: seller.key, occurredAt: now, data: { legalName: seller.legalName, parent: parent.key } };
  await writeEvents(
    tx,
    [seller.id, parent.id].map((sellerId) => tell['seller.created']({ ...told, sellerId })),
  );
  return seller;
}
