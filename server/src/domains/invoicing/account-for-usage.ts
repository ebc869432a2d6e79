// Accounts for every stored usage event: billed, open, or billed by nothing with the reason. A page of accounts at a time, however many events.
import { Bug } from '../../kernel/assert.ts';
import type { Day } from '../../kernel/calendar/civil.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type BillingState, listBillingStates, type Seller } from '../accounts/index.ts';
import type { Component } from '../catalog/index.ts';
import { loadEntries } from '../pricelists/index.ts';
import { type AccountFacts, usageCover, viewSubscription } from '../rating/index.ts';
import {
  listAccountsWithUsage,
  listUsageSpans,
  measuredMeters,
  type PlaceInterval,
  type PlaceTotal,
  totalsOfPlaces,
  type UsageFilter,
  type UsageSpan,
} from '../usage/index.ts';
import { type BilledPeriods, type UsagePlace, usagePlaces } from './core/usage-places.ts';
import { factsOf } from './decide-account.ts';
import { type AccountWork, type Batch, CatalogMemory, loadAccounts } from './load-accounts.ts';

const PAGE = 200;

/** A place with the events that were found there. */
export interface AccountedPlace extends UsagePlace {
  readonly work: AccountWork;
  /** The subscription's external id. */
  readonly subscription: string;
  readonly meter: string;
  readonly total: PlaceTotal;
}

export interface AccountedPage {
  readonly batch: Batch;
  readonly states: ReadonlyMap<bigint, BillingState>;
  /** In the order of account, subscription and meter. */
  readonly places: readonly AccountedPlace[];
  /** What is stored, counted in another way: the places must come to the same. */
  readonly spans: readonly UsageSpan[];
}

/** Needs one snapshot for all pages. `now` is the instant of asking; null asks as the last run of each account saw it. */
export async function* accountForUsage(
  tx: Transaction,
  seller: Seller,
  filter: UsageFilter,
  now: number | null,
  billed: BilledPeriods = 'apart',
): AsyncGenerator<AccountedPage> {
  const memory = new CatalogMemory();
  for (let after = 0n; ; ) {
    const ids = await listAccountsWithUsage(tx, seller.id, filter, after, PAGE);
    const last = ids[ids.length - 1];
    if (last === undefined) return;
    after = last;
    yield await accountFor(tx, seller, ids, { filter, now, billed, memory });
  }
}

interface Asking {
  readonly filter: UsageFilter;
  readonly now: number | null;
  readonly billed: BilledPeriods;
  readonly memory: CatalogMemory;
}

/** The same for accounts that have been found. */
export async function accountFor(tx: Transaction, seller: Seller, ids: readonly bigint[], asking: Asking): Promise<AccountedPage> {
  const { filter, now, billed, memory } = asking;
  const states = new Map((await listBillingStates(tx, seller.id, ids)).map((state) => [state.accountId, state]));
  const due = ids.map((id) => ({ ...states.get(id)!, nextBillAt: states.get(id)!.nextBillAt ?? 0 }));
  const batch = await loadAccounts(tx, seller, due, memory, 'look', null);
  const rows = batch.works.flatMap((work) => work.subscriptions.map(({ row }) => row));
  const wanted = filter.subscription === undefined ? rows : rows.filter((row) => row.externalId === filter.subscription);
  const spans = await listUsageSpans(
    tx,
    seller.id,
    wanted.map((row) => row.id),
    filter,
  );
  const metersOf = await loadMeters(tx, seller, batch);
  const spansOf = groupBy(spans, (span) => span.subscriptionId);
  const found = batch.works.flatMap((work) => {
    const parked = states.get(work.account.id)!.parkedAt !== null;
    return new AccountUsage(batch, work, { now, parked, billed, metersOf }).places(spansOf, filter);
  });
  const totals = await totalsOfPlaces(tx, seller.id, found.flatMap(placeIntervals));
  const places = found.flatMap(({ span: _span, ...place }, index): AccountedPlace[] => {
    const total = totals.get(index);
    return total === undefined ? [] : [{ ...place, total }];
  });
  return { batch, states, places, spans };
}

