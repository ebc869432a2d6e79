// All SQL of API keys, of identity providers, and the name of the key that seals secrets.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { CursorRow, pageSql, SortColumn } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import { SEEN_EVERY_MS } from './core/session-life.ts';
import type { Limits } from './core/staff-limits.ts';

export interface ApiKey {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly accountId: bigint | null;
  readonly name: string;
  /** Its last letters. */
  readonly hint: string;
  readonly permissions: readonly string[];
  readonly limits: Limits;
  readonly createdAt: number;
  readonly createdBy: string | null;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly usedAt: number | null;
  readonly replacedBy: bigint | null;
}

const KEY = `seller_id as "sellerId", id, account_id as "accountId", name, hint, permissions, limits, created_at as "createdAt",
  created_by as "createdBy", expires_at as "expiresAt", revoked_at as "revokedAt", used_at as "usedAt", replaced_by as "replacedBy"`;

export const keyColumns = {
  createdAt: { sql: 'k.created_at', type: 'timestamptz' },
  name: { sql: 'k.name', type: 'text' },
} as const satisfies Record<string, SortColumn>;

export async function listKeys(tx: Transaction, sellerId: bigint, page: ReturnType<typeof pageSql>): Promise<(ApiKey & CursorRow)[]> {
  const { rows } = await tx.client.query<ApiKey & CursorRow>(
    `select ${KEY}, ${page.cursor} from identity.api_key k where seller_id = $1 ${page.sql}`,
    [sellerId, ...page.values],
  );
  return rows;
}

export async function listAllKeys(tx: Transaction, sellerId: bigint): Promise<ApiKey[]> {
  const { rows } = await tx.client.query<ApiKey>(`select ${KEY} from identity.api_key where seller_id = $1 order by id`, [sellerId]);
  return rows;
}

export async function findKey(tx: Transaction, sellerId: bigint, id: bigint): Promise<ApiKey | null> {
  const { rows } = await tx.client.query<ApiKey>(`select ${KEY} from identity.api_key where seller_id = $1 and id = $2`, [sellerId, id]);
  return rows[0] ?? null;
}

export type NewKey = Omit<ApiKey, 'id' | 'revokedAt' | 'usedAt' | 'replacedBy'>;

