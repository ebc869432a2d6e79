// Decides what one row of a FOCUS file is: usage at a unit price, an extra item at its list cost, or something that cannot be billed.
//
// 2.5 GB at a list unit price of 0.085 with a list cost of 0.21250 is usage (2.5 × 0.085 = 0.2125); with a list cost of 0.21 it is too,
// since 0.21 is 0.2125 rounded as printed; with 0.22 it is refused. A row of tax or credit is an item, whatever its quantity says.
import type { Day } from '../../../../kernel/calendar/civil.ts';
import { formatDay } from '../../../../kernel/calendar/civil.ts';
import { findCurrency } from '../../../../kernel/money/currency.ts';
import { absolute, compare, formatExact, multiply, powerOfTen, type Rational, sign, subtract } from '../../../../kernel/money/rational.ts';
import { type FocusColumn, type FocusRow, readText } from './focus-row.ts';
import { dayOfInstant, isPlausible, type PrintedNumber, readInstant, readNumber } from './read-value.ts';

export interface BillReference {
  readonly key: string;
  readonly provider: string;
  readonly billingAccountId: string;
  readonly billingAccountName: string | null;
  readonly periodStart: Day;
  readonly periodEnd: Day | null;
}

export interface AccountReference {
  readonly externalId: string;
  readonly name: string;
}

export interface ComponentReference {
  readonly key: string;
  readonly provider: string;
  readonly name: string;
  readonly skuId: string | null;
  readonly priceId: string | null;
  readonly unit: string;
  readonly unitPrice: Rational;
}

export type ChargeKind = 'credit' | 'adjustment' | 'tax' | 'purchase' | 'other';

interface Billable {
  readonly bill: BillReference;
  readonly account: AccountReference;
  readonly name: string;
  readonly at: number;
  readonly listCost: Rational;
}

export type UsageRow = Billable & { readonly kind: 'usage'; readonly component: ComponentReference; readonly quantity: Rational };
export type ItemRow = Billable & { readonly kind: 'item'; readonly itemKind: ChargeKind };

export interface RefusedRowVerdict {
  readonly kind: 'refused';
  readonly code: string;
  readonly reason: string;
  readonly bill: BillReference | null;
  readonly account: AccountReference | null;
  readonly listCost: Rational | null;
}

export type Verdict = UsageRow | ItemRow | RefusedRowVerdict;

const LONGEST_KEY_TEXT = 300;
const LONGEST_NAME = 300;
const CHARGE_KINDS: ReadonlyMap<string, ChargeKind> = new Map([
  ['CREDIT', 'credit'],
  ['ADJUSTMENT', 'adjustment'],
  ['TAX', 'tax'],
  ['PURCHASE', 'purchase'],
]);

/** Thrown and caught in this file only: the first thing wrong with a row ends its reading. */
class RowRefusal {
  readonly code: string;
  readonly reason: string;

  constructor(code: string, reason: string) {
    this.code = code;
    this.reason = reason;
  }
}

/** What was understood of a row before it was refused, for the report. */
interface Understood {
  bill: BillReference | null;
  account: AccountReference | null;
  listCost: Rational | null;
}

export function classifyRow(row: FocusRow, currency: string): Verdict {
  const understood: Understood = { bill: null, account: null, listCost: null };
  try {
    return readRow(row, currency, understood);
  } catch (refusal) {
    if (!(refusal instanceof RowRefusal)) throw refusal;
    return { kind: 'refused', code: refusal.code, reason: refusal.reason, ...understood };
  }
}

