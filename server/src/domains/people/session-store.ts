// All SQL of sessions, challenges, links and counted attempts.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import { SEEN_EVERY_MS, SESSION_IDLE_MS } from './core/session-life.ts';
import { type Counted, counters } from './core/throttle.ts';

export interface Session {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly userId: bigint;
  readonly method: string;
  readonly impersonatorId: bigint | null;
  readonly impersonatorSessionId: bigint | null;
  readonly createdAt: number;
  readonly provedAt: number;
  readonly seenAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  readonly address: string;
  readonly agent: string;
}

const SESSION = `s.seller_id as "sellerId", s.id, s.user_id as "userId", s.method, s.impersonator_id as "impersonatorId",
  s.impersonator_session_id as "impersonatorSessionId", s.created_at as "createdAt", s.proved_at as "provedAt", s.seen_at as "seenAt",
  s.expires_at as "expiresAt", s.revoked_at as "revokedAt", s.address, s.agent`;

export async function insertSession(tx: Transaction, session: Omit<Session, 'id' | 'revokedAt'>, hash: Buffer): Promise<bigint> {
  const id = (await reserveIdentities(tx, 1))();
  await tx.client.query(
    `insert into identity.session (seller_id, id, user_id, secret_hash, method, impersonator_id, impersonator_session_id, created_at, proved_at,
                                   seen_at, expires_at, address, agent)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      session.sellerId,
      id,
      session.userId,
      hash,
      session.method,
      session.impersonatorId,
      session.impersonatorSessionId,
      formatInstant(session.createdAt),
      formatInstant(session.provedAt),
      formatInstant(session.seenAt),
      formatInstant(session.expiresAt),
      session.address,
      session.agent,
    ],
  );
  return id;
}

export async function findSession(tx: Pick<Transaction, 'client'>, hash: Buffer): Promise<Session | null> {
  const { rows } = await tx.client.query<Session>(`select ${SESSION} from identity.session s where s.secret_hash = $1`, [hash]);
  return rows[0] ?? null;
}

export async function findSessionById(tx: Transaction, sellerId: bigint, id: bigint): Promise<Session | null> {
  const { rows } = await tx.client.query<Session>(`select ${SESSION} from identity.session s where s.seller_id = $1 and s.id = $2`, [
    sellerId,
    id,
  ]);
  return rows[0] ?? null;
}

/** Those that can still be used, latest first. */
export async function listLiveSessions(
  tx: Transaction,
  sellerId: bigint,
  userId: bigint,
  now: number,
): Promise<Omit<Session, 'provedAt' | 'impersonatorSessionId'>[]> {
  const { rows } = await tx.client.query<Session>(
    `select s.seller_id as "sellerId", s.id, s.user_id as "userId", s.method, s.impersonator_id as "impersonatorId", s.created_at as "createdAt",
       s.seen_at as "seenAt", s.expires_at as "expiresAt", s.revoked_at as "revokedAt", s.address, s.agent
     from identity.session s
     where s.seller_id = $1 and s.user_id = $2 and s.revoked_at is null and s.expires_at > $3 and s.seen_at > $4 order by s.id desc limit 200`,
    [sellerId, userId, formatInstant(now), formatInstant(now - SESSION_IDLE_MS)],
  );
  return rows;
}

/** What somebody may have seen of the old secret is worth nothing then. */
export async function renewSession(tx: Transaction, session: Session, hash: Buffer, now: number, provedAt: number): Promise<void> {
  await tx.client.query('update identity.session set secret_hash = $3, proved_at = $5, seen_at = $4 where seller_id = $1 and id = $2', [
    session.sellerId,
    session.id,
    hash,
    formatInstant(now),
    formatInstant(provedAt),
  ]);
}

export async function revokeSession(tx: Transaction, sellerId: bigint, id: bigint, now: number): Promise<void> {
  await tx.client.query(
    `update identity.session set revoked_at = $3 where seller_id = $1 and revoked_at is null and (id = $2 or impersonator_session_id = $2)`,
    [sellerId, id, formatInstant(now)],
  );
}

/** All of a user but one, and those in which he acts as somebody else. */
export async function revokeSessions(tx: Transaction, sellerId: bigint, userId: bigint, keep: bigint | null, now: number): Promise<number> {
  const { rowCount } = await tx.client.query(
    `update identity.session set revoked_at = $4 where seller_id = $1 and (user_id = $2 or impersonator_id = $2) and id is distinct from $3
     and revoked_at is null`,
    [sellerId, userId, keep, formatInstant(now)],
  );
  return rowCount ?? 0;
}

export interface Challenge {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly kind: ChallengeKind;
  readonly userId: bigint | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly tries: number;
}

export type ChallengeKind = 'second_factor' | 'passkey_sign_in' | 'passkey_registration' | 'provider_sign_in';

export async function insertChallenge(
  tx: Transaction,
  challenge: Omit<Challenge, 'id' | 'tries'> & { readonly hash: Buffer; readonly now: number; readonly expiresAt: number },
): Promise<void> {
  const nextId = await reserveIdentities(tx, 1);
  // What was begun and never finished is of no use to anybody; a few go with each new one.
  await tx.client.query(
    `delete from identity.challenge where id in (select id from identity.challenge where expires_at < $1 order by expires_at limit 20)`,
    [formatInstant(challenge.now - 86_400_000)],
  );
  await tx.client.query(
    `insert into identity.challenge (seller_id, id, kind, secret_hash, user_id, facts, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      challenge.sellerId,
      nextId(),
      challenge.kind,
      challenge.hash,
      challenge.userId,
      JSON.stringify(challenge.facts),
      formatInstant(challenge.now),
      formatInstant(challenge.expiresAt),
    ],
  );
}

