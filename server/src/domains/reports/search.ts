// One search over everything that one may see: a few of each kind, the likeliest first.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier, parseIdentifier } from '../../kernel/identifier.ts';
import { findCurrency, listCurrencies } from '../../kernel/money/currency.ts';
import { formatMinor, parseMinor } from '../../kernel/money/decimal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface Searched {
  /** What was typed, without spaces around it. */
  readonly text: string;
  /** Of each kind at most. */
  readonly most: number;
  readonly sellerId: bigint;
  readonly now: number;
}

/** How many that match by a word inside are looked at, to put the likeliest first. */
const CANDIDATES = 50;
const BEYOND_ALL = '9223372036854775807';

export async function searchAccounts(tx: Transaction, { text, most, sellerId }: Searched) {
  const id = parseIdentifier('acc', text);
  const { rows } = await tx.client.query<{ id: bigint; externalId: string; name: string; currency: string; kind: string }>(
    id === null
      ? `with beginning as (select account_id as id, place from search_accounts($2, null, null, null, null, null, $3)),
           inside as (select w.id, '3' as place from find_accounts_by_words($2, $4) w (id) where (select count(*) from beginning) < $3),
           found as (select id, min(place collate "C") as place from (select * from beginning union all select * from inside) f group by id)
         select a.id, a.external_id as "externalId", a.name, a.currency, a.kind from found f join account a on a.id = f.id and a.seller_id = $1
         order by f.place collate "C", length(a.name), a.id limit $3`
      : `select a.id, a.external_id as "externalId", a.name, a.currency, a.kind from account a where a.seller_id = $1 and a.id = $2`,
    id === null ? [sellerId, text, most, CANDIDATES] : [sellerId, id],
  );
  return rows.map((row) => ({ ...row, id: formatIdentifier('acc', row.id) }));
}

export async function searchUsers(tx: Transaction, { text, most, sellerId }: Searched) {
  const id = parseIdentifier('usr', text);
  const { rows } = await tx.client.query<UserRow>(
    `select u.id, u.mail, u.name, u.disabled_at is not null as "isDisabled", a.id as "accountId", a.external_id as "externalId", a.name as "accountName"
     from identity.portal_user u
     left join lateral (select r.account_id from identity.user_role r
       where r.user_id = u.id and r.seller_id = u.seller_id and r.account_id is not null order by r.id limit 1) r on true
     left join account a on a.id = r.account_id and a.seller_id = u.seller_id
     where u.seller_id = $1 and u.id = any(array(${id === null ? 'select find_users_by_words($2, $4)' : 'select $2::bigint where $4 > 0'}))
     order by starts_with(u.mail_key, lower($5)) desc, length(u.mail), u.id limit $3`,
    [sellerId, id ?? text, most, CANDIDATES, text],
  );
  return rows.map((row) => ({
    id: formatIdentifier('usr', row.id),
    mail: row.mail,
    name: row.name,
    disabled: row.isDisabled,
    account:
      row.accountId === null ? null : { id: formatIdentifier('acc', row.accountId), externalId: row.externalId!, name: row.accountName! },
  }));
}

interface UserRow {
  readonly id: bigint;
  readonly mail: string;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly accountId: bigint | null;
  readonly externalId: string | null;
  readonly accountName: string | null;
}

export async function searchSubscriptions(tx: Transaction, { text, most, sellerId, now }: Searched) {
  const id = parseIdentifier('sub', text);
  const { rows } = await tx.client.query<SubscriptionRow>(
    `select s.id, s.external_id as "externalId", s.currency, a.id as "accountId", a.external_id as "accountExternalId", a.name as "accountName",
       f.plan, p.name as "planName"
     from unnest(array(${id === null ? 'select find_subscriptions_by_beginning($2, $3)' : 'select $2::bigint where $3 > 0'})) with ordinality as found(id, place)
     join subscription s on s.id = found.id and s.seller_id = $1
     join account a on a.id = s.account_id and a.seller_id = s.seller_id
     left join lateral (select f.body ->> 'plan' as plan from subscription_fact f
       where f.subscription_id = s.id and f.seller_id = s.seller_id and f.kind in ('start', 'plan')
       order by f.at <= $4 desc, case when f.at <= $4 then f.at end desc, f.at, f.sequence desc limit 1) f on true
     left join plan_version v on v.seller_id = s.seller_id and v.ref = f.plan
     left join plan p on p.seller_id = v.seller_id and p.id = v.plan_id
     order by found.place`,
    [sellerId, id ?? text, most, formatInstant(now)],
  );
  return rows.map((row) => ({
    id: formatIdentifier('sub', row.id),
    externalId: row.externalId,
    account: { id: formatIdentifier('acc', row.accountId), externalId: row.accountExternalId, name: row.accountName },
    currency: row.currency,
    plan: row.plan,
    planName: row.planName,
  }));
}