type FoundPlace = Omit<AccountedPlace, 'total'> & { readonly span: UsageSpan };

function placeIntervals({ intervals, span }: FoundPlace, place: number): PlaceInterval[] {
  return intervals.map(({ from, to }) => ({ place, subscriptionId: span.subscriptionId, meterId: span.meterId, from, to }));
}

/** Every meter that a component may read, by its ref. */
async function loadMeters(
  tx: Transaction,
  seller: Seller,
  { catalog, works }: Batch,
): Promise<(component: Component) => ReadonlySet<string>> {
  const metered = [...catalog.values()].flatMap((plan) => plan.components.filter(({ component }) => component.kind === 'metered'));
  const entries = await loadEntries(
    tx,
    seller.id,
    metered.map((one) => one.id),
    works.map((work) => work.account.id),
  );
  const pricesOf = groupBy(entries, (entry) => entry.component);
  const meters = new Map(
    metered.map(({ component }) => [
      component.ref,
      measuredMeters(
        component,
        (pricesOf.get(component.ref) ?? []).map((one) => one.price),
      ),
    ]),
  );
  const none: ReadonlySet<string> = new Set();
  return ({ ref }) => meters.get(ref) ?? none;
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

class AccountUsage {
  private readonly work: AccountWork;
  private readonly today: Day;
  private readonly isParked: boolean;
  private readonly facts: readonly AccountFacts[];
  private readonly billed: BilledPeriods;
  private readonly usageFrom: number | null;
  readonly metersOf: (component: Component) => ReadonlySet<string>;

  constructor(
    batch: Batch,
    work: AccountWork,
    { now, parked, billed, metersOf }: Pick<Asking, 'now' | 'billed'> & { parked: boolean; metersOf: AccountUsage['metersOf'] },
  ) {
    this.work = work;
    this.today = now === null ? (work.due.lastRunOn ?? 0) : work.zone.dayOf(now);
    this.isParked = parked;
    this.facts = factsOf(batch, work, this.today);
    this.billed = billed;
    this.usageFrom = batch.usageFrom;
    this.metersOf = metersOf;
  }

  places(spansOf: ReadonlyMap<bigint, readonly UsageSpan[]>, filter: UsageFilter): FoundPlace[] {
    const { zone, subscriptions } = this.work;
    const from = filter.from === undefined ? Number.NEGATIVE_INFINITY : zone.startOfDay(filter.from);
    const to = filter.before === undefined ? Number.POSITIVE_INFINITY : zone.startOfDay(filter.before);
    return subscriptions.flatMap(({ row }) => {
      const spans = spansOf.get(row.id) ?? [];
      if (spans.length === 0) return [];
      const { facts, subscription } = this.factsOf(row.externalId);
      const terms = subscription.terms ?? facts.terms;
      const run = { day: this.today, knownBefore: Number.POSITIVE_INFINITY };
      const view = viewSubscription(subscription.facts, { terms, plans: facts.plans, prices: facts.prices, run });
      const { billedThrough, touchedFrom } = row;
      const marks = { billedThrough, touchedFrom, isParked: this.isParked, usageFrom: this.usageFrom, today: this.today };
      return spans.flatMap((span): FoundPlace[] => {
        const cover = usageCover(view, { terms, plans: facts.plans, metersOf: this.metersOf }, span.meter);
        return usagePlaces(cover, { from: span.fromDay, to: span.toDay }, marks, terms, this.billed).map((place) => ({
          ...place,
          intervals: place.intervals
            .map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
            .filter((one) => one.from < one.to),
          work: this.work,
          subscription: row.externalId,
          meter: span.meter,
          span,
        }));
      });
    });
  }

  private factsOf(externalId: string): { facts: AccountFacts; subscription: AccountFacts['subscriptions'][number] } {
    for (const facts of this.facts) {
      const subscription = facts.subscriptions.find((one) => one.id === externalId);
      if (subscription !== undefined) return { facts, subscription };
    }
    throw new Bug(`The engine is not told of ${externalId}.`);
  }
}
