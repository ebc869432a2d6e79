// The second factor: an authenticator app (RFC 6238), and recovery codes for when it is lost. Every code works once.
import { Secret, TOTP } from 'otpauth';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { noSecondFactor, secondFactorExists, wrongCode } from './errors.ts';
import type { People } from './people.ts';
import { findSecondFactor, insertSecondFactor, replaceRecoveryCodes, takeCounter, takeRecoveryCode } from './proof-store.ts';
import { hashRecoveryCode, newRecoveryCode } from './tokens.ts';
import type { User } from './user-store.ts';

const STEP_SECONDS = 30;
const RECOVERY_CODES = 10;
const SECRET_BYTES = 20;

type Whose = Pick<User, 'sellerId' | 'id'>;

export const secondFactorPlace = (userId: bigint): string => `totp:${userId}`;

function authenticator(secret: string, label = '', issuer = ''): TOTP {
  return new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: STEP_SECONDS, secret: Secret.fromBase32(secret) });
}

export interface BegunSecondFactor {
  readonly secret: string;
  /** For the picture that the app reads. */
  readonly uri: string;
}

/** It counts from its first right code on. */
export async function beginSecondFactor(people: People, tx: Transaction, user: User, issuer: string): Promise<BegunSecondFactor> {
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  const sealed = people.secrets.seal(secret, secondFactorPlace(user.id));
  if (!(await insertSecondFactor(tx, user, sealed, people.machine.now()))) throw secondFactorExists();
  return { secret, uri: authenticator(secret, user.mail, issuer).toString() };
}

/** Answers the recovery codes, once. */
export async function confirmSecondFactor(people: People, tx: Transaction, user: Whose, code: string): Promise<string[]> {
  const factor = await findSecondFactor(tx, user);
  if (factor === null) throw noSecondFactor();
  if (factor.confirmedAt !== null) throw secondFactorExists();
  if (!(await takeCode(people, tx, user, factor.sealedSecret, code))) throw wrongCode();
  return makeRecoveryCodes(tx, user);
}

export async function makeRecoveryCodes(tx: Transaction, user: Whose): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await replaceRecoveryCodes(tx, user, codes.map(hashRecoveryCode));
  return codes;
}

/** Whether the code is right; it is then used up. One step before and after is right too, for clocks that differ. */
export async function takeSecondFactor(people: People, tx: Transaction, user: Whose, code: string): Promise<boolean> {
  const plain = code.trim();
  if (!/^\d{3} ?\d{3}$/.test(plain)) return takeRecoveryCode(tx, user, hashRecoveryCode(plain), people.machine.now());
  const factor = await findSecondFactor(tx, user);
  return factor !== null && factor.confirmedAt !== null && takeCode(people, tx, user, factor.sealedSecret, plain);
}

async function takeCode(people: People, tx: Transaction, user: Whose, sealed: string, code: string): Promise<boolean> {
  const now = people.machine.now();
  const secret = people.secrets.open(sealed, secondFactorPlace(user.id));
  const steps = authenticator(secret).validate({ token: code.replace(' ', ''), timestamp: now, window: 1 });
  return steps !== null && takeCounter(tx, user, Math.floor(now / 1000 / STEP_SECONDS) + steps, now);
}