/** Counts a try, so that of many at once each is counted; null when it is over, used, or tried too often. */
export async function tryChallenge(
  tx: Transaction,
  kind: ChallengeKind,
  hash: Buffer,
  tries: number,
  now: number,
): Promise<Challenge | null> {
  const { rows } = await tx.client.query<Challenge>(
    `update identity.challenge set tries = tries + 1
     where secret_hash = $1 and kind = $2 and used_at is null and expires_at > $3 and tries < $4
     returning seller_id as "sellerId", id, kind, user_id as "userId", facts, tries`,
    [hash, kind, formatInstant(now), tries],
  );
  return rows[0] ?? null;
}

/** False when another request has finished it already. */
export async function useChallenge(tx: Transaction, challenge: Challenge, now: number): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    'update identity.challenge set used_at = $3 where seller_id = $1 and id = $2 and used_at is null',
    [challenge.sellerId, challenge.id, formatInstant(now)],
  );
  return rowCount === 1;
}

export type LinkKind = 'invitation' | 'reset';

/** One link of a kind is valid at a time: a new one ends those before. */
export async function insertLink(
  tx: Transaction,
  link: {
    readonly sellerId: bigint;
    readonly id: bigint;
    readonly kind: LinkKind;
    readonly userId: bigint;
    readonly sealed: string;
    readonly hash: Buffer;
    readonly now: number;
    readonly expiresAt: number;
  },
): Promise<void> {
  await endLinks(tx, link.sellerId, link.userId, link.now, link.kind);
  await tx.client.query(
    `insert into identity.link (seller_id, id, kind, user_id, secret_hash, sealed_secret, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [link.sellerId, link.id, link.kind, link.userId, link.hash, link.sealed, formatInstant(link.now), formatInstant(link.expiresAt)],
  );
}

export async function endLinks(tx: Transaction, sellerId: bigint, userId: bigint, now: number, kind: LinkKind | null): Promise<void> {
  await tx.client.query(
    `update identity.link set used_at = $3, sealed_secret = null where seller_id = $1 and user_id = $2 and used_at is null and ($4::text is null or kind = $4)`,
    [sellerId, userId, formatInstant(now), kind],
  );
}

export interface UsedLink {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly kind: LinkKind;
  readonly userId: bigint;
}

/** Takes it: of two who use it at once, one gets it. */
export async function takeLink(tx: Transaction, kind: LinkKind, hash: Buffer, now: number): Promise<UsedLink | null> {
  const { rows } = await tx.client.query<UsedLink>(
    `update identity.link set used_at = $3, sealed_secret = null where secret_hash = $1 and kind = $2 and used_at is null and expires_at > $3
     returning seller_id as "sellerId", id, kind, user_id as "userId"`,
    [hash, kind, formatInstant(now)],
  );
  return rows[0] ?? null;
}

/** Adds one attempt to each counter and answers where they stand. A window that has passed begins again. */
export async function countAttempt(tx: Transaction, subjects: Readonly<Record<Counted['scope'], Buffer>>, now: number): Promise<Counted[]> {
  const counted: Counted[] = [];
  // Always in the same order, so that two attempts never wait for each other.
  for (const { scope, windowMs } of counters) {
    const { rows } = await tx.client.query<Counted>(
      `insert into identity.attempt_count as c (scope, subject_hash, attempts, window_started_at) values ($1, $2, 1, $3)
       on conflict (subject_hash, scope) do update set
         attempts = case when c.window_started_at <= $4 then 1 else c.attempts + 1 end,
         window_started_at = case when c.window_started_at <= $4 then excluded.window_started_at else c.window_started_at end
       returning scope, attempts, window_started_at as "windowStartedAt"`,
      [scope, subjects[scope], formatInstant(now), formatInstant(now - windowMs)],
    );
    counted.push(rows[0]!);
  }
  return counted;
}

/** Whoever proved himself was no guesser. What was counted of his address stays: one right guess must not buy more. */
export async function forgetAttempts(tx: Transaction, subject: Buffer): Promise<void> {
  await tx.client.query(`delete from identity.attempt_count where subject_hash = $1 and scope = 'identity_from_address'`, [subject]);
}

export async function touchSession(tx: Pick<Transaction, 'client'>, session: Session, now: number): Promise<void> {
  if (now - session.seenAt < SEEN_EVERY_MS) return;
  await tx.client.query('update identity.session set seen_at = greatest(seen_at, $3) where seller_id = $1 and id = $2', [
    session.sellerId,
    session.id,
    formatInstant(now),
  ]);
}
