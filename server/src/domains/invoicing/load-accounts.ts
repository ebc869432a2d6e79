// The first step of a run: everything a batch of accounts needs, in a fixed number of queries whatever the batch's size.
import { assert } from '../../kernel/assert.ts';
import type { Day } from '../../kernel/calendar/civil.ts';
import { addPeriod } from '../../kernel/calendar/period.ts';
import { findZone, type Zone } from '../../kernel/calendar/zone.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import {
  type AccountRow,
  type DueAccount,
  listAccountsById,
  listCurrencies,
  loadSettings,
  type Seller,
  type SettingsOnADay,
} from '../accounts/index.ts';
import { type CatalogPlan, type Component, loadPlans, type Plan } from '../catalog/index.ts';
import { loadFixedDiscounts, type StoredDiscount } from '../discounts/index.ts';
import { loadBalances, loadOpenReceivables, type OpenInvoice } from '../ledger/index.ts';
import { audienceOf, type ListedEntry, loadEntries, priceBook } from '../pricelists/index.ts';
import { cellId, commitmentRef, type PriceSource } from '../rating/index.ts';
import {
  type Fact,
  holdUsage,
  loadCredits,
  loadFacts,
  loadOpenItems,
  lockSubscriptionsOf,
  type StoredCredit,
  type StoredItem,
  type SubscriptionRow,
} from '../subscriptions/index.ts';
import { type EventSource, eventSource, loadLevelsBefore, loadUsage, type UsageEvent } from '../usage/index.ts';
import { type CellNames, loadCells, loadItemCells, type StoredCell } from './register-store.ts';
import { createTaxDecider, loadOwnRates, type TaxDecider } from './tax-treatments.ts';

export interface SubscriptionWork {
  readonly row: SubscriptionRow;
  readonly facts: readonly Fact[];
  readonly usage: EventSource;
}

export interface AccountWork {
  readonly due: DueAccount;
  readonly account: AccountRow;
  readonly zone: Zone;
  readonly subscriptions: readonly SubscriptionWork[];
  readonly items: readonly StoredItem[];
  readonly credits: readonly StoredCredit[];
  readonly discounts: readonly StoredDiscount[];
  readonly prices: PriceSource;
  /** By the cell's identity. */
  readonly register: ReadonlyMap<string, StoredCell>;
  readonly balanceMinor: bigint;
  /** What stands for the account in another currency. */
  inCurrency(currency: string): Pick<AccountWork, 'prices' | 'balanceMinor'>;
}

/** What all accounts of a batch share. */
export interface Batch {
  readonly seller: Seller;
  readonly settings: SettingsOnADay;
  readonly tax: TaxDecider;
  /** Of currencies that are off: the first day whose periods are not billed. */
  readonly offFrom: ReadonlyMap<string, Day>;
  /** The instant from which on usage is kept. Null: all of it is. */
  readonly usageFrom: number | null;
  readonly catalog: ReadonlyMap<string, CatalogPlan>;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly components: ReadonlyMap<string, Component>;
  readonly works: readonly AccountWork[];
}

/** Published versions never change, so a run reads each once. */
export class CatalogMemory {
  readonly catalog = new Map<string, CatalogPlan>();
  readonly plans = new Map<string, Plan>();
  readonly components = new Map<string, Component>();

  async need(tx: Transaction, sellerId: bigint, refs: Iterable<string>): Promise<void> {
    const missing = [...new Set(refs)].filter((ref) => !this.catalog.has(ref));
    for (const [ref, plan] of await loadPlans(tx, sellerId, missing)) {
      this.catalog.set(ref, plan);
      this.plans.set(ref, plan.plan);
      for (const component of plan.plan.components) this.components.set(component.ref, component);
    }
  }
}

