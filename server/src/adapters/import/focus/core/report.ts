// What an import says about itself: counts, sums and every row that could not be billed.

export interface RefusedRow {
  /** Rows are counted from 1 after the header; lines from 1 with it. They differ by more than one where a field holds line breaks. */
  readonly row: number;
  readonly line: number;
  /** Stable: `focus.cost_mismatch`. */
  readonly code: string;
  readonly reason: string;
  readonly account: string | null;
  /** ListCost as printed, or null where the row has none that can be read. */
  readonly listCost: string | null;
}

export interface ImportReport {
  readonly fileName: string;
  readonly contentHash: string;
  readonly currency: string;
  /** True when there was no provider and one was made with the file's currency. */
  readonly providerMade: boolean;
  /** Rows of the file without its header. */
  readonly rows: number;
  readonly bills: readonly BillReport[];
  /** True when every bill of the file was recorded before, row for row: nothing was written. */
  readonly nothingNew: boolean;
  /** Found in the file, and of these how many were made now. */
  readonly accounts: number;
  readonly accountsMade: number;
  readonly components: number;
  readonly componentsMade: number;
  readonly subscriptions: number;
  readonly subscriptionsMade: number;
  readonly events: number;
  readonly eventsMade: number;
  readonly items: number;
  readonly itemsMade: number;
  /** Rows of the file that could not be billed. events + items + refused = rows. */
  readonly refused: number;
  /** Sums of ListCost over the whole file, decimal strings. billable + items + refused = total, to the last digit. */
  readonly listCost: string;
  readonly billableListCost: string;
  readonly itemListCost: string;
  readonly refusedListCost: string;
  readonly refusedByCode: readonly { readonly code: string; readonly rows: number; readonly listCost: string }[];
  readonly refusals: readonly RefusedRow[];
  /** Refused rows beyond those listed in `refusals`; all of them are kept in the books. */
  readonly refusalsOmitted: number;
  readonly warnings: readonly string[];
}

export interface BillReport {
  readonly key: string;
  readonly provider: string;
  readonly billingAccountId: string;
  /** YYYY-MM-DD. */
  readonly periodStart: string;
  readonly rows: number;
  readonly recordedBefore: boolean;
}
