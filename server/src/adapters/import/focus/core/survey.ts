// The first reading of a file: what it holds, without keeping its rows. Memory grows with accounts, prices and meters, not with rows.
import { civilFromDay, type Day, dayFromCivil } from '../../../../kernel/calendar/civil.ts';
import { findCurrency } from '../../../../kernel/money/currency.ts';
import { add, type Rational, sign, ZERO } from '../../../../kernel/money/rational.ts';
import {
  type AccountReference,
  type BillReference,
  type ComponentReference,
  classifyRow,
  type UsageRow,
  type Verdict,
} from './classify-row.ts';
import { type FocusRow, readText } from './focus-row.ts';
import { dayOfInstant } from './read-value.ts';
import { createRepeatedRows, noteRow, type RepeatedRows } from './repeated-rows.ts';

export interface SurveyedBill {
  readonly reference: BillReference;
  rows: number;
  /** Sum of the rows' identities modulo 2^128: the same rows in another order are the same bill. */
  digest: bigint;
}

export interface SurveyedMeter {
  readonly account: string;
  readonly component: string;
  startsOn: Day;
}

export interface Survey {
  /** The provider's, else that of the first row that has one. */
  currency: string | null;
  rows: number;
  rowsInCurrency: number;
  /** For the refusal of a file in another currency. */
  otherCurrency: string | null;
  readonly bills: Map<string, SurveyedBill>;
  readonly accounts: Map<string, AccountReference>;
  readonly components: Map<string, ComponentReference>;
  readonly meters: Map<string, SurveyedMeter>;
  /** What may be taken back by negative rows: the sum of the other rows by bill, account, component and month. */
  readonly taken: Map<string, Rational>;
  readonly repeated: RepeatedRows;
}

export function startSurvey(currency: string | null): Survey {
  return {
    currency,
    rows: 0,
    rowsInCurrency: 0,
    otherCurrency: null,
    bills: new Map(),
    accounts: new Map(),
    components: new Map(),
    meters: new Map(),
    taken: new Map(),
    repeated: createRepeatedRows(),
  };
}

export function surveyRow(survey: Survey, row: FocusRow): void {
  survey.rows += 1;
  noteRow(survey.repeated, row.identity);
  noteCurrency(survey, row);
  const verdict = classifyRow(row, survey.currency ?? '');
  if (verdict.bill !== null) noteBill(survey, verdict.bill, row.identity);
  if (verdict.account !== null && namesAccount(verdict) && !survey.accounts.has(verdict.account.externalId)) {
    survey.accounts.set(verdict.account.externalId, verdict.account);
  }
  if (verdict.kind === 'usage' && sign(verdict.quantity) >= 0) noteUsage(survey, verdict);
}

function noteCurrency(survey: Survey, row: FocusRow): void {
  const currency = readText(row.values.BillingCurrency)?.toUpperCase() ?? null;
  if (currency === null) return;
  if (survey.currency === null && findCurrency(currency) !== null) survey.currency = currency;
  if (currency === survey.currency) survey.rowsInCurrency += 1;
  else survey.otherCurrency ??= currency;
}

function noteBill(survey: Survey, reference: BillReference, identity: string): void {
  let bill = survey.bills.get(reference.key);
  if (bill === undefined) {
    bill = { reference, rows: 0, digest: 0n };
    survey.bills.set(reference.key, bill);
  }
  bill.rows += 1;
  bill.digest = BigInt.asUintN(128, bill.digest + BigInt(`0x${identity}`));
}

/** A row that is refused for another reason than its money still tells who is billed. */
function namesAccount(verdict: Verdict): boolean {
  return verdict.kind !== 'refused' || !verdict.code.startsWith('focus.currency_');
}

function noteUsage(survey: Survey, usage: UsageRow): void {
  const account = usage.account.externalId;
  const component = usage.component.key;
  if (!survey.components.has(component)) survey.components.set(component, usage.component);
  const startsOn = firstOfMonth(usage.at);
  const meterKey = `${account}\u0000${component}`;
  const meter = survey.meters.get(meterKey);
  if (meter === undefined) survey.meters.set(meterKey, { account, component, startsOn });
  else if (startsOn < meter.startsOn) meter.startsOn = startsOn;
  const key = monthKey(usage);
  survey.taken.set(key, add(survey.taken.get(key) ?? ZERO, usage.quantity));
}

function firstOfMonth(instant: number): Day {
  const { year, month } = civilFromDay(dayOfInstant(instant));
  return dayFromCivil(year, month, 1);
}

/** A meter's total is that of the month its events fall in, which is the window they are billed in, within one bill. */
export function monthKey(usage: UsageRow): string {
  return `${usage.bill.key}\u0000${usage.account.externalId}\u0000${usage.component.key}\u0000${firstOfMonth(usage.at)}`;
}
