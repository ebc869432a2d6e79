// What a run would bill: its first two steps, on one snapshot, with nothing written. A day still to come is a forecast of what is recurring.
import type { Day } from '../../kernel/calendar/civil.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import { type DueAccount, findProvider, getSellers, listDueAccounts, noProvider, type Seller } from '../accounts/index.ts';
import { HOLD_USAGE } from '../subscriptions/index.ts';
import { type InvoiceView, previewOf } from './invoice-view.ts';
import { CatalogMemory, loadAccounts, loadOpenOf } from './load-accounts.ts';
import { issueDay } from './number-series.ts';
import { planBatch } from './plan-batch.ts';
import { BATCH_SIZE, type Clock, decideAll, type Horizon, horizonOf, type ParkedReport } from './run-billing.ts';

export interface BillingPreview {
  readonly invoices: readonly InvoiceView[];
  /** Accounts that the run would set aside. */
  readonly wouldPark: readonly ParkedReport[];
}

export async function previewBilling(database: Database, clock: Clock, asOf: Day | null): Promise<BillingPreview> {
  const now = await clock.read();
  const preview: Gathered = { invoices: [], wouldPark: [] };
  await inTransaction(
    database,
    async (tx) => {
      if ((await findProvider(tx)) === null) throw noProvider();
      const horizon = await horizonOf(tx, asOf, now, 'allow');
      const memories = new Map<bigint, CatalogMemory>();
      for (let after = 0n; ; ) {
        const due = await listDueAccounts(tx, horizon.instants, BATCH_SIZE, after);
        if (due.length === 0) return;
        after = due[due.length - 1]!.accountId;
        for (const seller of await getSellers(tx, [...new Set(due.map((one) => one.sellerId))])) {
          const own = due.filter((one) => one.sellerId === seller.id);
          const memory = memories.get(seller.id) ?? new CatalogMemory();
          memories.set(seller.id, memory);
          await previewDue(tx, seller, own, memory, horizon, now, preview);
        }
      }
    },
    { isolation: 'repeatable read', readOnly: true, first: HOLD_USAGE },
  );
  return preview;
}

export interface PreviewPage extends BillingPreview {
  /** Ask for the next page after it; null after the last. */
  readonly nextAfter: bigint | null;
}

/** What a run would bill of one seller's accounts, a page of them at a time, or of one account. In the caller's transaction, whose facts count. */
export async function previewAccounts(
  tx: Transaction,
  seller: Seller,
  which: { readonly accountId: bigint | null; readonly asOf: Day | null; readonly after: bigint; readonly limit: number },
  now: number,
): Promise<PreviewPage> {
  const preview: Gathered = { invoices: [], wouldPark: [] };
  const horizon = await horizonOf(tx, which.asOf, now, 'allow');
  const only = { sellerId: seller.id, accountId: which.accountId };
  const due = await listDueAccounts(tx, horizon.instants, which.limit + 1, which.after, only);
  const page = due.slice(0, which.limit);
  if (page.length > 0) await previewDue(tx, seller, page, new CatalogMemory(), horizon, now, preview);
  return { ...preview, nextAfter: due.length > which.limit ? page[page.length - 1]!.accountId : null };
}

interface Gathered {
  readonly invoices: InvoiceView[];
  readonly wouldPark: ParkedReport[];
}

async function previewDue(
  tx: Transaction,
  seller: Seller,
  due: readonly DueAccount[],
  memory: CatalogMemory,
  horizon: Horizon,
  now: number,
  preview: Gathered,
): Promise<void> {
  const batch = await loadAccounts(tx, seller, due, memory, 'look');
  const { decided, failed } = decideAll(batch, horizon);
  preview.wouldPark.push(...failed.map(({ account, code, detail }) => ({ account, code, detail })));
  const issuedOn = await issueDay(tx, seller.id, findZone(seller.zone)!.dayOf(now));
  let next = 0n;
  const works = decided.map((account) => account.work);
  const plan = planBatch(batch, decided, await loadOpenOf(tx, seller.id, works), issuedOn, () => (next -= 1n));
  preview.invoices.push(...previewOf(batch, plan.documents));
}
