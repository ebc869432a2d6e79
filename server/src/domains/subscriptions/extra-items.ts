// Charges outside any plan: items, once or recurring, and goodwill that lowers what an item or a component should cost.

import { assert } from '../../kernel/assert.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Period } from '../../kernel/calendar/period.ts';
import { findZone, type Zone } from '../../kernel/calendar/zone.ts';
import { formatExact, isZero, type Rational, sign } from '../../kernel/money/rational.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import {
  type AccountRow,
  findAccounts,
  lockAccounts,
  pullBillingDates,
  requireText,
  reserveIdentities,
  type Seller,
  touchItems,
  unknownAccount,
} from '../accounts/index.ts';
import { findComponents, loadPlans } from '../catalog/index.ts';
import { creditCurrency, otherCurrency, repeatedItem, wrongCredit } from './errors.ts';
import { tell } from './events.ts';
import { touchSubscriptionsOf } from './store.ts';
import { readUsageHorizon, requireOpenUsage } from './usage-horizon.ts';

export interface ItemInput {
  readonly account: string;
  readonly externalId: string;
  readonly description: string;
  readonly at: number;
  /** Of one unit, major units of the account's currency; below zero it is a credit. */
  readonly amount: Rational;
  readonly quantity: Rational;
  readonly taxCategory: string | null;
  readonly every: Period | null;
  readonly until: number | null;
  readonly recorded?: number;
  /** What explains it on the invoice beside its description. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Which of these are there. */
export async function findItems(tx: Transaction, sellerId: bigint, externalIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.client.query<{ externalId: string }>(
    'select external_id as "externalId" from extra_item where seller_id = $1 and external_id = any($2::text[])',
    [sellerId, externalIds],
  );
  return new Set(rows.map((row) => row.externalId));
}

/** All or none. */
export async function addItems(tx: Transaction, seller: Seller, inputs: readonly ItemInput[], now: number): Promise<void> {
  const accounts = await lockedAccounts(tx, seller, inputs, 'items');
  inputs.forEach((input, index) => {
    requireText(input.externalId, `items[${index}].externalId`);
  });
  const nextId = await reserveIdentities(tx, inputs.length);
  const { rowCount } = await tx.client.query(
    `insert into extra_item (seller_id, id, account_id, external_id, description, at, until, every, amount, quantity, currency, tax_category, facts,
                             recorded_at)
     select $1, i.id, i.account_id, i.external_id, i.description, i.at, i.until, i.every, i.amount, i.quantity, i.currency, i.tax_category, i.facts,
            i.recorded_at
     from jsonb_to_recordset($2::jsonb) as i(id bigint, account_id bigint, external_id text, description text, at timestamptz, until timestamptz,
       every jsonb, amount numeric, quantity numeric, currency text, tax_category text, facts jsonb, recorded_at timestamptz)
     on conflict (seller_id, external_id) do nothing`,
    [
      seller.id,
      JSON.stringify(
        inputs.map((input) => ({
          id: String(nextId()),
          account_id: String(accounts.get(input.account)!.id),
          external_id: input.externalId,
          description: input.description,
          at: formatInstant(input.at),
          until: input.until === null ? null : formatInstant(input.until),
          every: input.every,
          amount: formatExact(input.amount),
          quantity: formatExact(input.quantity),
          currency: accounts.get(input.account)!.currency,
          tax_category: input.taxCategory,
          facts: input.facts ?? null,
          recorded_at: formatInstant(Math.min(input.recorded ?? now, now)),
        })),
      ),
    ],
  );
  if (rowCount !== inputs.length) throw repeatedItem('items');
  await writeEvents(
    tx,
    inputs.map(({ account, externalId, amount }) => {
      const data = { account, amount: formatExact(amount), currency: accounts.get(account)!.currency };
      return tell['item.added']({ sellerId: seller.id, subject: externalId, occurredAt: now, data });
    }),
  );
  await wake(tx, seller, inputs, accounts);
}

export interface CreditInput {
  readonly account: string;
  readonly externalId: string;
  /** External id of an extra item, or ref of a component. */
  readonly item: string;
  readonly at: number;
  readonly amount: Rational;
  /** Needed where the account is charged for it in several currencies. */
  readonly currency?: string;
  readonly reason: string;
}

/** Lowers what was charged for an item or a component, to zero at the most. */
export async function addCredits(tx: Transaction, seller: Seller, inputs: readonly CreditInput[], now: number): Promise<void> {
  const accounts = await lockedAccounts(tx, seller, inputs, 'credits');
  inputs.forEach((input, index) => {
    requireText(input.externalId, `credits[${index}].externalId`);
    if (sign(input.amount) < 0 || isZero(input.amount)) throw wrongCredit(`credits[${index}].amount`);
  });
  const currencyOf = await creditCurrencies(tx, seller.id, inputs, accounts);
  await requireOpenComponents(tx, seller.id, inputs, accounts);
  const nextId = await reserveIdentities(tx, inputs.length);
  await tx.client.query(
    `insert into item_credit (seller_id, id, account_id, external_id, item, at, amount, currency, reason, recorded_at)
     select $1, c.id, c.account_id, c.external_id, c.item, c.at, c.amount, c.currency, c.reason, $3
     from jsonb_to_recordset($2::jsonb)
       as c(id bigint, account_id bigint, external_id text, item text, at timestamptz, amount numeric, currency text, reason text)`,
    [
      seller.id,
      JSON.stringify(
        inputs.map((input, index) => ({
          id: String(nextId()),
          account_id: String(accounts.get(input.account)!.id),
          external_id: input.externalId,
          item: input.item,
          at: formatInstant(input.at),
          amount: formatExact(input.amount),
          currency: currencyOf(input, index),
          reason: input.reason,
        })),
      ),
      formatInstant(now),
    ],
  );
  await writeEvents(
    tx,
    inputs.map((input, index) => {
      const data = { account: input.account, amount: formatExact(input.amount), currency: currencyOf(input, index) };
      return tell['credit.added']({ sellerId: seller.id, subject: input.externalId, occurredAt: now, data });
    }),
  );
  const items = inputs.map((input) => ({ accountId: accounts.get(input.account)!.id, item: input.item }));
  await tx.client.query(
    `update extra_item e set is_open = true from unnest($2::bigint[], $3::text[]) as c(account_id, item)
     where e.seller_id = $1 and e.account_id = c.account_id and e.external_id = c.item and not e.is_open`,
    [seller.id, items.map((one) => one.accountId), items.map((one) => one.item)],
  );
  await touchSubscriptionsOf(
    tx,
    seller.id,
    inputs.map((input) => ({ accountId: accounts.get(input.account)!.id, day: dayOf(accounts.get(input.account)!, input.at) })),
  );
  await wake(tx, seller, inputs, accounts);
}

/** A credit lowers one period of a component, and what usage that is gone measured stays as it is. */
async function requireOpenComponents(
  tx: Transaction,
  sellerId: bigint,
  inputs: readonly CreditInput[],
  accounts: ReadonlyMap<string, AccountRow>,
): Promise<void> {
  const usageFrom = await readUsageHorizon(tx);
  if (usageFrom === null) return;
  const places = await findComponents(
    tx,
    sellerId,
    inputs.map((input) => input.item),
  );
  const plans = await loadPlans(tx, sellerId, [...new Set([...places.values()].map((place) => place.plan))]);
  const components = [...plans.values()].flatMap(({ plan }) => plan.components);
  inputs.forEach(({ account, item, at }, index) => {
    const zone = zoneOf(accounts.get(account)!);
    const named = components.filter(({ ref }) => ref === item);
    requireOpenUsage(usageFrom, { day: zone.dayOf(at), zone, path: `credits[${index}].at` }, named);
  });
}

/** The currency of what is credited: the item's, else the one in which the account's subscriptions are charged. */
async function creditCurrencies(
  tx: Transaction,
  sellerId: bigint,
  inputs: readonly CreditInput[],
  accounts: ReadonlyMap<string, AccountRow>,
): Promise<(input: CreditInput, index: number) => string> {
  const { rows } = await tx.client.query<{ accountId: bigint; item: string | null; currency: string }>(
    `select account_id as "accountId", external_id as item, currency from extra_item
     where seller_id = $1 and account_id = any($2::bigint[]) and external_id = any($3::text[])
     union select account_id, null, currency from subscription where seller_id = $1 and account_id = any($2::bigint[])`,
    [sellerId, [...accounts.values()].map((account) => account.id), inputs.map((input) => input.item)],
  );
  return (input, index) => {
    const account = accounts.get(input.account)!;
    const own = rows.filter((row) => row.accountId === account.id);
    const ofItem = own.filter((row) => row.item === input.item);
    const charged = (ofItem.length > 0 ? ofItem : own.filter((row) => row.item === null)).map((row) => row.currency);
    if (input.currency !== undefined && charged.length > 0 && !charged.includes(input.currency)) {
      throw otherCurrency(input.item, input.currency, `credits[${index}].currency`);
    }
    if (input.currency === undefined && charged.length > 1) throw creditCurrency(input.item, charged.sort(), `credits[${index}].currency`);
    return input.currency ?? charged[0] ?? account.currency;
  };
}

async function lockedAccounts(
  tx: Transaction,
  seller: Seller,
  inputs: readonly { readonly account: string }[],
  list: string,
): Promise<Map<string, AccountRow>> {
  const rows = await findAccounts(tx, seller.id, [...new Set(inputs.map((input) => input.account))]);
  const accounts = new Map(rows.map((row) => [row.externalId, row]));
  inputs.forEach((input, index) => {
    if (!accounts.has(input.account)) throw unknownAccount(input.account, `${list}[${index}].account`);
  });
  await lockAccounts(
    tx,
    seller.id,
    rows.map((row) => row.id),
  );
  return accounts;
}

async function wake(
  tx: Transaction,
  seller: Seller,
  inputs: readonly { readonly account: string; readonly at: number }[],
  accounts: ReadonlyMap<string, AccountRow>,
): Promise<void> {
  const touched = inputs.map((input) => {
    const account = accounts.get(input.account)!;
    return { accountId: account.id, day: dayOf(account, input.at) };
  });
  await touchItems(tx, seller.id, touched);
  await pullBillingDates(
    tx,
    seller.id,
    inputs.map((input, index) => ({ accountId: touched[index]!.accountId, at: input.at })),
  );
}

function dayOf(account: AccountRow, at: number): number {
  return zoneOf(account).dayOf(at);
}

function zoneOf(account: AccountRow): Zone {
  const zone = findZone(account.zone);
  assert(zone !== null, `zone ${account.zone} of a stored account`);
  return zone;
}

export interface StoredItem {
  readonly id: bigint;
  readonly accountId: bigint;
  readonly externalId: string;
  readonly description: string;
  readonly at: number;
  readonly until: number | null;
  readonly every: Period | null;
  readonly amount: Rational;
  readonly quantity: Rational;
  readonly currency: string;
  readonly taxCategory: string;
  readonly facts: Readonly<Record<string, string>> | null;
  readonly recorded: number;
}

/** Items that can still bring something. */
export async function loadOpenItems(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<StoredItem[]> {
  const { rows } = await tx.client.query<Omit<StoredItem, 'amount' | 'quantity'> & { amount: string; quantity: string }>(
    `select id, account_id as "accountId", external_id as "externalId", description, at, until, every, amount, quantity, currency,
            coalesce(tax_category, 'standard') as "taxCategory", facts, recorded_at as recorded
     from extra_item where seller_id = $1 and account_id = any($2::bigint[]) and is_open order by id`,
    [sellerId, accountIds],
  );
  return rows.map((row) => ({ ...row, amount: readDecimal(row.amount), quantity: readDecimal(row.quantity) }));
}

export async function closeItems(tx: Transaction, sellerId: bigint, ids: readonly bigint[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.client.query('update extra_item set is_open = false where seller_id = $1 and id = any($2::bigint[])', [sellerId, ids]);
}

export interface StoredCredit {
  readonly accountId: bigint;
  readonly externalId: string;
  readonly item: string;
  readonly at: number;
  readonly recorded: number;
  readonly amount: Rational;
  readonly currency: string;
}

export async function loadCredits(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<StoredCredit[]> {
  const { rows } = await tx.client.query<Omit<StoredCredit, 'amount'> & { amount: string }>(
    `select account_id as "accountId", external_id as "externalId", item, at, recorded_at as recorded, amount, currency
     from item_credit where seller_id = $1 and account_id = any($2::bigint[]) order by id`,
    [sellerId, accountIds],
  );
  return rows.map((row) => ({ ...row, amount: readDecimal(row.amount) }));
}
