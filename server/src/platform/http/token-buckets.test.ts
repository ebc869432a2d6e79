// Token buckets: what comes at once, what comes back with time, and that memory follows those who are here.
import { expect, it } from 'vitest';
import { TokenBuckets } from './token-buckets.ts';

const limit = { perSecond: 2, burst: 5 };

it('lets as much through at once as the bucket holds, then as much as flows in', () => {
  const buckets = new TokenBuckets(limit);
  const take = (now: number) => buckets.take('a', now);
  expect([1, 2, 3, 4, 5, 6].map(() => take(0).allowed)).toEqual([true, true, true, true, true, false]);
  expect(take(0)).toEqual({ allowed: false, limit: 5, remaining: 0, retryMs: 500, fullMs: 2500 });
  expect(take(499).allowed).toBe(false);
  expect(take(500)).toMatchObject({ allowed: true, remaining: 0, retryMs: 0 });
  expect(take(60_000)).toMatchObject({ allowed: true, remaining: 4 });
});

it('counts each for himself, and costs nothing for what it refused', () => {
  const buckets = new TokenBuckets({ perSecond: 1, burst: 1 });
  expect(['a', 'b', 'a', 'a', 'b'].map((name) => buckets.take(name, 0).allowed)).toEqual([true, true, false, false, false]);
  expect(buckets.take('a', 1000).allowed).toBe(true);
});

it('keeps no more than its room, first forgetting who has everything back', () => {
  const buckets = new TokenBuckets(limit, 100);
  for (let one = 0; one < 100; one += 1) buckets.take(`early-${one}`, 0);
  buckets.take('busy', 9_900);
  expect(buckets.size).toBe(1);
  for (let one = 0; one < 10_000; one += 1) buckets.take(`flood-${one}`, 10_000);
  expect(buckets.size).toBe(100);
});

it('never lets more through than it says, whenever they come', () => {
  const buckets = new TokenBuckets(limit);
  let allowed = 0;
  for (let now = 0; now <= 10_000; now += 7) if (buckets.take('a', now).allowed) allowed += 1;
  expect(allowed).toBeLessThanOrEqual(5 + 2 * 10);
  expect(allowed).toBeGreaterThan(5 + 2 * 9);
});
