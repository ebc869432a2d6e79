// Passwords, throttling and the lives of sessions, as tables of cases.
import { describe, expect, it } from 'vitest';
import { faultInPassword } from './password-rules.ts';
import { FRESH_MS, isAlive, isFresh, SESSION_IDLE_MS } from './session-life.ts';
import { type Counted, decideThrottle } from './throttle.ts';

describe('a password', () => {
  it.each([
    ['meadow lantern forty quill', null],
    ['ünïcödé pässwörd', null],
    ['密码应该是长的而且不容易猜到', null],
    ['short', 'too_short'],
    ['', 'too_short'],
    ['x'.repeat(257), 'too_long'],
    ['Password1234', 'known'],
    ['correct horse battery staple', 'known'],
    ['aaaaaaaaaaaaaa', 'repeats'],
    ['abababababababab', 'repeats'],
    ['ada@example.org', 'names_you'],
    ['Ada.Byron-1815', 'names_you'],
  ])('%s: %s', (password, fault) => {
    expect(faultInPassword(password, ['ada@example.org', 'ada.byron'])).toBe(fault);
  });
});

describe('throttling', () => {
  const counted = (scope: Counted['scope'], attempts: number): Counted => ({ scope, attempts, windowStartedAt: 1000 });
  it.each([
    [[], null],
    [[counted('identity_from_address', 10), counted('address', 100), counted('identity', 100)], null],
    [[counted('identity_from_address', 11)], 1000 + 900_000],
    [[counted('address', 101)], 1000 + 900_000],
    [[counted('identity_from_address', 11), counted('identity', 101)], 1000 + 3_600_000],
  ])('%j: %s', (counts, until) => {
    expect(decideThrottle(counts)).toBe(until);
  });
});

describe('a session', () => {
  const session = { createdAt: 0, seenAt: 0, expiresAt: 7 * SESSION_IDLE_MS, revokedAt: null };
  it.each([
    [session, SESSION_IDLE_MS - 1, true],
    [session, SESSION_IDLE_MS, false],
    [{ ...session, seenAt: SESSION_IDLE_MS }, SESSION_IDLE_MS, true],
    [{ ...session, seenAt: 7 * SESSION_IDLE_MS }, 7 * SESSION_IDLE_MS, false],
    [{ ...session, revokedAt: 1 }, 0, false],
  ])('%j at %i lives: %s', (one, now, alive) => {
    expect(isAlive(one, now)).toBe(alive);
  });

  it('is fresh for a quarter of an hour', () => {
    expect([isFresh({ provedAt: 0 }, FRESH_MS - 1), isFresh({ provedAt: 0 }, FRESH_MS)]).toEqual([true, false]);
  });
});
