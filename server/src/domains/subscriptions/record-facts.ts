// Records what happened to subscriptions. Facts are only added; the run bills the difference they make.

import { assert } from '../../kernel/assert.ts';
import { findZone, type Zone } from '../../kernel/calendar/zone.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import {
  type AccountRow,
  currencyOff,
  findAccounts,
  listAccountsById,
  listEnabledCurrencies,
  lockAccounts,
  pullBillingDates,
  reserveIdentities,
  type Seller,
  unknownAccount,
} from '../accounts/index.ts';
import { type CatalogPlan, type Component, latestVersions, loadPlans } from '../catalog/index.ts';
import { checkFact, type Timeline } from './check-fact.ts';
import type { Fact } from './core/fact.ts';
import { touchedDay } from './core/touched.ts';
import { notStarted, recordedLater, wrongAccount } from './errors.ts';
import { factRecorded } from './events.ts';
import { requirePrices } from './for-sale.ts';
import { requirePools } from './pools.ts';
import {
  findSubscriptions,
  insertFacts,
  insertSubscriptions,
  loadFacts,
  markTouched,
  type NewFact,
  type SubscriptionRow,
} from './store.ts';
import { type FactChange, storedBody } from './stored-fact.ts';
import { readUsageHorizon, requireOpenUsage } from './usage-horizon.ts';

export interface FactInput {
  /** The subscription's external id; a start makes it where it is not there. */
  readonly subscription: string;
  /** Needed to make one. */
  readonly account?: string;
  readonly taxCategory?: string | null;
  /** A name for the fact, so that a void can take it back. */
  readonly reference?: string | null;
  readonly at: number;
  /** When it became known: now, or earlier for what another system knew before. */
  readonly recorded?: number;
  readonly change: FactChange;
}

export interface RecordedFacts {
  readonly made: number;
  readonly facts: number;
}

interface Working {
  readonly row: SubscriptionRow;
  readonly account: AccountRow;
  readonly zone: Zone;
  readonly timeline: Timeline;
  readonly isNew: boolean;
  touched: number | null;
  added: number;
}

/** All or none. */
export async function recordFacts(tx: Transaction, seller: Seller, inputs: readonly FactInput[], now: number): Promise<RecordedFacts> {
  const work = await prepare(tx, seller, inputs);
  const plans = await loadNamedPlans(tx, seller.id, inputs, work);
  const usageFrom = await readUsageHorizon(tx);
  const facts: NewFact[] = [];
  for (const [index, input] of inputs.entries()) {
    const one = work.get(input.subscription)!;
    const recorded = input.recorded ?? now;
    if (recorded > now) throw recordedLater(`facts[${index}].recorded`);
    const sequence = one.row.factCount + one.added + 1;
    const change = plans.withVersion(input.change);
    const fact: Fact = { ...change, id: input.reference ?? null, at: input.at, recorded, sequence };
    checkFact(fact, one.timeline, plans.all, `facts[${index}]`);
    one.timeline.push(fact);
    const day = touchedDay(fact, one.timeline, one.zone);
    if (one.row.billedThrough !== null)
      requireOpenUsage(usageFrom, { day, zone: one.zone, path: `facts[${index}].at` }, measured(one, plans));
    one.touched = one.touched === null ? day : Math.min(one.touched, day);
    one.added += 1;
    facts.push({
      subscriptionId: one.row.id,
      sequence,
      reference: fact.id,
      kind: fact.kind,
      at: fact.at,
      recorded,
      body: storedBody(change),
    });
  }
  await requirePrices(tx, seller, [...work.values()], plans.all, now);
  await requirePools(tx, seller.id, [...work.values()], plans.all);
  await write(tx, seller, [...work.values()], facts, now);
  await writeEvents(
    tx,
    inputs.map(({ subscription, reference = null, at, change }) => {
      const { row, account } = work.get(subscription)!;
      const fact = { subscriptionId: row.id, subscription, account: account.externalId, kind: change.kind, reference, at };
      return factRecorded(seller.id, fact, now);
    }),
  );
  return { made: [...work.values()].filter((one) => one.isNew).length, facts: facts.length };
}

