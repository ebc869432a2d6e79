// What a customer may do to his subscriptions by himself: what his seller's settings let him, from now on, and never at prices of his own.
import { type Day, formatDay } from '../../kernel/calendar/civil.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, loadSettings, type Seller } from '../accounts/index.ts';
import { loadPlans } from '../catalog/index.ts';
import type { Fact } from './core/fact.ts';
import { anchorHistory, gridOf, nextBoundary } from './core/grid.ts';
import { byEffect, firstStart, withoutVoided } from './core/known-facts.ts';
import { timelineOf } from './core/timeline.ts';
import type { FactBody } from './fact-shape.ts';
import { readAt } from './fact-shape.ts';
import { findSubscriptions, loadFacts } from './store.ts';
import { anchorFromStored, type StoredAnchor } from './stored-fact.ts';

/** What customers did is called so, and only that can they take back. */
const PREFIX = 'customer/';

export interface CustomerChange {
  readonly body: FactBody;
  readonly at: number;
}

interface Customer {
  readonly account: AccountRow;
  /** External id. */
  readonly subscription: string;
  readonly now: number;
  /** For a name of the change where he gives none. */
  readonly requestId: string;
}

/** The change as it is recorded: with its time and its name; or a refusal. */
export async function asCustomer(tx: Transaction, seller: Seller, customer: Customer, body: FactBody): Promise<CustomerChange> {
  const { account, now } = customer;
  const zone = findZone(account.zone)!;
  const settings = (await loadSettings(tx, seller.id, [account.id])).of(account.id, zone.dayOf(now));
  const named = { ...body, reference: `${PREFIX}${body.reference ?? customer.requestId}` };
  const at = readAt(body.at, zone, now);
  if (at < now) throw backdated();
  const [row] = await findSubscriptions(tx, seller.id, [customer.subscription]);
  const facts = row === undefined ? [] : ((await loadFacts(tx, seller.id, [row.id])).get(row.id) ?? []);
  switch (body.do) {
    case 'quantity':
    case 'item':
      if (!settings.customerChanges.includes('quantity')) throw notByCustomers(body.do);
      return { body: named, at };
    case 'plan':
      if (!settings.customerChanges.includes('plan')) throw notByCustomers(body.do);
      if (!(await offeredPlans(tx, seller.id, settings.customerPlans)).includes(body.plan)) throw planNotOffered(body.plan);
      return { body: named, at };
    case 'end': {
      if (!settings.customerChanges.includes('cancel')) throw notByCustomers(body.do);
      const day = await periodEnd(tx, seller, account, facts, now);
      const earliest = day === null ? now : zone.startOfDay(day);
      if (body.at !== undefined && at < earliest) throw endsTooEarly(day!);
      return { body: named, at: body.at === undefined ? earliest : at };
    }
    case 'void': {
      const taken = facts.find((fact) => fact.id === body.ref);
      if (taken === undefined || !body.ref.startsWith(PREFIX) || taken.at <= now) throw notTakenBack(body.ref);
      return { body: named, at };
    }
    default:
      throw notByCustomers(body.do);
  }
}

/** Keys of plans that customers of this seller may choose by themselves, if they have a price for them. */
export async function offeredPlans(tx: Transaction, sellerId: bigint, chosen: readonly string[] | null): Promise<string[]> {
  const { rows } = await tx.client.query<{ key: string }>(
    `select p.key from plan p where p.seller_id = $1 and ($2::text[] is null or p.key = any($2))
       and exists (select from plan_version v where v.seller_id = p.seller_id and v.plan_id = p.id and v.published_at is not null)
     order by coalesce(array_position($2::text[], p.key), 0), p.name, p.key limit 200`,
    [sellerId, chosen],
  );
  return rows.map((row) => row.key);
}

/** First day after the plan's period that contains `now`, in the account's zone. Null: it is on no plan. */
export async function periodEnd(
  tx: Transaction,
  seller: Seller,
  account: AccountRow,
  facts: readonly Fact[],
  now: number,
): Promise<Day | null> {
  const zone = findZone(account.zone)!;
  const counted = withoutVoided(facts).sort(byEffect);
  const refs = counted.flatMap((fact) => (fact.kind === 'start' || fact.kind === 'plan' ? [fact.plan] : []));
  const catalog = await loadPlans(tx, seller.id, [...new Set(refs)]);
  const plans = new Map([...catalog].map(([ref, { plan }]) => [ref, plan]));
  const held = timelineOf(counted, plans).find((segment) => segment.from <= now && now < segment.to)?.state.plan ?? null;
  const plan = held === null ? undefined : plans.get(held);
  const start = firstStart(facts);
  if (plan === undefined || start === null) return null;
  const { anchor } = (await loadSettings(tx, seller.id, [account.id])).of(account.id, zone.dayOf(start.at));
  const history = anchorHistory(facts, anchorFromStored(anchor as StoredAnchor), zone)!;
  return nextBoundary(gridOf(plan.period, history, zone), zone.dayOf(now));
}

const notByCustomers = (what: string): Refusal =>
  new Refusal('subscription.not_by_customers', `Your provider makes this change ("${what}") himself. Ask him for it.`, {
    path: 'do',
    parameters: { what },
  });

const backdated = (): Refusal =>
  new Refusal('subscription.customer_backdates', 'A change of your own begins now or later. Leave `at` out for now.', { path: 'at' });

const planNotOffered = (plan: string): Refusal =>
  new Refusal('subscription.plan_not_offered', `The plan "${plan}" is not offered to you. Choose one of those that are.`, {
    path: 'plan',
    parameters: { plan },
  });

const endsTooEarly = (day: Day): Refusal =>
  new Refusal(
    'subscription.ends_within_period',
    `It can end on ${formatDay(day)}, when its period is over, or later. Leave \`at\` out for that day.`,
    {
      path: 'at',
      parameters: { day: formatDay(day) },
    },
  );

const notTakenBack = (reference: string): Refusal =>
  new Refusal('subscription.not_yours_to_void', `"${reference}" is no change of your own that is still to come. Ask your provider.`, {
    path: 'ref',
    parameters: { reference },
  });
