// Books in memory for the import's tests: whole or not at all, refusing what names nothing, priced by quantity × price per month.
import type { ImportReport } from '../adapters/import/focus/core/report.ts';
import type {
  BillDifference,
  ImportAccount,
  ImportBill,
  ImportComponent,
  ImportEvent,
  ImportItem,
  ImportRefusal,
  ImportSubscription,
  ImportTarget,
  ImportTransaction,
  RowReference,
} from '../adapters/import/focus/target.ts';
import { assert } from '../kernel/assert.ts';
import { civilFromDay } from '../kernel/calendar/civil.ts';
import { add, multiply, type Rational, sign, ZERO } from '../kernel/money/rational.ts';

export interface MemoryBooks {
  currency: string | null;
  readonly bills: Map<string, ImportBill>;
  readonly accounts: Map<string, ImportAccount>;
  readonly components: Map<string, ImportComponent>;
  readonly subscriptions: Map<string, ImportSubscription>;
  readonly events: Map<string, ImportEvent>;
  readonly items: Map<string, ImportItem>;
  readonly refusals: Map<string, ImportRefusal>;
  readonly reports: ImportReport[];
}

export interface MemoryImportTarget extends ImportTarget {
  readonly books: () => MemoryBooks;
  /** Transactions begun and not ended. */
  readonly openTransactions: () => number;
}

function copyBooks(books: MemoryBooks): MemoryBooks {
  return {
    currency: books.currency,
    bills: new Map(books.bills),
    accounts: new Map(books.accounts),
    components: new Map(books.components),
    subscriptions: new Map(books.subscriptions),
    events: new Map(books.events),
    items: new Map(books.items),
    refusals: new Map(books.refusals),
    reports: [...books.reports],
  };
}

export function createMemoryImportTarget(currency: string | null): MemoryImportTarget {
  let books = copyBooks({
    currency,
    bills: new Map(),
    accounts: new Map(),
    components: new Map(),
    subscriptions: new Map(),
    events: new Map(),
    items: new Map(),
    refusals: new Map(),
    reports: [],
  });
  let open = 0;
  return {
    books: () => books,
    openTransactions: () => open,
    findCurrency: async () => books.currency,
    open: async (identity) => {
      open += 1;
      const staged = copyBooks(books);
      const providerMade = staged.currency === null;
      staged.currency ??= identity.currency;
      let ended = false;
      const end = () => {
        if (!ended) open -= 1;
        ended = true;
      };
      return {
        providerMade,
        ...createStage(staged),
        commit: async (report) => {
          staged.reports.push(report);
          books = staged;
          end();
        },
        rollback: async () => end(),
      };
    },
  };
}

function createStage(staged: MemoryBooks): Omit<ImportTransaction, 'providerMade' | 'commit' | 'rollback'> {
  return {
    recordedBills: async (keys) => keys.flatMap((key) => staged.bills.get(key) ?? []),
    compareRows: (bill, rows) => compareRows(staged, bill, rows),
    addBills: async (bills) => {
      for (const bill of bills) addNew(staged.bills, bill.key, bill);
    },
    addAccounts: async (accounts) => addMissing(staged.accounts, accounts, ({ externalId }) => externalId),
    addComponents: async (components) => addMissing(staged.components, components, ({ key }) => key),
    addSubscriptions: async (subscriptions) => {
      const made = addMissing(staged.subscriptions, subscriptions, subscriptionKey);
      for (const wanted of subscriptions) {
        assert(staged.accounts.has(wanted.account), `no account ${wanted.account}`);
        assert(staged.components.has(wanted.component), `no component ${wanted.component}`);
        const found = staged.subscriptions.get(subscriptionKey(wanted))!;
        if (found.startsOn > wanted.startsOn) staged.subscriptions.set(subscriptionKey(wanted), wanted);
      }
      return made;
    },
    addEvents: async (events) => {
      for (const event of events) {
        const subscription = staged.subscriptions.get(subscriptionKey(event));
        assert(staged.bills.has(event.bill), `no bill ${event.bill}`);
        assert(subscription !== undefined, `no subscription for ${event.id}`);
        assert(subscription.startsOn * 86_400_000 <= event.at, `${event.id} lies before its subscription`);
        addNew(staged.events, `${event.bill} ${event.id}`, event);
      }
    },
    addItems: async (items) => {
      for (const item of items) {
        assert(staged.accounts.has(item.account), `no account ${item.account}`);
        addNew(staged.items, `${item.bill} ${item.id}`, item);
      }
    },
    addRefusals: async (refusals) => {
      for (const refusal of refusals) staged.refusals.set(`${refusal.bill} ${refusal.id}`, refusal);
    },
  };
}

function subscriptionKey({ account, component }: { readonly account: string; readonly component: string }): string {
  return `${account}\u0000${component}`;
}

function addNew<T>(into: Map<string, T>, key: string, value: T): void {
  assert(!into.has(key), `${key} is there already`);
  into.set(key, value);
}

function addMissing<T>(into: Map<string, T>, values: readonly T[], keyOf: (value: T) => string): number {
  const before = into.size;
  for (const value of values) if (!into.has(keyOf(value))) into.set(keyOf(value), value);
  return into.size - before;
}

async function compareRows(books: MemoryBooks, bill: string, rows: AsyncIterable<readonly RowReference[]>): Promise<BillDifference> {
  const recorded = new Map<string, string>();
  for (const kept of [books.events, books.items, books.refusals]) {
    for (const { id, bill: owner } of kept.values()) if (owner === bill) recorded.set(id, `row ${id.slice(0, 6)}`);
  }
  const unknown: number[] = [];
  for await (const batch of rows) {
    for (const { id, line } of batch) if (!recorded.delete(id)) unknown.push(line);
  }
  const missing = [...recorded.values()];
  return {
    unknownLines: unknown.sort((a, b) => a - b).slice(0, 5),
    unknownCount: unknown.length,
    missing: missing.slice(0, 5),
    missingCount: missing.length,
  };
}

/** What each account's invoices would add up to, unrounded: a month's negative total counts as nothing, as in billing. */
export function chargeExactly(books: MemoryBooks): ReadonlyMap<string, Rational> {
  const quantities = new Map<string, { readonly event: ImportEvent; total: Rational }>();
  for (const event of books.events.values()) {
    const { year, month } = civilFromDay(Math.floor(event.at / 86_400_000));
    const key = `${subscriptionKey(event)}\u0000${year}-${month}`;
    const before = quantities.get(key);
    quantities.set(key, { event, total: add(before?.total ?? ZERO, event.quantity) });
  }
  const charges = new Map<string, Rational>();
  const charge = (account: string, amount: Rational) => charges.set(account, add(charges.get(account) ?? ZERO, amount));
  for (const { event, total } of quantities.values()) {
    if (sign(total) > 0) charge(event.account, multiply(total, books.components.get(event.component)!.unitPrice));
  }
  for (const item of books.items.values()) charge(item.account, item.amount);
  return charges;
}
