// Takes a redemption back: as if it had never been where nothing was billed with it, else from the next day on.
import { findZone } from '../../kernel/calendar/zone.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type AccountRow, lockAccounts, type Seller } from '../accounts/index.ts';
import { endUse, findDiscount, findListedRedemption, revokeDiscount } from '../discounts/index.ts';
import type { Fact } from './core/fact.ts';
import { withoutVoided } from './core/known-facts.ts';
import { tell } from './events.ts';
import { type FactInput, recordFacts } from './record-facts.ts';
import { nameOf } from './redeem-coupon.ts';
import { hasBilledDiscounts, loadFacts, lockSubscriptionsOf } from './store.ts';

type Discount = Extract<Fact, { kind: 'discount' }>;

/** Doing it again changes nothing. */
export async function revokeRedemption(tx: Transaction, seller: Seller, account: AccountRow, id: bigint, now: number): Promise<void> {
  await lockAccounts(tx, seller.id, [account.id]);
  const redemption = await findListedRedemption(tx, seller.id, id);
  if (redemption === null || redemption.revokedAt !== null) return;
  const name = nameOf(redemption);
  const given = await discountsCalled(tx, seller.id, account.id, name);
  const amount = await findDiscount(tx, seller.id, { externalId: name });
  const isBilled =
    (amount !== null && amount.boundMinor > 0n) || (await hasBilledDiscounts(tx, seller.id, [...given.keys()], redemption.id));
  const rows = new Map((await lockSubscriptionsOf(tx, seller.id, [account.id], 'look')).map((row) => [row.id, row.externalId]));
  const tomorrow = findZone(account.zone)!.startOfDay(findZone(account.zone)!.dayOf(now) + 1);
  const facts = [...given].flatMap(([subscriptionId, discounts]) =>
    discounts.flatMap((discount) => takenBack(rows.get(subscriptionId)!, discount, isBilled ? tomorrow : null)),
  );
  if (facts.length > 0) await recordFacts(tx, seller, facts, now);
  if (amount !== null) await revokeDiscount(tx, seller, amount, now);
  await endUse(tx, seller, redemption, !isBilled, now);
  await writeEvents(tx, [
    tell['coupon.redemption_revoked']({
      sellerId: seller.id,
      subject: formatIdentifier('rdm', id),
      occurredAt: now,
      data: { coupon: redemption.code, account: account.externalId, reference: redemption.reference },
    }),
  ]);
}

/** `until`: the discount holds until then; null: it never was. */
function takenBack(subscription: string, discount: Discount, until: number | null): FactInput[] {
  const { at, percent, component } = discount;
  if (until !== null && discount.until !== null && discount.until <= until) return [];
  const back: FactInput = { subscription, at, change: { kind: 'void', ref: discount.id! } };
  if (until === null || until <= at) return [back];
  const reference = `${discount.id}:revoked`;
  return [back, { subscription, reference, at, change: { kind: 'discount', percent, component, until } }];
}

/** By subscription; those that somebody else took back are not among them. */
async function discountsCalled(tx: Transaction, sellerId: bigint, accountId: bigint, name: string): Promise<Map<bigint, Discount[]>> {
  const rows = await lockSubscriptionsOf(tx, sellerId, [accountId], 'look');
  const timelines = await loadFacts(
    tx,
    sellerId,
    rows.map((row) => row.id),
  );
  const found = new Map<bigint, Discount[]>();
  for (const [subscriptionId, facts] of timelines) {
    const own = withoutVoided(facts).filter(
      (fact): fact is Discount => fact.kind === 'discount' && (fact.id === name || fact.id?.startsWith(`${name}:`) === true),
    );
    if (own.length > 0) found.set(subscriptionId, own);
  }
  return found;
}
