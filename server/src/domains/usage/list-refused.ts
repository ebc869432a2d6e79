// Lists the events that were handed over and not taken, each with its reason: all of them are kept.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { type CursorRow, type PageQuery, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface RefusedFilter {
  /** External ids, as far as the event named them or its subscription tells. */
  readonly account?: string;
  readonly subscription?: string;
  /** When they came in; instants, `before` is not part of it. */
  readonly from?: number;
  readonly before?: number;
}

export interface KeptRefusal {
  readonly recordedAt: number;
  readonly source: string;
  readonly id: string;
  readonly code: string;
  readonly reason: string;
  /** What was handed over, as it was. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The latest first, at most `limit`, and how many there are in all. */
export async function listRefused(
  tx: Transaction,
  sellerId: bigint,
  filter: RefusedFilter,
  limit: number,
): Promise<{ readonly refused: readonly KeptRefusal[]; readonly total: number }> {
  const values = [
    sellerId,
    filter.account ?? null,
    filter.subscription ?? null,
    filter.from === undefined ? null : formatInstant(filter.from),
    filter.before === undefined ? null : formatInstant(filter.before),
  ];
  const { rows: counted } = await tx.client.query<{ total: bigint }>(`select count(*) as total ${REFUSED}`, values);
  const { rows } = await tx.client.query<KeptRefusal>(
    `select r.recorded_at as "recordedAt", r.source, r.event_id as id, r.code, r.reason, r.body ${REFUSED} order by r.id desc limit $6`,
    [...values, limit],
  );
  return { refused: rows, total: Number(counted[0]?.total ?? 0n) };
}

const REFUSED = `from refused_event r
  where r.seller_id = $1 and ($3::text is null or r.body ->> 'subscription' = $3)
    and ($2::text is null or r.body ->> 'account' = $2
         or (r.body ->> 'account' is null
             and exists (select from subscription s join account a on (a.seller_id, a.id) = (s.seller_id, s.account_id)
                         where s.seller_id = r.seller_id and s.external_id = r.body ->> 'subscription' and a.external_id = $2)))
    and ($4::timestamptz is null or r.recorded_at >= $4) and ($5::timestamptz is null or r.recorded_at < $5)`;

export const refusedSorts = ['id'] as const satisfies readonly [string, ...string[]];

interface RefusedPlace {
  readonly source?: string | undefined;
  readonly code?: string | undefined;
  /** External ids, as the event named them. */
  readonly account?: string | undefined;
  readonly subscription?: string | undefined;
}

export async function listRefusedPage(
  tx: Transaction,
  sellerId: bigint,
  query: PageQuery & Pick<RefusedFilter, 'from' | 'before'> & RefusedPlace,
): Promise<(KeptRefusal & CursorRow)[]> {
  const columns = { id: { sql: 'r.id', type: 'bigint' } } as const;
  const { sql, values, cursor } = pageSql(readPage(query), columns, 'r.id', 8);
  const { rows } = await tx.client.query<KeptRefusal & CursorRow>(
    `select r.recorded_at as "recordedAt", r.source, r.event_id as id, r.code, r.reason, r.body, ${cursor}
     from refused_event r
     where r.seller_id = $1 and ($2::text is null or r.source = $2) and ($3::text is null or r.code = $3)
       and ($4::text is null or r.body ->> 'account' = $4) and ($5::text is null or r.body ->> 'subscription' = $5)
       and ($6::timestamptz is null or r.recorded_at >= $6) and ($7::timestamptz is null or r.recorded_at < $7) ${sql}`,
    [
      sellerId,
      query.source ?? null,
      query.code ?? null,
      query.account ?? null,
      query.subscription ?? null,
      query.from === undefined ? null : formatInstant(query.from),
      query.before === undefined ? null : formatInstant(query.before),
      ...values,
    ],
  );
  return rows;
}

export interface RefusedDay {
  /** In the seller's zone. */
  readonly day: string;
  readonly code: string;
  readonly events: number;
}

export async function countRefusedByDay(
  tx: Transaction,
  sellerId: bigint,
  zone: string,
  from: number,
  before: number,
): Promise<RefusedDay[]> {
  const { rows } = await tx.client.query<RefusedDay>(
    `select (r.recorded_at at time zone $2)::date as day, r.code, count(*)::int as events from refused_event r
     where r.seller_id = $1 and r.recorded_at >= $3 and r.recorded_at < $4 group by 1, 2 order by 1, 2`,
    [sellerId, zone, formatInstant(from), formatInstant(before)],
  );
  return rows;
}