export async function insertKey(tx: Transaction, key: NewKey, hash: Buffer): Promise<ApiKey> {
  const id = (await reserveIdentities(tx, 1))();
  await tx.client.query(
    `insert into identity.api_key (seller_id, id, account_id, name, secret_hash, hint, permissions, limits, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      key.sellerId,
      id,
      key.accountId,
      key.name,
      hash,
      key.hint,
      key.permissions,
      JSON.stringify(key.limits),
      formatInstant(key.createdAt),
      key.createdBy,
      key.expiresAt === null ? null : formatInstant(key.expiresAt),
    ],
  );
  return { ...key, id, revokedAt: null, usedAt: null, replacedBy: null };
}

/** Of the account where one is given: a member's keys are those of his account. */
export async function lockKey(tx: Transaction, sellerId: bigint, accountId: bigint | null, id: bigint): Promise<ApiKey | null> {
  const { rows } = await tx.client.query<ApiKey>(
    `select ${KEY} from identity.api_key where seller_id = $1 and id = $2 and ($3::bigint is null or account_id = $3) for update`,
    [sellerId, id, accountId],
  );
  return rows[0] ?? null;
}

export async function updateKey(
  tx: Transaction,
  key: ApiKey,
  change: { readonly expiresAt?: number; readonly revokedAt?: number; readonly replacedBy?: bigint },
): Promise<ApiKey> {
  const after = { ...key, ...change };
  await tx.client.query('update identity.api_key set expires_at = $3, revoked_at = $4, replaced_by = $5 where seller_id = $1 and id = $2', [
    key.sellerId,
    key.id,
    after.expiresAt === null ? null : formatInstant(after.expiresAt),
    after.revokedAt === null ? null : formatInstant(after.revokedAt),
    after.replacedBy,
  ]);
  return after;
}

/** At most once a minute: a program that asks a thousand times a second is not written down as often. */
export async function touchKey(
  tx: Pick<Transaction, 'client'>,
  key: Pick<ApiKey, 'sellerId' | 'id' | 'usedAt'>,
  now: number,
): Promise<void> {
  if (key.usedAt !== null && now - key.usedAt < SEEN_EVERY_MS) return;
  await tx.client.query(`update identity.api_key set used_at = $3 where seller_id = $1 and id = $2 and (used_at is null or used_at < $4)`, [
    key.sellerId,
    key.id,
    formatInstant(now),
    formatInstant(now - SEEN_EVERY_MS),
  ]);
}

export interface IdentityProvider {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly key: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly isTwoFactors: boolean;
  readonly enabled: boolean;
}

const PROVIDER = `seller_id as "sellerId", id, key, name, issuer, client_id as "clientId", is_two_factors as "isTwoFactors", enabled`;

export async function listProviders(tx: Transaction, sellerId: bigint): Promise<IdentityProvider[]> {
  const { rows } = await tx.client.query<IdentityProvider>(
    `select ${PROVIDER} from identity.identity_provider where seller_id = $1 order by key`,
    [sellerId],
  );
  return rows;
}

export async function findProviderByKey(
  tx: Transaction,
  sellerId: bigint,
  key: string,
): Promise<(IdentityProvider & { readonly sealedSecret: string }) | null> {
  const { rows } = await tx.client.query<IdentityProvider & { sealedSecret: string }>(
    `select ${PROVIDER}, sealed_secret as "sealedSecret" from identity.identity_provider where seller_id = $1 and key = $2`,
    [sellerId, key],
  );
  return rows[0] ?? null;
}

/** The secret is bound to the provider's id, so that is reserved first. */
export async function upsertProvider(tx: Transaction, provider: IdentityProvider, sealedSecret: string, now: number): Promise<void> {
  await tx.client.query(
    `insert into identity.identity_provider (seller_id, id, key, name, issuer, client_id, sealed_secret, is_two_factors, enabled, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (id, seller_id) do update set name = excluded.name, issuer = excluded.issuer, client_id = excluded.client_id,
       sealed_secret = excluded.sealed_secret, is_two_factors = excluded.is_two_factors, enabled = excluded.enabled`,
    [
      provider.sellerId,
      provider.id,
      provider.key,
      provider.name,
      provider.issuer,
      provider.clientId,
      sealedSecret,
      provider.isTwoFactors,
      provider.enabled,
      formatInstant(now),
    ],
  );
}

export async function deleteProvider(tx: Transaction, sellerId: bigint, id: bigint): Promise<void> {
  await tx.client.query('delete from identity.provider_identity where seller_id = $1 and provider_id = $2', [sellerId, id]);
  await tx.client.query('delete from identity.identity_provider where seller_id = $1 and id = $2', [sellerId, id]);
}

/** What a provider's people were called belongs to that provider: another issuer's "1234" is somebody else. */
export async function forgetProviderIdentities(tx: Transaction, sellerId: bigint, id: bigint): Promise<void> {
  await tx.client.query('delete from identity.provider_identity where seller_id = $1 and provider_id = $2', [sellerId, id]);
}

export async function findProviderIdentity(tx: Transaction, provider: IdentityProvider, subject: string): Promise<bigint | null> {
  const { rows } = await tx.client.query<{ userId: bigint }>(
    `select user_id as "userId" from identity.provider_identity where seller_id = $1 and provider_id = $2 and subject = $3`,
    [provider.sellerId, provider.id, subject],
  );
  return rows[0]?.userId ?? null;
}

export async function insertProviderIdentity(
  tx: Transaction,
  provider: IdentityProvider,
  subject: string,
  userId: bigint,
  now: number,
): Promise<void> {
  await tx.client.query(
    `insert into identity.provider_identity (seller_id, provider_id, subject, user_id, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [provider.sellerId, provider.id, subject, userId, formatInstant(now)],
  );
}

/** Answers the name that stands there, which is the given one where none stood. */
export async function claimSecretKeyName(client: Pick<Transaction['client'], 'query'>, name: string): Promise<string> {
  await client.query('insert into identity.secret_key_name (name) values ($1) on conflict do nothing', [name]);
  const { rows } = await client.query<{ name: string }>('select name from identity.secret_key_name');
  return rows[0]!.name;
}

export async function updateSecretKeyName(tx: Transaction, name: string): Promise<void> {
  await tx.client.query('update identity.secret_key_name set name = $1', [name]);
}

export interface SealedValue {
  readonly table: 'second_factor' | 'identity_provider' | 'link';
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly sealed: string;
}

/** Everything sealed, under lock, to be sealed anew. */
export async function lockSealedValues(tx: Transaction): Promise<SealedValue[]> {
  const { rows } = await tx.client.query<SealedValue>(
    `select * from (select 'second_factor' as "table", seller_id as "sellerId", user_id as id, sealed_secret as sealed from identity.second_factor for update) a
     union all select * from (select 'identity_provider', seller_id, id, sealed_secret from identity.identity_provider for update) b
     union all select * from (select 'link', seller_id, id, sealed_secret from identity.link where sealed_secret is not null for update) c`,
  );
  return rows;
}

export async function updateSealedValue(tx: Transaction, value: SealedValue, sealed: string): Promise<void> {
  const statements = {
    second_factor: 'update identity.second_factor set sealed_secret = $3 where seller_id = $1 and user_id = $2',
    identity_provider: 'update identity.identity_provider set sealed_secret = $3 where seller_id = $1 and id = $2',
    link: 'update identity.link set sealed_secret = $3 where seller_id = $1 and id = $2',
  };
  await tx.client.query(statements[value.table], [value.sellerId, value.id, sealed]);
}
