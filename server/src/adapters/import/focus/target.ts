// What the FOCUS import needs of the books: one transaction that takes a provider's bill whole or not at all.
//
// The order of calls of one import:
//   1. `findCurrency` (the file is then read once, written nowhere: a malformed file never opens a transaction)
//   2. `open` → lock, begin the transaction, make the provider if there is none
//   3. `recordedBills` of every bill in the file; a bill recorded with the same digest is skipped,
//      one recorded with another digest is compared by `compareRows` and the import is rolled back
//   4. `addAccounts`, `addComponents`, `addSubscriptions` (each in batches; parents always come before what names them),
//      then `addEvents`, `addItems`, `addRefusals` in batches, interleaved, in the file's order
//   5. `commit` with the report, or `rollback`. After either no other method is called.
// Batches hold at most `BATCH_SIZE` entries, are never empty and may be kept by the callee.
//
// How it is meant to be billed. Each component is one published plan of one metered component: monthly, in arrears, `sum`, price model
// `unit`, no included units, no quantity rounding, price in the provider's currency valid since ever. Each subscription is one account on one
// such plan, anchored on day 1, whose windows are therefore calendar months of UTC. Each item is a one-time extra item of the account.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Rational } from '../../../kernel/money/rational.ts';
import type { ImportReport, RefusedRow } from './core/report.ts';

export const BATCH_SIZE = 2_000;

/** What a bill is known by for ever: "AWS/1234567890123/2024-09-01". Also the `source` of its usage events, so (seller, source, id) is unique. */
export type BillKey = string;

export interface ImportBill {
  readonly key: BillKey;
  readonly provider: string;
  readonly billingAccountId: string;
  readonly billingAccountName: string | null;
  /** First day of the billing period, UTC. */
  readonly periodStart: Day;
  /** Day after the billing period, UTC, when the file tells. */
  readonly periodEnd: Day | null;
  readonly rows: number;
  /** Hex; the same for the same rows in any order. */
  readonly digest: string;
}

export interface ImportIdentity {
  /** For people: the name the caller gave. */
  readonly fileName: string;
  /** SHA-256 of the file's bytes after decompression, hex. */
  readonly contentHash: string;
  /** The provider's currency; when there is no provider yet, the file's, and one is made with it. */
  readonly currency: string;
}

/** An account billed by the provider, found or made by its external id. A name is only given to an account that is made. */
export interface ImportAccount {
  /** SubAccountId, else BillingAccountId: shown wherever the account is. */
  readonly externalId: string;
  readonly name: string;
  /** Always UTC; an account found in another zone is refused with `focus.account_zone`, since its months would not be the file's. */
  readonly zone: 'UTC';
  readonly currency: string;
}

/** One SKU price: found or made by its key. The key holds everything that makes it another price, so what is found is never changed. */
export interface ImportComponent {
  /** "AWS/HQEH3ZWJVT46JHRG.JRTCKXETXF.VF6T3GAUKQ@0.085/GB"; with a price per SKU only "Oracle/sku:B92307@0.0015/GB Hours". */
  readonly key: string;
  readonly provider: string;
  /** For invoice lines: the charge description, else the service's name, else the price id. */
  readonly name: string;
  readonly skuId: string | null;
  readonly priceId: string | null;
  /** Of PricingQuantity: "GB"; "unit" where the file names none. */
  readonly unit: string;
  /** Major units for one unit, exact, never negative. */
  readonly unitPrice: Rational;
}

/** A meter: one account's consumption at one price. Found or made by (account, component). */
export interface ImportSubscription {
  readonly account: string;
  readonly component: string;
  /**
   * First day of the month (UTC) of the earliest event. A subscription that exists and starts later gets one more start fact at this day
   * (a start while in service changes nothing); one that starts earlier is left alone.
   */
  readonly startsOn: Day;
}

export interface ImportEvent {
  /** Stable: the same row of the same bill always has the same id. */
  readonly id: string;
  readonly bill: BillKey;
  readonly account: string;
  readonly component: string;
  /** ChargePeriodStart, milliseconds since 1970 UTC. */
  readonly at: number;
  /** PricingQuantity; may be negative, but a month's sum of one account and component within a bill never is. */
  readonly quantity: Rational;
}

export type ItemKind = 'credit' | 'adjustment' | 'tax' | 'purchase' | 'negative_usage' | 'other';

/** A one-time extra item on the account at its list cost, outside any plan. */
export interface ImportItem {
  readonly id: string;
  readonly bill: BillKey;
  readonly account: string;
  readonly kind: ItemKind;
  readonly name: string;
  /** Major units, exact, signed: a credit is below zero. Its exact amount on the invoice is this, unrounded. */
  readonly amount: Rational;
  readonly at: number;
}

/** A row that could not be billed, kept with its reason: accepted rows = stored + refused. Found or made by its id. */
export interface ImportRefusal extends RefusedRow {
  readonly id: string;
  /** Null where provider, billing account or billing period cannot be read. */
  readonly bill: BillKey | null;
}

export interface RecordedBill {
  readonly key: BillKey;
  readonly rows: number;
  readonly digest: string;
}

export interface RowReference {
  readonly id: string;
  /** Line in the file. */
  readonly line: number;
}

export interface BillDifference {
  /** Rows of the file that the books do not have: the lowest five lines, and how many there are. */
  readonly unknownLines: readonly number[];
  readonly unknownCount: number;
  /** Recorded rows that the file does not have, told for people ("usage of 0.5 at 2024-09-02T00:00:00Z, account 1138"): five, and how many. */
  readonly missing: readonly string[];
  readonly missingCount: number;
}

export interface ImportTarget {
  /** The provider's currency, or null when there is no provider yet. */
  findCurrency(): Promise<string | null>;
  /** Waits for another import to end (one at a time), begins, makes the provider if there is none. */
  open(identity: ImportIdentity): Promise<ImportTransaction>;
}

export interface ImportTransaction {
  /** True when `open` made the provider. */
  readonly providerMade: boolean;
  /** Those of the given bills that were committed before. */
  recordedBills(keys: readonly BillKey[]): Promise<readonly RecordedBill[]>;
  /** Sets the ids of a bill's rows against what was recorded of it: the ids of its events, items and refusals together. */
  compareRows(bill: BillKey, rows: AsyncIterable<readonly RowReference[]>): Promise<BillDifference>;
  /** Bills about to be written, before anything that names them. */
  addBills(bills: readonly ImportBill[]): Promise<void>;
  /** Each method answers how many were made (not found). */
  addAccounts(accounts: readonly ImportAccount[]): Promise<number>;
  addComponents(components: readonly ImportComponent[]): Promise<number>;
  addSubscriptions(subscriptions: readonly ImportSubscription[]): Promise<number>;
  addEvents(events: readonly ImportEvent[]): Promise<void>;
  addItems(items: readonly ImportItem[]): Promise<void>;
  addRefusals(refusals: readonly ImportRefusal[]): Promise<void>;
  /** Keeps the report beside the import and makes everything visible at once. */
  commit(report: ImportReport): Promise<void>;
  /** Leaves nothing behind, the provider included. Safe after a lost connection. */
  rollback(): Promise<void>;
}
