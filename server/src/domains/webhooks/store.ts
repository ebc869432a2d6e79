// SQL of the endpoints themselves.
import { toTimestamp } from '../../platform/postgres/column-types.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface EndpointRow {
  readonly id: bigint;
  readonly url: string;
  readonly description: string;
  /** Empty: every kind. */
  readonly kinds: readonly string[];
  readonly enabled: boolean;
  readonly disabledCode: 'gone' | 'failing' | null;
  readonly disabledAt: number | null;
  readonly secretBeforeUntil: number | null;
  readonly createdAt: number;
  readonly changedAt: number;
}

export interface EndpointHealth {
  readonly endpointId: bigint;
  readonly failures: number;
  readonly failingSince: number | null;
  readonly dueAt: number | null;
}

export const ENDPOINT_COLUMNS = `e.id, e.url, e.description, e.kinds, e.enabled, e.disabled_code as "disabledCode", e.disabled_at as "disabledAt",
  e.secret_before_until as "secretBeforeUntil", e.created_at as "createdAt", e.changed_at as "changedAt"`;

/** Those who make endpoints for a seller at the same time wait for each other, so that their number stays within its limit. */
export async function countEndpointsLocked(tx: Transaction, sellerId: bigint): Promise<number> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext('webhook_endpoint'), ($1::bigint % 2147483647)::integer)", [sellerId]);
  const { rows } = await tx.client.query<{ count: bigint }>('select count(*) as count from webhook_endpoint where seller_id = $1', [
    sellerId,
  ]);
  return Number(rows[0]!.count);
}

export async function insertEndpoint(
  tx: Transaction,
  sellerId: bigint,
  endpoint: Pick<EndpointRow, 'id' | 'url' | 'description' | 'kinds' | 'enabled'>,
  sealedSecret: string,
  now: number,
): Promise<void> {
  const { id, url, description, kinds, enabled } = endpoint;
  await tx.client.query(
    `insert into webhook_endpoint (seller_id, id, url, description, kinds, enabled, sealed_secret, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [sellerId, id, url, description, kinds, enabled, sealedSecret, toTimestamp(now)],
  );
  await tx.client.query('insert into webhook_pace (seller_id, endpoint_id) values ($1, $2)', [sellerId, id]);
}

/** Locked, for whoever changes it. */
export async function findEndpoint(tx: Transaction, sellerId: bigint, id: bigint, lock: 'lock' | 'read'): Promise<EndpointRow | null> {
  const { rows } = await tx.client.query<EndpointRow>(
    `select ${ENDPOINT_COLUMNS} from webhook_endpoint e where e.seller_id = $1 and e.id = $2${lock === 'lock' ? ' for no key update' : ''}`,
    [sellerId, id],
  );
  return rows[0] ?? null;
}

/** An endpoint that is turned on begins afresh: whatever waited for it is due. */
export async function updateEndpoint(
  tx: Transaction,
  sellerId: bigint,
  endpoint: Pick<EndpointRow, 'id' | 'url' | 'description' | 'kinds' | 'enabled'>,
  now: number,
): Promise<void> {
  const { id, url, description, kinds, enabled } = endpoint;
  await tx.client.query(
    `update webhook_endpoint set url = $3, description = $4, kinds = $5, enabled = $6, changed_at = $7,
            disabled_code = case when $6 then null else disabled_code end, disabled_at = case when $6 then null else disabled_at end
     where seller_id = $1 and id = $2`,
    [sellerId, id, url, description, kinds, enabled, toTimestamp(now)],
  );
  await tx.client.query('select from webhook_pace where seller_id = $1 and endpoint_id = $2 for no key update', [sellerId, id]);
  await tx.client.query(
    `update webhook_pace set failures = 0, failing_since = null,
       due_at = (select min(d.next_attempt_at) from webhook_delivery d where $3 and d.seller_id = $1 and d.endpoint_id = $2 and d.status = 'waiting')
     where seller_id = $1 and endpoint_id = $2`,
    [sellerId, id, enabled],
  );
}

export async function replaceSecret(
  tx: Transaction,
  sellerId: bigint,
  id: bigint,
  secret: { readonly sealed: string; readonly beforeUntil: number | null },
  now: number,
): Promise<void> {
  await tx.client.query(
    `update webhook_endpoint set sealed_secret = $3, sealed_secret_before = case when $4::timestamptz is null then null else sealed_secret end,
            secret_before_until = $4, changed_at = $5 where seller_id = $1 and id = $2`,
    [sellerId, id, secret.sealed, secret.beforeUntil === null ? null : toTimestamp(secret.beforeUntil), toTimestamp(now)],
  );
}

export async function deleteEndpoint(tx: Transaction, sellerId: bigint, id: bigint): Promise<void> {
  await tx.client.query('delete from webhook_endpoint where seller_id = $1 and id = $2', [sellerId, id]);
}

export async function listHealth(tx: Transaction, sellerId: bigint, ids: readonly bigint[]): Promise<EndpointHealth[]> {
  const { rows } = await tx.client.query<EndpointHealth>(
    `select endpoint_id as "endpointId", failures, failing_since as "failingSince", due_at as "dueAt" from webhook_pace
     where seller_id = $1 and endpoint_id = any($2::bigint[])`,
    [sellerId, ids],
  );
  return rows;
}

export interface SealedSecrets {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly sealed: string;
  readonly sealedBefore: string | null;
}

/** Of all sellers: the operator replaces the key that seals them. */
export async function lockSealedSecrets(tx: Transaction): Promise<SealedSecrets[]> {
  const { rows } = await tx.client.query<SealedSecrets>(
    `select seller_id as "sellerId", id, sealed_secret as sealed, sealed_secret_before as "sealedBefore" from webhook_endpoint order by id for update`,
  );
  return rows;
}

export async function updateSealedSecrets(tx: Transaction, { sellerId, id, sealed, sealedBefore }: SealedSecrets): Promise<void> {
  await tx.client.query('update webhook_endpoint set sealed_secret = $3, sealed_secret_before = $4 where seller_id = $1 and id = $2', [
    sellerId,
    id,
    sealed,
    sealedBefore,
  ]);
}
