// The audit's proof that no usage is lost: clean through everything that may happen to usage, and it finds what is planted.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../platform/postgres/pool.ts';
import { Books, component, decimal, instant, start, TestClock, unitPrice } from '../../testing/books.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { type Aggregation, publishPlans } from '../catalog/index.ts';
import { publishPrices } from '../subscriptions/index.ts';
import { recordUsage } from '../usage/index.ts';

let database: Database;
let books: Books;
let clock: TestClock;

beforeEach(async () => {
  ({ database } = await createTestDatabase());
  clock = new TestClock('2024-01-01T09:00:00Z');
  books = new Books(database, clock);
  await books.open({ upgrade: 'at_once', downgrade: 'at_once' });
  await books.accounts('a', 'b');
});

afterEach(() => database.close());

/** Behind the triggers' back. */
const plant = (sql: string): Promise<unknown> =>
  database.pool.query(`set session_replication_role = replica; ${sql}; reset session_replication_role`);

const MONTH = { unit: 'month', count: 1 } as const;
const HOUR = { unit: 'hour', count: 1 } as const;

async function sell(key: string, changes: Parameters<typeof component>[1], price = unitPrice('1')): Promise<void> {
  await books.run(async (tx, seller, now) => {
    const metered = component('use', { kind: 'metered', timing: 'arrears', meter: 'traffic', ...changes });
    await publishPlans(tx, seller.id, [{ key, name: key, period: MONTH, commitment: null, components: [metered] }], now);
    const list = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false };
    await publishPrices(tx, seller, [{ ...list, component: `${key}/use`, price }], now);
  });
}

describe('usage that is billed, open or listed', () => {
  beforeEach(() => books.start('s', 'a', '2024-01-05T12:00:00Z', { seat: '0' }));

  const uses = async (): Promise<void> => {
    for (const at of ['2024-01-04T10:00:00Z', '2024-01-05T13:00:00Z', '2024-01-10T10:00:00Z', '2024-01-25T10:00:00Z'])
      await books.usage('s', at, '7.5');
  };

  it('is clean before a run, within the period, after it, and when something comes late', async () => {
    clock.set('2024-01-26T09:00:00Z');
    await uses();
    expect(await books.findings()).toEqual([]);
    await books.bill();
    expect(await books.findings()).toEqual([]);
    clock.set('2024-02-10T09:00:00Z');
    await books.bill();
    expect(await books.findings()).toEqual([]);
    await books.usage('s', '2024-01-11T10:00:00Z', '2');
    expect(await books.findings()).toEqual([]);
    await books.bill();
    expect(await books.findings()).toEqual([]);
  });

  it('is clean with pauses, an end that is recorded late, a moved billing day, and a start that is taken back', async () => {
    await books.fact('s', '2024-01-08', { kind: 'pause' });
    await books.fact('s', '2024-01-12', { kind: 'resume' });
    clock.set('2024-02-10T09:00:00Z');
    await uses();
    await books.bill();
    await books.fact('s', '2024-02-10', { kind: 'anchor', anchor: { kind: 'day', dayOfMonth: 20 } });
    await books.bill();
    await books.usage('s', '2024-02-09', '3');
    await books.fact('s', '2024-01-20', { kind: 'end' });
    expect(await books.findings()).toEqual([]);
    await books.bill();
    expect(await books.findings()).toEqual([]);
    clock.set('2024-03-25T09:00:00Z');
    await books.bill();
    await books.fact('s', '2024-03-25', { kind: 'void', ref: 'start' });
    expect(await books.findings()).toEqual([]);
    await books.bill();
    expect(await books.findings()).toEqual([]);
  });

  it('is clean where an account is set aside', async () => {
    clock.set('2024-02-10T09:00:00Z');
    await uses();
    await database.pool.query(`update account_billing set parked_at = '2024-02-09', parked_code = 'x', parked_detail = 'x'`);
    await books.bill();
    expect(await books.findings()).toEqual([]);
  });

  it('finds an event that a run did not read', async () => {
    clock.set('2024-02-05T09:00:00Z');
    await uses();
    await plant(`update usage_event set subscription_id = -subscription_id where at = '2024-01-10T10:00:00Z'`);
    await books.bill();
    await plant(`update usage_event set subscription_id = -subscription_id where subscription_id < 0`);
    expect(await books.findings()).toEqual([
      'usage_is_billed_open_or_listed: subscription s, meter traffic, P/gb, 2024-01-05T13:00:00Z to 2024-01-25T10:00:00Z: 3 events accepted; measured 22.5, billed 15',
    ]);
  });

  it('finds late events whose mark was cleared without a look', async () => {
    clock.set('2024-02-05T09:00:00Z');
    await books.bill();
    await uses();
    await plant('update subscription set touched_from = null');
    expect(await books.findings()).toEqual([expect.stringContaining('3 events accepted; measured 22.5, billed 0')]);
  });

  it('finds open events of an account that nobody will look at', async () => {
    clock.set('2024-01-26T09:00:00Z');
    await uses();
    await plant('update account_billing set next_bill_at = null');
    expect(await books.findings()).toEqual([expect.stringContaining('3 events open, and the account is not to be looked at again')]);
  });

  it('finds billed quantities that no events stand behind', async () => {
    clock.set('2024-02-05T09:00:00Z');
    await uses();
    await books.bill();
    await plant(`delete from usage_event where at = '2024-01-25T10:00:00Z'`);
    expect((await books.findings()).at(-1)).toContain('2 events accepted; measured 15, billed 22.5');
  });
});

describe('every way of measuring', () => {
  const cases: [name: string, changes: Parameters<typeof component>[1], price: ReturnType<typeof unitPrice>][] = [
    ...(['sum', 'count', 'max', 'last', 'unique', 'time', 'p95'] satisfies Aggregation[]).map((aggregate): (typeof cases)[number] => [
      aggregate,
      { aggregate },
      unitPrice('1'),
    ]),
    ['rounded', { roundQuantity: { mode: 'up', step: decimal('10') } }, unitPrice('1')],
    ['included', {}, { ...unitPrice('1'), included: decimal('1000') }],
    ['at once', { priceChange: { kind: 'at_once' } }, unitPrice('1')],
    ['hourly', { period: HOUR }, unitPrice('1')],
    ['for nothing', {}, unitPrice('0')],
    ['below zero', {}, unitPrice('1')],
  ];

  it.each(cases)('is clean, and a lost event that changes the bill is found: %s', async (name, changes, price) => {
    await sell('M', changes, price);
    await books.fact('m', '2024-01-01', start('M'), { account: 'a' });
    const send = (id: string, at: string, value: string): Promise<unknown> =>
      books.run((tx, seller, now) =>
        recordUsage(tx, seller, [{ source: 't', id, subscription: 'm', meter: 'traffic', at: instant(at), value: decimal(value) }], now),
      );
    clock.set('2024-02-01T09:00:00Z');
    if (name === 'below zero') await send('0', '2024-01-04T10:00:00Z', '-500');
    await send('1', '2024-01-05T10:00:00Z', '4');
    await send('2', '2024-01-05T10:20:00Z', '8');
    await books.bill();
    clock.set('2024-02-01T15:00:00Z');
    await send('3', '2024-01-25T10:00:00Z', '9');
    expect(await books.findings()).toEqual([]);
    await plant('update subscription set touched_from = null');
    const lost = await books.findings();
    const changesNothing = ['included', 'for nothing', 'below zero'].includes(name);
    expect(lost).toHaveLength(changesNothing ? 0 : 1);
  });
});
