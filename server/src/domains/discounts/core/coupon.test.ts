// Whether a coupon can be redeemed, when its percentage ends, and what of a plan it lowers.
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../kernel/calendar/instant.ts';
import { findZone } from '../../../kernel/calendar/zone.ts';
import { day } from '../../../testing/facts.ts';
import { type Coupon, componentsLowered, decideRedeemable, discountEnd, freePlace } from './coupon.ts';

const coupon = (changes: Partial<Coupon> = {}): Coupon => ({
  id: 1n,
  code: 'X',
  name: '',
  percent: null,
  amount: null,
  currency: null,
  periods: null,
  untilOn: null,
  plans: null,
  components: null,
  limitTotal: null,
  limitEach: null,
  validFrom: null,
  validUntil: null,
  used: 0,
  createdAt: 0,
  deactivatedAt: null,
  ...changes,
});
const today = day('2026-01-31');

describe('a coupon', () => {
  const cases: readonly (readonly [Partial<Coupon>, number, string | null])[] = [
    [{}, 1000, null],
    [{ deactivatedAt: 1 }, 0, 'inactive'],
    [{ validFrom: today }, 0, null],
    [{ validFrom: today + 1 }, 0, 'not_yet'],
    [{ validUntil: today + 1 }, 0, null],
    [{ validUntil: today }, 0, 'expired'],
    [{ limitTotal: 3, used: 2 }, 0, null],
    [{ limitTotal: 3, used: 3 }, 0, 'used_up'],
    [{ limitEach: 3, used: 9 }, 2, null],
    [{ limitEach: 3 }, 3, 'used_by_account'],
  ];
  it.each(cases)('%o after %i uses of the account: %s', (changes, used, expected) => {
    expect(decideRedeemable(coupon(changes), today, used)?.why ?? null).toBe(expected);
  });

  it('lasts so many periods from its first day, until a day, or for ever', () => {
    const zone = findZone('Europe/Berlin')!;
    const end = (changes: Partial<Coupon>, period = { unit: 'month', count: 1 } as { unit: 'month' | 'hour' | 'year'; count: number }) => {
      const instant = discountEnd(coupon(changes), today, period, zone);
      return instant === null ? null : formatInstant(instant);
    };
    expect(end({ periods: 1 })).toBe('2026-02-27T23:00:00Z');
    expect(end({ periods: 2 })).toBe('2026-03-30T22:00:00Z');
    expect(end({ periods: 1 }, { unit: 'year', count: 1 })).toBe('2027-01-30T23:00:00Z');
    expect(end({ periods: 3 }, { unit: 'hour', count: 2 })).toBe('2026-01-31T05:00:00Z');
    expect(end({ untilOn: day('2026-05-01') })).toBe('2026-04-30T22:00:00Z');
    expect(end({})).toBe(null);
  });

  it('lowers a plan as a whole, some of its components, or nothing of it', () => {
    const plan = { key: 'P', components: [{ key: 'seat' }, { key: 'disk' }] };
    expect(componentsLowered(coupon(), plan)).toBe(null);
    expect(componentsLowered(coupon({ plans: ['P'] }), plan)).toBe(null);
    expect(componentsLowered(coupon({ plans: ['Q'] }), plan)).toEqual([]);
    expect(componentsLowered(coupon({ components: ['disk', 'wheel'] }), plan)).toEqual(['disk']);
    expect(componentsLowered(coupon({ plans: ['P'], components: ['wheel'] }), plan)).toEqual([]);
  });

  it('takes the first place that is free', () => {
    expect([freePlace([]), freePlace([1, 2]), freePlace([3, 1])]).toEqual([1, 3, 2]);
  });
});
