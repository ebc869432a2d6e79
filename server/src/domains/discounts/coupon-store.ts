// All SQL of coupons, of the uses that count against their limits, and of redemptions.
import { type Day, formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { readDay, readDecimal } from '../../kernel/stored-values.ts';
import type { CursorRow, pageSql } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Coupon } from './core/coupon.ts';

interface CouponRow extends Omit<Coupon, 'percent' | 'amount' | 'untilOn' | 'validFrom' | 'validUntil'> {
  readonly percent: string | null;
  readonly amount: string | null;
  readonly untilOn: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

const COUPON = `id, code, name, percent, amount, currency, periods, until_on as "untilOn", plans, components, limit_total as "limitTotal",
  limit_each as "limitEach", used, valid_from as "validFrom", valid_until as "validUntil", created_at as "createdAt", deactivated_at as "deactivatedAt"`;

const day = (text: string | null): Day | null => (text === null ? null : readDay(text));
const dayText = (value: Day | null): string | null => (value === null ? null : formatDay(value));

function fromRow(row: CouponRow): Coupon {
  return {
    ...row,
    percent: row.percent === null ? null : readDecimal(row.percent),
    amount: row.amount === null ? null : readDecimal(row.amount),
    untilOn: day(row.untilOn),
    validFrom: day(row.validFrom),
    validUntil: day(row.validUntil),
  };
}

/** False where there is one of that code. */
export async function insertCoupon(tx: Transaction, sellerId: bigint, coupon: Coupon): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `insert into coupon (seller_id, id, code, name, percent, amount, currency, periods, until_on, plans, components, limit_total, limit_each,
                         valid_from, valid_until, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (seller_id, code) do nothing`,
    [
      sellerId,
      coupon.id,
      coupon.code,
      coupon.name,
      coupon.percent === null ? null : formatExact(coupon.percent),
      coupon.amount === null ? null : formatExact(coupon.amount),
      coupon.currency,
      coupon.periods,
      dayText(coupon.untilOn),
      coupon.plans,
      coupon.components,
      coupon.limitTotal,
      coupon.limitEach,
      dayText(coupon.validFrom),
      dayText(coupon.validUntil),
      formatInstant(coupon.createdAt),
    ],
  );
  return rowCount === 1;
}

export async function findCoupon(
  tx: Transaction,
  sellerId: bigint,
  by: { readonly id: bigint } | { readonly code: string },
): Promise<Coupon | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['code', by.code];
  const { rows } = await tx.client.query<CouponRow>(`select ${COUPON} from coupon where seller_id = $1 and ${column} = $2`, [
    sellerId,
    value,
  ]);
  return rows[0] === undefined ? null : fromRow(rows[0]);
}

/** Its uses are counted by one redemption at a time: whoever has the row knows what is left, and keeps it until the transaction ends. */
export async function lockCoupon(
  tx: Transaction,
  sellerId: bigint,
  by: { readonly id: bigint } | { readonly code: string },
): Promise<Coupon | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['code', by.code];
  const { rows } = await tx.client.query<CouponRow>(
    `select ${COUPON} from coupon where seller_id = $1 and ${column} = $2 for no key update`,
    [sellerId, value],
  );
  return rows[0] === undefined ? null : fromRow(rows[0]);
}

export async function deactivate(tx: Transaction, sellerId: bigint, id: bigint, now: number): Promise<void> {
  await tx.client.query('update coupon set deactivated_at = $3 where seller_id = $1 and id = $2 and deactivated_at is null', [
    sellerId,
    id,
    formatInstant(now),
  ]);
}

/** All of them, by code. */
export async function listCoupons(tx: Transaction, sellerId: bigint): Promise<Coupon[]> {
  const { rows } = await tx.client.query<CouponRow>(`select ${COUPON} from coupon where seller_id = $1 order by code`, [sellerId]);
  return rows.map(fromRow);
}

/** `page` continues behind three values. */
export async function selectCoupons(
  tx: Transaction,
  sellerId: bigint,
  filter: { readonly code: string | null; readonly active: boolean | null },
  page: ReturnType<typeof pageSql>,
): Promise<(Coupon & CursorRow)[]> {
  const { rows } = await tx.client.query<CouponRow & CursorRow>(
    `select ${COUPON}, ${page.cursor} from coupon
     where seller_id = $1 and ($2::text is null or code = $2) and ($3::boolean is null or (deactivated_at is null) = $3) ${page.sql}`,
    [sellerId, filter.code, filter.active, ...page.values],
  );
  return rows.map((row) => ({ ...row, ...fromRow(row) }));
}

export async function placesTaken(tx: Transaction, sellerId: bigint, couponId: bigint, accountId: bigint): Promise<number[]> {
  const { rows } = await tx.client.query<{ ordinal: number }>(
    'select ordinal from coupon_use where seller_id = $1 and coupon_id = $2 and account_id = $3',
    [sellerId, couponId, accountId],
  );
  return rows.map((row) => row.ordinal);
}

