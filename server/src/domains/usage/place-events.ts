// Finds where an event belongs: the subscription it names, or the one of its account that measures its meter at that instant.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { findAccounts, type Seller } from '../accounts/index.ts';
import { type CatalogPlan, findMeters, loadPlans, type Plan } from '../catalog/index.ts';
import { loadEntries } from '../pricelists/index.ts';
import {
  byEffect,
  type Fact,
  findSubscriptions,
  loadFacts,
  lockSubscriptionsOf,
  type Segment,
  type SubscriptionRow,
  timelineOf,
  withoutVoided,
} from '../subscriptions/index.ts';
import { measuredMeters } from './core/measured-meters.ts';
import type { EventInput } from './record-usage.ts';
import { findSubscriptionsOfEvents } from './store.ts';

export interface PlacedEvent {
  readonly subscriptionId: bigint;
  readonly accountId: bigint;
  readonly meterId: bigint;
}

export interface PlaceRefusal {
  readonly code: string;
  readonly reason: string;
}

type Subscription = Pick<SubscriptionRow, 'id' | 'externalId' | 'accountId'>;

/** A subscription of an account that events may name without it: what it measures, and when. */
interface Candidate {
  readonly subscription: Subscription;
  readonly segments: readonly Segment[];
  /** By plan: the meters that its components read. */
  readonly metersOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is known by its sender's name. */
export interface KnownNames {
  subscription(externalId: string): Pick<Subscription, 'id' | 'accountId'> | undefined;
  account(externalId: string): bigint | undefined;
  meter(key: string): bigint | undefined;
}

export class EventPlaces {
  private readonly names: KnownNames;
  private readonly subscriptionsById = new Map<bigint, Subscription>();
  private readonly candidates = new Map<bigint, Candidate[]>();
  /** Of events that are there already, and named their account alone. */
  private known: ReadonlyMap<string, bigint> = new Map();

  /** Enough for events that name their subscription. */
  constructor(names: KnownNames) {
    this.names = names;
  }

  static async load(tx: Transaction, seller: Seller, inputs: readonly EventInput[]): Promise<EventPlaces> {
    const meters = await findMeters(tx, seller.id, [...new Set(inputs.map((input) => input.meter))]);
    const named = [...new Set(inputs.flatMap((input) => input.subscription ?? []))];
    const subscriptions = new Map((await findSubscriptions(tx, seller.id, named)).map((row) => [row.externalId, row]));
    const rows = await findAccounts(tx, seller.id, [...new Set(inputs.flatMap((input) => input.account ?? []))]);
    const accounts = new Map(rows.map((row) => [row.externalId, row.id]));
    const places = new EventPlaces({
      subscription: (externalId) => subscriptions.get(externalId),
      account: (externalId) => accounts.get(externalId),
      meter: (key) => meters.get(key),
    });
    await places.loadCandidates(
      tx,
      seller,
      inputs.filter((input) => input.subscription === undefined && input.account !== undefined),
    );
    return places;
  }

  placeOf(input: EventInput): PlacedEvent | PlaceRefusal {
    const accountId = input.account === undefined ? undefined : this.names.account(input.account);
    if (input.account !== undefined && accountId === undefined) {
      return refusal('usage.unknown_account', `There is no account "${input.account}". Make it, then send the event again.`);
    }
    if (input.subscription === undefined && accountId === undefined) {
      return refusal('usage.no_subscription', 'The event names neither a subscription nor an account. Name one of them.');
    }
    const meterId = this.names.meter(input.meter);
    const found = input.subscription === undefined ? null : this.named(input.subscription, accountId, input);
    if (found !== null && 'code' in found) return found;
    if (meterId === undefined) {
      return refusal('usage.unknown_meter', `There is no meter "${input.meter}". Publish a component that bills it, or correct the name.`);
    }
    const subscription = found ?? this.measuring(accountId!, input);
    if ('code' in subscription) return subscription;
    return { subscriptionId: subscription.id, accountId: subscription.accountId, meterId };
  }

  private named(
    externalId: string,
    accountId: bigint | undefined,
    input: EventInput,
  ): Pick<Subscription, 'id' | 'accountId'> | PlaceRefusal {
    const found = this.names.subscription(externalId);
    if (found === undefined) {
      return refusal('usage.unknown_subscription', `There is no subscription "${externalId}". Start it, then send the event again.`);
    }
    if (accountId === undefined || found.accountId === accountId) return found;
    return refusal(
      'usage.other_account',
      `The subscription "${externalId}" is not one of the account "${input.account}". Correct one of the two names, or leave the account out.`,
    );
  }