/** `from`: look from that day on, whatever runs have seen; null: load neither usage nor what was billed, for those who ask of other things. */
export async function loadAccounts(
  tx: Transaction,
  seller: Seller,
  due: readonly DueAccount[],
  memory: CatalogMemory,
  lock: 'lock' | 'look' = 'lock',
  from?: Day | null,
): Promise<Batch> {
  const ids = due.map((one) => one.accountId);
  const accounts = new Map((await listAccountsById(tx, seller.id, ids)).map((row) => [row.id, row]));
  const settings = await loadSettings(tx, seller.id, ids);
  const found = await lockSubscriptionsOf(tx, seller.id, ids, lock);
  const rows = typeof from === 'number' ? found.map((row) => ({ ...row, touchedFrom: from })) : found;
  const facts = await loadFacts(
    tx,
    seller.id,
    rows.map((row) => row.id),
  );
  const refs = plansNamed(facts.values());
  await memory.need(tx, seller.id, refs);
  const plans = new Map(rows.map((row) => [row.id, plansOf(facts.get(row.id) ?? [], memory)]));
  const entries = await loadEntries(tx, seller.id, [...componentIds(memory, refs)], ids);
  const zones = new Map(due.map((one) => [one.accountId, zoneOf(one.zone)]));
  const usageFrom = await holdUsage(tx);
  const usage = await loadEventsOf(tx, seller.id, from === null ? [] : rows, plans, zones);
  const items = groupBy(await loadOpenItems(tx, seller.id, ids), (item) => item.accountId);
  const register = await loadRegister(tx, seller.id, from === null ? [] : rows, plans, memory, items);
  const credits = groupBy(await loadCredits(tx, seller.id, ids), (credit) => credit.accountId);
  const discounts = groupBy(await loadFixedDiscounts(tx, seller.id, ids), (discount) => discount.accountId);
  const balances = new Map((await loadBalances(tx, seller.id, ids)).map((row) => [`${row.accountId} ${row.currency}`, row.balanceMinor]));
  const subscriptions = groupBy(rows, (row) => row.accountId);
  const prices = new PriceSources(seller, entries);
  const works = due.map((one): AccountWork => {
    const account = accounts.get(one.accountId)!;
    const inCurrency = (currency: string): ReturnType<AccountWork['inCurrency']> => ({
      prices: prices.of(account, currency),
      balanceMinor: balances.get(`${one.accountId} ${currency}`) ?? 0n,
    });
    return {
      due: one,
      account,
      zone: zones.get(one.accountId)!,
      subscriptions: (subscriptions.get(one.accountId) ?? []).map((row) => ({
        row,
        facts: facts.get(row.id) ?? [],
        usage: usage.get(row.id) ?? NO_EVENTS,
      })),
      items: items.get(one.accountId) ?? [],
      credits: credits.get(one.accountId) ?? [],
      discounts: discounts.get(one.accountId) ?? [],
      register: register.get(one.accountId) ?? new Map(),
      ...inCurrency(account.currency),
      inCurrency,
    };
  });
  const tax = createTaxDecider(seller, await loadOwnRates(tx, seller.id));
  const offFrom = await loadOffFrom(tx, seller.id);
  const { catalog, plans: known, components } = memory;
  return { seller, settings, tax, offFrom, usageFrom, catalog, plans: known, components, works };
}

async function loadOffFrom(tx: Transaction, sellerId: bigint): Promise<Map<string, Day>> {
  const currencies = await listCurrencies(tx, sellerId);
  return new Map(currencies.flatMap(({ currency, offFrom }) => (offFrom === null ? [] : [[currency, offFrom] as const])));
}

/** Debts, credits and documents of an account stand apart by currency. */
export const standingOf = (account: AccountRow): string => `${account.id} ${account.currency}`;

/** Open invoices, which only credits need. */
export async function loadOpenOf(tx: Transaction, sellerId: bigint, works: readonly AccountWork[]): Promise<Map<string, OpenInvoice[]>> {
  const rows = await loadOpenReceivables(
    tx,
    sellerId,
    works.map((work) => work.account.id),
  );
  const open = new Map<string, OpenInvoice[]>();
  for (const row of rows) {
    const key = `${row.accountId} ${row.currency}`;
    const list = open.get(key) ?? [];
    list.push({ id: row.invoiceId, openMinor: row.openMinor });
    open.set(key, list);
  }
  return open;
}

const NO_EVENTS = eventSource([]);

function zoneOf(name: string): Zone {
  const zone = findZone(name);
  assert(zone !== null, `zone ${name} of a stored account`);
  return zone;
}

export function plansNamed(timelines: Iterable<readonly Fact[]>): Set<string> {
  const refs = new Set<string>();
  for (const facts of timelines) for (const fact of facts) if (fact.kind === 'start' || fact.kind === 'plan') refs.add(fact.plan);
  return refs;
}

function componentIds(memory: CatalogMemory, refs: Iterable<string>): Set<bigint> {
  const ids = new Set<bigint>();
  for (const ref of refs) for (const component of memory.catalog.get(ref)?.components ?? []) ids.add(component.id);
  return ids;
}

/** From where a subscription's windows are looked at: the last run, or what was touched before it. Null: from the beginning. */
export function sinceOf(row: SubscriptionRow): Day | null {
  if (row.billedThrough === null) return null;
  return row.touchedFrom === null ? row.billedThrough : Math.min(row.billedThrough, row.touchedFrom);
}

/** A commitment looks at all windows inside its own, so what it may need begins one of its periods earlier. */
function registerSince(row: SubscriptionRow, plans: readonly Plan[]): Day | null {
  const since = sinceOf(row);
  if (since === null) return null;
  return Math.min(since, ...plans.flatMap((plan) => (plan.commitment === null ? [] : [addPeriod(since, plan.commitment.period, -1)])));
}

function plansOf(facts: readonly Fact[], memory: CatalogMemory): Plan[] {
  return [...plansNamed([facts])].flatMap((ref) => memory.plans.get(ref) ?? []);
}

