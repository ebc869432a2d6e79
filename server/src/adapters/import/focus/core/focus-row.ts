// One row of a FOCUS 1.0 cost file as it is written, and the columns the import reads. Other columns only count for the row's identity.

/** Without these a row can be neither priced nor dated nor told from another bill's. */
export const REQUIRED_COLUMNS = [
  'BillingAccountId',
  'BillingCurrency',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargePeriodStart',
  'ListCost',
  'ListUnitPrice',
  'PricingQuantity',
  'ProviderName',
] as const;

/** FOCUS calls some of these mandatory; the import can do without. A column that is missing reads as blank. */
export const OPTIONAL_COLUMNS = [
  'BillingAccountName',
  'BillingPeriodEnd',
  'ChargeDescription',
  'ChargePeriodEnd',
  'ConsumedQuantity',
  'PricingUnit',
  'ServiceName',
  'SkuId',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
] as const;

export type FocusColumn = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];
export const FOCUS_COLUMNS: readonly FocusColumn[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];

export interface FocusRow {
  /** From 1 after the header. */
  readonly row: number;
  /** From 1 with the header: the line the row begins on. */
  readonly line: number;
  /** 32 hex digits that stand for everything written in the row, equal for identical rows. */
  readonly identity: string;
  readonly values: Readonly<Record<FocusColumn, string>>;
}

/** What is written, or null for blank and for the word NULL, which exports of databases write for nothing. */
export function readText(written: string): string | null {
  const text = written.trim();
  return text === '' || text.toUpperCase() === 'NULL' ? null : text;
}
