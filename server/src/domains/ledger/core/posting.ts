// A posting: one amount moved from one account of a book to another. It names both sides, so nothing unbalanced can be written down.
import { assert } from '../../../kernel/assert.ts';
import type { Day } from '../../../kernel/calendar/civil.ts';

/** The chart of accounts. Each book, one a seller, has all of them in every currency it uses. docs/accounting.md says what each holds. */
export const CHART = {
  receivable: 'What customers owe by issued documents',
  customer_balance: 'What customers have standing to their credit',
  revenue: 'Earned sales, without tax',
  deferred_revenue: 'Billed sales whose months are still to come',
  tax_payable: 'Tax charged and owed to the authorities',
  payments: 'Money received or given back',
} as const;

export type LedgerAccount = keyof typeof CHART;

export interface Posting {
  readonly book: bigint;
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly currency: string;
  /** Always above zero: the other direction is the other way round. */
  readonly amountMinor: bigint;
  /** First day of the month deferred revenue belongs to; null where neither side is deferred. */
  readonly serviceMonth: Day | null;
}

/** A signed movement as a posting: nothing for zero, turned round below zero. */
export function movement(
  book: bigint,
  currency: string,
  debit: LedgerAccount,
  credit: LedgerAccount,
  amountMinor: bigint,
  serviceMonth: Day | null = null,
): Posting[] {
  assert(debit !== credit, 'a posting moves between two accounts');
  if (amountMinor === 0n) return [];
  if (amountMinor > 0n) return [{ book, debit, credit, currency, amountMinor, serviceMonth }];
  return [{ book, debit: credit, credit: debit, currency, amountMinor: -amountMinor, serviceMonth }];
}

export function reversePosting(posting: Posting): Posting {
  return { ...posting, debit: posting.credit, credit: posting.debit };
}

/** Debits less credits of each account, by book and currency: "1/EUR/receivable". */
export function balancesOf(postings: readonly Posting[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  const add = (posting: Posting, account: LedgerAccount, amountMinor: bigint): void => {
    const key = `${posting.book}/${posting.currency}/${account}`;
    balances.set(key, (balances.get(key) ?? 0n) + amountMinor);
  };
  for (const posting of postings) {
    add(posting, posting.debit, posting.amountMinor);
    add(posting, posting.credit, -posting.amountMinor);
  }
  return balances;
}
