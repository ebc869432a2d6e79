// A catalog with every kind of component beside the plan "P" of the test books: PRO to move to, GROWTH with a commitment, WEEKLY with short periods.
import { type ComponentInput, publishPlans } from '../../src/domains/catalog/index.ts';
import { blankPrice, blankTier, type Price } from '../../src/domains/pricelists/index.ts';
import { publishPrices } from '../../src/domains/subscriptions/index.ts';
import type { Period } from '../../src/kernel/calendar/period.ts';
import { ZERO } from '../../src/kernel/money/rational.ts';
import { type Books, component, decimal, unitPrice } from '../../src/testing/books.ts';

const MONTH: Period = { unit: 'month', count: 1 };
const WEEK: Period = { unit: 'week', count: 1 };

const storage = component('disk', { quantity: ZERO, kind: 'allocation', timing: 'arrears', fraction: 'seconds' });
const traffic = component('gb', { kind: 'metered', timing: 'arrears', meter: 'traffic' });

const plans: readonly {
  readonly key: string;
  readonly name: string;
  readonly period: Period;
  readonly components: readonly ComponentInput[];
  readonly commitment?: string;
}[] = [
  {
    key: 'PRO',
    name: 'Cloud Pro',
    period: MONTH,
    components: [
      component('setup', { kind: 'one_time' }),
      component('seat'),
      component('server', { quantity: ZERO, namedItems: true }),
      storage,
      traffic,
    ],
  },
  { key: 'GROWTH', name: 'Cloud Growth', period: MONTH, components: [component('seat'), traffic], commitment: '120' },
  { key: 'WEEKLY', name: 'Support by the week', period: WEEK, components: [component('desk', { period: WEEK })] },
];

/** A thousand gigabytes at six cents, what is above at two. */
const cheaperBeyondAThousand: Price = {
  ...blankPrice('graduated'),
  tiers: [
    { ...blankTier, upTo: decimal('1000'), price: decimal('0.06') },
    { ...blankTier, price: decimal('0.02') },
  ],
};

const prices: Readonly<Record<string, Price>> = {
  'PRO/setup': unitPrice('25'),
  'PRO/seat': unitPrice('49.90'),
  'PRO/server': unitPrice('17.35'),
  'PRO/disk': unitPrice('0.085'),
  'PRO/gb': cheaperBeyondAThousand,
  'GROWTH/seat': unitPrice('19'),
  'GROWTH/gb': unitPrice('0.045'),
  'WEEKLY/desk': unitPrice('11.11'),
};

/** Call after `books.open()`. */
export async function givenCatalog(books: Books): Promise<void> {
  await books.run(async (tx, seller, now) => {
    const inputs = plans.map(({ commitment, ...plan }) => ({
      ...plan,
      commitment:
        commitment === undefined ? null : { amount: decimal(commitment), components: null, period: MONTH, fraction: 'days' as const },
    }));
    await publishPlans(tx, seller.id, inputs, now);
    const list = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false };
    await publishPrices(
      tx,
      seller,
      Object.entries(prices).map(([key, price]) => ({ ...list, component: key, price })),
      now,
    );
  });
}
