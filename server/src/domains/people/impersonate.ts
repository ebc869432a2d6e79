// Staff act as a customer's user: for an hour, visible in every answer and entry, and without touching how that user signs in.
import { notFound } from '../../platform/http/not-found.ts';
import type { Caller } from '../../platform/http/principal.ts';
import type { WorkAround } from '../../platform/http/work.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { IMPERSONATION_MS, isAlive } from './core/session-life.ts';
import { notImpersonable } from './errors.ts';
import type { People } from './people.ts';
import { findSessionById, revokeSession } from './session-store.ts';
import { type From, getOwnSession, type OpenedSession, openSession, rotateSession } from './sessions.ts';
import { findUser, listGrants, type User } from './user-store.ts';

type Around = Pick<WorkAround, 'headers' | 'principal'>;

export async function impersonate(
  people: People,
  tx: Transaction,
  work: Around & { readonly caller: Caller },
  userId: bigint,
  from: From,
): Promise<{ readonly user: User; readonly session: OpenedSession }> {
  const own = await getOwnSession(tx, work, people.machine);
  const { caller } = work;
  const user = await findUser(tx, caller.seller.id, userId);
  if (user === null) throw notFound();
  const grants = await listGrants(tx, user.sellerId, [user.id]);
  const isCustomer = grants.length > 0 && grants.every((grant) => grant.accountId !== null);
  if (!isCustomer || user.disabledAt !== null || own.impersonatorId !== null || own.sellerId !== user.sellerId) throw notImpersonable();
  const now = people.machine.now();
  const disguise = { impersonatorId: own.userId, sessionId: own.id, forMs: Math.min(IMPERSONATION_MS, own.expiresAt - now) };
  return { user, session: await openSession(tx, user, 'impersonation', from, now, disguise) };
}

/** Back to one's own session, where that is still alive; null where one must sign in again. */
export async function stopImpersonating(people: People, tx: Transaction, work: Around): Promise<OpenedSession | null> {
  const disguise = await getOwnSession(tx, work, people.machine);
  if (disguise.impersonatorSessionId === null) throw notImpersonable();
  const now = people.machine.now();
  await revokeSession(tx, disguise.sellerId, disguise.id, now);
  const own = await findSessionById(tx, disguise.sellerId, disguise.impersonatorSessionId);
  if (own === null || !isAlive({ ...own, seenAt: Math.max(own.seenAt, disguise.seenAt) }, now)) return null;
  return rotateSession(tx, own, now, own.provedAt);
}
