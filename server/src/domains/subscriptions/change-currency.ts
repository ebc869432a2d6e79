// Changes the currency in which an account buys. Each subscription, item, credit and discount keeps its own: what was bought in euro is billed in euro.

import type { Transaction } from '../../platform/postgres/transaction.ts';
import {
  type AccountRow,
  changeCurrency,
  currencyOff,
  findAccounts,
  listEnabledCurrencies,
  lockAccounts,
  requireCurrentCurrency,
  type Seller,
  unknownAccount,
} from '../accounts/index.ts';
import { loadPlans } from '../catalog/index.ts';
import { byEffect, withoutVoided } from './core/known-facts.ts';
import { timelineOf } from './core/timeline.ts';
import { listInCurrency, loadFacts, lockSubscriptionsOf, type SubscriptionRow } from './store.ts';

export interface ChangedCurrency {
  readonly before: string;
  readonly currency: string;
  /** Subscriptions that run on in another currency until they are ended and others started. */
  readonly staying: readonly StayingSubscription[];
}

export interface StayingSubscription {
  readonly subscription: string;
  readonly currency: string;
}

export async function changeAccountCurrency(
  tx: Transaction,
  seller: Seller,
  externalId: string,
  wanted: string,
  now: number,
): Promise<ChangedCurrency> {
  const { code } = requireCurrentCurrency(wanted, 'currency');
  const account = await lockedAccount(tx, seller, externalId);
  if (!(await listEnabledCurrencies(tx, seller.id)).has(code)) throw currencyOff(code, 'currency');
  if (account.currency !== code) await changeCurrency(tx, seller.id, account, code, now);
  const others = (await lockSubscriptionsOf(tx, seller.id, [account.id], 'look')).filter((row) => row.currency !== code);
  const running = await stillRunning(tx, seller.id, others, now);
  return {
    before: account.currency,
    currency: code,
    staying: running.map((row) => ({ subscription: row.externalId, currency: row.currency })),
  };
}

async function lockedAccount(tx: Transaction, seller: Seller, externalId: string): Promise<AccountRow> {
  const [named] = await findAccounts(tx, seller.id, [externalId]);
  if (named === undefined) throw unknownAccount(externalId, 'account');
  await lockAccounts(tx, seller.id, [named.id]);
  return (await findAccounts(tx, seller.id, [externalId]))[0]!;
}

export interface RunningSubscription {
  readonly account: string;
  readonly subscription: string;
}

const PAGE = 500;

/** Subscriptions that are not over in a currency: whom to ask to move when it is off. At most `limit`. */
export async function listRunningIn(
  tx: Transaction,
  seller: Seller,
  currency: string,
  now: number,
  limit: number,
): Promise<RunningSubscription[]> {
  const found: RunningSubscription[] = [];
  for (let after = 0n; found.length < limit; ) {
    const page = await listInCurrency(tx, seller.id, currency, after, PAGE);
    const last = page[page.length - 1];
    if (last === undefined) break;
    after = last.id;
    const running = await stillRunning(tx, seller.id, page, now);
    found.push(...running.map((row) => ({ account: row.account, subscription: row.externalId })));
  }
  return found.slice(0, limit);
}

/** In service, paused or still to begin. */
async function stillRunning<Row extends SubscriptionRow>(
  tx: Transaction,
  sellerId: bigint,
  rows: readonly Row[],
  now: number,
): Promise<Row[]> {
  const timelines = await loadFacts(
    tx,
    sellerId,
    rows.map((row) => row.id),
  );
  const refs = new Set<string>();
  for (const facts of timelines.values()) for (const fact of facts) if (fact.kind === 'start' || fact.kind === 'plan') refs.add(fact.plan);
  const plans = new Map([...(await loadPlans(tx, sellerId, [...refs]))].map(([ref, plan]) => [ref, plan.plan]));
  return rows.filter((row) => {
    const segments = timelineOf(withoutVoided(timelines.get(row.id) ?? []).sort(byEffect), plans);
    return segments.some((segment) => segment.to > now && (segment.state.phase === 'active' || segment.state.phase === 'paused'));
  });
}