interface SubscriptionRow {
  readonly id: bigint;
  readonly externalId: string;
  readonly currency: string;
  readonly accountId: bigint;
  readonly accountExternalId: string;
  readonly accountName: string;
  readonly plan: string | null;
  readonly planName: string | null;
}

export async function searchInvoices(tx: Transaction, { text, most, sellerId }: Searched) {
  const id = parseIdentifier('inv', text);
  const digits = /^(.*?)(\d{1,18})$/s.exec(text);
  const amounts = amountsIn(text);
  const { rows } = await tx.client.query<InvoiceRow>(
    `with found as (
       (select n.invoice_id as id, 1 as place from number_series s
          join invoice_number n on n.seller_id = s.seller_id and n.series_id = s.id and n.number = $4::bigint
        where s.seller_id = $1 and ($3 = '' or lower(s.prefix) = lower($3)) limit $2)
       union all
       (select i.id, 2 from invoice i where i.seller_id = $1 and i.total_minor = any($5::bigint[]) and (i.currency, abs(i.total_minor)) in
          (select * from unnest($6::text[], $7::bigint[])) order by i.id desc limit $2)
       union all select $8::bigint, 0 where $8::bigint is not null
     )
     select i.id, i.kind, i.currency, i.issued_on as "issuedOn", i.total_minor as "totalMinor", s.prefix || lpad(n.number::text, greatest(s.digits, length(n.number::text)), '0') as number,
       a.id as "accountId", a.external_id as "externalId", a.name
     from (select id, min(place) as place from found group by id) f
     join invoice i on i.id = f.id and i.seller_id = $1
     join invoice_number n on n.invoice_id = i.id and n.seller_id = i.seller_id
     join number_series s on s.seller_id = n.seller_id and s.id = n.series_id
     join account a on a.id = i.account_id and a.seller_id = i.seller_id
     order by f.place, i.id desc limit $2`,
    [
      sellerId,
      most,
      digits?.[1] ?? '',
      digits?.[2] ?? '-1',
      [...new Set(amounts.flatMap(({ minor }) => [minor, -minor]))],
      amounts.map(({ currency }) => currency),
      amounts.map(({ minor }) => minor),
      id,
    ],
  );
  return rows.map((row) => ({
    id: formatIdentifier('inv', row.id),
    number: row.number,
    kind: row.kind,
    account: { id: formatIdentifier('acc', row.accountId), externalId: row.externalId, name: row.name },
    currency: row.currency,
    issuedOn: row.issuedOn,
    total: formatMinor(row.totalMinor, findCurrency(row.currency)!.digits),
  }));
}

interface InvoiceRow {
  readonly id: bigint;
  readonly number: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly currency: string;
  readonly issuedOn: string;
  readonly totalMinor: bigint;
  readonly accountId: bigint;
  readonly externalId: string;
  readonly name: string;
}

/** `119.00` or `119,00`: an amount in every currency that writes so many decimals. */
function amountsIn(text: string): { currency: string; minor: bigint }[] {
  const said = text.replace(',', '.');
  if (!/^\d{1,15}(\.\d{1,4})?$/.test(said)) return [];
  return listCurrencies().flatMap(({ code, digits }) => {
    const minor = parseMinor(said, digits);
    return minor === null || minor > BigInt(BEYOND_ALL) ? [] : [{ currency: code, minor }];
  });
}

/** By the beginning of key or name, or of a word in them: of plans there are few. */
export async function searchPlans(tx: Transaction, { text, most, sellerId }: Searched) {
  const { rows } = await tx.client.query<{ key: string; name: string }>(
    `select p.key, p.name from plan p
     where p.seller_id = $1 and (starts_with(lower(p.key), lower($2)) or search_vector(p.key || ' ' || p.name) @@ search_query($2))
     order by starts_with(lower(p.key), lower($2)) desc, length(p.key), p.key limit $3`,
    [sellerId, text, most],
  );
  return rows;
}
