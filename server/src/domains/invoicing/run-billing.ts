// The billing run: claims batches of due accounts, decides each, writes all of a batch in one transaction. Any number of them may run at once,
// a second one right after does nothing, and what a stopped one left is still due.

import { Bug } from '../../kernel/assert.ts';
import type { Day } from '../../kernel/calendar/civil.ts';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { declareFailpoints, FailpointError, failpoint } from '../../platform/failpoint.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import {
  claimDueAccounts,
  type DueAccount,
  findProvider,
  getSellers,
  listAccountsById,
  listSellers,
  listZones,
  noProvider,
  parkAccounts,
  reserveIdentities,
  type Seller,
} from '../accounts/index.ts';
import { releaseRevenue } from '../ledger/index.ts';
import { applyBatch } from './apply-batch.ts';
import { type DecidedAccount, decideAccount, EVERYTHING_STORED } from './decide-account.ts';
import { type Batch, CatalogMemory, loadAccounts } from './load-accounts.ts';
import { DateMoved } from './number-series.ts';

declareFailpoints({
  'billing.claimed': 'The accounts of a batch are locked and nothing is written.',
  'billing.committed': 'A batch is committed and the next one not begun.',
});

/** Goes with every run, so that one can tell which rules made a step. */
export const ENGINE_VERSION = '1';
export const BATCH_SIZE = 500;

export interface BillingOptions {
  /** What is due by the end of this day, in each account's own zone. Null: today. */
  readonly asOf: Day | null;
  readonly batchSize?: number;
  /** Transactions at once in this process. */
  readonly workers?: number;
  /** Looked at between batches. What is left is still due, for the next run. */
  readonly stopping?: AbortSignal;
  readonly onProgress?: (report: BillingReport) => void;
}

export interface ParkedReport {
  readonly account: string;
  readonly code: string;
  readonly detail: string;
}

export interface BillingReport {
  accounts: number;
  documents: number;
  lines: number;
  readonly parked: ParkedReport[];
}

/** By zone: the day until which accounts are due, and its last instant. */
export interface Horizon {
  readonly days: ReadonlyMap<string, Day>;
  readonly instants: ReadonlyMap<string, number>;
}

export interface Clock {
  read(): Promise<number>;
}

export async function runBilling(database: Database, clock: Clock, options: BillingOptions): Promise<BillingReport> {
  const now = await clock.read();
  const { horizon, runs, sellers } = await inTransaction(database, (tx) => begin(tx, options.asOf, now));
  const report: BillingReport = { accounts: 0, documents: 0, lines: 0, parked: [] };
  await refreshStatistics(database);
  const worker = new BillingWorker(database, clock, horizon, runs, report, options);
  await Promise.all(Array.from({ length: options.workers ?? 1 }, () => worker.work()));
  for (const seller of sellers) {
    if (options.stopping?.aborted === true) break;
    await inTransaction(database, (tx) => releaseRevenue(tx, seller.id, findZone(seller.zone)!.dayOf(now)), { tries: 3 });
  }
  return report;
}

async function begin(
  tx: Transaction,
  asOf: Day | null,
  now: number,
): Promise<{ horizon: Horizon; runs: Map<bigint, bigint>; sellers: readonly Seller[] }> {
  if ((await findProvider(tx)) === null) throw noProvider();
  const sellers = await listSellers(tx);
  const horizon = await horizonOf(tx, asOf, now);
  const nextId = await reserveIdentities(tx, sellers.length);
  const runs = new Map(sellers.map((seller) => [seller.id, nextId()]));
  await tx.client.query(
    `insert into billing_run (seller_id, id, as_of, started_at, engine_version)
     select r.seller_id, r.id, $3, $4, $5 from unnest($1::bigint[], $2::bigint[]) as r(seller_id, id)`,
    [[...runs.keys()], [...runs.values()], formatDay(asOf ?? findZone(sellers[0]!.zone)!.dayOf(now)), formatInstant(now), ENGINE_VERSION],
  );
  return { horizon, runs, sellers };
}

/** A day that has not come anywhere is refused: billing it is what a preview is for. */
export async function horizonOf(tx: Transaction, asOf: Day | null, now: number, future: 'refuse' | 'allow' = 'refuse'): Promise<Horizon> {
  const days = new Map<string, Day>();
  const instants = new Map<string, number>();
  const zones = (await listZones(tx)).map((name) => findZone(name)!);
  const latest = Math.max(...zones.map((zone) => zone.dayOf(now)), findZone('UTC')!.dayOf(now));
  if (asOf !== null && asOf > latest && future === 'refuse') {
    throw new Refusal(
      'billing.day_not_come',
      `${formatDay(asOf)} has not come yet: the clock stands at ${formatInstant(now)}. Look at it with --preview, or move the clock first (prorata clock --to).`,
      { path: '--as-of' },
    );
  }
  for (const zone of zones) {
    const today = zone.dayOf(now);
    const day = asOf === null ? today : future === 'allow' ? asOf : Math.min(asOf, today);
    days.set(zone.name, day);
    instants.set(zone.name, zone.startOfDay(day + 1) - 1);
  }
  return { days, instants };
}

class BillingWorker {
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly horizon: Horizon;
  private readonly runs: ReadonlyMap<bigint, bigint>;
  private readonly report: BillingReport;
  private readonly options: BillingOptions;
  private readonly memory = new Map<bigint, CatalogMemory>();

