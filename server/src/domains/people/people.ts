// What the verbs of people need from outside, put together once at start.
import type { Clock } from '../../platform/clock.ts';
import { realClock } from '../../platform/clock.ts';
import type { Outgoing } from '../../platform/outgoing/index.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { otherSecretKey } from './errors.ts';
import { claimSecretKeyName } from './key-store.ts';
import { createPasswordHasher, type PasswordHasher } from './password.ts';

export interface People {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly hasher: PasswordHasher;
  /** The machine's time: sessions, links and codes are about people at machines, and the business clock is moved about. */
  readonly machine: Clock;
  /** Where people reach this installation. Links and the names that passkeys are bound to come from it and never from a request. */
  readonly publicUrl: string;
  /** How providers of identities are called. */
  readonly outgoing: Outgoing;
}

declare module '../../platform/http/work.ts' {
  interface Services {
    readonly people: People;
  }
}

export interface PeopleOptions extends Pick<People, 'database' | 'secrets' | 'publicUrl' | 'outgoing'> {
  readonly hasher?: PasswordHasher;
  readonly machine?: Clock;
}

/** Refuses to start beside secrets that it could not open. */
export async function openPeople(options: PeopleOptions): Promise<People> {
  const { secrets, database } = options;
  const name = await claimSecretKeyName(database.pool, secrets.keyNames[0]!);
  if (!secrets.keyNames.includes(name)) throw otherSecretKey();
  return { ...options, hasher: options.hasher ?? createPasswordHasher(), machine: options.machine ?? realClock };
}

export const isSecure = (people: People): boolean => people.publicUrl.startsWith('https:');