/** Windows in view may have begun one of their periods earlier. */
async function loadEventsOf(
  tx: Transaction,
  sellerId: bigint,
  rows: readonly SubscriptionRow[],
  plansOf: ReadonlyMap<bigint, readonly Plan[]>,
  zones: ReadonlyMap<bigint, Zone>,
): Promise<Map<bigint, EventSource>> {
  const wanted: { subscriptionId: bigint; from: number }[] = [];
  const levels: { subscriptionId: bigint; from: number; meter: string }[] = [];
  for (const row of rows) {
    const plans = plansOf.get(row.id)!;
    const metered = plans.flatMap((plan) => plan.components.filter((component) => component.kind === 'metered'));
    if (metered.length === 0) continue;
    const since = registerSince(row, plans);
    const earliest = since === null ? null : Math.min(...metered.map((component) => earlier(since, component)));
    const from = earliest === null ? 0 : zones.get(row.accountId)!.startOfDay(earliest);
    wanted.push({ subscriptionId: row.id, from });
    for (const { aggregate, meter } of metered) {
      if (aggregate === 'time' && meter !== null && earliest !== null) levels.push({ subscriptionId: row.id, from, meter });
    }
  }
  const events = await loadUsage(tx, sellerId, wanted);
  const before = await loadLevelsBefore(tx, sellerId, levels);
  return new Map(
    wanted.map(({ subscriptionId }) => [subscriptionId, eventSource(joined(before.get(subscriptionId), events.get(subscriptionId)))]),
  );
}

function earlier(since: Day, component: Component): Day {
  return component.period.unit === 'hour' ? since - 1 - Math.ceil(component.period.count / 24) : addPeriod(since, component.period, -1) - 1;
}

function joined(before: readonly UsageEvent[] | undefined, events: readonly UsageEvent[] | undefined): readonly UsageEvent[] {
  return before === undefined ? (events ?? []) : [...before, ...(events ?? [])];
}

async function loadRegister(
  tx: Transaction,
  sellerId: bigint,
  rows: readonly SubscriptionRow[],
  plansOf: ReadonlyMap<bigint, readonly Plan[]>,
  memory: CatalogMemory,
  items: ReadonlyMap<bigint, readonly StoredItem[]>,
): Promise<Map<bigint, Map<string, StoredCell>>> {
  const all = [...items.values()].flat();
  const names = cellNames(rows, memory, all);
  const billed = rows.filter((row) => row.billedThrough !== null);
  const wanted = billed.map((row) => ({ subscriptionId: row.id, since: registerSince(row, plansOf.get(row.id)!) }));
  const accountOf = new Map(rows.map((row) => [row.id, row.accountId]));
  const itemAccount = new Map(all.map((item) => [item.id, item.accountId]));
  const register = new Map<bigint, Map<string, StoredCell>>();
  for (const cell of [...(await loadCells(tx, sellerId, wanted, names)), ...(await loadItemCells(tx, sellerId, all, names))]) {
    const accountId = cell.subscriptionId === null ? itemAccount.get(cell.subjectId)! : accountOf.get(cell.subscriptionId)!;
    const cells = register.get(accountId) ?? new Map<string, StoredCell>();
    cells.set(cellId(cell.cell), cell);
    register.set(accountId, cells);
  }
  return register;
}

function cellNames(rows: readonly SubscriptionRow[], memory: CatalogMemory, items: readonly StoredItem[]): CellNames {
  const subscriptions = new Map(rows.map((row) => [row.id, row.externalId]));
  const refs = new Map<string, string>(items.map((item) => [`extra_item/${item.id}`, item.externalId]));
  for (const plan of memory.catalog.values()) {
    refs.set(`commitment/${plan.id}`, commitmentRef(plan.plan.key));
    for (const component of plan.components) refs.set(`component/${component.id}`, component.component.ref);
  }
  return {
    subscription: (id) => subscriptions.get(id) ?? String(id),
    ref: (kind, subjectId) => {
      const ref = refs.get(`${kind}/${subjectId}`);
      assert(ref !== undefined, `the register knows ${kind} ${subjectId}, the catalog does not`);
      return ref;
    },
  };
}

/** Buyers without prices of their own share what they see. */
class PriceSources {
  private readonly seller: Seller;
  private readonly entries: readonly ListedEntry[];
  private readonly withOverrides: ReadonlySet<string>;
  private readonly shared = new Map<string, PriceSource>();

  constructor(seller: Seller, entries: readonly ListedEntry[]) {
    this.seller = seller;
    this.entries = entries;
    this.withOverrides = new Set(entries.flatMap((entry) => entry.buyer ?? []));
  }

  of(account: AccountRow, currency: string): PriceSource {
    const buyer = String(account.id);
    const audience = audienceOf(account);
    const key = `${currency}/${this.withOverrides.has(buyer) ? buyer : audience}`;
    let source = this.shared.get(key);
    if (source === undefined) {
      const visible = this.entries.filter((entry) => entry.currency === currency && (entry.buyer === null || entry.buyer === buyer));
      source = priceBook(visible, { seller: String(this.seller.id), audience, buyer, isRoot: this.seller.parentId === null });
      this.shared.set(key, source);
    }
    return source;
  }
}

function groupBy<T, Key>(list: readonly T[], keyOf: (one: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