export interface Redemption {
  readonly id: bigint;
  readonly couponId: bigint;
  readonly accountId: bigint;
  /** Null: for all that the account had then. */
  readonly subscriptionId: bigint | null;
  readonly reference: string;
  readonly fromOn: Day;
  readonly redeemedAt: number;
  readonly revokedAt: number | null;
  readonly isGivenBack: boolean;
}

interface RedemptionRow extends Omit<Redemption, 'fromOn'> {
  readonly fromOn: string;
}

const REDEMPTION = `r.id, r.coupon_id as "couponId", r.account_id as "accountId", r.subscription_id as "subscriptionId", r.reference,
  r.from_on as "fromOn", r.redeemed_at as "redeemedAt", r.revoked_at as "revokedAt", r.is_given_back as "isGivenBack"`;

const redemptionFrom = (row: RedemptionRow): Redemption => ({ ...row, fromOn: readDay(row.fromOn) });

/** With its use, which the coupon's limits count. False where the reference is another account's, which a member does not see. */
export async function insertRedemption(tx: Transaction, sellerId: bigint, redemption: Redemption, place: number): Promise<boolean> {
  const { id, couponId, accountId, subscriptionId, reference, fromOn, redeemedAt } = redemption;
  const at = formatInstant(redeemedAt);
  const { rowCount } = await tx.client.query(
    `insert into coupon_redemption (seller_id, id, coupon_id, account_id, subscription_id, reference, from_on, redeemed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (coupon_id, reference, seller_id) do nothing`,
    [sellerId, id, couponId, accountId, subscriptionId, reference, formatDay(fromOn), at],
  );
  if (rowCount === 0) return false;
  await tx.client.query(
    `insert into coupon_use (seller_id, coupon_id, account_id, ordinal, subscription_id, used_at, redemption_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [sellerId, couponId, accountId, place, subscriptionId, at, id],
  );
  await tx.client.query('update coupon set used = used + 1 where seller_id = $1 and id = $2', [sellerId, couponId]);
  return true;
}

export async function findRedemption(
  tx: Transaction,
  sellerId: bigint,
  by: { readonly id: bigint } | { readonly couponId: bigint; readonly reference: string },
): Promise<Redemption | null> {
  const [sql, values] = 'id' in by ? ['r.id = $2', [by.id]] : ['r.coupon_id = $2 and r.reference = $3', [by.couponId, by.reference]];
  const { rows } = await tx.client.query<RedemptionRow>(`select ${REDEMPTION} from coupon_redemption r where r.seller_id = $1 and ${sql}`, [
    sellerId,
    ...values,
  ]);
  return rows[0] === undefined ? null : redemptionFrom(rows[0]);
}

export async function setRevoked(
  tx: Transaction,
  sellerId: bigint,
  redemption: Redemption,
  isGivenBack: boolean,
  now: number,
): Promise<void> {
  await tx.client.query('update coupon_redemption set revoked_at = $3, is_given_back = $4 where seller_id = $1 and id = $2', [
    sellerId,
    redemption.id,
    formatInstant(now),
    isGivenBack,
  ]);
  if (!isGivenBack) return;
  await tx.client.query('delete from coupon_use where seller_id = $1 and coupon_id = $2 and redemption_id = $3', [
    sellerId,
    redemption.couponId,
    redemption.id,
  ]);
  await tx.client.query('update coupon set used = used - 1 where seller_id = $1 and id = $2', [sellerId, redemption.couponId]);
}

export interface ListedRedemption extends Redemption, CursorRow {
  readonly code: string;
  readonly account: string;
  /** External id. */
  readonly subscription: string | null;
}

/** `page` continues behind four values. */
export async function selectRedemptions(
  tx: Transaction,
  sellerId: bigint,
  filter: { readonly code: string | null; readonly accountId: bigint | null; readonly id: bigint | null },
  page: ReturnType<typeof pageSql>,
): Promise<ListedRedemption[]> {
  const { rows } = await tx.client.query<RedemptionRow & Omit<ListedRedemption, keyof Redemption>>(
    `select ${REDEMPTION}, c.code, a.external_id as account, s.external_id as subscription, ${page.cursor}
     from coupon_redemption r
     join coupon c on (c.seller_id, c.id) = (r.seller_id, r.coupon_id)
     join account a on (a.seller_id, a.id) = (r.seller_id, r.account_id)
     left join subscription s on (s.seller_id, s.id) = (r.seller_id, r.subscription_id)
     where r.seller_id = $1 and ($2::text is null or c.code = $2) and ($3::bigint is null or r.account_id = $3)
       and ($4::bigint is null or r.id = $4) ${page.sql}`,
    [sellerId, filter.code, filter.accountId, filter.id, ...page.values],
  );
  return rows.map((row) => ({ ...row, ...redemptionFrom(row) }));
}
