// What the books say when a fiscal document is issued: the customer owes its total; its net is earned now or in later months; its tax is owed on.
// A credit note has negative amounts and therefore the same postings the other way round.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { movement, type Posting } from './posting.ts';
import { firstOfMonth, nextMonth, spreadOverMonths } from './spread-over-months.ts';

export interface NetPart {
  readonly amountMinor: bigint;
  /** Billed before the service it pays for; then `from` and `to` say when that is. */
  readonly inAdvance: boolean;
  readonly from: Day;
  readonly to: Day;
}

export interface DocumentMoney {
  readonly book: bigint;
  readonly currency: string;
  readonly postedOn: Day;
  readonly parts: readonly NetPart[];
  readonly taxMinor: bigint;
}

/** What is earned by the end of the month of posting counts as earned; only later months are deferred. */
export function documentPostings(money: DocumentMoney): Posting[] {
  const { book, currency } = money;
  const thisMonth = firstOfMonth(money.postedOn);
  const monthAfter = nextMonth(thisMonth);
  let earned = 0n;
  const deferred = new Map<Day, bigint>();
  for (const part of money.parts) {
    if (!part.inAdvance || part.to <= monthAfter) {
      earned += part.amountMinor;
      continue;
    }
    for (const share of spreadOverMonths(part.amountMinor, part.from, part.to)) {
      if (share.month <= thisMonth) earned += share.amountMinor;
      else deferred.set(share.month, (deferred.get(share.month) ?? 0n) + share.amountMinor);
    }
  }
  const postings = movement(book, currency, 'receivable', 'revenue', earned);
  for (const month of [...deferred.keys()].sort((a, b) => a - b)) {
    postings.push(...movement(book, currency, 'receivable', 'deferred_revenue', deferred.get(month) ?? 0n, month));
  }
  postings.push(...movement(book, currency, 'receivable', 'tax_payable', money.taxMinor));
  return postings;
}

/** A month begins: what was deferred to it, less what credits took back since, becomes revenue. */
export function releasePostings(book: bigint, currency: string, month: Day, deferredMinor: bigint): Posting[] {
  return movement(book, currency, 'deferred_revenue', 'revenue', deferredMinor, month);
}