async function prepare(tx: Transaction, seller: Seller, inputs: readonly FactInput[]): Promise<Map<string, Working>> {
  const externalIds = [...new Set(inputs.map((input) => input.subscription))];
  const named = await findAccounts(tx, seller.id, [...new Set(inputs.flatMap((input) => input.account ?? []))]);
  const accountIds = [
    ...named.map((account) => account.id),
    ...(await findSubscriptions(tx, seller.id, externalIds)).map((row) => row.accountId),
  ];
  await lockAccounts(tx, seller.id, [...new Set(accountIds)]);
  const found = new Map((await findSubscriptions(tx, seller.id, externalIds)).map((row) => [row.externalId, row]));
  const accounts = new Map((await listAccountsById(tx, seller.id, [...new Set(accountIds)])).map((account) => [account.id, account]));
  const byExternalId = new Map(named.map((account) => [account.externalId, account]));
  const enabled = await listEnabledCurrencies(tx, seller.id);
  const timelines = await loadFacts(
    tx,
    seller.id,
    [...found.values()].map((row) => row.id),
  );
  const nextId = await reserveIdentities(tx, externalIds.length);
  const work = new Map<string, Working>();
  for (const [index, input] of inputs.entries()) {
    const path = `facts[${index}]`;
    const account = input.account === undefined ? undefined : byExternalId.get(input.account);
    if (input.account !== undefined && account === undefined) throw unknownAccount(input.account, `${path}.account`);
    const present = work.get(input.subscription)?.row ?? found.get(input.subscription);
    if (present !== undefined && beginsSomething(input.change) && !enabled.has(present.currency)) {
      throw currencyOff(present.currency, `${path}.subscription`);
    }
    if (present !== undefined && account !== undefined && present.accountId !== account.id)
      throw wrongAccount(input.subscription, `${path}.account`);
    if (work.has(input.subscription)) continue;
    if (present === undefined && (account === undefined || input.change.kind !== 'start')) throw notStarted(input.subscription, path);
    const owner = account ?? accounts.get(present!.accountId)!;
    if (present === undefined && !enabled.has(owner.currency)) throw currencyOff(owner.currency, `${path}.account`);
    const row = present ?? newRow(nextId(), input, owner);
    const zone = findZone(owner.zone);
    assert(zone !== null, `zone ${owner.zone} of a stored account`);
    const timeline = timelines.get(row.id) ?? [];
    work.set(input.subscription, { row, account: owner, zone, timeline, isNew: present === undefined, touched: null, added: 0 });
  }
  return work;
}

/** A currency that is off lets subscriptions run and change, not begin again or go to another plan. */
function beginsSomething(change: FactChange): boolean {
  return change.kind === 'start' || change.kind === 'plan';
}

function newRow(id: bigint, input: FactInput, account: AccountRow): SubscriptionRow {
  return {
    id,
    externalId: input.subscription,
    accountId: account.id,
    currency: account.currency,
    taxCategory: input.taxCategory ?? null,
    factCount: 0,
    touchedFrom: null,
    billedThrough: null,
  };
}

interface NamedPlans {
  readonly all: ReadonlyMap<string, CatalogPlan>;
  /** A plan named by its key means its latest version. */
  withVersion(change: FactChange): FactChange;
}

async function loadNamedPlans(
  tx: Transaction,
  sellerId: bigint,
  inputs: readonly FactInput[],
  work: ReadonlyMap<string, Working>,
): Promise<NamedPlans> {
  const named = inputs.flatMap(({ change }) => (change.kind === 'start' || change.kind === 'plan' ? [change.plan] : []));
  const held = [...work.values()].flatMap(({ timeline }) =>
    timeline.flatMap((fact) => (fact.kind === 'start' || fact.kind === 'plan' ? [fact.plan] : [])),
  );
  const versions = await latestVersions(tx, sellerId, [...new Set(named)]);
  const refs = named.map((plan) => versions.get(plan) ?? plan);
  return {
    all: await loadPlans(tx, sellerId, [...new Set([...refs, ...held])]),
    withVersion: (change) =>
      change.kind === 'start' || change.kind === 'plan' ? { ...change, plan: versions.get(change.plan) ?? change.plan } : change,
  };
}

function* measured({ timeline }: Working, plans: NamedPlans): Generator<Component> {
  for (const fact of timeline) if (fact.kind === 'start' || fact.kind === 'plan') yield* plans.all.get(fact.plan)?.plan.components ?? [];
}

async function write(tx: Transaction, seller: Seller, work: readonly Working[], facts: readonly NewFact[], now: number): Promise<void> {
  const marked = work.map((one) => ({ ...one, day: one.touched ?? one.zone.dayOf(now) }));
  // With its marks from the first, so that a new row is written once: bulk imports make many.
  await insertSubscriptions(
    tx,
    seller.id,
    marked.filter((one) => one.isNew).map(({ row, day, added }) => ({ ...row, touchedFrom: day, factCount: added })),
    now,
  );
  await insertFacts(tx, seller.id, facts);
  await markTouched(
    tx,
    seller.id,
    marked.filter((one) => !one.isNew).map(({ row, day, added }) => ({ subscriptionId: row.id, day, newFacts: added })),
  );
  await pullBillingDates(
    tx,
    seller.id,
    marked.map((one) => ({ accountId: one.row.accountId, at: one.zone.startOfDay(one.day) })),
  );
}
