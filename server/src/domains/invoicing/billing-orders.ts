// Billing runs as they are told: those that somebody asks for are written down and done by a job; those that servers do by themselves, once they are over.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { readDay } from '../../kernel/stored-values.ts';
import { writeEvents } from '../../platform/events/index.ts';
import { type CursorRow, type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import { addJob } from '../../platform/jobs/index.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import { findProvider, reserveIdentities } from '../accounts/index.ts';
import { tell } from './events.ts';
import { type BillingOptions, type BillingReport, type Clock, runBilling } from './run-billing.ts';

export const BILLING_JOB = 'billing.order';

/** The job is added in the same transaction; runs of one installation are done one after the other. */
export async function orderBilling(tx: Transaction, sellerId: bigint, asOf: number | null, now: number): Promise<bigint> {
  const id = (await reserveIdentities(tx, 1))();
  await tx.client.query('insert into billing_order (seller_id, id, as_of, ordered_at) values ($1, $2, $3, $4)', [
    sellerId,
    id,
    asOf === null ? null : formatDay(asOf),
    formatInstant(now),
  ]);
  await addJob(tx.client, BILLING_JOB, { sellerId: String(sellerId), id: String(id) }, { queue: BILLING_JOB });
  return id;
}

/** Bears being done twice: what is billed is not billed again, and the figures begin anew. */
export async function doBillingOrder(database: Database, clock: Clock, payload: unknown, workers: number): Promise<void> {
  const { sellerId, id } = payload as { sellerId: string; id: string };
  const key = [sellerId, id];
  const { rows } = await database.pool.query<{ asOf: string | null }>(
    `update billing_order set state = 'running', began_at = $3 where seller_id = $1 and id = $2 and state in ('waiting', 'running') returning as_of as "asOf"`,
    [...key, formatInstant(await clock.read())],
  );
  const order = rows[0];
  if (order === undefined) return;
  const write = (report: BillingReport) =>
    database.pool.query(
      'update billing_order set accounts = $3, documents = $4, lines = $5, parked = $6 where seller_id = $1 and id = $2',
      [...key, report.accounts, report.documents, report.lines, report.parked.length],
    );
  let writing: Promise<unknown> = Promise.resolve();
  try {
    const asOf = order.asOf === null ? null : readDay(order.asOf);
    const onProgress = (report: BillingReport) => {
      writing = write(report).catch(() => undefined);
    };
    const report = await runBilling(database, clock, { asOf, workers, onProgress });
    await writing;
    await write(report);
    await end(database, key, 'done', null, await clock.read());
  } catch (error) {
    await writing;
    if (!(error instanceof Refusal)) throw error;
    await end(database, key, 'failed', `${error.code}: ${error.message}`, await clock.read());
  }
}

/**
 * What a server does every hour. It is written down when it is over, and only where an account was due: most hours have nothing to tell. A process that
 * ends in the middle leaves what it has issued, and the rest to the next run.
 */
export async function billOnSchedule(database: Database, clock: Clock, options: Omit<BillingOptions, 'asOf'>): Promise<BillingReport> {
  const began = await clock.read();
  const report = await runBilling(database, clock, { asOf: null, ...options });
  if (report.accounts > 0) {
    const now = await clock.read();
    await inTransaction(database, async (tx) => {
      const provider = (await findProvider(tx))!;
      const id = (await reserveIdentities(tx, 1))();
      const counts = { accounts: report.accounts, documents: report.documents, lines: report.lines, parked: report.parked.length };
      await tx.client.query(
        `insert into billing_order (seller_id, id, state, is_scheduled, ordered_at, began_at, ended_at, accounts, documents, lines, parked)
         values ($1, $2, 'done', true, $3, $3, $4, $5, $6, $7, $8)`,
        [provider.id, id, formatInstant(began), formatInstant(now), counts.accounts, counts.documents, counts.lines, counts.parked],
      );
      await writeEvents(tx, [finished({ sellerId: provider.id, id, state: 'done', failure: null, ...counts }, now)]);
    });
  }
  return report;
}

interface FinishedRun extends Pick<OrderRow, 'id' | 'accounts' | 'documents' | 'parked'> {
  readonly sellerId: bigint;
  readonly state: 'done' | 'failed';
  readonly failure: string | null;
}

function finished({ sellerId, id, state, failure, accounts, documents, parked }: FinishedRun, now: number) {
  const subject = formatIdentifier('run', id);
  return tell['billing_run.finished']({ sellerId, subject, occurredAt: now, data: { state, failure, accounts, documents, parked } });
}

/** Told once: a run that was done twice ended the first time. */
async function end(
  database: Database,
  key: readonly string[],
  state: 'done' | 'failed',
  failure: string | null,
  now: number,
): Promise<void> {
  await inTransaction(database, async (tx) => {
    const { rows } = await tx.client.query<Pick<OrderRow, 'id' | 'accounts' | 'documents' | 'parked'> & { sellerId: bigint }>(
      `update billing_order set state = $3, failure = $4, ended_at = $5 where seller_id = $1 and id = $2 and state = 'running'
       returning seller_id as "sellerId", id, accounts, documents, parked`,
      [...key, state, failure, formatInstant(now)],
    );
    await writeEvents(
      tx,
      rows.map((row) => finished({ ...row, state, failure }, now)),
    );
  });
}

interface OrderRow {
  readonly id: bigint;
  readonly isScheduled: boolean;
  readonly asOf: string | null;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly orderedAt: number;
  readonly beganAt: number | null;
  readonly endedAt: number | null;
  readonly accounts: number;
  readonly documents: number;
  readonly lines: number;
  readonly parked: number;
  readonly failure: string | null;
}

export interface ToldOrder extends Omit<OrderRow, 'id' | 'orderedAt' | 'beganAt' | 'endedAt'> {
  readonly id: string;
  readonly orderedAt: string;
  readonly beganAt: string | null;
  readonly endedAt: string | null;
}

const ORDER = `o.id, o.is_scheduled as "isScheduled", o.as_of as "asOf", o.state, o.ordered_at as "orderedAt", o.began_at as "beganAt", o.ended_at as "endedAt", o.accounts, o.documents,
  o.lines, o.parked, o.failure`;

export async function findOrder(tx: Transaction, sellerId: bigint, id: bigint): Promise<ToldOrder | null> {
  const { rows } = await tx.client.query<OrderRow>(`select ${ORDER} from billing_order o where o.seller_id = $1 and o.id = $2`, [
    sellerId,
    id,
  ]);
  return rows[0] === undefined ? null : told(rows[0]);
}

interface OrderFilter {
  readonly state: OrderRow['state'] | null;
  /** The day as text. */
  readonly asOf: string | null;
  readonly isScheduled: boolean | null;
}

export async function listOrders(tx: Transaction, sellerId: bigint, query: PageQuery & OrderFilter): Promise<Page<ToldOrder>> {
  const page = pageSql(readPage(query), { ordered: { sql: 'o.id', type: 'bigint' } }, 'o.id', 5);
  const { rows } = await tx.client.query<OrderRow & CursorRow>(
    `select ${ORDER}, ${page.cursor} from billing_order o
     where o.seller_id = $1 and ($2::text is null or o.state = $2) and ($3::date is null or o.as_of = $3)
       and ($4::boolean is null or o.is_scheduled = $4) ${page.sql}`,
    [sellerId, query.state, query.asOf, query.isScheduled, ...page.values],
  );
  return pageFrom(query, rows, told);
}

function told({
  id,
  isScheduled,
  asOf,
  state,
  orderedAt,
  beganAt,
  endedAt,
  accounts,
  documents,
  lines,
  parked,
  failure,
}: OrderRow): ToldOrder {
  const when = (instant: number | null): string | null => (instant === null ? null : formatInstant(instant));
  return {
    id: formatIdentifier('run', id),
    isScheduled,
    asOf,
    state,
    orderedAt: formatInstant(orderedAt),
    beganAt: when(beganAt),
    endedAt: when(endedAt),
    accounts,
    documents,
    lines,
    parked,
    failure,
  };
}
