// Plans that are being written: they count for nothing until they are published, as the next version of their key.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { type CursorRow, type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface PlanDraft {
  readonly key: string;
  readonly body: unknown;
  readonly changedAt: number;
}

/** Locks it, so that two who publish it make one version. */
export async function findPlanDraft(tx: Transaction, sellerId: bigint, key: string, lock = false): Promise<PlanDraft | null> {
  const { rows } = await tx.client.query<PlanDraft>(
    `select key, body, changed_at as "changedAt" from plan_draft where seller_id = $1 and key = $2 ${lock ? 'for update' : ''}`,
    [sellerId, key],
  );
  return rows[0] ?? null;
}

export async function savePlanDraft(tx: Transaction, sellerId: bigint, key: string, body: unknown, now: number): Promise<void> {
  await tx.client.query(
    `insert into plan_draft (seller_id, key, body, changed_at) values ($1, $2, $3, $4)
     on conflict (key, seller_id) do update set body = excluded.body, changed_at = excluded.changed_at`,
    [sellerId, key, JSON.stringify(body), formatInstant(now)],
  );
}

export async function dropPlanDraft(tx: Transaction, sellerId: bigint, key: string): Promise<boolean> {
  const { rowCount } = await tx.client.query('delete from plan_draft where seller_id = $1 and key = $2', [sellerId, key]);
  return rowCount === 1;
}

export interface ListedPlan extends CursorRow {
  readonly key: string;
  readonly name: string | null;
  readonly versions: { readonly ref: string; readonly version: number; readonly publishedAt: string }[];
  readonly isResold: boolean;
  readonly draftChangedAt: number | null;
}

/** Plans with their published versions, and those that are a draft only. */
export async function listPlans<Item>(
  tx: Transaction,
  sellerId: bigint,
  query: PageQuery,
  told: (row: ListedPlan) => Item,
): Promise<Page<Item>> {
  const page = pageSql(readPage(query), { key: { sql: 'k.key', type: 'text' } }, 'k.id', 2);
  const { rows } = await tx.client.query<ListedPlan>(
    `select k.key, k.name, k.is_resold as "isResold", d.changed_at as "draftChangedAt", ${page.cursor},
       coalesce((select jsonb_agg(jsonb_build_object('ref', v.ref, 'version', v.version, 'publishedAt', v.published_at) order by v.version)
                 from plan_version v where v.seller_id = $1 and v.plan_id = k.id and v.published_at is not null), '[]') as versions
     from (
       select key, name, id, resold_plan_id is not null as is_resold from plan where seller_id = $1
       union all
       select key, body ->> 'name', 0, false from plan_draft d
       where seller_id = $1 and not exists (select from plan p where p.seller_id = $1 and p.key = d.key)
     ) k left join plan_draft d on d.seller_id = $1 and d.key = k.key
     where true ${page.sql}`,
    [sellerId, ...page.values],
  );
  return pageFrom(query, rows, told);
}

/** When versions were published, by ref. */
export async function listPublished(
  tx: Transaction,
  sellerId: bigint,
  refs: readonly string[],
): Promise<Map<string, { plan: string; version: number; publishedAt: number }>> {
  const { rows } = await tx.client.query<{ ref: string; plan: string; version: number; publishedAt: number }>(
    `select v.ref, p.key as plan, v.version, v.published_at as "publishedAt"
     from plan_version v join plan p on (p.seller_id, p.id) = (v.seller_id, v.plan_id)
     where v.seller_id = $1 and v.ref = any($2::text[]) and v.published_at is not null`,
    [sellerId, refs],
  );
  return new Map(rows.map((row) => [row.ref, row]));
}

export interface ListedMeter extends CursorRow {
  readonly key: string;
  readonly unit: string | null;
}

export async function listMeterPage(
  tx: Transaction,
  sellerId: bigint,
  query: PageQuery,
): Promise<Page<{ key: string; unit: string | null }>> {
  const page = pageSql(readPage(query), { key: { sql: 'key', type: 'text' } }, 'id', 2);
  const { rows } = await tx.client.query<ListedMeter>(`select key, unit, ${page.cursor} from meter where seller_id = $1 ${page.sql}`, [
    sellerId,
    ...page.values,
  ]);
  return pageFrom(query, rows, ({ key, unit }) => ({ key, unit }));
}

export async function saveMeterUnit(tx: Transaction, sellerId: bigint, key: string, unit: string | null): Promise<void> {
  await tx.client.query('update meter set unit = $3 where seller_id = $1 and key = $2', [sellerId, key, unit]);
}
