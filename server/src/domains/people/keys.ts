// API keys: made, replaced with an overlap, revoked. The secret is shown once and kept as a hash.

import { formatIdentifier } from '../../kernel/identifier.ts';
import { writeEvents } from '../../platform/events/index.ts';
import { notFound } from '../../platform/http/not-found.ts';
import type { Caller } from '../../platform/http/principal.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { requirePassable } from './authorize.ts';
import { permissionsOfKey } from './core/authority.ts';
import { KEY_OVERLAP_MS } from './core/session-life.ts';
import type { Limits } from './core/staff-limits.ts';
import { keyOver, unknownPermission, wrongExpiry } from './errors.ts';
import { tell } from './events.ts';
import { type ApiKey, insertKey, lockKey, type NewKey, updateKey } from './key-store.ts';
import { newToken } from './tokens.ts';

const PREFIX = 'prk_';
const HINT = 4;

export interface KeyInput {
  readonly name: string;
  readonly permissions: readonly string[];
  readonly expiresAt: number | null;
  readonly accountId: bigint | null;
}

export interface MadeKey {
  readonly key: ApiKey;
  /** Shown once. */
  readonly secret: string;
}

export async function makeKey(tx: Transaction, caller: Caller, input: KeyInput, now: number): Promise<MadeKey> {
  requirePassable(caller, { permissions: input.permissions, limits: caller.limits });
  return issueKey(
    tx,
    { ...input, sellerId: caller.seller.id, limits: limitsFor(input.permissions, caller.limits), createdBy: caller.id },
    now,
  );
}

/** For the command line, whose user holds the database anyway. */
export async function issueKey(
  tx: Transaction,
  input: KeyInput & { readonly sellerId: bigint; readonly limits: Limits; readonly createdBy: string | null },
  now: number,
): Promise<MadeKey> {
  const holders = input.accountId === null ? 'staff' : 'member';
  const unknown = input.permissions.findIndex((name) => permissionsOfKey([name], holders).length === 0);
  if (unknown >= 0) throw unknownPermission(input.permissions[unknown]!, `permissions[${unknown}]`);
  if (input.expiresAt !== null && input.expiresAt <= now) throw wrongExpiry();
  const token = newToken(PREFIX);
  const permissions = [...new Set(input.permissions)].sort();
  const key: NewKey = { ...input, permissions, hint: token.text.slice(-HINT), createdAt: now };
  const made = await insertKey(tx, key, token.hash);
  await writeEvents(tx, [tell['key.created']({ ...aboutKey(made, now), data: { name: made.name } })]);
  return { key: made, secret: token.text };
}

/** Another key like this one; this one works on for a while, so that programs can be changed over one by one. */
export async function replaceKey(
  tx: Transaction,
  caller: Caller,
  keyId: bigint,
  change: { readonly overlapMs?: number | undefined; readonly expiresAt?: number | null | undefined },
  now: number,
): Promise<MadeKey> {
  const before = await lockLiveKey(tx, caller, keyId, now);
  const { sellerId, accountId, name, permissions, limits } = before;
  const expiresAt = change.expiresAt === undefined ? before.expiresAt : change.expiresAt;
  const made = await issueKey(tx, { sellerId, accountId, name, permissions, limits, expiresAt, createdBy: caller.id }, now);
  const end = now + (change.overlapMs ?? KEY_OVERLAP_MS);
  await updateKey(tx, before, { replacedBy: made.key.id, expiresAt: Math.min(end, before.expiresAt ?? end) });
  const successor = formatIdentifier('key', made.key.id);
  await writeEvents(tx, [tell['key.replaced']({ ...aboutKey(before, now), data: { name, successor } })]);
  return made;
}

export async function revokeKey(tx: Transaction, caller: Caller, keyId: bigint, now: number): Promise<ApiKey> {
  const key = await lockKey(tx, caller.seller.id, caller.account, keyId);
  if (key === null) throw notFound();
  requirePassable(caller, { permissions: key.permissions, limits: key.limits });
  return endKey(tx, key, now);
}

/** Doing it again changes nothing. */
export async function endKey(tx: Transaction, key: ApiKey, now: number): Promise<ApiKey> {
  if (key.revokedAt !== null) return key;
  await writeEvents(tx, [tell['key.revoked']({ ...aboutKey(key, now), data: { name: key.name } })]);
  return updateKey(tx, key, { revokedAt: now });
}

function aboutKey({ sellerId, id }: ApiKey, occurredAt: number) {
  return { sellerId, subject: formatIdentifier('key', id), occurredAt };
}

async function lockLiveKey(tx: Transaction, caller: Caller, keyId: bigint, now: number): Promise<ApiKey> {
  const key = await lockKey(tx, caller.seller.id, caller.account, keyId);
  if (key === null) throw notFound();
  requirePassable(caller, { permissions: key.permissions, limits: key.limits });
  if (key.revokedAt !== null || key.replacedBy !== null || (key.expiresAt !== null && key.expiresAt <= now)) throw keyOver();
  return key;
}

/** Limits of permissions that the key does not have say nothing. */
function limitsFor(permissions: readonly string[], limits: Limits): Limits {
  return Object.fromEntries(Object.entries(limits).filter(([permission]) => permissions.includes(permission)));
}
