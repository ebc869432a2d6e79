// The currencies a seller sells in: turned on and off at any time, and which of them a new account gets.

import { type Day, formatDay, parseDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { listZones } from './billing-dates.ts';
import { requireCurrency, requireCurrentCurrency } from './check-party.ts';
import { currencyOffTooEarly } from './errors.ts';
import { tell } from './events.ts';
import { reserveIdentities } from './identities.ts';
import { recordSettings } from './record-settings.ts';
import type { CurrencyRule } from './settings.ts';
import { loadSellerSettings } from './settings-on-a-day.ts';
import type { Seller } from './store.ts';

export interface SellerCurrency {
  readonly currency: string;
  readonly enabled: boolean;
  /** No period that begins on this day or later is billed in it. */
  readonly offFrom: Day | null;
}

export interface CurrencySwitch {
  readonly currency: string;
  readonly enabled: boolean;
  /** When it is turned off: the first day whose periods are not billed in it any more. Tomorrow where nothing is said. */
  readonly from?: Day;
}

/** Off, it takes no new subscription from this moment; running ones go on to the end of their period. */
export async function switchCurrency(tx: Transaction, seller: Seller, input: CurrencySwitch, now: number): Promise<SellerCurrency> {
  const { code } = input.enabled ? requireCurrentCurrency(input.currency, 'currency') : requireCurrency(input.currency, 'currency');
  const offFrom = input.enabled ? null : await firstDayOff(tx, seller, input.from, now);
  const day = offFrom === null ? null : formatDay(offFrom);
  await tx.client.query(
    `insert into seller_currency (seller_id, currency, enabled, off_from) values ($1, $2, $3, $4)
     on conflict (seller_id, currency) do update set enabled = excluded.enabled, off_from = excluded.off_from`,
    [seller.id, code, input.enabled, day],
  );
  const nextId = await reserveIdentities(tx, 1);
  await tx.client.query(
    'insert into currency_switch (seller_id, id, currency, enabled, off_from, recorded_at) values ($1, $2, $3, $4, $5, $6)',
    [seller.id, nextId(), code, input.enabled, day, formatInstant(now)],
  );
  const data = { enabled: input.enabled, offFrom: day };
  await writeEvents(tx, [tell['currency.switched']({ sellerId: seller.id, subject: code, occurredAt: now, data })]);
  return { currency: code, enabled: input.enabled, offFrom };
}

/** After today wherever accounts live: what runs may have billed today stays as it is. */
async function firstDayOff(tx: Transaction, seller: Seller, from: Day | undefined, now: number): Promise<Day> {
  const zones = [seller.zone, ...(await listZones(tx))];
  const tomorrow = Math.max(...zones.map((name) => findZone(name)!.dayOf(now))) + 1;
  if (from !== undefined && from < tomorrow) throw currencyOffTooEarly(formatDay(from), formatDay(tomorrow));
  return from ?? tomorrow;
}

export async function listCurrencies(tx: Transaction, sellerId: bigint): Promise<SellerCurrency[]> {
  const { rows } = await tx.client.query<{ currency: string; enabled: boolean; offFrom: string | null }>(
    'select currency, enabled, off_from as "offFrom" from seller_currency where seller_id = $1 order by currency',
    [sellerId],
  );
  return rows.map((row) => ({ ...row, offFrom: row.offFrom === null ? null : parseDay(row.offFrom) }));
}

/** A currency that was never named counts as off. */
export async function listEnabledCurrencies(tx: Transaction, sellerId: bigint): Promise<Set<string>> {
  return new Set((await listCurrencies(tx, sellerId)).flatMap((one) => (one.enabled ? [one.currency] : [])));
}

/** Replaces the table by which new accounts get their currency; it counts at once, and what stood before stays in the history of settings. */
export async function setCurrencyRules(tx: Transaction, seller: Seller, rules: readonly CurrencyRule[], now: number): Promise<void> {
  const today = findZone(seller.zone)!.dayOf(now);
  await recordSettings(tx, seller.id, [{ accountId: null, key: 'currencyRules', value: rules, validFrom: today }], now);
}

export async function listCurrencyRules(tx: Transaction, seller: Seller, now: number): Promise<readonly CurrencyRule[]> {
  return (await loadSellerSettings(tx, seller.id, findZone(seller.zone)!.dayOf(now))).currencyRules;
}
