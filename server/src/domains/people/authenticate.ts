// Says who calls: by an API key in the header Authorization, or by the session's cookie; for which seller, and what he may do there.
import { formatIdentifier, parseIdentifier } from '../../kernel/identifier.ts';
import { notFound } from '../../platform/http/not-found.ts';
import {
  type Authenticate,
  type Caller,
  type Credentials,
  NOBODY,
  type Principal,
  unauthenticated,
} from '../../platform/http/principal.ts';
import { findKeyCaller, findRolesOf, findSessionCaller } from './caller-store.ts';
import { type Authority, memberAuthority, permissionsOfKey, staffAuthority } from './core/authority.ts';
import { findPermission } from './core/permissions.ts';
import { isAlive } from './core/session-life.ts';
import { crossSite } from './errors.ts';
import { touchKey } from './key-store.ts';
import type { People } from './people.ts';
import { readCookie, SESSION_COOKIE } from './session-cookie.ts';
import { touchSession } from './session-store.ts';
import { crossSiteToken, equalTexts, hashToken } from './tokens.ts';

const KEY_FORM = /^Bearer (prk_[\w-]{43})$/;
/** Here a cookie proves nothing, so that a stale one keeps nobody from signing in. */
const DOORS = ['/v1/set-up', '/v1/sign-in', '/v1/password-reset', '/v1/invitations'];
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
/** Staff who act as a customer's user do what he does in his account, and nothing to who may sign in to it. */
const WITHHELD_IN_DISGUISE = ['users.write', 'keys.write'];

export function createAuthenticate(people: People): Authenticate {
  return async (credentials) => {
    const { headers, route } = credentials;
    if (DOORS.some((door) => route === door || route.startsWith(`${door}/`))) return NOBODY;
    if (headers.authorization !== undefined) return callerByKey(people, credentials);
    const cookie = readCookie(headers.cookie, SESSION_COOKIE);
    return cookie === null ? NOBODY : callerBySession(people, credentials, cookie);
  };
}

async function callerByKey(people: People, { headers }: Credentials): Promise<Caller> {
  const secret = KEY_FORM.exec(String(headers.authorization))?.[1];
  if (secret === undefined) throw unauthenticated();
  const wanted = single(headers['prorata-seller']);
  const found = await findKeyCaller(people.database.pool, hashToken(secret), wanted);
  const now = people.machine.now();
  if (found === null || found.key.revokedAt !== null || (found.key.expiresAt !== null && found.key.expiresAt <= now))
    throw unauthenticated();
  const { key, lineage } = found;
  await touchKey({ client: people.database.pool as never }, key, now);
  const held = permissionsOfKey(key.permissions, key.accountId === null ? 'staff' : 'member');
  const seller = lineage[0];
  const isAtHome = seller?.id === key.sellerId;
  const above = lineage.find((one) => one.id === key.sellerId);
  const mayDelegate = key.accountId === null && held.includes('sellers.delegate');
  if (seller === undefined || above === undefined || (!isAtHome && !mayDelegate)) throw notFound();
  return {
    kind: 'key',
    id: formatIdentifier('key', key.id),
    seller,
    above: lineage.slice(1).map((one) => one.id),
    account: key.accountId,
    permissions: new Set(isAtHome ? held : held.filter((name) => findPermission(name)?.delegable === true)),
    limits: key.limits,
    language: null,
    delegatedFrom: isAtHome ? null : above.key,
    impersonatedBy: null,
  };
}

/** A cookie comes by itself, so a wrong or an old one is nobody and no error. */
async function callerBySession(people: People, { headers, method }: Credentials, cookie: string): Promise<Principal> {
  const wanted = single(headers['prorata-seller']);
  const found = await findSessionCaller(people.database.pool, hashToken(cookie), wanted);
  const now = people.machine.now();
  if (found === null || found.isDisabled || !isAlive(found.session, now)) return NOBODY;
  if (!SAFE_METHODS.includes(method)) refuseCrossSite(people, headers, cookie);
  const { session, lineage } = found;
  const grants = await findRolesOf(people.database.pool, session);
  const accountId = readAccount(headers['prorata-account']);
  const staff =
    accountId === undefined
      ? staffAuthority(
          grants,
          lineage.map((one) => one.id),
        )
      : null;
  const account = accountId ?? grants.find((grant) => grant.accountId !== null)?.accountId ?? null;
  const member = account === null || lineage[0]?.id !== session.sellerId ? null : memberAuthority(grants, session.sellerId, account);
  const authority = staff ?? member;
  const seller = lineage[0];
  if (seller === undefined || (authority === null && wanted !== null)) throw notFound();
  await touchSession({ client: people.database.pool as never }, session, now);
  const held = authority ?? (NOTHING satisfies Authority);
  const disguised = session.impersonatorId !== null;
  const from = held.delegatedFrom === null ? null : lineage.find((one) => one.id === held.delegatedFrom);
  return {
    kind: 'user',
    id: formatIdentifier('usr', session.userId),
    seller,
    above: lineage.slice(1).map((one) => one.id),
    account: held.accountId,
    permissions: new Set(held.permissions.filter((name) => !disguised || !WITHHELD_IN_DISGUISE.includes(name))),
    limits: held.limits,
    language: found.language,
    delegatedFrom: from?.key ?? null,
    impersonatedBy: session.impersonatorId === null ? null : formatIdentifier('usr', session.impersonatorId),
  };
}

/** Somebody without any role is signed in all the same: he sees his own session and nothing of the seller. No account has this number. */
const NOTHING: Authority = { permissions: [], limits: {}, accountId: 0n, delegatedFrom: null };

/** The token cannot be read by other sites' pages; where the browser says where a request comes from, that is looked at too. */
function refuseCrossSite(people: People, headers: Credentials['headers'], cookie: string): void {
  const token = single(headers['prorata-csrf-token']);
  if (token === null || !equalTexts(token, crossSiteToken(cookie))) throw crossSite();
  refuseForeignOrigin(people, headers);
}

export function refuseForeignOrigin(people: People, headers: Credentials['headers']): void {
  if (single(headers['sec-fetch-site']) === 'cross-site') throw crossSite();
  const origin = single(headers.origin);
  if (origin === null) return;
  const host = origin.replace(/^https?:\/\//, '');
  if (origin !== new URL(people.publicUrl).origin && host !== single(headers.host)) throw crossSite();
}

/** Undefined where none is named; a number that no account has where it cannot be one. */
function readAccount(header: string | string[] | undefined): bigint | undefined {
  const text = single(header);
  return text === null ? undefined : (parseIdentifier('acc', text) ?? 0n);
}

function single(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}
