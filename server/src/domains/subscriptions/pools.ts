// Pools of an account in the database: what each holds is judged under the account's lock, so that no two changes take the same last unit.
import { assert } from '../../kernel/assert.ts';
import { type Day, formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone, type Zone } from '../../kernel/calendar/zone.ts';
import { compare, formatExact, type Rational, sign } from '../../kernel/money/rational.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, listAccountsById, lockAccounts, requireText, reserveIdentities, type Seller } from '../accounts/index.ts';
import { type CatalogPlan, loadPlans, type Plan, unknownNames } from '../catalog/index.ts';
import type { Fact } from './core/fact.ts';
import {
  firstExhausted,
  type HoldingService,
  heldOverTime,
  holdersAt,
  holdingService,
  isExceeded,
  leftOf,
  type PoolStretch,
  type PoolTerms,
  stretchAt,
} from './core/pools.ts';
import { negativePool, poolBelowHeld, poolExhausted, poolNamesUnknown } from './errors.ts';
import { insertPoolFact, listAccountsWithPools, loadPoolFacts, type PoolFact } from './pool-store.ts';
import { loadFacts, lockSubscriptionsOf, type SubscriptionRow } from './store.ts';

export interface PoolInput {
  readonly key: string;
  /** Null: no limit any more. */
  readonly maximum: Rational | null;
  /** Keys or refs of components; left out it keeps those it had. */
  readonly components?: readonly string[] | undefined;
  readonly validFrom: Day;
}

/** Says how large a pool is from a day on. Refused where more is held then, or is to be. */
export async function setPool(tx: Transaction, seller: Seller, account: AccountRow, input: PoolInput, now: number): Promise<void> {
  const key = requireText(input.key, 'key');
  if (input.maximum !== null && sign(input.maximum) < 0) throw negativePool('maximum');
  const unknown = (await unknownNames(tx, seller.id, { plans: [], components: input.components ?? [] })).components[0];
  if (unknown !== undefined) throw poolNamesUnknown(unknown, 'components');
  await lockAccounts(tx, seller.id, [account.id]);
  const present = (await loadPoolFacts(tx, seller.id, [account.id])).filter((fact) => fact.key === key);
  const zone = zoneOf(account);
  const nextId = await reserveIdentities(tx, 1);
  const fact: PoolFact = {
    id: nextId(),
    accountId: account.id,
    key,
    maximum: input.maximum,
    components: input.components ?? present.findLast((one) => one.validFrom <= input.validFrom)?.components ?? [],
    validFrom: input.validFrom,
    recordedAt: now,
  };
  const { services, plans } = await loadServices(tx, seller.id, account.id);
  const terms = termsOf([...present, fact], zone);
  const from = zone.startOfDay(input.validFrom);
  const over = heldOverTime(services, terms, plans).find((stretch) => stretch.from >= from && isExceeded(stretch));
  if (over !== undefined) {
    const holders = holdersAt(services, terms.findLast((one) => one.from <= over.from)!, plans, over.from);
    const named = holders.map((one) => `${one.subscription} ${formatExact(one.held)}`).join(', ');
    throw poolBelowHeld(key, formatExact(over.held), named, formatDay(zone.dayOf(over.from)), 'maximum');
  }
  await insertPoolFact(tx, seller.id, fact);
}

export interface PoolView {
  readonly key: string;
  readonly maximum: Rational | null;
  readonly components: readonly string[];
  readonly held: Rational;
  /** What can be added from now on, also counting what is to come; null: as much as one likes. */
  readonly left: Rational | null;
  readonly services: readonly { readonly subscription: string; readonly held: Rational }[];
  /** How large it will be. */
  readonly changes: readonly { readonly from: Day; readonly maximum: Rational | null }[];
}

export async function listPools(tx: Transaction, seller: Seller, account: AccountRow, now: number): Promise<PoolView[]> {
  const facts = await loadPoolFacts(tx, seller.id, [account.id]);
  if (facts.length === 0) return [];
  const zone = zoneOf(account);
  const { services, plans } = await loadServices(tx, seller.id, account.id);
  return [...byKey(facts)].map(([key, own]) => {
    const terms = termsOf(own, zone);
    const inForce = terms.findLast((one) => one.from <= now);
    const stretches = heldOverTime(services, terms, plans);
    const present = stretchAt(stretches, now);
    const today = zone.dayOf(now);
    const holders = inForce === undefined ? [] : holdersAt(services, inForce, plans, now);
    return {
      key,
      maximum: inForce?.maximum ?? null,
      components: own.findLast((fact) => fact.validFrom <= today)?.components ?? [],
      held: present?.held ?? { n: 0n, d: 1n },
      left: leastLeft([...(present === null ? [] : [present]), ...stretches.filter((stretch) => stretch.from > now)]),
      services: holders,
      changes: counting(own)
        .filter((fact) => fact.validFrom > today)
        .map((fact) => ({ from: fact.validFrom, maximum: fact.maximum })),
    };
  });
}

function leastLeft(stretches: readonly PoolStretch[]): Rational | null {
  return stretches
    .map(leftOf)
    .reduce((least, left) => (least === null || (left !== null && compare(left, least) < 0) ? left : least), null);
}

