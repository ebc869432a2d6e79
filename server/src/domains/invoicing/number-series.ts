// Gapless numbers. The series' row is locked by the last statements of a transaction, so that many workers wait for each other only that long.

import { assert } from '../../kernel/assert.ts';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { readDay } from '../../kernel/stored-values.ts';
import { copyInto } from '../../platform/postgres/copy.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';

export type DocumentKind = 'invoice' | 'credit_note';

/** Somebody issued with a later date meanwhile: the transaction is to be tried again, with that date. */
export class DateMoved extends Error {
  constructor() {
    super('documents of a later date were issued meanwhile');
    this.name = 'DateMoved';
  }
}

export async function openSeries(tx: Transaction, sellerId: bigint, invoicePrefix = 'INV-', creditNotePrefix = 'CN-'): Promise<void> {
  const nextId = await reserveIdentities(tx, 2);
  await tx.client.query(
    `insert into number_series (seller_id, id, kind, prefix) values ($1, $2, 'invoice', $4), ($1, $3, 'credit_note', $5)`,
    [sellerId, nextId(), nextId(), invoicePrefix, creditNotePrefix],
  );
}

/** The day of issue: today, or the latest day the series have seen, since dates never decrease within a series. */
export async function issueDay(tx: Transaction, sellerId: bigint, today: number): Promise<number> {
  const { rows } = await tx.client.query<{ last: string | null }>(
    'select max(last_issued_on) as last from number_series where seller_id = $1',
    [sellerId],
  );
  const last = rows[0]?.last ?? null;
  return last === null ? today : Math.max(today, readDay(last));
}

export interface DocumentToNumber {
  readonly id: bigint;
  readonly kind: DocumentKind;
}

/** The last thing a transaction does. Answers the printed numbers by document. */
export async function numberDocuments(
  tx: Transaction,
  sellerId: bigint,
  documents: readonly DocumentToNumber[],
  issuedOn: number,
): Promise<Map<bigint, string>> {
  const numbers = new Map<bigint, string>();
  const rows: (readonly bigint[])[] = [];
  for (const kind of ['invoice', 'credit_note'] as const) {
    const own = documents.filter((document) => document.kind === kind);
    if (own.length === 0) continue;
    const series = await take(tx, sellerId, kind, own.length, issuedOn);
    own.forEach((document, index) => {
      const number = series.first + BigInt(index);
      rows.push([sellerId, series.id, number, document.id]);
      numbers.set(document.id, `${series.prefix}${String(number).padStart(series.digits, '0')}`);
    });
  }
  if (rows.length > 0) await copyInto(tx.client, 'invoice_number', ['seller_id', 'series_id', 'number', 'invoice_id'], rows);
  return numbers;
}

interface TakenNumbers {
  readonly id: bigint;
  readonly first: bigint;
  readonly prefix: string;
  readonly digits: number;
}

async function take(tx: Transaction, sellerId: bigint, kind: DocumentKind, count: number, issuedOn: number): Promise<TakenNumbers> {
  const { rows } = await tx.client.query<TakenNumbers>({
    name: 'number-series',
    text: `update number_series set next_number = next_number + $3, last_issued_on = $4
      where seller_id = $1 and kind = $2 and key = 'default' and (last_issued_on is null or last_issued_on <= $4)
      returning id, next_number - $3 as first, prefix, digits`,
    values: [sellerId, kind, count, formatDay(issuedOn)],
  });
  const series = rows[0];
  if (series !== undefined) return series;
  const { rowCount } = await tx.client.query(`select 1 from number_series where seller_id = $1 and kind = $2 and key = 'default'`, [
    sellerId,
    kind,
  ]);
  assert(rowCount === 1, `seller ${sellerId} has no series for a ${kind}`);
  throw new DateMoved();
}
