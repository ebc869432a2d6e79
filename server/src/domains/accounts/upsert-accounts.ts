// Adds accounts, or brings those that are there up to date, by the external id their seller knows them by.
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { requireCountry, requireCurrentCurrency, requireText, requireZone } from './check-party.ts';
import { chooseCurrency } from './core/choose-currency.ts';
import { listCurrencyRules, listEnabledCurrencies } from './currencies.ts';
import { currencyFixed, kindFixed, noCurrencyFor, zoneFixed } from './errors.ts';
import { accountChanged, accountCreated } from './events.ts';
import { reserveIdentities } from './identities.ts';
import { type AccountRow, findAccounts, insertAccounts, listCommitted, type Seller, updateAccounts } from './store.ts';

export interface AccountInput {
  readonly externalId: string;
  readonly name: string;
  readonly kind?: AccountRow['kind'];
  /** Of a new account that names none: by the seller's rules for its language and country, else the seller's own. */
  readonly currency?: string;
  /** Defaults are the seller's. */
  readonly zone?: string;
  readonly language?: string;
  readonly country?: string | null;
  readonly address?: readonly string[];
  readonly taxNumber?: string | null;
  readonly purchaseOrder?: string | null;
  readonly buyerReference?: string | null;
}

export interface UpsertedAccounts {
  readonly made: number;
  readonly changed: number;
  readonly ids: ReadonlyMap<string, bigint>;
}

/** `keep` leaves accounts that are there as they are: for imports, which only know a name. */
export async function upsertAccounts(
  tx: Transaction,
  seller: Seller,
  inputs: readonly AccountInput[],
  now: number,
  present: 'change' | 'keep' = 'change',
): Promise<UpsertedAccounts> {
  const wanted = new Map(inputs.map((input, index) => [requireText(input.externalId, `accounts[${index}].externalId`), { input, index }]));
  const found = new Map((await findAccounts(tx, seller.id, [...wanted.keys()])).map((row) => [row.externalId, row]));
  const ids = new Map([...found].map(([externalId, row]) => [externalId, row.id]));
  const missing = [...wanted].filter(([externalId]) => !found.has(externalId));
  const nextId = await reserveIdentities(tx, missing.length);
  const currencyFor = await newcomerCurrency(
    tx,
    seller,
    missing.some(([, { input }]) => input.currency === undefined),
    now,
  );
  const made = missing.map(([externalId, { input, index }]): AccountRow => {
    const path = `accounts[${index}]`;
    const currency = input.currency ?? currencyFor({ ...input, externalId }, `${path}.currency`);
    const row = completed(seller, { ...input, externalId, currency }, nextId(), null, path);
    ids.set(externalId, row.id);
    return row;
  });
  await insertAccounts(tx, seller.id, made, now);
  await writeEvents(
    tx,
    made.map((row) => accountCreated(seller.id, row, now)),
  );
  if (present === 'keep') return { made: made.length, changed: 0, ids };
  const changed: AccountRow[] = [];
  for (const [externalId, row] of found) {
    const { input, index } = wanted.get(externalId)!;
    const next = completed(seller, { ...input, externalId }, row.id, row, `accounts[${index}]`);
    if (JSON.stringify(storable(next)) !== JSON.stringify(storable(row))) changed.push(next);
  }
  await refuseFixed(tx, seller.id, found, changed, wanted);
  await updateAccounts(tx, seller.id, changed, now);
  await writeEvents(
    tx,
    changed.map((row) => accountChanged(seller.id, found.get(row.externalId)!, row, now)),
  );
  return { made: made.length, changed: changed.length, ids };
}

type CurrencyChoice = (input: AccountInput, path: string) => string;

/** What the rules say for accounts that name no currency. */
async function newcomerCurrency(tx: Transaction, seller: Seller, isAsked: boolean, now: number): Promise<CurrencyChoice> {
  if (!isAsked) return () => seller.currency;
  const rules = await listCurrencyRules(tx, seller, now);
  const enabled = await listEnabledCurrencies(tx, seller.id);
  return ({ externalId, language = seller.language, country = null }, path) => {
    const chosen = chooseCurrency(rules, { language, country }, enabled) ?? (enabled.has(seller.currency) ? seller.currency : null);
    if (chosen === null) throw noCurrencyFor(externalId, path);
    return chosen;
  };
}

function storable(row: AccountRow): unknown {
  return { ...row, id: String(row.id), buysForSellerId: String(row.buysForSellerId) };
}

function completed(seller: Seller, input: AccountInput, id: bigint, before: AccountRow | null, path: string): AccountRow {
  const zone = input.zone ?? before?.zone ?? seller.zone;
  const currency = input.currency ?? before?.currency ?? seller.currency;
  requireZone(zone, `${path}.zone`);
  if (currency !== before?.currency) requireCurrentCurrency(currency, `${path}.currency`);
  const country = input.country === undefined ? (before?.country ?? null) : input.country;
  return {
    id,
    externalId: input.externalId,
    name: requireText(input.name, `${path}.name`),
    kind: input.kind ?? before?.kind ?? 'company',
    buysForSellerId: before?.buysForSellerId ?? null,
    currency,
    zone,
    language: input.language ?? before?.language ?? seller.language,
    country: country === null ? null : requireCountry(country, `${path}.country`),
    address: input.address ?? before?.address ?? [],
    taxNumber: input.taxNumber === undefined ? (before?.taxNumber ?? null) : input.taxNumber,
    purchaseOrder: input.purchaseOrder === undefined ? (before?.purchaseOrder ?? null) : input.purchaseOrder,
    buyerReference: input.buyerReference === undefined ? (before?.buyerReference ?? null) : input.buyerReference,
  };
}

/** Days and money of what is billed cannot change under it. */
async function refuseFixed(
  tx: Transaction,
  sellerId: bigint,
  found: ReadonlyMap<string, AccountRow>,
  changed: readonly AccountRow[],
  wanted: ReadonlyMap<string, { readonly index: number }>,
): Promise<void> {
  for (const row of changed) {
    if (row.buysForSellerId !== null && row.kind !== 'reseller') {
      throw kindFixed(row.externalId, `accounts[${wanted.get(row.externalId)!.index}].kind`);
    }
  }
  const moved = changed.filter((row) => {
    const before = found.get(row.externalId)!;
    return before.currency !== row.currency || before.zone !== row.zone;
  });
  const committed = await listCommitted(
    tx,
    sellerId,
    moved.map((row) => row.id),
  );
  for (const row of moved) {
    if (!committed.has(row.id)) continue;
    const before = found.get(row.externalId)!;
    const path = `accounts[${wanted.get(row.externalId)!.index}]`;
    throw before.currency === row.currency
      ? zoneFixed(row.externalId, before.zone, `${path}.zone`)
      : currencyFixed(row.externalId, before.currency, `${path}.currency`);
  }
}
