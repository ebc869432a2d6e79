// A customer from signing up to leaving, run by run: every document as the table an accountant would check.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishPrices } from '../src/domains/subscriptions/index.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { Books, day, decimal, TestClock, unitPrice } from '../src/testing/books.ts';
import { createTestDatabase } from '../src/testing/database.ts';

describe('half a year of a customer', () => {
  let database: Database;
  let books: Books;
  let clock: TestClock;

  beforeEach(async () => {
    ({ database } = await createTestDatabase());
    clock = new TestClock('2024-01-10T09:00:00Z');
    books = new Books(database, clock);
  });

  afterEach(async () => {
    expect(await books.bill()).toMatchObject({ documents: 0 });
    expect(await books.findings()).toEqual([]);
    await database.close();
  });

  /** The documents of a run in the morning of that day, after what became known until then. */
  async function runOn(date: string, learned: () => Promise<unknown> = async () => undefined): Promise<string> {
    clock.set(`${date}T09:00:00Z`);
    await learned();
    const before = await books.invoices();
    await books.bill();
    return (await books.printed())
      .split(/\n(?=\w)/)
      .slice(before.length)
      .join('\n');
  }

  async function signsUp(): Promise<string> {
    await books.open({ upgrade: 'at_once', downgrade: 'next_cycle' });
    await books.accounts('Ada');
    return runOn('2024-01-10', () => books.start('s', 'Ada', '2024-01-10', { seat: '2', disk: '200' }));
  }

  const takes = (date: string, seats: string) => () =>
    books.fact('s', date, { kind: 'quantity', component: 'seat', value: decimal(seats) });

  it('signs up, grows at once, shrinks with the next cycle, and used more than was known', async () => {
    const signUp = await signsUp();
    expect(signUp).toMatchInlineSnapshot(`
      "INV-000001 Ada for 2024-01-10
        P/seat 2024-01-10 2024-02-10 1 due ->2 62.00
        = 62.00 + VAT 19% 11.78 = 73.78"
    `);

    const grows = await runOn('2024-01-20', takes('2024-01-20', '5'));
    expect(grows).toMatchInlineSnapshot(`
      "INV-000002 Ada for 2024-01-20
        P/seat 2024-01-20 2024-02-10 21/31 changed 2>5 63.00
        = 63.00 + VAT 19% 11.97 = 74.97"
    `);

    const firstCycle = await runOn('2024-02-10', () => books.usage('s', '2024-02-01', '120'));
    expect(firstCycle).toMatchInlineSnapshot(`
      "INV-000003 Ada for 2024-02-10
        P/seat 2024-02-10 2024-03-10 1 due ->5 155.00
        P/disk 2024-01-10 2024-02-10 1 due ->200 20.00
        P/gb 2024-01-10 2024-02-10 1 due ->120 6.00
        = 181.00 + VAT 19% 34.39 = 215.39"
    `);

    const shrinks = await runOn('2024-02-15', takes('2024-02-15', '1'));
    expect(shrinks).toBe('');

    const lateTraffic = await runOn('2024-02-20', () => books.usage('s', '2024-01-31', '30'));
    expect(lateTraffic).toMatchInlineSnapshot(`
      "INV-000004 Ada for 2024-02-20
        P/gb 2024-01-10 2024-02-10 1 changed 120>150 1.50
        = 1.50 + VAT 19% 0.29 = 1.79"
    `);

    const secondCycle = await runOn('2024-03-10');
    expect(secondCycle).toMatchInlineSnapshot(`
      "CN-000001 Ada for 2024-03-10
        P/seat 2024-02-15 2024-03-10 24/29 changed 5>1 -102.62
        = -102.62 + VAT 19% -19.50 = -122.12
      INV-000005 Ada for 2024-03-10
        P/seat 2024-03-10 2024-04-10 1 due ->1 31.00
        P/disk 2024-02-10 2024-03-10 1 due ->200 20.00
        = 51.00 + VAT 19% 9.69 = 60.69"
    `);
  });

  it('is told of a corrected price, and gives back the rest of what was paid in advance when leaving', async () => {
    await signsUp();
    await runOn('2024-02-10');
    await runOn('2024-03-10');

    const correctedPrice = await runOn('2024-03-12', () =>
      books.run((tx, seller, now) => {
        const entry = {
          component: 'P/disk',
          currency: 'EUR',
          audience: null,
          buyerId: null,
          validFrom: day('2024-02-01'),
          correction: true,
        };
        return publishPrices(tx, seller, [{ ...entry, price: unitPrice('0.08') }], now);
      }),
    );
    expect(correctedPrice).toMatchInlineSnapshot(`
      "CN-000001 Ada for 2024-03-12
        P/disk 2024-02-10 2024-03-10 1 changed 200>200 -4.00
        = -4.00 + VAT 19% -0.76 = -4.76"
    `);

    const leaves = await runOn('2024-03-25', () => books.fact('s', '2024-03-25', { kind: 'end' }));
    expect(leaves).toMatchInlineSnapshot(`""`);

    const afterwards = await runOn('2024-06-30');
    expect(afterwards).toMatchInlineSnapshot(`
      "CN-000002 Ada for 2024-04-10
        P/seat 2024-03-25 2024-04-10 16/31 taken_back 2>- -32.00
        = -32.00 + VAT 19% -6.08 = -38.08
      INV-000004 Ada for 2024-04-10
        P/disk 2024-03-10 2024-03-25 15/31 due ->96.904441453566621803 7.75
        = 7.75 + VAT 19% 1.47 = 9.22"
    `);
  });
});
