// Several currencies at one provider: who gets which, one that is turned off while customers run in it, and an account that changes to another.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findAccounts,
  listCurrencies,
  listCurrencyChanges,
  listCurrencyRules,
  listParked,
  setCurrencyRules,
  switchCurrency,
  unparkAccounts,
  upsertAccounts,
} from '../src/domains/accounts/index.ts';
import { addFixedDiscounts } from '../src/domains/discounts/index.ts';
import { addCredits, addItems, changeAccountCurrency, listRunningIn, publishPrices } from '../src/domains/subscriptions/index.ts';
import { ONE } from '../src/kernel/money/rational.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { Books, day, decimal, instant, TestClock, unitPrice } from '../src/testing/books.ts';
import { createTestDatabase } from '../src/testing/database.ts';

describe('currencies', () => {
  let database: Database;
  let books: Books;
  let clock: TestClock;

  beforeEach(async () => {
    ({ database } = await createTestDatabase());
    clock = new TestClock('2024-01-01T09:00:00Z');
    books = new Books(database, clock);
    await books.open({ upgrade: 'at_once', downgrade: 'at_once' });
    await sellIn('USD', { seat: '33', disk: '0.11', gb: '0.06' });
    await sellIn('JPY', { seat: '4999', disk: '15', gb: '8' });
  });

  afterEach(async () => {
    expect(await books.bill()).toMatchObject({ documents: 0 });
    expect(await books.findings()).toEqual([]);
    await database.close();
  });

  async function sellIn(currency: string, prices: Record<string, string>): Promise<void> {
    await books.run(async (tx, seller, now) => {
      await switchCurrency(tx, seller, { currency, enabled: true }, now);
      const list = { currency, audience: null, buyerId: null, validFrom: null, correction: false };
      const inputs = Object.entries(prices).map(([key, price]) => ({ ...list, component: `P/${key}`, price: unitPrice(price) }));
      await publishPrices(tx, seller, inputs, now);
    });
  }

  const turn = (currency: string, enabled: boolean, from?: string): Promise<unknown> =>
    books.run((tx, seller, now) =>
      switchCurrency(tx, seller, { currency, enabled, ...(from === undefined ? {} : { from: day(from) }) }, now),
    );

  const changeTo = (account: string, currency: string): ReturnType<typeof changeAccountCurrency> =>
    books.run((tx, seller, now) => changeAccountCurrency(tx, seller, account, currency, now));

  async function release(account: string): Promise<void> {
    await books.run(async (tx, seller, now) => {
      const parked = (await listParked(tx, 10)).find((one) => one.externalId === account)!;
      await unparkAccounts(tx, seller.id, [parked.accountId], now);
    });
  }

  async function runOn(date: string): Promise<string> {
    clock.set(`${date}T09:00:00Z`);
    const before = await books.invoices();
    await books.bill();
    const documents = (await books.invoices()).slice(before.length);
    const printed = (await books.printed()).split(/\n(?=\w)/).slice(before.length);
    return printed.map((text, index) => text.replace(/$/, ` ${documents[index]!.currency}`)).join('\n');
  }

  it('are chosen for new accounts by language, then by country, and otherwise are the seller’s', async () => {
    await books.run(async (tx, seller, now) => {
      await setCurrencyRules(
        tx,
        seller,
        [
          { country: 'JP', currency: 'JPY' },
          { language: 'en', currency: 'USD' },
          { language: 'fr', country: 'CH', currency: 'CHF' },
        ],
        now,
      );
      const place = [
        ['Ann', 'en-GB', 'DE'],
        ['Jun', 'ja', 'JP'],
        ['Jo', 'en', 'JP'],
        ['Luc', 'fr', 'CH'],
        ['Max', 'de', 'DE'],
      ] as const;
      await upsertAccounts(
        tx,
        seller,
        place.map(([externalId, language, country]) => ({ externalId, name: externalId, language, country })),
        now,
      );
      await upsertAccounts(tx, seller, [{ externalId: 'Own', name: 'Own', language: 'en', currency: 'EUR' }], now);
    });
    const { rows } = await database.pool.query('select external_id, currency from account order by id');
    expect(rows.map((row) => `${row.external_id} ${row.currency}`)).toEqual([
      'Ann USD',
      'Jun JPY',
      'Jo USD',
      // CHF was never turned on, so its rule is passed over.
      'Luc EUR',
      'Max EUR',
      'Own EUR',
    ]);
    expect(await books.run((tx, seller, now) => listCurrencyRules(tx, seller, now))).toHaveLength(3);
    await expect(
      books.run((tx, seller, now) => setCurrencyRules(tx, seller, [{ language: 'de', currency: 'DEM' }], now)),
    ).rejects.toMatchObject({ code: 'setting.value' });
    await turn('EUR', false);
    await expect(
      books.run((tx, seller, now) => upsertAccounts(tx, seller, [{ externalId: 'New', name: 'New', language: 'de' }], now)),
    ).rejects.toMatchObject({ code: 'account.currency_unknown' });
  });

  it('when turned off take nothing new; who runs in one goes on to the end of his period and is then set aside until he moved', async () => {
    await books.accounts('Ada');
    await books.run((tx, seller, now) =>
      upsertAccounts(tx, seller, [{ externalId: 'Bob', name: 'Bob', country: 'DE', currency: 'USD' }], now),
    );
    await books.start('ada', 'Ada', '2024-01-01');
    await books.start('bob', 'Bob', '2024-01-01', { seat: '1' });
    expect(await runOn('2024-01-01')).toContain('33.00');

    clock.set('2024-01-11T08:00:00Z');
    await expect(turn('USD', false, '2024-01-11')).rejects.toMatchObject({
      code: 'currency.off_too_early',
      parameters: { earliest: '2024-01-12' },
    });
    await turn('USD', false);
    expect(await books.run((tx, seller) => listCurrencies(tx, seller.id))).toEqual([
      { currency: 'EUR', enabled: true, offFrom: null },
      { currency: 'JPY', enabled: true, offFrom: null },
      { currency: 'USD', enabled: false, offFrom: day('2024-01-12') },
    ]);
    await expect(books.start('more', 'Bob', '2024-01-11')).rejects.toMatchObject({ code: 'currency.off', path: 'facts[0].account' });
    await expect(books.fact('bob', '2024-01-11', { kind: 'plan', plan: 'P', quantities: new Map() })).rejects.toMatchObject({
      code: 'currency.off',
      path: 'facts[0].subscription',
    });
    await expect(changeTo('Ada', 'USD')).rejects.toMatchObject({ code: 'currency.off' });
    expect(await books.run((tx, seller, now) => listRunningIn(tx, seller, 'USD', now, 10))).toEqual([
      { account: 'Bob', subscription: 'bob' },
    ]);

    // Inside the running period everything goes on, changes too.
    clock.set('2024-01-22T08:00:00Z');
    await books.fact('bob', '2024-01-22', { kind: 'quantity', component: 'seat', value: decimal('2') });
    await books.usage('bob', '2024-01-15', '100');
    expect(await runOn('2024-01-22')).toMatchInlineSnapshot(`
      "INV-000003 Bob for 2024-01-22
        P/seat 2024-01-22 2024-02-01 10/31 changed 1>2 10.65
        = 10.65 + VAT 19% 2.02 = 12.67 USD"
    `);

    // The next period is not billed in it: the account waits, others do not.
    expect(await runOn('2024-02-01')).toMatchInlineSnapshot(`
      "INV-000004 Ada for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->1 31.00
        = 31.00 + VAT 19% 5.89 = 36.89 EUR"
    `);
    expect((await books.run((tx) => listParked(tx, 10))).map((one) => [one.externalId, one.code])).toEqual([['Bob', 'currency.off']]);

    // He moves: ends where the period ended, and begins again in euro. What January still owed is billed in dollars.
    await books.fact('bob', '2024-02-01', { kind: 'end' });
    expect(await changeTo('Bob', 'EUR')).toEqual({ before: 'USD', currency: 'EUR', staying: [] });
    await books.start('bob-2', 'Bob', '2024-02-01', { seat: '2' });
    await release('Bob');
    expect(await runOn('2024-02-02')).toMatchInlineSnapshot(`
      "INV-000005 Bob for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->2 62.00
        = 62.00 + VAT 19% 11.78 = 73.78 EUR
      INV-000006 Bob for 2024-02-01
        P/gb 2024-01-01 2024-02-01 1 due ->100 6.00
        = 6.00 + VAT 19% 1.14 = 7.14 USD"
    `);
    expect(await books.run((tx, seller, now) => listRunningIn(tx, seller, 'USD', now, 10))).toEqual([]);
  });

  it('when turned on again bill what waited', async () => {
    await books.run((tx, seller, now) =>
      upsertAccounts(tx, seller, [{ externalId: 'Bob', name: 'Bob', country: 'DE', currency: 'USD' }], now),
    );
    await books.start('bob', 'Bob', '2024-01-01');
    await runOn('2024-01-10');
    await turn('USD', false);
    expect(await runOn('2024-03-05')).toBe('');
    await turn('USD', true);
    await release('Bob');
    expect(await runOn('2024-03-05')).toMatchInlineSnapshot(`
      "INV-000002 Bob for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->1 33.00
        = 33.00 + VAT 19% 6.27 = 39.27 USD
      INV-000003 Bob for 2024-03-01
        P/seat 2024-03-01 2024-04-01 1 due ->1 33.00
        = 33.00 + VAT 19% 6.27 = 39.27 USD"
    `);
  });

  const once = { account: 'Ada', taxCategory: null, every: null, until: null, quantity: ONE };

  /** One seat in euro until the end of January, three in yen from then on. */
  async function boughtInBoth(): Promise<void> {
    await books.accounts('Ada');
    await books.start('old', 'Ada', '2024-01-01', { seat: '1' });
    expect(await runOn('2024-01-01')).toContain('31.00');
    clock.set('2024-01-20T08:00:00Z');
    expect(await changeTo('Ada', 'JPY')).toEqual({
      before: 'EUR',
      currency: 'JPY',
      staying: [{ subscription: 'old', currency: 'EUR' }],
    });
    await books.start('new', 'Ada', '2024-02-01', { seat: '3' });
    await books.fact('old', '2024-02-01', { kind: 'end' });
  }

  it('of one account may be several: each period stays in the currency it was bought in, on documents and with discounts of its own', async () => {
    await boughtInBoth();
    await books.run((tx, seller, now) =>
      addItems(
        tx,
        seller,
        [{ ...once, externalId: 'cable', description: 'Cable', at: instant('2024-02-01'), amount: decimal('700') }],
        now,
      ),
    );
    const given = { account: 'Ada', at: instant('2024-02-01'), items: null };
    await books.run((tx, seller, now) =>
      addFixedDiscounts(
        tx,
        seller,
        [
          { ...given, externalId: 'sorry', amount: decimal('1.50'), currency: 'EUR' },
          { ...given, externalId: 'welcome', amount: decimal('500') },
        ],
        now,
      ),
    );
    await books.usage('old', '2024-01-15', '100');
    expect(await runOn('2024-02-01')).toMatchInlineSnapshot(`
      "INV-000002 Ada for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->3 14519
        cable 2024-02-01 2024-02-02 1 item ->1 678
        = 15197 + VAT 19% 2887 = 18084 balance 0 JPY
      INV-000003 Ada for 2024-02-01
        P/gb 2024-01-01 2024-02-01 1 due ->100 3.50
        = 3.50 + VAT 19% 0.67 = 4.17 EUR"
    `);
  });

  it('of one account stay apart when the past is corrected: differences, credits and what is owed', async () => {
    await boughtInBoth();
    expect(await runOn('2024-02-01')).toContain('14997');
    clock.set('2024-02-10T08:00:00Z');
    await books.fact('old', '2024-01-22', { kind: 'quantity', component: 'seat', value: decimal('0') });
    await books.fact('new', '2024-02-01', { kind: 'quantity', component: 'seat', value: decimal('4') });
    const credit = { account: 'Ada', externalId: 'c', item: 'P/seat', at: instant('2024-02-02'), amount: decimal('999'), reason: 'slow' };
    const give = (more: { currency?: string }): Promise<void> =>
      books.run((tx, seller, now) => addCredits(tx, seller, [{ ...credit, ...more }], now));
    await expect(give({})).rejects.toMatchObject({ code: 'credit.currency_needed', path: 'credits[0].currency' });
    await expect(give({ currency: 'USD' })).rejects.toMatchObject({ code: 'credit.other_currency' });
    await give({ currency: 'JPY' });
    expect(await runOn('2024-02-10')).toMatchInlineSnapshot(`
      "CN-000001 Ada for 2024-02-10
        P/seat 2024-02-02 2024-02-03 1 credit ->1 -999
        = -999 + VAT 19% -190 = -1189 balance 0 JPY
      INV-000003 Ada for 2024-02-10
        P/seat 2024-02-01 2024-03-01 1 changed 3>4 4999
        = 4999 + VAT 19% 950 = 5949 balance 0 JPY
      CN-000002 Ada for 2024-02-10
        P/seat 2024-01-22 2024-02-01 10/31 taken_back 1>- -10.00
        = -10.00 + VAT 19% -1.90 = -11.90 EUR"
    `);
    const owed = await database.pool.query('select currency, receivable_minor, balance_minor from account_balance order by currency');
    expect(owed.rows).toEqual([
      { currency: 'EUR', receivable_minor: 2499n, balance_minor: 0n },
      { currency: 'JPY', receivable_minor: 22606n, balance_minor: 0n },
    ]);
  });

  it('of an account have a history, and its upsert does not change them by the way', async () => {
    await boughtInBoth();
    const again = { externalId: 'Ada', name: 'Ada', currency: 'USD' };
    await expect(books.run((tx, seller, now) => upsertAccounts(tx, seller, [again], now))).rejects.toMatchObject({
      code: 'account.currency_fixed',
    });
    const moved = { externalId: 'Ada', name: 'Ada', zone: 'Asia/Tokyo' };
    await expect(books.run((tx, seller, now) => upsertAccounts(tx, seller, [moved], now))).rejects.toMatchObject({
      code: 'account.zone_fixed',
    });
    await runOn('2024-02-01');
    const changes = await books.run(async (tx, seller) => {
      const [ada] = await findAccounts(tx, seller.id, ['Ada']);
      return listCurrencyChanges(tx, seller.id, ada!.id);
    });
    expect(changes).toEqual([{ before: 'EUR', currency: 'JPY', recordedAt: instant('2024-01-20T08:00:00Z') }]);
  });
});
