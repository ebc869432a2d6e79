// Subscriptions page by page, and one with its state and its timeline as they are told over the API.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier, parseIdentifier } from '../../kernel/identifier.ts';
import { formatExact, ZERO } from '../../kernel/money/rational.ts';
import { type CursorRow, type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { loadPlans, type Plan } from '../catalog/index.ts';
import type { Fact } from './core/fact.ts';
import { byEffect, withoutVoided } from './core/known-facts.ts';
import { quantityIn, timelineOf } from './core/timeline.ts';
import { findSubscriptions, loadFacts } from './store.ts';
import { storedBody } from './stored-fact.ts';

export const subscriptionSorts = ['externalId', 'createdAt'] as const;

export interface SubscriptionHead {
  readonly id: string;
  readonly externalId: string;
  readonly account: { readonly id: string; readonly externalId: string };
  readonly currency: string;
  readonly taxCategory: string | null;
  readonly createdAt: string;
  readonly billedThrough: string | null;
}

interface Row extends CursorRow {
  readonly id: bigint;
  readonly externalId: string;
  readonly accountId: bigint;
  readonly accountExternalId: string;
  readonly currency: string;
  readonly taxCategory: string | null;
  readonly createdAt: number;
  readonly billedThrough: string | null;
}

const HEAD = `s.id, s.external_id as "externalId", s.account_id as "accountId", a.external_id as "accountExternalId", s.currency,
  s.tax_category as "taxCategory", s.created_at as "createdAt", s.billed_through as "billedThrough"`;

export async function listSubscriptions(
  tx: Transaction,
  sellerId: bigint,
  query: SubscriptionListQuery,
  now: number,
): Promise<Page<ListedSubscription>> {
  const sorts = { externalId: { sql: 's.external_id', type: 'text' }, createdAt: { sql: 's.created_at', type: 'timestamptz' } } as const;
  const page = pageSql(readPage(query), sorts, 's.id', 6);
  const { rows } = await tx.client.query<Row>(
    `select ${HEAD}, ${page.cursor} from subscription s join account a on (a.seller_id, a.id) = (s.seller_id, s.account_id)
     where s.seller_id = $1 and ($2::bigint is null or s.account_id = $2) and ($3::text is null or s.currency = $3)
       and ($4::text is null or s.id = any(array(select find_subscriptions_by_beginning($4, ${SEARCHED_AT_MOST}))))
       and ($5::text is null or exists (select from subscription_fact f where f.subscription_id = s.id and f.seller_id = s.seller_id
         and f.kind in ('start', 'plan') and f.body ->> 'plan' in (select v.ref from plan_version v join plan p on p.seller_id = v.seller_id and p.id = v.plan_id
           where v.seller_id = $1 and p.key = $5)))
       ${page.sql}`,
    [sellerId, query.accountId, query.currency ?? null, query.search ?? null, query.plan ?? null, ...page.values],
  );
  if (!query.expand.includes('state')) return pageFrom(query, rows, head);
  const timelines = await loadFacts(
    tx,
    sellerId,
    rows.map((row) => row.id),
  );
  const states = new Map<bigint, ToldSubscription['state']>();
  const catalog = await plansOf(tx, sellerId, [...timelines.values()].flat());
  for (const row of rows) states.set(row.id, stateAt(catalog, withoutVoided(timelines.get(row.id) ?? []), now));
  return pageFrom(query, rows, (row) => ({ ...head(row), state: states.get(row.id)! }));
}

/** A search that finds more than so many says too little. */
const SEARCHED_AT_MOST = 1000;

export interface SubscriptionListQuery extends PageQuery {
  readonly accountId: bigint | null;
  readonly currency?: string | undefined;
  /** What the external id or a named item begins with. */
  readonly search?: string | undefined;
  /** Key of a plan that it is or was on, or will be. */
  readonly plan?: string | undefined;
  readonly expand: readonly 'state'[];
}

export interface ListedSubscription extends SubscriptionHead {
  readonly state?: ToldSubscription['state'];
}

function head(row: Row): SubscriptionHead {
  return {
    id: formatIdentifier('sub', row.id),
    externalId: row.externalId,
    account: { id: formatIdentifier('acc', row.accountId), externalId: row.accountExternalId },
    currency: row.currency,
    taxCategory: row.taxCategory,
    createdAt: formatInstant(row.createdAt),
    billedThrough: row.billedThrough,
  };
}

/** With the fields of the change. */
export type ToldFact = Readonly<Record<string, unknown>> & {
  readonly do: Fact['kind'];
  readonly at: string;
  readonly recorded: string;
  readonly reference: string | null;
  /** Taken back by a void. */
  readonly voided: boolean;
};

export interface ToldSubscription extends SubscriptionHead {
  readonly state: {
    readonly phase: 'none' | 'active' | 'paused' | 'ended';
    readonly plan: string | null;
    readonly trial: boolean;
    readonly quantities: Readonly<Record<string, string>>;
    readonly items: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  readonly timeline: readonly ToldFact[];
}

/** By id or external id; the state is that of `at`. A member finds his own account's alone. */
export async function findSubscription(tx: Transaction, sellerId: bigint, name: string, at: number): Promise<ToldSubscription | null> {
  const id = parseIdentifier('sub', name);
  const { rows } = await tx.client.query<Row>(
    `select ${HEAD} from subscription s join account a on (a.seller_id, a.id) = (s.seller_id, s.account_id)
     where s.seller_id = $1 and ${id === null ? 's.external_id = $2' : 's.id = $2'}`,
    [sellerId, id ?? name],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const facts = (await loadFacts(tx, sellerId, [row.id])).get(row.id) ?? [];
  const counted = withoutVoided(facts);
  return {
    ...head(row),
    state: stateAt(await plansOf(tx, sellerId, counted), counted, at),
    timeline: facts.map((fact) => toldFact(fact, !counted.includes(fact) && fact.kind !== 'void')),
  };
}

async function plansOf(tx: Transaction, sellerId: bigint, facts: readonly Fact[]): Promise<Map<string, Plan>> {
  const refs = new Set(facts.flatMap((fact) => (fact.kind === 'start' || fact.kind === 'plan' ? [fact.plan] : [])));
  return new Map([...(await loadPlans(tx, sellerId, [...refs]))].map(([ref, { plan }]) => [ref, plan]));
}

function stateAt(plans: ReadonlyMap<string, Plan>, facts: readonly Fact[], at: number): ToldSubscription['state'] {
  const segments = timelineOf([...facts].sort(byEffect), plans);
  const state = segments.find((segment) => segment.from <= at && at < segment.to)?.state;
  if (state === undefined) return { phase: 'none', plan: null, trial: false, quantities: {}, items: {} };
  const components = state.plan === null ? [] : (plans.get(state.plan)?.components ?? []);
  const quantities = components
    .filter((component) => component.kind !== 'metered' && !component.namedItems)
    .map((component) => [component.key, formatExact(quantityIn(state, component.key, null, component.quantity) ?? ZERO)] as const);
  const items = [...state.items].map(
    ([key, held]) => [key, Object.fromEntries([...held].map(([item, value]) => [item, formatExact(value)]))] as const,
  );
  return {
    phase: state.phase,
    plan: state.plan,
    trial: state.trial,
    quantities: Object.fromEntries(quantities),
    items: Object.fromEntries(items),
  };
}

function toldFact(fact: Fact, voided: boolean): ToldFact {
  const { id, at, recorded, sequence: _sequence, ...change } = fact;
  return {
    do: fact.kind,
    at: formatInstant(at),
    recorded: formatInstant(recorded),
    reference: id,
    voided,
    ...storedBody(change as Parameters<typeof storedBody>[0]),
  };
}

/** What verbs call it. */
export async function externalIdOf(
  tx: Transaction,
  sellerId: bigint,
  name: string,
): Promise<{ externalId: string; accountId: bigint } | null> {
  const id = parseIdentifier('sub', name);
  if (id === null) return (await findSubscriptions(tx, sellerId, [name]))[0] ?? null;
  const { rows } = await tx.client.query<{ externalId: string; accountId: bigint }>(
    'select external_id as "externalId", account_id as "accountId" from subscription where seller_id = $1 and id = $2',
    [sellerId, id],
  );
  return rows[0] ?? null;
}
