// Passkeys (WebAuthn): possession and the device's own check of its user, so they count as both factors. They are bound to the configured address.
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { CHALLENGE_MS } from './core/session-life.ts';
import { challengeOver, passkeyRefused, signInRefused } from './errors.ts';
import type { People } from './people.ts';
import { findPasskey, insertPasskey, listCredentials, type ShownPasskey, usePasskey } from './proof-store.ts';
import { type ChallengeKind, insertChallenge, tryChallenge, useChallenge } from './session-store.ts';
import { type From, type OpenedSession, openSession } from './sessions.ts';
import { admit, attemptSubject, findPortal, type Run } from './sign-in.ts';
import { hashToken, newToken } from './tokens.ts';
import { findUser, markReady, type User } from './user-store.ts';

const NAME = 'Prorata';
/** EdDSA, ECDSA with P-256, RSA: what authenticators speak. */
const ALGORITHMS = [-8, -7, -257];

/** Seventy modules that most commands never need, and that would make each of them wait. */
const library = () => import('@simplewebauthn/server');

function relyingParty(people: People): { id: string; origin: string } {
  const { hostname, origin } = new URL(people.publicUrl);
  return { id: hostname, origin };
}

/** The token that comes back with the answer is the challenge itself, so that nothing has to be remembered by the browser. */
async function begin(people: People, tx: Transaction, kind: ChallengeKind, sellerId: bigint, userId: bigint | null): Promise<string> {
  const token = newToken();
  const now = people.machine.now();
  await insertChallenge(tx, { sellerId, kind, userId, facts: {}, hash: token.hash, now, expiresAt: now + CHALLENGE_MS });
  return token.text;
}

/** What the browser signs is our text in base64; we gave it bytes of that text. */
function challengeIn(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as { challenge?: unknown };
    if (typeof challenge === 'string') return Buffer.from(challenge, 'base64url').toString('utf8');
  } catch {
    // Not what a browser sends.
  }
  throw passkeyRefused();
}

const asSigned = (challenge: string): string => Buffer.from(challenge, 'utf8').toString('base64url');

export async function beginPasskey(people: People, tx: Transaction, user: User) {
  const credentials = await listCredentials(tx, user);
  const challenge = await begin(people, tx, 'passkey_registration', user.sellerId, user.id);
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: NAME,
    rpID: relyingParty(people).id,
    userID: new Uint8Array(Buffer.from(`${user.sellerId}:${user.id}`)),
    userName: user.mail,
    userDisplayName: user.name === '' ? user.mail : user.name,
    challenge: new Uint8Array(Buffer.from(challenge)),
    attestationType: 'none',
    excludeCredentials: credentials.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

export async function addPasskey(
  people: People,
  tx: Transaction,
  user: User,
  name: string,
  response: RegistrationResponseJSON,
): Promise<ShownPasskey> {
  const now = people.machine.now();
  const text = challengeIn(response.response.clientDataJSON);
  const challenge = await tryChallenge(tx, 'passkey_registration', hashToken(text), 1, now);
  if (challenge === null || challenge.userId !== user.id || challenge.sellerId !== user.sellerId) throw challengeOver();
  if (!(await useChallenge(tx, challenge, now))) throw challengeOver();
  const { id: rpID, origin } = relyingParty(people);
  const { verifyRegistrationResponse } = await library();
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: asSigned(text),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refused);
  if (!verified.verified) throw passkeyRefused();
  const { credential } = verified.registrationInfo;
  const passkey = {
    name,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: BigInt(credential.counter),
    transports: [...(credential.transports ?? [])],
  };
  const id = await insertPasskey(tx, user, passkey, now);
  if (id === null) throw passkeyRefused();
  await markReady(tx, user, now);
  return { id, name, createdAt: now, usedAt: null };
}

/** Nobody is named: the device knows whose passkey it offers. Null where there is no such portal; the answer is the same. */
export async function beginPasskeySignIn(people: People, run: Run, portal: string | undefined, from: From) {
  await admit(people, run, attemptSubject('passkey', portal ?? '', from.address), from);
  const challenge = await run(async (tx) => {
    const seller = await findPortal(tx, portal);
    return seller === null ? newToken().text : begin(people, tx, 'passkey_sign_in', seller.id, null);
  });
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: relyingParty(people).id,
    challenge: new Uint8Array(Buffer.from(challenge)),
    userVerification: 'required',
  });
}

export async function signInByPasskey(
  people: People,
  run: Run,
  response: AuthenticationResponseJSON,
  from: From,
): Promise<{ readonly status: 'signed_in'; readonly user: User; readonly session: OpenedSession }> {
  const now = people.machine.now();
  const text = challengeIn(response.response.clientDataJSON);
  const challenge = await run((tx) => tryChallenge(tx, 'passkey_sign_in', hashToken(text), 1, now));
  if (challenge === null) throw challengeOver();
  return run(async (tx) => {
    if (!(await useChallenge(tx, challenge, now))) throw challengeOver();
    const passkey = await findPasskey(tx, challenge.sellerId, response.id);
    from.about(challenge.sellerId, passkey?.userId ?? null);
    if (passkey === null) throw signInRefused();
    const { id: rpID, origin } = relyingParty(people);
    const { verifyAuthenticationResponse } = await library();
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: asSigned(text),
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
    }).catch(refused);
    const user = await findUser(tx, passkey.sellerId, passkey.userId);
    if (!verified.verified || user === null || user.disabledAt !== null) throw signInRefused();
    if (!(await usePasskey(tx, passkey, verified.authenticationInfo.newCounter, now))) throw passkeyRefused();
    return { status: 'signed_in', user, session: await openSession(tx, user, 'passkey', from, now) };
  });
}

/** What the library has against an answer is for its developers; whoever sent it learns that it was refused. */
function refused(): never {
  throw passkeyRefused();
}
