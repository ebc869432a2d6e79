// All SQL of sellers and accounts.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { tell } from './events.ts';
import { reserveIdentities } from './identities.ts';

export interface Seller {
  readonly id: bigint;
  /** The seller above; null for the provider. */
  readonly parentId: bigint | null;
  readonly key: string;
  readonly legalName: string;
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: string;
  readonly address: readonly string[];
  readonly taxNumber: string | null;
}

export interface AccountRow {
  readonly id: bigint;
  readonly externalId: string;
  readonly name: string;
  readonly kind: 'company' | 'person' | 'reseller';
  /** The seller that a reseller is to his own customers. */
  readonly buysForSellerId: bigint | null;
  readonly currency: string;
  readonly zone: string;
  readonly language: string;
  readonly country: string | null;
  readonly address: readonly string[];
  readonly taxNumber: string | null;
  readonly purchaseOrder: string | null;
  readonly buyerReference: string | null;
}

const SELLER = `id, parent_id as "parentId", key, legal_name as "legalName", country, currency, zone, language, address, tax_number as "taxNumber"`;
export const ACCOUNT_COLUMNS = `id, external_id as "externalId", name, kind, buys_for_seller_id as "buysForSellerId", currency, zone, language, country, address, tax_number as "taxNumber",
  purchase_order as "purchaseOrder", buyer_reference as "buyerReference"`;

export async function findProvider(tx: Transaction): Promise<Seller | null> {
  const { rows } = await tx.client.query<Seller>(`select ${SELLER} from seller where parent_id is null`);
  return rows[0] ?? null;
}

export async function getSellers(tx: Transaction, ids: readonly bigint[]): Promise<Seller[]> {
  const { rows } = await tx.client.query<Seller>(`select ${SELLER} from seller where id = any($1::bigint[]) order by id`, [ids]);
  return rows;
}

export async function findSellerByKey(tx: Transaction, key: string): Promise<Seller | null> {
  const { rows } = await tx.client.query<Seller>(`select ${SELLER} from seller where key = $1`, [key]);
  return rows[0] ?? null;
}

export async function listSellers(tx: Transaction): Promise<Seller[]> {
  const { rows } = await tx.client.query<Seller>(`select ${SELLER} from seller order by id`);
  return rows;
}

export async function insertSeller(tx: Transaction, seller: Seller, now: number): Promise<void> {
  await tx.client.query(
    `insert into seller (id, key, legal_name, country, currency, zone, language, address, tax_number, created_at, parent_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      seller.id,
      seller.key,
      seller.legalName,
      seller.country,
      seller.currency,
      seller.zone,
      seller.language,
      JSON.stringify(seller.address),
      seller.taxNumber,
      formatInstant(now),
      seller.parentId,
    ],
  );
  await tx.client.query('insert into seller_currency (seller_id, currency) values ($1, $2)', [seller.id, seller.currency]);
}

export type SellerParticulars = Pick<Seller, 'legalName' | 'language' | 'address' | 'taxNumber'>;

export async function lockSeller(tx: Transaction, id: bigint): Promise<Seller> {
  const { rows } = await tx.client.query<Seller>(`select ${SELLER} from seller where id = $1 for no key update`, [id]);
  return rows[0]!;
}

export async function updateSeller(tx: Transaction, id: bigint, particulars: SellerParticulars): Promise<void> {
  const { legalName, language, address, taxNumber } = particulars;
  await tx.client.query('update seller set legal_name = $2, language = $3, address = $4, tax_number = $5 where id = $1', [
    id,
    legalName,
    language,
    JSON.stringify(address),
    taxNumber,
  ]);
}

export async function linkSeller(tx: Transaction, parentId: bigint, accountId: bigint, sellerId: bigint): Promise<void> {
  await tx.client.query('update account set buys_for_seller_id = $3 where seller_id = $1 and id = $2', [parentId, accountId, sellerId]);
}

/** A reseller as an account of the seller above him; null for the provider. */
export async function findBuyer(tx: Transaction, seller: Seller): Promise<AccountRow | null> {
  if (seller.parentId === null) return null;
  const { rows } = await tx.client.query<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from account where seller_id = $1 and buys_for_seller_id = $2`,
    [seller.parentId, seller.id],
  );
  return rows[0] ?? null;
}

