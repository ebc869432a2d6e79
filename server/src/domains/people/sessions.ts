// Sessions: begun by whoever proved who he is, found by their cookie, renewed, ended.
import { formatIdentifier } from '../../kernel/identifier.ts';
import type { Clock } from '../../platform/clock.ts';
import { unauthenticated } from '../../platform/http/principal.ts';
import type { WorkAround } from '../../platform/http/work.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { isAlive, isFresh, SESSION_MS } from './core/session-life.ts';
import { notWhileImpersonating, onlySignedInPeople, proveAgain } from './errors.ts';
import { readCookie, SESSION_COOKIE } from './session-cookie.ts';
import { findSession, insertSession, renewSession, revokeSession, type Session } from './session-store.ts';
import { hashToken, newToken } from './tokens.ts';
import type { User } from './user-store.ts';

/** From where a request comes. */
export interface From {
  readonly address: string;
  readonly agent: string;
  /** The session that its browser had before. */
  readonly cookie: string | null;
  /** Says at whose door it was tried and as whom, as soon as that is looked up: the log tells it, whatever comes of it. */
  about(sellerId: bigint | null, userId: bigint | null): void;
}

const GREATEST_AGENT = 300;

export function readFrom(work: Pick<WorkAround, 'headers' | 'address' | 'note'>): From {
  const agent = work.headers['user-agent'];
  return {
    address: work.address,
    agent: (typeof agent === 'string' ? agent : '').slice(0, GREATEST_AGENT),
    cookie: readCookie(work.headers.cookie, SESSION_COOKIE),
    about: (sellerId, userId) =>
      work.note({
        ...(sellerId === null ? {} : { sellerId }),
        ...(userId === null ? {} : { subject: formatIdentifier('usr', userId) }),
      }),
  };
}

export interface OpenedSession {
  /** The cookie's value; shown once. */
  readonly text: string;
  readonly id: bigint;
  readonly seconds: number;
}

/** Always under a new secret, and the one that the browser brought along ends: what somebody planted there before is worth nothing. */
export async function openSession(
  tx: Transaction,
  user: Pick<User, 'sellerId' | 'id'>,
  method: string,
  from: From,
  now: number,
  disguise: { readonly impersonatorId: bigint; readonly sessionId: bigint; readonly forMs: number } | null = null,
): Promise<OpenedSession> {
  if (from.cookie !== null && disguise === null) {
    const before = await findSession(tx, hashToken(from.cookie));
    if (before !== null) await revokeSession(tx, before.sellerId, before.id, now);
  }
  const token = newToken();
  const lasts = disguise?.forMs ?? SESSION_MS;
  const session = {
    sellerId: user.sellerId,
    userId: user.id,
    method,
    impersonatorId: disguise?.impersonatorId ?? null,
    impersonatorSessionId: disguise?.sessionId ?? null,
    createdAt: now,
    provedAt: now,
    seenAt: now,
    expiresAt: now + lasts,
    address: from.address,
    agent: from.agent,
  };
  return { text: token.text, id: await insertSession(tx, session, token.hash), seconds: Math.floor(lasts / 1000) };
}

/** The session that the request came with. A key has none. */
export async function getOwnSession(tx: Transaction, work: Pick<WorkAround, 'headers' | 'principal'>, machine: Clock): Promise<Session> {
  if (work.principal.kind === 'key') throw onlySignedInPeople();
  const cookie = readCookie(work.headers.cookie, SESSION_COOKIE);
  const session = cookie === null ? null : await findSession(tx, hashToken(cookie));
  if (session === null || !isAlive(session, machine.now())) throw unauthenticated();
  return session;
}

/** Before how somebody signs in is changed: not in disguise, and only shortly after he proved who he is. */
export async function getFreshSession(tx: Transaction, work: Pick<WorkAround, 'headers' | 'principal'>, machine: Clock): Promise<Session> {
  const session = await getOwnSession(tx, work, machine);
  if (session.impersonatorId !== null) throw notWhileImpersonating();
  if (!isFresh(session, machine.now())) throw proveAgain();
  return session;
}

/** The session goes on under another secret. `provedAt`: when he last proved who he is, now if he just did. */
export async function rotateSession(tx: Transaction, session: Session, now: number, provedAt: number = now): Promise<OpenedSession> {
  const token = newToken();
  await renewSession(tx, session, token.hash, now, provedAt);
  return { text: token.text, id: session.id, seconds: Math.max(0, Math.floor((session.expiresAt - now) / 1000)) };
}