/** A subscription as it is and as it would be. */
export interface ChangedTimeline {
  readonly row: Pick<SubscriptionRow, 'id' | 'externalId'>;
  readonly account: AccountRow;
  /** With what is new at its end. */
  readonly timeline: readonly Fact[];
  readonly added: number;
}

/** Refuses what takes more of a pool than is left, at the instant it takes effect or afterwards. The accounts are locked. */
export async function requirePools(
  tx: Transaction,
  sellerId: bigint,
  changed: readonly ChangedTimeline[],
  known: ReadonlyMap<string, CatalogPlan>,
): Promise<void> {
  const accounts = new Map(changed.map(({ account }) => [account.id, account]));
  const facts = await loadPoolFacts(tx, sellerId, [...accounts.keys()]);
  for (const accountId of new Set(facts.map((fact) => fact.accountId))) {
    const own = changed.filter(({ account }) => account.id === accountId);
    const { services: others, plans } = await loadServices(tx, sellerId, accountId, known, new Set(own.map(({ row }) => row.id)));
    const before = own.map(({ row, timeline, added }) => holdingService(row.externalId, timeline.slice(0, timeline.length - added), plans));
    const after = own.map(({ row, timeline }) => holdingService(row.externalId, timeline, plans));
    const zone = zoneOf(accounts.get(accountId)!);
    for (const [key, pool] of byKey(facts.filter((fact) => fact.accountId === accountId))) {
      const terms = termsOf(pool, zone);
      const exhausted = firstExhausted(
        heldOverTime([...others, ...before], terms, plans),
        heldOverTime([...others, ...after], terms, plans),
      );
      if (exhausted === null) continue;
      const { left, maximum, at } = exhausted;
      throw poolExhausted(key, formatExact(maximum), formatExact(left), formatInstant(at), 'facts');
    }
  }
}

export interface OverdrawnPool {
  readonly place: string;
  readonly detail: string;
}

/** For the audit: pools of which more is held than there is. */
export async function findOverdrawnPools(tx: Transaction, seller: Seller): Promise<OverdrawnPool[]> {
  const found: OverdrawnPool[] = [];
  const ids = await listAccountsWithPools(tx, seller.id);
  const facts = await loadPoolFacts(tx, seller.id, ids);
  for (const account of await listAccountsById(tx, seller.id, ids)) {
    const { services, plans } = await loadServices(tx, seller.id, account.id);
    for (const [key, own] of byKey(facts.filter((fact) => fact.accountId === account.id))) {
      const over = heldOverTime(services, termsOf(own, zoneOf(account)), plans).find(isExceeded);
      if (over === undefined) continue;
      const detail = `holds ${formatExact(over.maximum!)}, and ${formatExact(over.held)} are taken from ${formatInstant(over.from)} on`;
      found.push({ place: `pool ${key} of account ${account.externalId}`, detail });
    }
  }
  return found;
}

interface Services {
  readonly services: readonly HoldingService[];
  readonly plans: ReadonlyMap<string, Plan>;
}

async function loadServices(
  tx: Transaction,
  sellerId: bigint,
  accountId: bigint,
  known: ReadonlyMap<string, CatalogPlan> = new Map(),
  without: ReadonlySet<bigint> = new Set(),
): Promise<Services> {
  const rows = (await lockSubscriptionsOf(tx, sellerId, [accountId], 'look')).filter((row) => !without.has(row.id));
  const facts = await loadFacts(
    tx,
    sellerId,
    rows.map((row) => row.id),
  );
  const named = [...facts.values()].flat().flatMap((fact) => (fact.kind === 'start' || fact.kind === 'plan' ? [fact.plan] : []));
  const missing = [...new Set(named)].filter((ref) => !known.has(ref));
  const loaded = await loadPlans(tx, sellerId, missing);
  const plans = new Map([...known, ...loaded].map(([ref, { plan }]) => [ref, plan]));
  return { services: rows.map((row) => holdingService(row.externalId, facts.get(row.id) ?? [], plans)), plans };
}

/** One for each day from which it was said to hold: what was said last. */
function counting(facts: readonly PoolFact[]): PoolFact[] {
  const ordered = [...facts].sort((one, other) => one.validFrom - other.validFrom || one.recordedAt - other.recordedAt);
  return ordered.filter((fact, index) => ordered[index + 1]?.validFrom !== fact.validFrom);
}

function termsOf(facts: readonly PoolFact[], zone: Zone): PoolTerms[] {
  return counting(facts).map(({ key, maximum, components, validFrom }) => ({
    from: zone.startOfDay(validFrom),
    maximum,
    draws: (component) => component.pool === key || components.includes(component.key) || components.includes(component.ref),
  }));
}

function byKey(facts: readonly PoolFact[]): Map<string, PoolFact[]> {
  const pools = new Map<string, PoolFact[]>();
  for (const fact of facts) pools.set(fact.key, [...(pools.get(fact.key) ?? []), fact]);
  return pools;
}

function zoneOf(account: AccountRow): Zone {
  const zone = findZone(account.zone);
  assert(zone !== null, `zone ${account.zone} of a stored account`);
  return zone;
}
