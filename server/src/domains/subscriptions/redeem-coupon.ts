// Redeems a coupon: a use is taken under the coupon's lock, and becomes discounts of timelines, or an amount off that runs use up.
import { assert } from '../../kernel/assert.ts';
import type { Day } from '../../kernel/calendar/civil.ts';
import { findZone, type Zone } from '../../kernel/calendar/zone.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import type { Rational } from '../../kernel/money/rational.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, lockAccounts, type Seller } from '../accounts/index.ts';
import { type CatalogPlan, loadPlans, planKeysOf } from '../catalog/index.ts';
import { addFixedDiscounts, componentsLowered, discountEnd, type Redemption, takeUse } from '../discounts/index.ts';
import type { Fact } from './core/fact.ts';
import { byEffect, withoutVoided } from './core/known-facts.ts';
import { isOutOfService, timelineOf } from './core/timeline.ts';
import { couponBackdated, couponNotForThis, couponOtherCurrency } from './errors.ts';
import { tell } from './events.ts';
import { type FactInput, recordFacts } from './record-facts.ts';
import { loadFacts, lockSubscriptionsOf, type SubscriptionRow } from './store.ts';

export interface RedeemInput {
  readonly code: string;
  readonly account: AccountRow;
  /** External id; null is all that the account has. */
  readonly subscription: string | null;
  /** The same one again is the same redemption. */
  readonly reference: string;
  /** Null: today. */
  readonly from: Day | null;
  /** Whether it may begin before today. */
  readonly mayBackdate: boolean;
}

export interface Redeemed {
  readonly redemption: Redemption;
  readonly isNew: boolean;
}

export async function redeemCoupon(tx: Transaction, seller: Seller, input: RedeemInput, now: number): Promise<Redeemed> {
  const { account, code, reference } = input;
  await lockAccounts(tx, seller.id, [account.id]);
  const zone = zoneOf(account);
  const today = zone.dayOf(now);
  const from = input.from ?? today;
  if (from < today && !input.mayBackdate) throw couponBackdated('from');
  const all = await lockSubscriptionsOf(tx, seller.id, [account.id], 'look');
  const rows = input.subscription === null ? all : all.filter((row) => row.externalId === input.subscription);
  const only = input.subscription === null ? null : rows[0]!.id;
  const use = { code, accountId: account.id, subscriptionId: only, reference, fromOn: from };
  const { coupon, redemption, isNew } = await takeUse(tx, seller, use, now);
  if (!isNew) return { redemption, isNew };
  const services = await servicesFrom(tx, seller.id, rows, zone, from);
  if (coupon.percent !== null) {
    const fitting = services.filter((one) => componentsLowered(coupon, one.plan)?.length !== 0);
    const facts = fitting.flatMap((one) => {
      const until = discountEnd(coupon, one.from, one.plan.period, zone);
      const lowered = componentsLowered(coupon, one.plan) ?? [null];
      return lowered.map((component) => percentFact(redemption, one, coupon.percent!, component, zone, until));
    });
    const inTime = facts.filter(({ change, at }) => change.kind === 'discount' && (change.until === null || change.until > at));
    if (inTime.length === 0) throw couponNotForThis(code, 'code');
    await recordFacts(tx, seller, inTime, now);
  } else {
    const { amount, currency } = coupon;
    assert(amount !== null && currency !== null, `coupon ${coupon.id} gives nothing`);
    if (currency !== (only === null ? account.currency : rows[0]!.currency)) throw couponOtherCurrency(code, currency, 'code');
    const isForAll = only === null && coupon.plans === null && coupon.components === null;
    const items = isForAll ? null : services.flatMap((one) => refsLowered(one.plan, componentsLowered(coupon, one.plan)));
    if (items?.length === 0) throw couponNotForThis(code, 'code');
    const discount = { account: account.externalId, externalId: nameOf(redemption), at: zone.startOfDay(from), amount, currency, items };
    await addFixedDiscounts(tx, seller, [{ ...discount, items: items === null ? null : [...new Set(items)] }], now);
  }
  await writeEvents(tx, [
    tell['coupon.redeemed']({
      sellerId: seller.id,
      subject: formatIdentifier('rdm', redemption.id),
      occurredAt: now,
      data: { coupon: coupon.code, account: account.externalId, reference },
    }),
  ]);
  return { redemption, isNew };
}

/** What a redemption brought about carries this name, or begins with it. */
export function nameOf(redemption: Pick<Redemption, 'id'>): string {
  return `coupon:${formatIdentifier('rdm', redemption.id)}`;
}

interface Service {
  readonly row: SubscriptionRow;
  /** The first day of the discount: from when on it is in service. */
  readonly from: Day;
  readonly plan: {
    readonly key: string;
    readonly period: CatalogPlan['plan']['period'];
    readonly components: CatalogPlan['plan']['components'];
  };
}

/** Subscriptions in service on a day or later, as far as is told. */
async function servicesFrom(tx: Transaction, sellerId: bigint, rows: readonly SubscriptionRow[], zone: Zone, day: Day): Promise<Service[]> {
  const ids = rows.map((row) => row.id);
  const facts = await loadFacts(tx, sellerId, ids);
  const named = new Set([...facts.values()].flat().flatMap((fact) => (fact.kind === 'start' || fact.kind === 'plan' ? [fact.plan] : [])));
  const catalog = await loadPlans(tx, sellerId, [...named]);
  const keys = await planKeysOf(tx, sellerId, [...named]);
  const plans = new Map([...catalog].map(([ref, { plan }]) => [ref, plan]));
  return rows.flatMap((row): Service[] => {
    const told: readonly Fact[] = withoutVoided(facts.get(row.id) ?? []).sort(byEffect);
    const endOfDay = zone.startOfDay(day + 1);
    const segment = timelineOf(told, plans).find(({ to, state }) => to >= endOfDay && !isOutOfService(state.phase));
    const plan = segment === undefined ? undefined : plans.get(segment.state.plan ?? '');
    if (segment === undefined || plan === undefined) return [];
    const { period, components } = plan;
    return [{ row, from: Math.max(day, zone.dayOf(segment.from)), plan: { key: keys.get(plan.key) ?? plan.key, period, components } }];
  });
}

function percentFact(
  redemption: Redemption,
  service: Service,
  percent: Rational,
  component: string | null,
  zone: Zone,
  until: number | null,
): FactInput {
  return {
    subscription: service.row.externalId,
    reference: component === null ? nameOf(redemption) : `${nameOf(redemption)}:${component}`,
    at: zone.startOfDay(service.from),
    change: { kind: 'discount', percent, component, until },
  };
}

function refsLowered(plan: Service['plan'], keys: readonly string[] | null): string[] {
  return plan.components.filter(({ key }) => keys === null || keys.includes(key)).map(({ ref }) => ref);
}

function zoneOf(account: AccountRow): Zone {
  const zone = findZone(account.zone);
  assert(zone !== null, `zone ${account.zone} of a stored account`);
  return zone;
}
