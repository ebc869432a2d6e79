// All SQL of what proves a user: password, authenticator app, recovery codes, passkeys, and a provider's word.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';

interface Whose {
  readonly sellerId: bigint;
  readonly id: bigint;
}

export async function findPasswordHash(tx: Transaction, user: Whose): Promise<string | null> {
  const { rows } = await tx.client.query<{ hash: string }>('select hash from identity.password where seller_id = $1 and user_id = $2', [
    user.sellerId,
    user.id,
  ]);
  return rows[0]?.hash ?? null;
}

export async function upsertPassword(tx: Transaction, user: Whose, hash: string, now: number): Promise<void> {
  await tx.client.query(
    `insert into identity.password (seller_id, user_id, hash, changed_at) values ($1, $2, $3, $4)
     on conflict (user_id, seller_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`,
    [user.sellerId, user.id, hash, formatInstant(now)],
  );
}

/** The same password under newer parameters: only if it is still that one. */
export async function replacePasswordHash(tx: Transaction, user: Whose, before: string, after: string): Promise<void> {
  await tx.client.query('update identity.password set hash = $4 where seller_id = $1 and user_id = $2 and hash = $3', [
    user.sellerId,
    user.id,
    before,
    after,
  ]);
}

export interface SecondFactor {
  readonly sealedSecret: string;
  readonly confirmedAt: number | null;
}

export async function findSecondFactor(tx: Transaction, user: Whose): Promise<SecondFactor | null> {
  const { rows } = await tx.client.query<SecondFactor>(
    `select sealed_secret as "sealedSecret", confirmed_at as "confirmedAt" from identity.second_factor where seller_id = $1 and user_id = $2`,
    [user.sellerId, user.id],
  );
  return rows[0] ?? null;
}

/** Replaces one that was begun and never confirmed; false where a confirmed one stands. */
export async function insertSecondFactor(tx: Transaction, user: Whose, sealed: string, now: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `insert into identity.second_factor as f (seller_id, user_id, sealed_secret, created_at) values ($1, $2, $3, $4)
     on conflict (user_id, seller_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at, last_counter = 0
     where f.confirmed_at is null`,
    [user.sellerId, user.id, sealed, formatInstant(now)],
  );
  return rowCount === 1;
}

/** Takes a counter of the authenticator: each one once, and none before one that was taken. */
export async function takeCounter(tx: Transaction, user: Whose, counter: number, now: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `update identity.second_factor set last_counter = $3, confirmed_at = coalesce(confirmed_at, $4)
     where seller_id = $1 and user_id = $2 and last_counter < $3`,
    [user.sellerId, user.id, counter, formatInstant(now)],
  );
  return rowCount === 1;
}

export async function deleteSecondFactor(tx: Transaction, user: Whose): Promise<boolean> {
  await tx.client.query('delete from identity.recovery_code where seller_id = $1 and user_id = $2', [user.sellerId, user.id]);
  const { rowCount } = await tx.client.query('delete from identity.second_factor where seller_id = $1 and user_id = $2', [
    user.sellerId,
    user.id,
  ]);
  return rowCount === 1;
}

/** New ones end the old. */
export async function replaceRecoveryCodes(tx: Transaction, user: Whose, hashes: readonly Buffer[]): Promise<void> {
  await tx.client.query('delete from identity.recovery_code where seller_id = $1 and user_id = $2', [user.sellerId, user.id]);
  await tx.client.query(
    'insert into identity.recovery_code (seller_id, user_id, code_hash) select $1, $2, code from unnest($3::bytea[]) as code',
    [user.sellerId, user.id, hashes],
  );
}

export async function takeRecoveryCode(tx: Transaction, user: Whose, hash: Buffer, now: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'update identity.recovery_code set used_at = $4 where seller_id = $1 and user_id = $2 and code_hash = $3 and used_at is null',
    [user.sellerId, user.id, hash, formatInstant(now)],
  );
  return rowCount === 1;
}

export async function countRecoveryCodes(tx: Transaction, user: Whose): Promise<number> {
  const { rows } = await tx.client.query<{ count: bigint }>(
    'select count(*) as count from identity.recovery_code where seller_id = $1 and user_id = $2 and used_at is null',
    [user.sellerId, user.id],
  );
  return Number(rows[0]!.count);
}

export interface Passkey {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly userId: bigint;
  readonly name: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: bigint;
  readonly transports: readonly string[];
}

export interface ShownPasskey {
  readonly id: bigint;
  readonly name: string;
  readonly createdAt: number;
  readonly usedAt: number | null;
}

export async function listPasskeys(tx: Transaction, user: Whose): Promise<ShownPasskey[]> {
  const { rows } = await tx.client.query<ShownPasskey>(
    `select id, name, created_at as "createdAt", used_at as "usedAt" from identity.passkey where seller_id = $1 and user_id = $2 order by id`,
    [user.sellerId, user.id],
  );
  return rows;
}

export async function listCredentials(tx: Transaction, user: Whose): Promise<{ credentialId: string; transports: string[] }[]> {
  const { rows } = await tx.client.query<{ credentialId: string; transports: string[] }>(
    `select credential_id as "credentialId", transports from identity.passkey where seller_id = $1 and user_id = $2 order by id`,
    [user.sellerId, user.id],
  );
  return rows;
}

/** Of this portal: a passkey of another seller's portal is no passkey here. */
export async function findPasskey(tx: Transaction, sellerId: bigint, credentialId: string): Promise<Passkey | null> {
  const { rows } = await tx.client.query<Passkey>(
    `select seller_id as "sellerId", id, user_id as "userId", name, credential_id as "credentialId", public_key as "publicKey", counter, transports
     from identity.passkey where seller_id = $1 and credential_id = $2`,
    [sellerId, credentialId],
  );
  return rows[0] ?? null;
}

export async function insertPasskey(
  tx: Transaction,
  user: Whose,
  passkey: Pick<Passkey, 'name' | 'credentialId' | 'publicKey' | 'counter' | 'transports'>,
  now: number,
): Promise<bigint | null> {
  const id = (await reserveIdentities(tx, 1))();
  const { rowCount } = await tx.client.query(
    `insert into identity.passkey (seller_id, id, user_id, name, credential_id, public_key, counter, transports, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing`,
    [
      user.sellerId,
      id,
      user.id,
      passkey.name,
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      formatInstant(now),
    ],
  );
  return rowCount === 1 ? id : null;
}

/** A counter that does not grow is a copy of the passkey, unless it has none, which stays zero. */
export async function usePasskey(tx: Transaction, passkey: Passkey, counter: number, now: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `update identity.passkey set counter = $3, used_at = $4 where seller_id = $1 and id = $2 and (counter < $3 or (counter = 0 and $3 = 0))`,
    [passkey.sellerId, passkey.id, counter, formatInstant(now)],
  );
  return rowCount === 1;
}

export async function deletePasskey(tx: Transaction, user: Whose, id: bigint): Promise<boolean> {
  const { rowCount } = await tx.client.query('delete from identity.passkey where seller_id = $1 and user_id = $2 and id = $3', [
    user.sellerId,
    user.id,
    id,
  ]);
  return rowCount === 1;
}
