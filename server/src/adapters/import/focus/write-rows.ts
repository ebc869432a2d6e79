// Hands an import to the books in batches: first what others name, then the rows in the file's order.
import type { PlannedRow } from './core/plan-import.ts';
import type { Survey, SurveyedBill } from './core/survey.ts';
import {
  BATCH_SIZE,
  type BillKey,
  type ImportAccount,
  type ImportBill,
  type ImportEvent,
  type ImportItem,
  type ImportRefusal,
  type ImportTransaction,
} from './target.ts';

export interface ParentsMade {
  readonly accountsMade: number;
  readonly componentsMade: number;
  readonly subscriptionsMade: number;
}

/** Nothing is written where `transaction` is null. */
export async function addParents(
  survey: Survey,
  currency: string,
  recordedBefore: ReadonlySet<BillKey>,
  transaction: ImportTransaction | null,
): Promise<ParentsMade> {
  if (transaction === null) return { accountsMade: 0, componentsMade: 0, subscriptionsMade: 0 };
  const newBills = [...survey.bills.values()].filter(({ reference }) => !recordedBefore.has(reference.key)).map(toBill);
  await inBatches(newBills, async (batch) => {
    await transaction.addBills(batch);
    return 0;
  });
  const accounts = [...survey.accounts.values()].map(
    ({ externalId, name }): ImportAccount => ({ externalId, name, zone: 'UTC', currency }),
  );
  return {
    accountsMade: await inBatches(accounts, (batch) => transaction.addAccounts(batch)),
    componentsMade: await inBatches([...survey.components.values()], (batch) => transaction.addComponents(batch)),
    subscriptionsMade: await inBatches([...survey.meters.values()], (batch) => transaction.addSubscriptions(batch)),
  };
}

export function formatDigest(digest: bigint): string {
  return digest.toString(16).padStart(32, '0');
}

function toBill({ reference, rows, digest }: SurveyedBill): ImportBill {
  return { ...reference, rows, digest: formatDigest(digest) };
}

async function inBatches<T>(entries: readonly T[], write: (batch: readonly T[]) => Promise<number>): Promise<number> {
  let made = 0;
  for (let start = 0; start < entries.length; start += BATCH_SIZE) made += await write(entries.slice(start, start + BATCH_SIZE));
  return made;
}

export interface Writer {
  /** True when a batch is full and `flushFull` is due. */
  take(planned: PlannedRow): boolean;
  flushFull(): Promise<void>;
  flushAll(): Promise<void>;
  made(): { readonly eventsMade: number; readonly itemsMade: number };
}

/** Rows of bills recorded before are passed over. */
export function createWriter(transaction: ImportTransaction | null, recordedBefore: ReadonlySet<BillKey>): Writer {
  let events: ImportEvent[] = [];
  let items: ImportItem[] = [];
  let refusals: ImportRefusal[] = [];
  let eventsMade = 0;
  let itemsMade = 0;

  async function flush(least: number): Promise<void> {
    if (transaction === null) return;
    if (events.length >= least) {
      const batch = events;
      events = [];
      await transaction.addEvents(batch);
    }
    if (items.length >= least) {
      const batch = items;
      items = [];
      await transaction.addItems(batch);
    }
    if (refusals.length >= least) {
      const batch = refusals;
      refusals = [];
      await transaction.addRefusals(batch);
    }
  }

  return {
    take(planned) {
      if (transaction === null) return false;
      const bill = billOf(planned);
      if (bill !== null && recordedBefore.has(bill)) return false;
      if (planned.kind === 'event') {
        eventsMade += 1;
        return events.push(toEvent(planned)) >= BATCH_SIZE;
      }
      if (planned.kind === 'item') {
        itemsMade += 1;
        return items.push(toItem(planned)) >= BATCH_SIZE;
      }
      return refusals.push({ ...planned.refused, id: planned.id, bill }) >= BATCH_SIZE;
    },
    flushFull: () => flush(BATCH_SIZE),
    flushAll: () => flush(1),
    made: () => ({ eventsMade, itemsMade }),
  };
}

function billOf(planned: PlannedRow): BillKey | null {
  if (planned.kind === 'event') return planned.usage.bill.key;
  return planned.kind === 'item' ? planned.row.bill.key : planned.bill;
}

function toEvent({ id, usage }: Extract<PlannedRow, { kind: 'event' }>): ImportEvent {
  const { bill, account, component, at, quantity } = usage;
  return { id, bill: bill.key, account: account.externalId, component: component.key, at, quantity };
}

function toItem({ id, itemKind, row }: Extract<PlannedRow, { kind: 'item' }>): ImportItem {
  const { bill, account, name, listCost, at } = row;
  return { id, bill: bill.key, account: account.externalId, kind: itemKind, name, amount: listCost, at };
}
