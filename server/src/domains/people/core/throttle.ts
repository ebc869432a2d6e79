// How many attempts to prove who one is are looked at. Every attempt is counted before it is looked at, so that many at once gain nothing,
// and by the mail address as typed, so that the answer is the same whether anybody has it.

export interface Counter {
  /** One guesser at one identity; one guesser at many; many guessers at one identity. */
  readonly scope: 'identity_from_address' | 'address' | 'identity';
  readonly attempts: number;
  readonly windowMs: number;
}

const MINUTE_MS = 60_000;

/** The last one is wide: whoever sits at many addresses must not be able to lock somebody out cheaply, nor to guess without end. */
export const counters: readonly Counter[] = [
  { scope: 'identity_from_address', attempts: 10, windowMs: 15 * MINUTE_MS },
  { scope: 'address', attempts: 100, windowMs: 15 * MINUTE_MS },
  { scope: 'identity', attempts: 100, windowMs: 60 * MINUTE_MS },
];

/** Tries at one second-factor challenge. A million codes, three of them valid: five tries guess one in seventy thousand. */
export const CODE_TRIES = 5;

export interface Counted {
  readonly scope: Counter['scope'];
  /** This attempt included. */
  readonly attempts: number;
  readonly windowStartedAt: number;
}

/** Null when the attempt may be looked at, else the instant from which another may. */
export function decideThrottle(counted: readonly Counted[]): number | null {
  const until = counted.flatMap(({ scope, attempts, windowStartedAt }) => {
    const counter = counters.find((candidate) => candidate.scope === scope);
    return counter !== undefined && attempts > counter.attempts ? [windowStartedAt + counter.windowMs] : [];
  });
  return until.length === 0 ? null : Math.max(...until);
}
