// Sellers, currencies, prices and settings from the command line.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { upsertAccounts } from '../domains/accounts/index.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { Books, TestClock } from '../testing/books.ts';
import { createTestDatabase } from '../testing/database.ts';
import { runProgram } from '../testing/program.ts';

let database: Database;
let url: string;
let books: Books;

beforeEach(async () => {
  ({ database, url } = await createTestDatabase());
  books = new Books(database, new TestClock('2024-01-01T09:00:00Z'));
  await books.open();
  await books.accounts('a');
});

afterEach(async () => {
  expect(await books.findings()).toEqual([]);
  await database.close();
});

async function prorata(status: number, ...args: string[]): Promise<string> {
  const program = runProgram('cli.ts', args, { DATABASE_URL: url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes' });
  expect((await program.ended).status, program.text()).toBe(status);
  return program.text();
}

async function answer<T>(status: number, ...args: string[]): Promise<T> {
  return JSON.parse(await prorata(status, ...args, '--json'));
}

it('makes a reseller, who has invoices of his own and sells what he took over', async () => {
  await books.run((tx, seller, now) =>
    upsertAccounts(tx, seller, [{ externalId: 'n', name: 'North', kind: 'reseller', country: 'DE' }], now),
  );
  const made = await answer<{ key: string; parent: string | null }[]>(
    0,
    ...['sellers', '--make', 'north', '--account', 'n', '--prefix', 'N-', '--plan', 'P', '--currency', 'EUR', '--currency', 'USD'],
  );
  expect(made.map((one) => [one.key, one.parent])).toEqual([
    ['provider', null],
    ['north', 'provider'],
  ]);
  expect(await prorata(0, 'sellers')).toMatch(/north +North +DE +EUR +provider/);
  expect(await answer(0, 'invoices', '--seller', 'north')).toEqual([]);
  expect(await answer(3, 'invoices', '--seller', 'south')).toMatchObject({ error: { code: 'seller.unknown' } });
  expect(await answer(3, 'invoice', 'INV-000001', '--seller', 'north')).toMatchObject({ error: { code: 'invoice.unknown' } });
  expect(await answer(3, 'sellers', '--make', 'again')).toMatchObject({ error: { code: 'sellers.incomplete' } });
  expect(await prorata(0, 'price', 'n', 'P/seat', '--on', '2024-02-01', '--quantity', '3')).toMatchInlineSnapshot(`
    "provider to n: 93.00 EUR
      list for everyone, P, since ever, told 2024-01-01T09:00:00Z: 31.00 a unit
    "
  `);
  expect(await answer(3, 'price', 'n', 'P/seat', '--quantity', 'many')).toMatchObject({ error: { code: 'price.quantity' } });
  expect(await prorata(4, 'price', 'n', 'P/seat', '--currency', 'USD')).toContain('provider to n: not for sale in USD');
});

it('turns currencies on and off, keeps the rules, and changes what an account buys in', async () => {
  await books.start('s', 'a', '2024-01-01');
  expect(await answer(0, 'currencies', '--on', 'USD', '--rule', 'en=USD', '--rule', 'fr/CH=EUR')).toEqual({
    currencies: [
      { currency: 'EUR', enabled: true, offFrom: null, running: [] },
      { currency: 'USD', enabled: true, offFrom: null, running: [] },
    ],
    rules: [
      { language: 'en', currency: 'USD' },
      { language: 'fr', country: 'CH', currency: 'EUR' },
    ],
  });
  expect(await answer(0, 'currencies', '--account', 'a', '--to', 'USD')).toEqual({
    account: 'a',
    before: 'EUR',
    currency: 'USD',
    staying: [{ subscription: 's', currency: 'EUR' }],
  });
  const off = await prorata(4, 'currencies', '--off', 'EUR', '--from', '2200-01-01');
  expect(off).toBe(
    'EUR  off, no period is billed in it from 2200-01-01\n  s of a still runs in it\nUSD  on\nnew accounts en: USD\nnew accounts fr/CH: EUR\n',
  );
  expect(await answer(3, 'currencies', '--rule', 'EUR')).toMatchObject({ error: { code: 'currencies.rule' } });
  expect(await answer(3, 'currencies', '--account', 'a')).toMatchObject({ error: { code: 'currencies.incomplete' } });
});

it('records settings, and shows what stands with its history', async () => {
  await prorata(0, 'settings', '--set', 'paymentTermDays=30', '--set', 'downgrade=period_end', '--from', '2000-01-01');
  await prorata(0, 'settings', '--account', 'a', '--set', 'paymentTermDays=7', '--from', '2190-01-01');
  const text = await prorata(0, 'settings', '--account', 'a', '--on', '2024-01-01');
  expect(text).toContain('rounding = "half_up" (default)\n');
  expect(text).toMatch(
    /paymentTermDays = 30\n {2}30 from 2000-01-01, for all of provider, told .*Z\n {2}7 from 2190-01-01 \(still to come\), for a, told/,
  );
  const later = await answer<{ key: string; value: unknown }[]>(0, 'settings', '--account', 'a', '--on', '2190-01-01');
  expect(later.find((one) => one.key === 'paymentTermDays')?.value).toBe(7);
  expect(await answer(3, 'settings', '--set', 'paymentTermDays=30')).toMatchObject({ error: { code: 'settings.incomplete' } });
  expect(await answer(3, 'settings', '--set', 'paymentTermDays', '--from', '2030-01-01')).toMatchObject({
    error: { code: 'settings.incomplete' },
  });
});

it('makes, shows, redeems and ends coupons', async () => {
  await books.start('s', 'a', '2024-01-01', { seat: '2' });
  const make = [
    'coupons',
    '--make',
    'SPRING',
    '--percent',
    '20',
    '--periods',
    '3',
    '--plan',
    'P',
    '--limit',
    '2',
    '--before',
    '2200-01-01',
  ];
  expect(await answer(0, ...make)).toMatchObject([{ code: 'SPRING', percent: '20', periods: 3, plans: ['P'], limitTotal: 2, used: 0 }]);
  await prorata(0, 'coupons', '--make', 'TEN', '--amount', '10.00', '--currency', 'EUR', '--limit-each', '1');
  const redeem = ['coupons', '--redeem', 'SPRING', '--account', 'a', '--reference', 'r-1'];
  expect(await answer(0, ...redeem, '--subscription', 's')).toMatchObject({ code: 'SPRING', account: 'a', subscription: 's', isNew: true });
  expect(await prorata(0, ...redeem, '--subscription', 's')).toBe('SPRING was redeemed as r-1 before.\n');
  await prorata(0, 'coupons', '--stop', 'TEN');
  const text = await prorata(0, 'coupons');
  expect(text).toMatch(/SPRING +20 % +3 periods +1 of 2 +before 2200-01-01/);
  expect(text).toMatch(/TEN +10 EUR +once +0 +no/);
  const code = async (...args: string[]) => (await answer<{ error: { code: string } }>(3, 'coupons', ...args)).error.code;
  expect(await code('--redeem', 'SPRING')).toBe('coupons.incomplete');
  expect(await code('--redeem', 'SPRING', '--account', 'a', '--reference', 'r-2', '--subscription', 'none')).toBe('coupons.subscription');
  expect(await code('--stop', 'NONE')).toBe('coupon.unknown');
  expect(await code('--make', 'X', '--percent', 'many')).toBe('command.not_a_number');
  expect(await code('--make', 'X', '--percent', '5', '--periods', '0')).toBe('command.not_a_number');
});

it('says how large a pool is and who holds it', async () => {
  await books.start('s', 'a', '2024-01-01', { seat: '2' });
  expect(await prorata(0, 'pools', 'a')).toBe('No pools: nothing is limited.\n');
  expect(await answer(0, 'pools', 'a', '--set', 'seats', '--maximum', '8', '--component', 'seat')).toMatchObject([
    { key: 'seats', maximum: '8', held: '2', left: '6', services: [{ subscription: 's', held: '2' }], changes: [] },
  ]);
  await prorata(0, 'pools', 'a', '--set', 'seats', '--maximum', 'none', '--from', '2200-01-01');
  expect(await prorata(0, 'pools', 'a')).toBe('seats: 2 held of 8, 6 left\n  s holds 2\n  from 2200-01-01 on no limit\n');
  expect(await answer(3, 'pools', 'a', '--set', 'seats', '--maximum', '1')).toMatchObject({ error: { code: 'pool.below_held' } });
  expect(await answer(3, 'pools', 'a', '--set', 'seats')).toMatchObject({ error: { code: 'pools.incomplete' } });
});
