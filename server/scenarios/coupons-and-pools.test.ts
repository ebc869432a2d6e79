// Three months of an account with a coupon, an amount off and a pool: what each takes off which invoice, and what is left when one is revoked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAccounts } from '../src/domains/accounts/index.ts';
import { publishPlans } from '../src/domains/catalog/index.ts';
import { findDiscount, giveDiscount, makeCoupon } from '../src/domains/discounts/index.ts';
import { publishPrices, redeemCoupon, revokeRedemption, setPool } from '../src/domains/subscriptions/index.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { Books, component, day, decimal, start, TestClock, unitPrice } from '../src/testing/books.ts';
import { createTestDatabase } from '../src/testing/database.ts';

const blank = { name: '', percent: null, amount: null, currency: null, periods: null, untilOn: null, plans: null, components: null };
const unlimited = { limitTotal: null, limitEach: null, validFrom: null, validUntil: null };

describe('a coupon, an amount off and a pool over three months', () => {
  let database: Database;
  let books: Books;
  let clock: TestClock;

  beforeAll(async () => {
    ({ database } = await createTestDatabase());
    clock = new TestClock('2026-01-01T09:00:00Z');
    books = new Books(database, clock);
    await books.open({ upgrade: 'at_once', downgrade: 'at_once' });
    await books.accounts('Ada');
    await books.run(async (tx, seller, now) => {
      const month = { unit: 'month', count: 1 } as const;
      await publishPlans(
        tx,
        seller.id,
        [{ key: 'vm', name: 'Machine', period: month, commitment: null, components: [component('cpu', { pool: 'cpu' })] }],
        now,
      );
      const list = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false };
      await publishPrices(tx, seller, [{ ...list, component: 'vm/cpu', price: unitPrice('30.00') }], now);
      await makeCoupon(
        tx,
        seller,
        { ...blank, ...unlimited, code: 'HALF', percent: decimal('50'), periods: 2, plans: ['vm'], limitTotal: 1 },
        now,
      );
      await makeCoupon(tx, seller, { ...blank, ...unlimited, code: 'EVER', percent: decimal('10') }, now);
    });
  });
  afterAll(async () => {
    expect(await books.bill()).toMatchObject({ documents: 0 });
    expect(await books.findings()).toEqual([]);
    await database.close();
  });

  const redeem = (code: string, reference: string) =>
    books.run(async (tx, seller, now) => {
      const [account] = await findAccounts(tx, seller.id, ['Ada']);
      const input = { code, account: account!, subscription: null, reference, from: null, mayBackdate: true };
      return (await redeemCoupon(tx, seller, input, now)).redemption.id;
    });
  const revoke = (id: bigint) =>
    books.run(async (tx, seller, now) => {
      const [account] = await findAccounts(tx, seller.id, ['Ada']);
      await revokeRedemption(tx, seller, account!, id, now);
    });
  const cpus = (value: string, at: string) => books.fact('vm1', at, { kind: 'quantity', component: 'cpu', value: decimal(value) });

  /** The documents of a run in the morning of that day. */
  async function runOn(date: string): Promise<string[]> {
    clock.set(`${date}T09:00:00Z`);
    const before = (await books.invoices()).length;
    await books.bill();
    const documents = (await books.invoices()).slice(before);
    return documents.map(
      ({ kind, net, lines }) => `${kind} ${net}: ${lines.map((line) => `${line.component} ${line.from} ${line.amount}`).join(', ')}`,
    );
  }

  it('bills January at half the price, and what was given for a mistake comes off it', async () => {
    await books.run(async (tx, seller, now) => {
      const [account] = await findAccounts(tx, seller.id, ['Ada']);
      await setPool(tx, seller, account!, { key: 'cpu', maximum: decimal('4'), validFrom: day('2026-01-01') }, now);
      await setPool(tx, seller, account!, { key: 'cpu', maximum: decimal('6'), validFrom: day('2026-03-01') }, now);
      const sorry = { externalId: 'sorry', at: now, amount: decimal('12'), items: ['vm/cpu'] };
      await giveDiscount(tx, seller, account!, sorry, now);
    });
    await books.fact('vm1', '2026-01-01', start('vm', { cpu: '2' }), { account: 'Ada' });
    await redeem('HALF', 'welcome');
    expect(await redeem('HALF', 'welcome')).toBeTypeOf('bigint');
    expect(await runOn('2026-01-01')).toMatchInlineSnapshot(`
      [
        "invoice 18.00: vm/cpu 2026-01-01 18.00",
      ]
    `);
    expect(await books.run((tx, seller) => findDiscount(tx, seller.id, { externalId: 'sorry' }))).toMatchObject({ boundMinor: 1200n });
  });

  it('grows within the pool and not beyond it', async () => {
    clock.set('2026-01-16T09:00:00Z');
    await expect(cpus('5', '2026-01-16')).rejects.toMatchObject({ code: 'pool.exhausted', parameters: { left: '2' } });
    await cpus('4', '2026-01-16');
    expect(await runOn('2026-01-16')).toMatchInlineSnapshot(`
      [
        "invoice 9.29: vm/cpu 2026-01-16 9.29",
      ]
    `);
    await expect(cpus('5', '2026-02-28')).rejects.toMatchObject({ code: 'pool.exhausted' });
    await cpus('6', '2026-03-01');
  });

  it('loses in February what is revoked, from the next day on', async () => {
    const ever = await redeem('EVER', 'loyal');
    expect(await runOn('2026-02-01')).toMatchInlineSnapshot(`
      [
        "credit_note -1.86: vm/cpu 2026-01-16 -1.86",
        "invoice 54.00: vm/cpu 2026-02-01 54.00",
      ]
    `);
    clock.set('2026-02-14T09:00:00Z');
    await revoke(ever);
    expect(await runOn('2026-02-14')).toMatchInlineSnapshot(`
      [
        "invoice 3.00: vm/cpu 2026-02-15 3.00",
      ]
    `);
  });

  it('pays the whole price in March, when the two periods are over', async () => {
    const unused = await redeem('EVER', 'again');
    await revoke(unused);
    expect(await runOn('2026-03-01')).toMatchInlineSnapshot(`
      [
        "invoice 180.00: vm/cpu 2026-03-01 180.00",
      ]
    `);
    await expect(redeem('HALF', 'once more')).rejects.toMatchObject({ code: 'coupon.used_up' });
  });
});
