// How long a session lives. Times are the machine's: moving the business clock signs nobody out.

export interface SessionTimes {
  readonly createdAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Unused for so long it ends. */
export const SESSION_IDLE_MS = 8 * HOUR_MS;
/** In use or not, it ends. */
export const SESSION_MS = 7 * 24 * HOUR_MS;
/** Acting as a customer's user is for a task, not for a day. */
export const IMPERSONATION_MS = HOUR_MS;
/** How exactly last use is known. More would be a write for each request. */
export const SEEN_EVERY_MS = MINUTE_MS;
/** For so long after signing in one may change how one signs in. */
export const FRESH_MS = 15 * MINUTE_MS;

export const CHALLENGE_MS = 10 * MINUTE_MS;
export const RESET_LINK_MS = HOUR_MS;
export const INVITATION_MS = 7 * 24 * HOUR_MS;
/** A key that was replaced works on for so long, unless told otherwise. */
export const KEY_OVERLAP_MS = 24 * HOUR_MS;

export function isAlive(session: SessionTimes, now: number): boolean {
  return session.revokedAt === null && now < session.expiresAt && now < session.seenAt + SESSION_IDLE_MS;
}

export function isFresh(session: { readonly provedAt: number }, now: number): boolean {
  return now < session.provedAt + FRESH_MS;
}