function readRow(row: FocusRow, currency: string, understood: Understood): Verdict {
  const { values } = row;
  const written = readText(values.ListCost);
  understood.listCost = written === null ? null : (readNumber(written)?.value ?? null);
  const account = readAccount(row);
  understood.account = account;
  const bill = readBill(row);
  understood.bill = bill;
  checkCurrency(row, currency);
  const category = readText(values.ChargeCategory)?.toUpperCase();
  if (category === undefined) {
    throw new RowRefusal('focus.category_missing', 'ChargeCategory is blank; it must be Usage, Purchase, Tax, Credit or Adjustment');
  }
  const listCost = numberOf(row, 'ListCost');
  const at = readChargePeriod(row);
  const name = nameOf(row);
  if (category !== 'USAGE') {
    return { kind: 'item', bill, account, name, at, listCost: listCost.value, itemKind: CHARGE_KINDS.get(category) ?? 'other' };
  }
  const quantity = numberOf(row, 'PricingQuantity');
  const unitPrice = numberOf(row, 'ListUnitPrice');
  if (sign(unitPrice.value) < 0) {
    throw new RowRefusal(
      'focus.price_negative',
      `ListUnitPrice ${values.ListUnitPrice} is below zero; a price never is, only its quantity can be`,
    );
  }
  checkProduct(row, quantity.value, unitPrice.value, listCost);
  const component = readComponent(row, bill.provider, name, unitPrice.value);
  return { kind: 'usage', bill, account, name, at, listCost: listCost.value, component, quantity: quantity.value };
}

/** Identifies something for ever, so it is never shortened. */
function keyText(row: FocusRow, column: FocusColumn): string | null {
  const text = readText(row.values[column]);
  if (text !== null && text.length > LONGEST_KEY_TEXT) {
    throw new RowRefusal('focus.text_too_long', `${column} has ${text.length} characters; an identifier may have ${LONGEST_KEY_TEXT}`);
  }
  return text;
}

function displayText(written: string): string | null {
  const text = readText(written);
  return text !== null && text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}

function readAccount(row: FocusRow): AccountReference {
  const { values } = row;
  const subAccount = keyText(row, 'SubAccountId');
  if (subAccount !== null) return { externalId: subAccount, name: displayText(values.SubAccountName) ?? subAccount };
  const billingAccount = keyText(row, 'BillingAccountId');
  if (billingAccount === null) {
    throw new RowRefusal('focus.account_missing', 'SubAccountId and BillingAccountId are both blank: nobody is there to bill');
  }
  return { externalId: billingAccount, name: displayText(values.BillingAccountName) ?? billingAccount };
}

function readBill(row: FocusRow): BillReference {
  const provider = keyText(row, 'ProviderName');
  const billingAccountId = keyText(row, 'BillingAccountId');
  if (provider === null)
    throw new RowRefusal('focus.provider_missing', 'ProviderName is blank: the row cannot be told from another provider’s');
  if (billingAccountId === null) {
    throw new RowRefusal('focus.billing_account_missing', 'BillingAccountId is blank: the row cannot be assigned to a bill');
  }
  const start = instantOf(row, 'BillingPeriodStart');
  const end = readText(row.values.BillingPeriodEnd) === null ? null : instantOf(row, 'BillingPeriodEnd');
  if (end !== null && end <= start) {
    throw new RowRefusal(
      'focus.period_reversed',
      `the billing period ends (${row.values.BillingPeriodEnd}) before or when it starts (${row.values.BillingPeriodStart})`,
    );
  }
  const periodStart = dayOfInstant(start);
  return {
    // An escaped provider holds no slash and the day has one length, so no two bills share a key.
    key: `${provider.replaceAll('%', '%25').replaceAll('/', '%2F')}/${billingAccountId}/${formatDay(periodStart)}`,
    provider,
    billingAccountId,
    billingAccountName: displayText(row.values.BillingAccountName),
    periodStart,
    periodEnd: end === null ? null : dayOfInstant(end),
  };
}

function checkCurrency(row: FocusRow, currency: string): void {
  const written = readText(row.values.BillingCurrency)?.toUpperCase();
  if (written === currency) return;
  if (written === undefined) throw new RowRefusal('focus.currency_missing', 'BillingCurrency is blank');
  if (findCurrency(written) === null)
    throw new RowRefusal('focus.currency_unknown', `"${written.slice(0, 20)}" is no currency of ISO 4217`);
  throw new RowRefusal(
    'focus.currency_differs',
    `the row is in ${written}, the provider bills in ${currency}; amounts are never converted in silence`,
  );
}