  constructor(
    database: Database,
    clock: Clock,
    horizon: Horizon,
    runs: ReadonlyMap<bigint, bigint>,
    report: BillingReport,
    options: BillingOptions,
  ) {
    this.database = database;
    this.clock = clock;
    this.horizon = horizon;
    this.runs = runs;
    this.report = report;
    this.options = options;
  }

  async work(): Promise<void> {
    while (this.options.stopping?.aborted !== true && (await this.batch(null)) > 0) this.options.onProgress?.(this.report);
  }

  /** Answers how many accounts were claimed. A batch that the database or a bug refuses is halved down to the account that causes it. */
  private async batch(only: readonly bigint[] | null): Promise<number> {
    let claimed: readonly DueAccount[] = [];
    try {
      const done = await inTransaction(this.database, async (tx) => {
        await preferIndexes(tx);
        claimed = await claimDueAccounts(tx, this.horizon.instants, this.options.batchSize ?? BATCH_SIZE, only);
        await failpoint('billing.claimed', tx.client);
        return this.bill(tx, claimed);
      });
      this.count(done);
      await failpoint('billing.committed');
    } catch (error) {
      if (error instanceof DateMoved || isContention(error)) return Math.max(1, claimed.length);
      if (claimed.length === 0 || !isOfTheData(error)) throw error;
      if (claimed.length === 1) await this.park(claimed[0]!, error);
      else await this.halves(claimed);
    }
    return claimed.length;
  }

  private async halves(claimed: readonly DueAccount[]): Promise<void> {
    const ids = claimed.map((one) => one.accountId);
    const middle = Math.ceil(ids.length / 2);
    for (const half of [ids.slice(0, middle), ids.slice(middle)]) await this.batch(half);
  }

  private count(done: BillingReport): void {
    this.report.accounts += done.accounts;
    this.report.documents += done.documents;
    this.report.lines += done.lines;
    this.report.parked.push(...done.parked);
  }

  private async bill(tx: Transaction, claimed: readonly DueAccount[]): Promise<BillingReport> {
    const done: BillingReport = { accounts: claimed.length, documents: 0, lines: 0, parked: [] };
    if (claimed.length === 0) return done;
    const now = await this.clock.read();
    for (const seller of await getSellers(tx, [...new Set(claimed.map((one) => one.sellerId))])) {
      const memory = this.memory.get(seller.id) ?? new CatalogMemory();
      this.memory.set(seller.id, memory);
      const due = claimed.filter((one) => one.sellerId === seller.id);
      const batch = await loadAccounts(tx, seller, due, memory);
      const { decided, failed } = decideAll(batch, this.horizon);
      await parkAccounts(tx, failed, now);
      done.parked.push(...failed.map(({ account, code, detail }) => ({ account, code, detail })));
      const today = findZone(seller.zone)!.dayOf(now);
      const applied = await applyBatch(tx, batch, decided, { id: this.runs.get(seller.id)!, today, now });
      done.documents += applied.documents;
      done.lines += applied.lines;
    }
    return done;
  }

  private async park(due: DueAccount, error: unknown): Promise<void> {
    const now = await this.clock.read();
    const detail = messageOf(error);
    const account = await inTransaction(this.database, async (tx) => {
      await parkAccounts(tx, [{ ...due, code: 'billing.write_refused', detail }], now);
      return (await listAccountsById(tx, due.sellerId, [due.accountId]))[0]!;
    });
    this.report.parked.push({ account: account.externalId, code: 'billing.write_refused', detail });
  }
}

/** Tables that grew tenfold since PostgreSQL last looked are looked at first: after an import it would plan as if they were empty. */
async function refreshStatistics(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_stat_user_tables s on s.relid = c.oid
     where c.relnamespace = 'public'::regnamespace and s.n_mod_since_analyze > 10 * greatest(c.reltuples, 100)`,
  );
  if (rows.length > 0) await database.pool.query(`analyze (skip_locked) ${rows.map((row) => row.name).join(', ')}`);
}

/**
 * A run touches few rows of tables of any size, always by their keys. Statistics of tables that were empty a moment ago would have PostgreSQL
 * scan them, and keep doing so for the foreign keys' checks, whose plans live as long as the connection.
 */
async function preferIndexes(tx: Transaction): Promise<void> {
  await tx.client.query('set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off');
}

export interface FailedAccount extends ParkedReport {
  readonly sellerId: bigint;
  readonly accountId: bigint;
}

/** An account that cannot be decided does not keep the others. */
export function decideAll(batch: Batch, horizon: Horizon): { decided: DecidedAccount[]; failed: FailedAccount[] } {
  const decided: DecidedAccount[] = [];
  const failed: FailedAccount[] = [];
  for (const work of batch.works) {
    try {
      decided.push(...decideAccount(batch, work, horizon.days.get(work.due.zone)!, EVERYTHING_STORED));
    } catch (error) {
      const code = error instanceof Refusal ? error.code : 'billing.failed';
      const { sellerId, accountId } = work.due;
      failed.push({ sellerId, accountId, account: work.account.externalId, code, detail: messageOf(error) });
    }
  }
  return { decided, failed };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : '';
}

/** Two transactions in each other's way; PostgreSQL chose this one to go back. */
function isContention(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error));
}

/** What will fail again in the same way: refused values, broken constraints, bugs of ours. Not a lost connection, a full disk, a planted fault. */
function isOfTheData(error: unknown): boolean {
  if (error instanceof FailpointError) return false;
  const code = codeOf(error);
  if (/^[0-9A-Z]{5}$/.test(code)) return code.startsWith('22') || code.startsWith('23') || code === 'P0001';
  return error instanceof Refusal || error instanceof Bug || error instanceof TypeError || error instanceof RangeError;
}
