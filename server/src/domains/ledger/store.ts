// All SQL of the books.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { readDay } from '../../kernel/stored-values.ts';
import { type CopyValue, copyInto } from '../../platform/postgres/copy.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Posting } from './core/posting.ts';

export type PostingCause = 'invoice' | 'credit_note' | 'settlement' | 'release' | 'payment' | 'refund';

export interface Journal {
  /** The document's id, or an id of its own. */
  readonly id: bigint;
  readonly postedOn: number;
  readonly accountId: bigint | null;
  readonly entries: readonly { readonly cause: PostingCause; readonly posting: Posting }[];
}

const POSTING_COLUMNS = [
  'seller_id',
  'journal_id',
  'position',
  'cause',
  'posted_on',
  'account_id',
  'debit',
  'credit',
  'currency',
  'amount_minor',
  'service_month',
];

export async function insertJournals(tx: Transaction, journals: Iterable<Journal>): Promise<void> {
  await copyInto(tx.client, 'posting', POSTING_COLUMNS, postingRows(journals));
}

function* postingRows(journals: Iterable<Journal>): Generator<readonly CopyValue[]> {
  for (const journal of journals) {
    const postedOn = formatDay(journal.postedOn);
    let position = 0;
    for (const { cause, posting } of journal.entries) {
      position += 1;
      yield [
        posting.book,
        journal.id,
        position,
        cause,
        postedOn,
        journal.accountId,
        posting.debit,
        posting.credit,
        posting.currency,
        posting.amountMinor,
        posting.serviceMonth === null ? null : formatDay(posting.serviceMonth),
      ];
    }
  }
}

export interface Standing {
  readonly accountId: bigint;
  readonly currency: string;
  readonly balanceMinor: bigint;
}

export async function loadBalances(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<Standing[]> {
  const { rows } = await tx.client.query<Standing>(
    `select account_id as "accountId", currency, balance_minor as "balanceMinor" from account_balance
     where seller_id = $1 and account_id = any($2::bigint[]) and balance_minor > 0`,
    [sellerId, accountIds],
  );
  return rows;
}

export interface OpenReceivable {
  readonly accountId: bigint;
  readonly currency: string;
  readonly invoiceId: bigint;
  readonly openMinor: bigint;
}

/** Unpaid invoices, oldest first. */
export async function loadOpenReceivables(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<OpenReceivable[]> {
  if (accountIds.length === 0) return [];
  const { rows } = await tx.client.query<OpenReceivable>(
    `select account_id as "accountId", currency, invoice_id as "invoiceId", open_minor as "openMinor" from receivable
     where seller_id = $1 and account_id = any($2::bigint[]) and open_minor > 0 order by due_on, invoice_id`,
    [sellerId, accountIds],
  );
  return rows;
}

export interface BalanceChange {
  readonly sellerId: bigint;
  readonly accountId: bigint;
  readonly currency: string;
  readonly receivableMinor: bigint;
  readonly balanceMinor: bigint;
}

export async function changeBalances(tx: Transaction, changes: readonly BalanceChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.client.query(
    `insert into account_balance as b (seller_id, account_id, currency, receivable_minor, balance_minor)
     select c.seller_id, c.account_id, c.currency, 0, 0
     from unnest($1::bigint[], $2::bigint[], $3::text[]) as c(seller_id, account_id, currency)
     where not exists (select 1 from account_balance o where (o.seller_id, o.account_id, o.currency) = (c.seller_id, c.account_id, c.currency))
     on conflict do nothing`,
    [changes.map((one) => one.sellerId), changes.map((one) => one.accountId), changes.map((one) => one.currency)],
  );
  await tx.client.query(
    `update account_balance b set receivable_minor = b.receivable_minor + c.receivable, balance_minor = b.balance_minor + c.balance
     from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[]) as c(seller_id, account_id, currency, receivable, balance)
     where (b.seller_id, b.account_id, b.currency) = (c.seller_id, c.account_id, c.currency)`,
    [
      changes.map((one) => one.sellerId),
      changes.map((one) => one.accountId),
      changes.map((one) => one.currency),
      changes.map((one) => one.receivableMinor),
      changes.map((one) => one.balanceMinor),
    ],
  );
}

export interface NewReceivable {
  readonly sellerId: bigint;
  readonly invoiceId: bigint;
  readonly accountId: bigint;
  readonly currency: string;
  readonly dueOn: number;
  readonly openMinor: bigint;
}

export async function insertReceivables(tx: Transaction, receivables: readonly NewReceivable[]): Promise<void> {
  if (receivables.length === 0) return;
  await copyInto(
    tx.client,
    'receivable',
    ['seller_id', 'invoice_id', 'account_id', 'currency', 'due_on', 'open_minor'],
    receivables.map((one) => [one.sellerId, one.invoiceId, one.accountId, one.currency, formatDay(one.dueOn), one.openMinor]),
  );
}

export async function setOpen(
  tx: Transaction,
  sellerId: bigint,
  open: readonly { readonly invoiceId: bigint; readonly openMinor: bigint }[],
): Promise<void> {
  if (open.length === 0) return;
  await tx.client.query(
    `update receivable r set open_minor = o.open_minor from unnest($2::bigint[], $3::bigint[]) as o(invoice_id, open_minor)
     where r.seller_id = $1 and r.invoice_id = o.invoice_id`,
    [sellerId, open.map((one) => one.invoiceId), open.map((one) => one.openMinor)],
  );
}

export async function openBook(tx: Transaction, sellerId: bigint): Promise<void> {
  await tx.client.query('insert into book (seller_id) values ($1)', [sellerId]);
}

/** Takes the book's row, so that one releases at a time. Answers up to which month it was done, as a day number. */
export async function lockBook(tx: Transaction, sellerId: bigint): Promise<number | null> {
  const { rows } = await tx.client.query<{ through: number | null }>(
    `select released_through - date '1970-01-01' as through from book where seller_id = $1 for no key update`,
    [sellerId],
  );
  return rows[0]?.through ?? null;
}

export interface DeferredMonth {
  readonly month: number;
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** What still stands deferred for months up to one, from a year before the last release on: older months were emptied and get nothing new. */
export async function listDeferred(tx: Transaction, sellerId: bigint, from: number | null, through: number): Promise<DeferredMonth[]> {
  const { rows } = await tx.client.query<{ month: string; currency: string; amount: string }>(
    `select service_month as month, currency, sum(case when credit = 'deferred_revenue' then amount_minor else -amount_minor end) as amount
     from posting
     where seller_id = $1 and service_month is not null and service_month <= $3 and ($2::date is null or service_month >= $2::date - 366)
     group by service_month, currency
     having sum(case when credit = 'deferred_revenue' then amount_minor else -amount_minor end) <> 0
     order by service_month, currency`,
    [sellerId, from === null ? null : formatDay(from), formatDay(through)],
  );
  return rows.map((row) => ({ month: readDay(row.month), currency: row.currency, amountMinor: BigInt(row.amount) }));
}

export async function setReleasedThrough(tx: Transaction, sellerId: bigint, month: number): Promise<void> {
  await tx.client.query('update book set released_through = greatest(released_through, $2::date) where seller_id = $1', [
    sellerId,
    formatDay(month),
  ]);
}