export async function findAccounts(tx: Transaction, sellerId: bigint, externalIds: readonly string[]): Promise<AccountRow[]> {
  if (externalIds.length === 0) return [];
  const { rows } = await tx.client.query<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from account where seller_id = $1 and external_id = any($2::text[])`,
    [sellerId, externalIds],
  );
  return rows;
}

export async function listAccountsById(tx: Transaction, sellerId: bigint, ids: readonly bigint[]): Promise<AccountRow[]> {
  const { rows } = await tx.client.query<AccountRow>(
    `select ${ACCOUNT_COLUMNS} from account where seller_id = $1 and id = any($2::bigint[])`,
    [sellerId, ids],
  );
  return rows;
}

export async function insertAccounts(tx: Transaction, sellerId: bigint, accounts: readonly AccountRow[], now: number): Promise<void> {
  if (accounts.length === 0) return;
  await tx.client.query(
    `insert into account (seller_id, id, external_id, name, kind, currency, zone, language, country, address, tax_number, purchase_order,
                          buyer_reference, created_at, changed_at)
     select $1, a.id, a.external_id, a.name, a.kind, a.currency, a.zone, a.language, a.country, a.address, a.tax_number, a.purchase_order,
            a.buyer_reference, $3, $3
     from jsonb_to_recordset($2::jsonb) as a(id bigint, external_id text, name text, kind text, currency text, zone text, language text,
       country text, address jsonb, tax_number text, purchase_order text, buyer_reference text)`,
    [sellerId, JSON.stringify(accounts.map(toRecord)), formatInstant(now)],
  );
  await tx.client.query(
    `insert into account_billing (seller_id, account_id, zone)
     select $1, a.id, a.zone from jsonb_to_recordset($2::jsonb) as a(id bigint, zone text)`,
    [sellerId, JSON.stringify(accounts.map((row) => ({ id: String(row.id), zone: row.zone })))],
  );
  await addZones(tx, sellerId, accounts);
}

async function addZones(tx: Transaction, sellerId: bigint, accounts: readonly AccountRow[]): Promise<void> {
  await tx.client.query(
    `insert into account_zone (seller_id, zone) select $1, zone from unnest($2::text[]) as zone on conflict do nothing`,
    [sellerId, [...new Set(accounts.map((row) => row.zone))].sort()],
  );
}

export async function updateAccounts(tx: Transaction, sellerId: bigint, accounts: readonly AccountRow[], now: number): Promise<void> {
  if (accounts.length === 0) return;
  await tx.client.query(
    `update account t set name = a.name, kind = a.kind, currency = a.currency, zone = a.zone, language = a.language, country = a.country,
       address = a.address, tax_number = a.tax_number, purchase_order = a.purchase_order, buyer_reference = a.buyer_reference, changed_at = $3
     from jsonb_to_recordset($2::jsonb) as a(id bigint, name text, kind text, currency text, zone text, language text,
       country text, address jsonb, tax_number text, purchase_order text, buyer_reference text)
     where t.seller_id = $1 and t.id = a.id`,
    [sellerId, JSON.stringify(accounts.map(toRecord)), formatInstant(now)],
  );
  await tx.client.query(
    `update account_billing b set zone = a.zone from account a
     where (b.seller_id, b.account_id) = (a.seller_id, a.id) and a.seller_id = $1 and a.id = any($2::bigint[]) and b.zone <> a.zone`,
    [sellerId, accounts.map((row) => row.id)],
  );
  await addZones(tx, sellerId, accounts);
}

function toRecord(row: AccountRow): Record<string, unknown> {
  return {
    id: String(row.id),
    external_id: row.externalId,
    name: row.name,
    kind: row.kind,
    currency: row.currency,
    zone: row.zone,
    language: row.language,
    country: row.country,
    address: row.address,
    tax_number: row.taxNumber,
    purchase_order: row.purchaseOrder,
    buyer_reference: row.buyerReference,
  };
}

/** Accounts whose currency and zone something already depends on. */
export async function listCommitted(tx: Transaction, sellerId: bigint, ids: readonly bigint[]): Promise<Set<bigint>> {
  if (ids.length === 0) return new Set();
  const { rows } = await tx.client.query<{ id: bigint }>(
    `select a.id from unnest($2::bigint[]) as a(id)
     where exists (select 1 from subscription s where s.seller_id = $1 and s.account_id = a.id)
        or exists (select 1 from extra_item e where e.seller_id = $1 and e.account_id = a.id)
        or exists (select 1 from invoice i where i.seller_id = $1 and i.account_id = a.id)`,
    [sellerId, ids],
  );
  return new Set(rows.map((row) => row.id));
}

/** What the account buys from now on is in another currency. */
export async function changeCurrency(tx: Transaction, sellerId: bigint, account: AccountRow, currency: string, now: number): Promise<void> {
  const nextId = await reserveIdentities(tx, 1);
  await tx.client.query('update account set currency = $3, changed_at = $4 where seller_id = $1 and id = $2', [
    sellerId,
    account.id,
    currency,
    formatInstant(now),
  ]);
  await tx.client.query(
    `insert into account_currency_change (seller_id, id, account_id, currency_before, currency, recorded_at) values ($1, $2, $3, $4, $5, $6)`,
    [sellerId, nextId(), account.id, account.currency, currency, formatInstant(now)],
  );
  const data = { account: account.externalId, before: account.currency, currency };
  const subject = formatIdentifier('acc', account.id);
  await writeEvents(tx, [tell['account.currency_changed']({ sellerId, subject, occurredAt: now, data })]);
}

export interface CurrencyChange {
  readonly before: string;
  readonly currency: string;
  readonly recordedAt: number;
}

export async function listCurrencyChanges(tx: Transaction, sellerId: bigint, accountId: bigint): Promise<CurrencyChange[]> {
  const { rows } = await tx.client.query<CurrencyChange>(
    `select currency_before as before, currency, recorded_at as "recordedAt" from account_currency_change
     where seller_id = $1 and account_id = $2 order by id`,
    [sellerId, accountId],
  );
  return rows;
}

export interface AccountTimes {
  readonly id: bigint;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly nextBillAt: number | null;
  readonly lastRunOn: string | null;
  readonly parkedAt: number | null;
  readonly parkedCode: string | null;
  readonly parkedDetail: string | null;
}

/** When accounts were made and changed, and when they are billed. */
export async function listAccountTimes(tx: Transaction, sellerId: bigint, ids: readonly bigint[]): Promise<Map<bigint, AccountTimes>> {
  const { rows } = await tx.client.query<AccountTimes>(
    `select a.id, a.created_at as "createdAt", a.changed_at as "changedAt", b.next_bill_at as "nextBillAt", b.last_run_on as "lastRunOn",
            b.parked_at as "parkedAt", b.parked_code as "parkedCode", b.parked_detail as "parkedDetail"
     from account a join account_billing b on (b.seller_id, b.account_id) = (a.seller_id, a.id)
     where a.seller_id = $1 and a.id = any($2::bigint[])`,
    [sellerId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
