// What a run would bill: its first two steps, on one snapshot, with nothing written. A day still to come is a forecast of what is recurring.
import type { Day } from '../../kernel/calendar/civil.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { findProvider, getSellers, listDueAccounts, noProvider } from '../accounts/index.ts';
import { type InvoiceView, previewOf } from './invoice-view.ts';
import { CatalogMemory, loadAccounts, loadOpenOf } from './load-accounts.ts';
import { issueDay } from './number-series.ts';
import { planBatch } from './plan-batch.ts';
import { BATCH_SIZE, type Clock, decideAll, horizonOf, type ParkedReport } from './run-billing.ts';

export interface BillingPreview {
  readonly invoices: readonly InvoiceView[];
  /** Accounts that the run would set aside. */
  readonly wouldPark: readonly ParkedReport[];
}

export async function previewBilling(database: Database, clock: Clock, asOf: Day | null): Promise<BillingPreview> {
  const now = await clock.read();
  const invoices: InvoiceView[] = [];
  const wouldPark: ParkedReport[] = [];
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
          const batch = await loadAccounts(tx, seller, own, memory, 'look');
          const { decided, failed } = decideAll(batch, horizon);
          wouldPark.push(...failed.map(({ account, code, detail }) => ({ account, code, detail })));
          const issuedOn = await issueDay(tx, seller.id, findZone(seller.zone)!.dayOf(now));
          let next = 0n;
          const works = decided.map((account) => account.work);
          const plan = planBatch(batch, decided, await loadOpenOf(tx, seller.id, works), issuedOn, () => (next -= 1n));
          invoices.push(...previewOf(batch, plan.documents));
        }
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  );
  return { invoices, wouldPark };
}
