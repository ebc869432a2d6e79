// Endpoints and their deliveries, page by page.

import type { CursorRow } from '../../platform/http/paging.ts';
import { type Page, type PageQuery, pageFrom, pageSql, readPage } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { ENDPOINT_COLUMNS, type EndpointRow } from './store.ts';

export const endpointSorts = ['createdAt'] as const;
const ENDPOINT_SORTS = { createdAt: { sql: 'e.created_at', type: 'timestamptz' } } as const;

export async function listEndpoints<Item>(
  tx: Transaction,
  sellerId: bigint,
  query: PageQuery,
  told: (row: EndpointRow) => Item,
): Promise<Page<Item>> {
  const page = pageSql(readPage(query), ENDPOINT_SORTS, 'e.id', 2);
  const { rows } = await tx.client.query<EndpointRow & CursorRow>(
    `select ${ENDPOINT_COLUMNS}, ${page.cursor} from webhook_endpoint e where e.seller_id = $1 ${page.sql}`,
    [sellerId, ...page.values],
  );
  return pageFrom(query, rows, told);
}

export interface DeliveryRow {
  readonly id: bigint;
  readonly eventId: bigint;
  readonly kind: string;
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAttemptAt: number | null;
  readonly lastAttemptAt: number | null;
  readonly lastAttemptMs: number | null;
  readonly responseStatus: number | null;
  readonly responseBody: string | null;
  readonly failureCode: string | null;
  readonly failureDetail: string | null;
  readonly createdAt: number;
}

const DELIVERY_COLUMNS = `d.id, d.event_id as "eventId", d.kind, d.status, d.attempts, d.next_attempt_at as "nextAttemptAt",
  d.last_attempt_at as "lastAttemptAt", d.last_attempt_ms as "lastAttemptMs", d.response_status as "responseStatus",
  d.response_body as "responseBody", d.failure_code as "failureCode", d.failure_detail as "failureDetail", d.created_at as "createdAt"`;

export const deliverySorts = ['createdAt'] as const;
const DELIVERY_SORTS = { createdAt: { sql: 'd.created_at', type: 'timestamptz' } } as const;

export interface DeliveryQuery extends PageQuery {
  readonly status?: DeliveryRow['status'] | undefined;
  readonly type?: string | undefined;
}

export async function listDeliveries<Item>(
  tx: Transaction,
  sellerId: bigint,
  endpointId: bigint,
  query: DeliveryQuery,
  told: (row: DeliveryRow) => Item,
): Promise<Page<Item>> {
  const page = pageSql(readPage(query), DELIVERY_SORTS, 'd.id', 5);
  const { rows } = await tx.client.query<DeliveryRow & CursorRow>(
    `select ${DELIVERY_COLUMNS}, ${page.cursor} from webhook_delivery d
     where d.seller_id = $1 and d.endpoint_id = $2 and ($3::text is null or d.status = $3) and ($4::text is null or d.kind = $4) ${page.sql}`,
    [sellerId, endpointId, query.status ?? null, query.type ?? null, ...page.values],
  );
  return pageFrom(query, rows, told);
}

export async function findDelivery(tx: Transaction, sellerId: bigint, endpointId: bigint, id: bigint): Promise<DeliveryRow | null> {
  const { rows } = await tx.client.query<DeliveryRow>(
    `select ${DELIVERY_COLUMNS} from webhook_delivery d where d.seller_id = $1 and d.endpoint_id = $2 and d.id = $3`,
    [sellerId, endpointId, id],
  );
  return rows[0] ?? null;
}
