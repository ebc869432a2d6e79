// Signing in: by password, then by the second factor where there is one. Whatever is wrong, the answer and the work are the same.
import type { Transaction, TransactionOptions } from '../../platform/postgres/transaction.ts';
import { findProvider, findSellerByKey } from '../accounts/index.ts';
import { CHALLENGE_MS } from './core/session-life.ts';
import { CODE_TRIES, decideThrottle } from './core/throttle.ts';
import { challengeOver, signInRefused, tooManyAttempts, wrongCode } from './errors.ts';
import type { People } from './people.ts';
import { findPasswordHash, findSecondFactor, replacePasswordHash } from './proof-store.ts';
import { takeSecondFactor } from './second-factor.ts';
import { countAttempt, forgetAttempts, insertChallenge, tryChallenge, useChallenge } from './session-store.ts';
import { type From, type OpenedSession, openSession } from './sessions.ts';
import { hashToken, newToken } from './tokens.ts';
import { findUser, findUserByMail, mailKey, type User } from './user-store.ts';

/** Opens a transaction. What must be remembered although the request is refused stands in one of its own. */
export type Run = <T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions) => Promise<T>;

export type SignedIn =
  | { readonly status: 'signed_in'; readonly user: User; readonly session: OpenedSession }
  | { readonly status: 'second_factor_required'; readonly user: User; readonly challenge: string };

export interface PasswordSignIn {
  /** The seller's key; the provider's portal where it is left out. */
  readonly portal?: string | undefined;
  readonly mail: string;
  readonly password: string;
}

export async function signInByPassword(people: People, run: Run, input: PasswordSignIn, from: From): Promise<SignedIn> {
  const subject = attemptSubject('password', input.portal ?? '', mailKey(input.mail));
  await admit(people, run, subject, from);
  const { user, hash } = await run(async (tx) => {
    const seller = await findPortal(tx, input.portal);
    const found = seller === null ? null : await findUserByMail(tx, seller.id, input.mail);
    // A name that nobody has is not written down: people type passwords there.
    from.about(seller?.id ?? null, found?.id ?? null);
    return { user: found, hash: found === null ? null : await findPasswordHash(tx, found) };
  });
  const isRight = await people.hasher.verify(input.password, hash);
  if (!isRight || user === null || user.disabledAt !== null) throw signInRefused();
  const better = people.hasher.isOutdated(hash!) ? await people.hasher.hash(input.password) : null;
  return run(async (tx) => {
    if (better !== null) await replacePasswordHash(tx, user, hash!, better);
    return goOn(people, tx, user, 'password', from, subject);
  });
}

/** After the first proof: the second where there is one, else the session. */
export async function goOn(
  people: People,
  tx: Transaction,
  user: User,
  method: string,
  from: From,
  subject: Buffer | null,
): Promise<SignedIn> {
  const now = people.machine.now();
  const factor = await findSecondFactor(tx, user);
  if (factor === null || factor.confirmedAt === null) {
    if (subject !== null) await forgetAttempts(tx, fromAddress(subject, from));
    return { status: 'signed_in', user, session: await openSession(tx, user, method, from, now) };
  }
  const token = newToken();
  await insertChallenge(tx, {
    sellerId: user.sellerId,
    kind: 'second_factor',
    userId: user.id,
    facts: { method, subject: subject?.toString('base64') ?? '' },
    hash: token.hash,
    now,
    expiresAt: now + CHALLENGE_MS,
  });
  return { status: 'second_factor_required', user, challenge: token.text };
}

export async function finishSecondFactor(
  people: People,
  run: Run,
  input: { challenge: string; code: string },
  from: From,
): Promise<SignedIn> {
  const now = people.machine.now();
  const challenge = await run((tx) => tryChallenge(tx, 'second_factor', hashToken(input.challenge), CODE_TRIES, now));
  if (challenge === null || challenge.userId === null) throw challengeOver();
  const codes = attemptSubject('code', String(challenge.sellerId), String(challenge.userId));
  await admit(people, run, codes, from);
  from.about(challenge.sellerId, challenge.userId);
  return run(async (tx) => {
    const user = await findUser(tx, challenge.sellerId, challenge.userId!);
    if (user === null || user.disabledAt !== null) throw signInRefused();
    if (!(await takeSecondFactor(people, tx, user, input.code))) throw wrongCode();
    if (!(await useChallenge(tx, challenge, now))) throw challengeOver();
    await forgetAttempts(tx, fromAddress(codes, from));
    const first = challenge.facts.subject;
    if (first !== undefined && first !== '') await forgetAttempts(tx, fromAddress(Buffer.from(first, 'base64'), from));
    const session = await openSession(tx, user, `${challenge.facts.method}+second_factor`, from, now);
    return { status: 'signed_in', user, session };
  });
}

export function attemptSubject(...parts: readonly string[]): Buffer {
  return hashToken(JSON.stringify(parts));
}

function fromAddress(subject: Buffer, from: From): Buffer {
  return hashToken(`${subject.toString('base64')} ${from.address}`);
}

/** Counted in a transaction of its own, before anything is looked at. */
export async function admit(people: People, run: Run, subject: Buffer, from: From): Promise<void> {
  const now = people.machine.now();
  const subjects = { identity_from_address: fromAddress(subject, from), address: hashToken(`address ${from.address}`), identity: subject };
  const until = decideThrottle(await run((tx) => countAttempt(tx, subjects, now), { tries: 3 }));
  if (until !== null) throw tooManyAttempts(until, now);
}

export function findPortal(tx: Transaction, key: string | undefined) {
  return key === undefined ? findProvider(tx) : findSellerByKey(tx, key);
}