function instantOf(row: FocusRow, column: FocusColumn): number {
  const written = readText(row.values[column]);
  if (written === null) throw new RowRefusal('focus.time_missing', `${column} is blank`);
  const instant = readInstant(written);
  if (instant === null) {
    throw new RowRefusal(
      'focus.time_unreadable',
      `${column} "${written.slice(0, 40)}" is no time; write it as 2024-09-18T22:00:00Z or 2024-09-18 22:00:00 (UTC)`,
    );
  }
  if (!isPlausible(instant)) {
    throw new RowRefusal('focus.time_out_of_range', `${column} "${written.slice(0, 40)}" lies outside the years 2000 to 2099`);
  }
  return instant;
}

function readChargePeriod(row: FocusRow): number {
  const start = instantOf(row, 'ChargePeriodStart');
  if (readText(row.values.ChargePeriodEnd) !== null && instantOf(row, 'ChargePeriodEnd') < start) {
    throw new RowRefusal(
      'focus.period_reversed',
      `the charge period ends (${row.values.ChargePeriodEnd}) before it starts (${row.values.ChargePeriodStart})`,
    );
  }
  return start;
}

function numberOf(row: FocusRow, column: FocusColumn): PrintedNumber {
  const written = readText(row.values[column]);
  if (written === null) throw new RowRefusal('focus.number_missing', `${column} is blank, so the row cannot be priced`);
  const number = readNumber(written);
  if (number === null) {
    const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
    throw new RowRefusal('focus.number_unreadable', `${column} "${shown}" is no decimal number of at most 30 decimals`);
  }
  if (number.tooLarge) {
    throw new RowRefusal('focus.number_too_large', `${column} ${written.slice(0, 40)} has more than 15 digits before the point`);
  }
  return number;
}

function fits(quantity: Rational, unitPrice: Rational, listCost: PrintedNumber): boolean {
  const difference = absolute(subtract(multiply(quantity, unitPrice), listCost.value));
  return compare(difference, { n: 1n, d: 2n * powerOfTen(listCost.places) }) <= 0;
}

function checkProduct(row: FocusRow, quantity: Rational, unitPrice: Rational, listCost: PrintedNumber): void {
  if (fits(quantity, unitPrice, listCost)) return;
  const { values } = row;
  const consumed = readNumber(values.ConsumedQuantity.trim());
  const hint =
    consumed !== null && fits(consumed.value, unitPrice, listCost) ? `; ConsumedQuantity ${values.ConsumedQuantity} would fit` : '';
  throw new RowRefusal(
    'focus.cost_mismatch',
    `PricingQuantity ${values.PricingQuantity} × ListUnitPrice ${values.ListUnitPrice} is ${formatExact(multiply(quantity, unitPrice))}, ` +
      `which is not ListCost ${values.ListCost} within half a unit of its last place${hint}`,
  );
}

function nameOf(row: FocusRow): string {
  const { values } = row;
  const written = values.ChargeDescription;
  return displayText(written) ?? displayText(values.ServiceName) ?? displayText(values.SkuPriceId) ?? displayText(values.SkuId) ?? 'Charge';
}

/** One component per price id, unit price and unit: where one price id has two prices in a file, both stand. */
function readComponent(row: FocusRow, provider: string, name: string, unitPrice: Rational): ComponentReference {
  const priceId = keyText(row, 'SkuPriceId');
  const skuId = keyText(row, 'SkuId');
  const unit = keyText(row, 'PricingUnit') ?? 'unit';
  const shown = priceId === null ? skuId && `sku:${escapeKey(skuId)}` : escapeKey(priceId).replace(/^sku:/, 'sku%3A');
  if (shown === null) throw new RowRefusal('focus.price_id_missing', 'SkuPriceId and SkuId are both blank: the price has no name');
  const owner = provider.replaceAll('%', '%25').replaceAll('/', '%2F');
  return { key: `${owner}/${shown}@${formatExact(unitPrice)}/${unit}`, provider, name, skuId, priceId, unit, unitPrice };
}

/** The first @ of a component's key ends its price id. */
function escapeKey(id: string): string {
  return id.replaceAll('%', '%25').replaceAll('@', '%40');
}
