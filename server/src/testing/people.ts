// Test support: people with cheap password hashes, a key of their own for secrets, and a machine's clock that the test moves.
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

/** The same in every process, since some share a database. */
const SAME_KEY = Buffer.alloc(32, 'key of tests');

/** Calls go to this machine too: tests have their providers there. */
export async function openTestPeople(database: Database, publicUrl = 'https://billing.test'): Promise<TestPeople> {
  const outgoing = openOutgoing({ rules: { allowPrivate: true, ports: [{ first: 1, last: 65_535 }] } });
  const machine = new MachineClock();
  const hasher = createPasswordHasher({ ln: 4, r: 8, p: 1 });
  const people = await openPeople({ database, secrets: createSecrets([SAME_KEY]), publicUrl, outgoing, machine, hasher });
  return { ...people, machine, outgoing };
}
