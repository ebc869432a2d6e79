// What follows from a call: a table of answers, and the three days over which an endpoint that is down is tried.
import { describe, expect, it } from 'vitest';
import { type CallResult, decideOutcome, LONGEST_FAILING, RETRY_AFTER, readRetryAfter, type Standing } from './decide-outcome.ts';

const NOW = 1_000_000_000_000;
const well: Standing = { attempts: 0, failures: 0, failingSince: null };
const answered = (status: number, retryAfterMs: number | null = null): CallResult => ({ kind: 'answered', status, retryAfterMs });

describe('an answer', () => {
  it.each([200, 201, 202, 204, 299])('%i delivers and ends all trouble', (status) => {
    const outcome = decideOutcome({ attempts: 3, failures: 7, failingSince: NOW - 5 }, answered(status), NOW);
    expect(outcome).toEqual({ delivery: { status: 'delivered' }, failures: 0, failingSince: null, pauseUntil: null, disable: null });
  });

  it.each([
    [301, 'redirect'],
    [307, 'redirect'],
    [400, 'status'],
    [404, 'status'],
    [429, 'status'],
    [500, 'status'],
    [100, 'status'],
  ])('%i is tried again: %s', (status, failureCode) => {
    const outcome = decideOutcome(well, answered(status), NOW);
    expect(outcome).toEqual({
      delivery: { status: 'waiting', nextAttemptAt: NOW + 5000, failureCode },
      failures: 1,
      failingSince: NOW,
      pauseUntil: NOW + 5000,
      disable: null,
    });
  });

  it('410 ends the delivery and turns the endpoint off', () => {
    expect(decideOutcome(well, answered(410), NOW)).toMatchObject({ delivery: { status: 'failed', failureCode: 'gone' }, disable: 'gone' });
  });

  it('that asks for time gets it, a day at most', () => {
    expect(decideOutcome(well, answered(503, 90_000), NOW)).toMatchObject({
      delivery: { nextAttemptAt: NOW + 90_000 },
      pauseUntil: NOW + 90_000,
    });
    expect(decideOutcome(well, answered(429, 1), NOW)).toMatchObject({ delivery: { nextAttemptAt: NOW + 5000 } });
    expect(decideOutcome(well, answered(429, 1e12), NOW)).toMatchObject({ delivery: { nextAttemptAt: NOW + 86_400_000 } });
  });

  it('that never came is tried again', () => {
    expect(decideOutcome(well, { kind: 'failed', code: 'timeout' }, NOW)).toMatchObject({
      delivery: { failureCode: 'timeout' },
      failures: 1,
    });
  });
});

describe('trouble that lasts', () => {
  it('is spread over three days and then given up, together with the endpoint', () => {
    let now = NOW;
    let standing = well;
    const waits: number[] = [];
    for (;;) {
      const outcome = decideOutcome(standing, answered(500), now);
      standing = { attempts: standing.attempts + 1, failures: outcome.failures, failingSince: outcome.failingSince };
      if (outcome.delivery.status !== 'waiting') break;
      waits.push(outcome.delivery.nextAttemptAt - now);
      now = outcome.delivery.nextAttemptAt;
    }
    expect(waits).toEqual(RETRY_AFTER);
    expect(now - NOW).toBeGreaterThan(LONGEST_FAILING - 1_800_000);
    expect(now - NOW).toBeLessThanOrEqual(LONGEST_FAILING);
    expect(decideOutcome(standing, answered(500), NOW + LONGEST_FAILING - 1).disable).toBeNull();
    expect(decideOutcome(standing, answered(500), NOW + LONGEST_FAILING).disable).toBe('failing');
  });

  it('pauses the endpoint ever longer, a quarter of an hour at most', () => {
    const pause = (failures: number) => decideOutcome({ ...well, failures, failingSince: NOW }, answered(500), NOW).pauseUntil! - NOW;
    expect([0, 1, 2, 3, 7, 8, 1000].map(pause)).toEqual([5000, 10_000, 20_000, 40_000, 640_000, 900_000, 900_000]);
  });
});

it.each([
  ['30', 30_000],
  [' 0 ', 0],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 20_000],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['soon', null],
  ['-1', null],
  ['', null],
  [undefined, null],
])('Retry-After %j', (value, expected) => {
  const readDate = (text: string) => (/GMT$/.test(text) ? Date.parse(text) : Number.NaN);
  expect(readRetryAfter(value, 40_000, readDate)).toBe(expected);
});
