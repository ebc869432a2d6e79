// Test support: people with cheap password hashes, a key of their own for secrets, and a machine's clock that the test moves.
import { randomBytes } from 'node:crypto';
import { openPeople, type People } from '../domains/people/index.ts';
import { createPasswordHasher } from '../domains/people/password.ts';
import type { Clock } from '../platform/clock.ts';
import { type Outgoing, openOutgoing } from '../platform/outgoing/index.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { createSecrets } from '../platform/secrets/index.ts';

export class MachineClock implements Clock {
  private ahead = 0;

  now(): number {
    return Date.now() + this.ahead;
  }

  pass(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}

export interface TestPeople extends People {
  readonly machine: MachineClock;
  readonly outgoing: Outgoing;
}

/** Calls go to this machine too: tests have their providers there. */
export async function openTestPeople(database: Database, publicUrl = 'https://billing.test'): Promise<TestPeople> {
  const outgoing = openOutgoing({ rules: { allowPrivate: true, ports: [{ first: 1, last: 65_535 }] } });
  const machine = new MachineClock();
  const hasher = createPasswordHasher({ ln: 4, r: 8, p: 1 });
  const people = await openPeople({ database, secrets: createSecrets([randomBytes(32)]), publicUrl, outgoing, machine, hasher });
  return { ...people, machine, outgoing };
}