  /** In service at that instant where there is one, else the one that ever measured the meter: it will say why nothing bills the event. */
  private measuring(accountId: bigint, input: EventInput): Subscription | PlaceRefusal {
    const known = this.known.get(`${input.source}\n${input.id}`);
    const before = known === undefined ? undefined : this.subscriptionsById.get(known);
    if (before?.accountId === accountId) return before;
    const ever = (this.candidates.get(accountId) ?? []).filter(({ metersOf }) =>
      [...metersOf.values()].some((meters) => meters.has(input.meter)),
    );
    const then = ever.filter((candidate) => measuresAt(candidate, input.meter, input.at));
    const chosen = then.length > 0 ? then : ever;
    if (chosen.length === 1) return chosen[0]!.subscription;
    if (chosen.length === 0) {
      return refusal(
        'usage.no_subscription',
        `No subscription of the account "${input.account}" measures "${input.meter}". Start one that does, or name the subscription.`,
      );
    }
    const names = chosen.map(({ subscription }) => `"${subscription.externalId}"`).sort();
    return refusal(
      'usage.several_subscriptions',
      `${chosen.length} subscriptions of the account "${input.account}" measure "${input.meter}": ${listed(names)}. Name the one that the event belongs to.`,
    );
  }

  private async loadCandidates(tx: Transaction, seller: Seller, inputs: readonly EventInput[]): Promise<void> {
    const accountIds = [...new Set(inputs.flatMap((input) => this.names.account(input.account!) ?? []))];
    if (accountIds.length === 0) return;
    this.known = await findSubscriptionsOfEvents(tx, seller.id, inputs);
    const rows = await lockSubscriptionsOf(tx, seller.id, accountIds, 'look');
    const timelines = await loadFacts(
      tx,
      seller.id,
      rows.map((row) => row.id),
    );
    const catalog = await loadPlans(tx, seller.id, [...new Set([...timelines.values()].flatMap(plansNamed))]);
    const plans = new Map([...catalog].map(([ref, plan]) => [ref, plan.plan]));
    const metersOf = await loadMetersOf(tx, seller, catalog, accountIds);
    for (const row of rows) {
      this.subscriptionsById.set(row.id, row);
      const list = this.candidates.get(row.accountId) ?? [];
      list.push(candidateOf(row, timelines.get(row.id) ?? [], plans, metersOf));
      this.candidates.set(row.accountId, list);
    }
  }
}

function candidateOf(
  subscription: Subscription,
  facts: readonly Fact[],
  plans: ReadonlyMap<string, Plan>,
  metersOf: ReadonlyMap<string, ReadonlySet<string>>,
): Candidate {
  const counted = withoutVoided(facts).sort(byEffect);
  return {
    subscription,
    segments: timelineOf(counted, plans),
    metersOf: new Map(plansNamed(counted).map((plan) => [plan, metersOf.get(plan) ?? new Set<string>()])),
  };
}

async function loadMetersOf(
  tx: Transaction,
  seller: Seller,
  catalog: ReadonlyMap<string, CatalogPlan>,
  buyerIds: readonly bigint[],
): Promise<Map<string, Set<string>>> {
  const componentIds = [...catalog.values()].flatMap((plan) => plan.components.map((component) => component.id));
  const entries = await loadEntries(tx, seller.id, componentIds, buyerIds);
  return new Map(
    [...catalog].map(([ref, { plan }]) => [
      ref,
      new Set(
        plan.components.flatMap((component) => [
          ...measuredMeters(
            component,
            entries.filter((entry) => entry.component === component.ref).map((entry) => entry.price),
          ),
        ]),
      ),
    ]),
  );
}

function measuresAt({ segments, metersOf }: Candidate, meter: string, at: number): boolean {
  const state = segments.findLast((segment) => segment.from <= at)?.state;
  return state?.phase === 'active' && state.plan !== null && (metersOf.get(state.plan)?.has(meter) ?? false);
}

function plansNamed(facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap((fact) => (fact.kind === 'start' || fact.kind === 'plan' ? [fact.plan] : [])))];
}

const MOST_NAMES = 10;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

function refusal(code: string, reason: string): PlaceRefusal {
  return { code, reason };
}
