// A seller changes his rules while customers are being billed: what was billed stays as it is, what begins later follows the new rules, and the
// history says who was asked what and when.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findAccounts, listSettings, recordSettings } from '../src/domains/accounts/index.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { Books, day, decimal, TestClock } from '../src/testing/books.ts';
import { createTestDatabase } from '../src/testing/database.ts';

describe('settings over time', () => {
  let database: Database;
  let books: Books;
  let clock: TestClock;

  beforeEach(async () => {
    ({ database } = await createTestDatabase());
    clock = new TestClock('2024-01-01T09:00:00Z');
    books = new Books(database, clock);
  });

  afterEach(async () => {
    await books.bill();
    expect(await books.bill()).toMatchObject({ documents: 0 });
    expect(await books.findings()).toEqual([]);
    await database.close();
  });

  async function record(key: string, value: unknown, validFrom: string, account: string | null = null): Promise<void> {
    await books.run(async (tx, seller, now) => {
      const [found] = account === null ? [] : await findAccounts(tx, seller.id, [account]);
      await recordSettings(tx, seller.id, [{ accountId: found?.id ?? null, key, value, validFrom: day(validFrom) }], now);
    });
  }

  async function runOn(date: string): Promise<string[]> {
    clock.set(`${date}T09:00:00Z`);
    const before = await books.invoices();
    await books.bill();
    const printed = await books.printed();
    return printed.split(/\n(?=\w)/).slice(before.length);
  }

  const seats = (subscription: string, date: string, value: string): Promise<void> =>
    books.fact(subscription, date, { kind: 'quantity', component: 'seat', value: decimal(value) });

  it('rates nothing again that was billed under the rules before, and rates what begins later under the new ones', async () => {
    await books.open({ upgrade: 'at_once', downgrade: 'at_once' });
    await books.accounts('Ada');
    await books.start('before', 'Ada', '2024-01-01', { seat: '1' });
    expect(await runOn('2024-01-01')).toHaveLength(1);

    clock.set('2024-01-20T09:00:00Z');
    await seats('before', '2024-01-20', '2');
    await record('changeDay', 'old', '2024-02-01');
    await record('rounding', 'half_even', '2024-02-01');
    await record('anchor', { day: 1 }, '2024-02-01');
    expect(await runOn('2024-01-20')).toEqual([
      'INV-000002 Ada for 2024-01-20\n  P/seat 2024-01-20 2024-02-01 12/31 changed 1>2 12.00\n  = 12.00 + VAT 19% 2.28 = 14.28',
    ]);

    // The window of January is looked at again by this run, and by the one after a late fact: 20 January stays a day with two seats.
    clock.set('2024-02-10T09:00:00Z');
    await books.start('after', 'Ada', '2024-02-10', { seat: '1' });
    await seats('before', '2024-01-25', '3');
    await seats('after', '2024-02-20', '2');
    expect(await runOn('2024-02-10')).toMatchInlineSnapshot(`
      [
        "INV-000003 Ada for 2024-01-25
        P/seat 2024-01-25 2024-02-01 7/31 changed 2>3 7.00
        = 7.00 + VAT 19% 1.33 = 8.33",
        "INV-000004 Ada for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->3 93.00
        = 93.00 + VAT 19% 17.67 = 110.67",
        "INV-000005 Ada for 2024-02-10
        P/seat 2024-02-10 2024-02-21 11/29 due ->1 11.76
        P/seat 2024-02-21 2024-03-01 9/29 due ->2 19.24
        = 31.00 + VAT 19% 5.89 = 36.89",
      ]
    `);
    // Under the new rules the day of the change still has one seat, and the period of "after" ends with the month.
    expect(await runOn('2024-02-20')).toMatchInlineSnapshot(`[]`);
    expect(await runOn('2024-03-01')).toMatchInlineSnapshot(`
      [
        "INV-000006 Ada for 2024-03-01
        P/seat 2024-03-01 2024-04-01 1 due ->3 93.00
        P/seat 2024-03-01 2024-04-01 1 due ->2 62.00
        = 155.00 + VAT 19% 29.45 = 184.45",
      ]
    `);
  });

  it('refuses a rule that would begin within what was billed, and says when it can', async () => {
    await books.open();
    await record('changeDay', 'old', '2023-01-01');
    await books.accounts('Ada', 'Ben');
    await books.start('s', 'Ada', '2024-01-01');
    await runOn('2024-01-15');
    await expect(record('changeDay', 'new', '2024-01-15')).rejects.toMatchObject({
      code: 'setting.before_billed',
      path: 'settings[0].validFrom',
      parameters: { key: 'changeDay', validFrom: '2024-01-15', earliest: '2024-01-16' },
    });
    await expect(record('changeDay', 'new', '2024-01-15', 'Ada')).rejects.toMatchObject({ code: 'setting.before_billed' });
    await expect(record('taxInclusive', true, '2024-06-01')).rejects.toMatchObject({ code: 'setting.fixed' });
    await expect(record('currencyRules', [], '2024-06-01', 'Ada')).rejects.toMatchObject({ code: 'setting.of_seller' });
    await expect(record('paymentTerm', 3, '2024-06-01')).rejects.toMatchObject({ code: 'setting.unknown' });
    await expect(record('paymentTermDays', -3, '2024-06-01')).rejects.toMatchObject({ code: 'setting.value' });
    // Nobody was billed by these yet, and terms of payment are no part of what a period costs.
    await record('changeDay', 'new', '2024-01-15', 'Ben');
    await record('taxInclusive', true, '2024-01-01', 'Ben');
    await record('taxInclusive', false, '2024-06-01');
    await record('changeDay', 'new', '2024-01-16');
    await record('paymentTermDays', 30, '2024-01-01');
  });

  it('takes what documents are made by from the day that is billed, also when several days are caught up with', async () => {
    await books.open();
    await books.accounts('Ada');
    await books.start('s', 'Ada', '2024-01-01');
    await record('paymentTermDays', 30, '2024-02-01');
    clock.set('2024-03-05T09:00:00Z');
    await books.bill();
    const terms = (await books.invoices()).map((view) => [view.billedOn, view.facts.termDays, view.dueOn]);
    expect(terms).toEqual([
      ['2024-01-01', 14, '2024-03-19'],
      ['2024-02-01', 30, '2024-04-04'],
      ['2024-03-01', 30, '2024-04-04'],
    ]);
  });

  it('lists what was said, for whom, since when, and what counts on a day', async () => {
    await books.open({ paymentTermDays: 10 });
    await books.accounts('Ada');
    clock.set('2024-01-05T09:00:00Z');
    await record('paymentTermDays', 20, '2024-02-01');
    await record('paymentTermDays', 7, '2024-02-10', 'Ada');
    const history = await books.run(async (tx, seller) => {
      const [ada] = await findAccounts(tx, seller.id, ['Ada']);
      const found = [];
      for (const date of ['2024-01-31', '2024-02-01', '2024-02-10']) {
        const list = await listSettings(tx, seller.id, ada!.id, day(date));
        found.push(list.find((one) => one.key === 'paymentTermDays')!);
      }
      return found;
    });
    expect(history.map((one) => one.value)).toEqual([10, 20, 7]);
    expect(history[0]?.recorded).toEqual([
      { key: 'paymentTermDays', value: 10, since: '1970-01-01', recordedAt: Date.UTC(2024, 0, 1, 9), seller: 'provider', account: null },
      { key: 'paymentTermDays', value: 20, since: '2024-02-01', recordedAt: Date.UTC(2024, 0, 5, 9), seller: 'provider', account: null },
      { key: 'paymentTermDays', value: 7, since: '2024-02-10', recordedAt: Date.UTC(2024, 0, 5, 9), seller: 'provider', account: 'Ada' },
    ]);
  });
});
