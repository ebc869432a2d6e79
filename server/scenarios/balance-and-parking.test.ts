// Money that a customer gets back and spends again, and an account that is set aside and comes back: months on a clock that is moved by hand.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listParked, unparkAccounts } from '../src/domains/accounts/index.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { Books, TestClock } from '../src/testing/books.ts';
import { createTestDatabase } from '../src/testing/database.ts';
import { givenCatalog } from './given/catalog.ts';
import { Customer, emptyPage } from './given/customer.ts';
import { tell } from './given/mixed-accounts.ts';
import { Chance } from './given/random.ts';

describe('over months', () => {
  let database: Database;
  let books: Books;
  let clock: TestClock;

  beforeEach(async () => {
    ({ database } = await createTestDatabase());
    clock = new TestClock('2024-01-01T09:00:00Z');
    books = new Books(database, clock);
  });

  afterEach(async () => {
    expect(await books.bill()).toMatchObject({ documents: 0 });
    expect(await books.findings()).toEqual([]);
    await database.close();
  });

  async function becomesKnown(account: string, happens: (customer: Customer) => unknown): Promise<void> {
    const page = emptyPage();
    happens(new Customer(account, new Chance(1), page));
    await tell(books, page);
  }

  it('what is credited reduces older debt first, then stands to the credit and pays the next invoices', async () => {
    await books.open({ downgrade: 'at_once' });
    await givenCatalog(books);
    await books.accounts('Ada');
    await becomesKnown('Ada', (ada) => ada.starts('PRO', '2024-01-01', { seat: '1' }).buys('2024-01-01', 'migration', '40'));
    await books.bill();
    clock.set('2024-01-15T09:00:00Z');
    await becomesKnown('Ada', (ada) => ada.isCredited('2024-01-15', 'sorry', 'Ada-migration', '30').buys('2024-01-15', 'refund', '-130'));
    await books.bill();
    clock.set('2024-03-01T09:00:00Z');
    await becomesKnown('Ada', (ada) => ada.rents('2024-02-10', 'server', 'web-1').uses('2024-02-11', 1500));
    await books.bill();
    expect(await books.printed()).toMatchInlineSnapshot(`
      "INV-000001 Ada for 2024-01-01
        PRO/setup 2024-01-01 2024-01-02 1 due ->1 25.00
        PRO/seat 2024-01-01 2024-02-01 1 due ->1 49.90
        Ada-migration 2024-01-01 2024-01-02 1 item ->1 40.00
        = 114.90 + VAT 19% 21.83 = 136.73
      CN-000001 Ada for 2024-01-15
        Ada-migration 2024-01-15 2024-01-16 1 credit ->1 -30.00
        Ada-refund 2024-01-15 2024-01-16 1 item ->1 -130.00
        = -160.00 + VAT 19% -30.40 = -190.40 balance -53.67
      INV-000002 Ada for 2024-02-01
        PRO/seat 2024-02-01 2024-03-01 1 due ->1 49.90
        = 49.90 + VAT 19% 9.48 = 59.38 balance 53.67
      INV-000003 Ada for 2024-03-01
        PRO/seat 2024-03-01 2024-04-01 1 due ->1 49.90
        PRO/server 2024-02-10 2024-03-01 20/29 added ->1 11.97
        PRO/server 2024-03-01 2024-04-01 1 due ->1 17.35
        PRO/gb 2024-02-01 2024-03-01 1 due ->1500 70.00
        = 149.22 + VAT 19% 28.35 = 177.57"
    `);
    const { rows } = await database.pool.query('select receivable_minor, balance_minor from account_balance');
    expect(rows).toMatchInlineSnapshot(`
      [
        {
          "balance_minor": 0n,
          "receivable_minor": 18328n,
        },
      ]
    `);
  });

  it('an account with a mistyped quantity is set aside while others are billed, and catches up when the mistake is taken back', async () => {
    await books.open({ upgrade: 'at_once', downgrade: 'at_once', alarmTotal: '5000' });
    await books.accounts('Ada', 'Ben');
    await becomesKnown('Ada', (ada) => ada.starts('P', '2024-01-01', { seat: '2' }));
    await becomesKnown('Ben', (ben) => ben.starts('P', '2024-01-01', { seat: '3' }));
    await books.bill();
    clock.set('2024-01-20T09:00:00Z');
    await becomesKnown('Ada', (ada) => ada.takes('2024-01-20T00:00:00+01:00', 'seat', 2000, 'typing mistake'));
    expect((await books.bill()).parked).toMatchInlineSnapshot(`
      [
        {
          "account": "Ada",
          "code": "billing.total_beyond_alarm",
          "detail": "An invoice would be beyond the alarm of 5000 EUR.",
        },
      ]
    `);
    clock.set('2024-02-01T09:00:00Z');
    expect(await books.bill()).toMatchObject({ documents: 1, parked: [] });
    clock.set('2024-03-03T09:00:00Z');
    await becomesKnown('Ada', (ada) => ada.happens('2024-03-03', { kind: 'void', ref: 'typing mistake' }));
    await books.run(async (tx, seller, now) => {
      const parked = await listParked(tx, 10);
      expect(parked.map((one) => one.externalId)).toEqual(['Ada']);
      expect(await unparkAccounts(tx, seller.id, [parked[0]!.accountId], now)).toBe(1);
    });
    expect(await books.bill()).toMatchObject({ parked: [] });
    expect(await books.printed()).toMatchInlineSnapshot(`
      "INV-000001 Ada for 2024-01-01
        P/seat 2024-01-01 2024-02-01 1 due ->2 62.00
        = 62.00 + VAT 19% 11.78 = 73.78
      INV-000002 Ben for 2024-01-01
        P/seat 2024-01-01 2024-02-01 1 due ->3 93.00
        = 93.00 + VAT 19% 17.67 = 110.67
      INV-000003 Ben for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->3 93.00
        = 93.00 + VAT 19% 17.67 = 110.67
      INV-000004 Ada for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->2 62.00
        = 62.00 + VAT 19% 11.78 = 73.78
      INV-000005 Ada for 2024-03-01
        P/seat 2024-03-01 2024-04-01 1 due ->2 62.00
        = 62.00 + VAT 19% 11.78 = 73.78
      INV-000006 Ben for 2024-03-01
        P/seat 2024-03-01 2024-04-01 1 due ->3 93.00
        = 93.00 + VAT 19% 17.67 = 110.67"
    `);
    clock.set('2024-03-10T09:00:00Z');
    await becomesKnown('Ada', (ada) => ada.takes('2024-03-10T00:00:00+01:00', 'seat', 3).uses('2024-02-20', 10));
    await books.bill();
    expect((await books.printed()).split('\n').slice(-4).join('\n')).toMatchInlineSnapshot(`
      "INV-000007 Ada for 2024-03-10
        P/seat 2024-03-10 2024-04-01 22/31 changed 2>3 22.00
        P/gb 2024-02-01 2024-03-01 1 due ->10 0.50
        = 22.50 + VAT 19% 4.28 = 26.78"
    `);
  });
});
