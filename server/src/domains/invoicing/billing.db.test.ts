// Facts in, invoices out, on a real database: what a run bills, that a second one does nothing, and that the books hold after each.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Books, day, decimal, instant, TestClock } from '../../testing/books.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { unparkAccounts } from '../accounts/index.ts';
import { addCredits, addItems } from '../subscriptions/index.ts';
import { previewBilling } from './preview-billing.ts';
import { runBilling } from './run-billing.ts';

describe('a billing run', () => {
  let database: Database;
  let books: Books;
  let clock: TestClock;

  beforeEach(async () => {
    ({ database } = await createTestDatabase());
    clock = new TestClock('2024-01-01T09:00:00Z');
    books = new Books(database, clock);
  });

  afterEach(async () => {
    expect(await books.findings()).toEqual([]);
    await database.close();
  });

  it('bills what is in advance at the start, and what was used when the month is over', async () => {
    await books.open();
    await books.accounts('a');
    await books.start('s', 'a', '2024-01-01', { seat: '2', disk: '100', gb: '1' });
    await books.bill();
    clock.set('2024-01-20T09:00:00Z');
    await books.usage('s', '2024-01-20', '40');
    clock.set('2024-02-01T09:00:00Z');
    await books.usage('s', '2024-01-25', '20');
    await books.bill();
    expect(await books.printed()).toBe(`\
INV-000001 a for 2024-01-01
  P/seat 2024-01-01 2024-02-01 1 due ->2 62.00
  = 62.00 + VAT 19% 11.78 = 73.78
INV-000002 a for 2024-02-01
  P/seat 2024-02-01 2024-03-01 1 due ->2 62.00
  P/disk 2024-01-01 2024-02-01 1 due ->100 10.00
  P/gb 2024-01-01 2024-02-01 1 due ->60 3.00
  = 75.00 + VAT 19% 14.25 = 89.25`);
  });

  it('does nothing the second time', async () => {
    await books.open();
    await books.accounts('a', 'b');
    await books.start('s', 'a', '2024-01-01');
    await books.start('t', 'b', '2024-01-01');
    expect(await books.bill()).toMatchObject({ documents: 2, parked: [] });
    expect(await books.bill()).toMatchObject({ accounts: 0, documents: 0 });
  });

  it('stops between two batches when it is told to, and the next run bills the rest', async () => {
    await books.open();
    await books.accounts('a', 'b', 'c');
    for (const [name, account] of ['a', 'b', 'c'].entries()) await books.start(`s${name}`, account, '2024-01-01');
    const stopping = new AbortController();
    const options = { asOf: null, batchSize: 1, stopping: stopping.signal, onProgress: () => stopping.abort() };
    expect(await runBilling(database, clock, options)).toMatchObject({ accounts: 1, documents: 1 });
    expect(await books.findings()).toEqual([]);
    expect(await books.bill()).toMatchObject({ accounts: 2, documents: 2 });
  });

  it('catches up with each missed billing day on an invoice of its own', async () => {
    await books.open();
    await books.accounts('a');
    await books.start('s', 'a', '2024-01-01');
    clock.set('2024-03-05T09:00:00Z');
    await books.bill();
    expect((await books.invoices()).map((view) => [view.billedOn, view.issuedOn, view.net])).toEqual([
      ['2024-01-01', '2024-03-05', '31.00'],
      ['2024-02-01', '2024-03-05', '31.00'],
      ['2024-03-01', '2024-03-05', '31.00'],
    ]);
  });

  it('gives back what a cancellation leaves over: the credit note reduces the invoice, the rest of a paid one stands to the credit', async () => {
    await books.open({ upgrade: 'at_once', downgrade: 'at_once' });
    await books.accounts('a');
    await books.start('s', 'a', '2024-01-01');
    await books.bill();
    clock.set('2024-01-11T09:00:00Z');
    await books.fact('s', '2024-01-11', { kind: 'end' });
    await books.bill();
    expect((await books.printed()).split('\n').slice(3)).toEqual([
      'CN-000001 a for 2024-01-11',
      '  P/seat 2024-01-11 2024-02-01 21/31 taken_back 1>- -21.00',
      '  = -21.00 + VAT 19% -3.99 = -24.99',
    ]);
    const [credit] = (await books.invoices()).slice(1);
    expect(credit?.corrects).toEqual(['INV-000001']);
    const { rows } = await database.pool.query('select receivable_minor, balance_minor from account_balance');
    expect(rows).toEqual([{ receivable_minor: 1190n, balance_minor: 0n }]);
  });

  it('bills only the difference of what is learned late: usage, a changed quantity, a voided fact', async () => {
    await books.open({ upgrade: 'at_once', downgrade: 'at_once' });
    await books.accounts('a');
    await books.start('s', 'a', '2024-01-01');
    await books.bill();
    clock.set('2024-02-01T09:00:00Z');
    await books.bill();
    clock.set('2024-02-10T09:00:00Z');
    await books.usage('s', '2024-01-30', '100');
    await books.fact('s', '2024-01-22', { kind: 'quantity', component: 'seat', value: decimal('2') }, { reference: 'more' });
    await books.bill();
    clock.set('2024-02-12T09:00:00Z');
    await books.fact('s', '2024-02-12', { kind: 'void', ref: 'more' });
    await books.bill();
    expect((await books.printed()).split('\n').slice(6)).toMatchInlineSnapshot(`
      [
        "INV-000003 a for 2024-02-10",
        "  P/seat 2024-01-22 2024-02-01 10/31 changed 1>2 10.00",
        "  P/seat 2024-02-01 2024-03-01 1 changed 1>2 31.00",
        "  P/gb 2024-01-01 2024-02-01 1 due ->100 5.00",
        "  = 46.00 + VAT 19% 8.74 = 54.74",
        "CN-000001 a for 2024-02-12",
        "  P/seat 2024-01-22 2024-02-01 10/31 changed 2>1 -10.00",
        "  P/seat 2024-02-01 2024-03-01 1 changed 2>1 -31.00",
        "  = -41.00 + VAT 19% -7.79 = -48.79",
      ]
    `);
    expect(await books.bill()).toMatchObject({ documents: 0 });
  });

  it('bills extra items once, and a credit takes back at most what was charged', async () => {
    await books.open();
    await books.accounts('a');
    const item = {
      account: 'a',
      description: 'Setup',
      at: instant('2024-01-01'),
      quantity: decimal('1'),
      taxCategory: null,
      every: null,
      until: null,
    };
    await books.run((tx, seller, now) =>
      addItems(
        tx,
        seller,
        [
          { ...item, externalId: 'setup', amount: decimal('50') },
          { ...item, externalId: 'gift', amount: decimal('-7') },
        ],
        now,
      ),
    );
    await books.bill();
    await books.run((tx, seller, now) =>
      addCredits(tx, seller, [{ account: 'a', externalId: 'c1', item: 'setup', at: now, amount: decimal('20'), reason: 'late' }], now),
    );
    await books.bill();
    expect(await books.printed()).toMatchInlineSnapshot(`
      "CN-000001 a for 2024-01-01
        gift 2024-01-01 2024-01-02 1 item ->1 -7.00
        = -7.00 + VAT 19% -1.33 = -8.33 balance -8.33
      INV-000001 a for 2024-01-01
        setup 2024-01-01 2024-01-02 1 item ->1 50.00
        = 50.00 + VAT 19% 9.50 = 59.50 balance 8.33
      CN-000002 a for 2024-01-01
        setup 2024-01-01 2024-01-02 1 credit ->1 -20.00
        = -20.00 + VAT 19% -3.80 = -23.80"
    `);
    expect(await books.bill()).toMatchObject({ documents: 0 });
  });

  it('sets aside the account that cannot be billed, with its reason, and bills the others', async () => {
    await books.open({ alarmTotal: '1000' });
    await books.accounts('a', 'b', 'c');
    await books.start('s', 'a', '2024-01-01');
    await books.start('t', 'b', '2024-01-01', { seat: '1000000' });
    await books.start('u', 'c', '2024-01-01');
    const report = await books.bill();
    expect(report.documents).toBe(2);
    expect(report.parked).toEqual([
      { account: 'b', code: 'billing.total_beyond_alarm', detail: 'An invoice would be beyond the alarm of 1000 EUR.' },
    ]);
    expect(await books.bill()).toMatchObject({ accounts: 0 });
    await books.run(async (tx, seller, now) => {
      const { rows } = await tx.client.query<{ id: bigint }>(`select id from account where external_id = 'b'`);
      expect(await unparkAccounts(tx, seller.id, [rows[0]!.id], now)).toBe(1);
    });
    expect((await books.bill()).parked).toHaveLength(1);
  });

  it('finds the one account that the database refuses, and bills all others of its batch', async () => {
    await books.open();
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    await books.accounts(...names);
    for (const name of names) await books.start(`s-${name}`, name, '2024-01-01');
    await database.pool.query(`create function refuse_d() returns trigger language plpgsql as $$ begin
      if exists (select 1 from account a where a.id = new.account_id and a.external_id = 'd') then raise exception 'no invoice for d'; end if;
      return new; end $$`);
    await database.pool.query('create trigger refuse_d before insert on invoice for each row execute function refuse_d()');
    const report = await books.bill();
    expect(report.documents).toBe(6);
    expect(report.parked).toEqual([{ account: 'd', code: 'billing.write_refused', detail: 'no invoice for d' }]);
  });

  it('lets many workers bill together, each account once, numbers without gap', async () => {
    await books.open();
    const names = Array.from({ length: 60 }, (_, index) => `a${index}`);
    await books.accounts(...names);
    for (const name of names) await books.start(`s-${name}`, name, '2024-01-01');
    const reports = await Promise.all([1, 2, 3].map(() => books.bill(null, { workers: 2, batchSize: 7 })));
    expect(reports.reduce((sum, report) => sum + report.documents, 0)).toBe(60);
    const numbers = (await books.invoices()).map((view) => view.number).sort();
    expect(numbers).toEqual(names.map((_, index) => `INV-${String(index + 1).padStart(6, '0')}`));
  });

  it('previews what it then bills, and writes nothing while it does', async () => {
    await books.open();
    await books.accounts('a');
    await books.start('s', 'a', '2024-01-10');
    const preview = await previewBilling(database, clock, day('2024-01-10'));
    expect(await books.invoices()).toEqual([]);
    clock.set('2024-01-10T09:00:00Z');
    await books.bill();
    const told = (view: { lines: unknown; net: string; total: string; taxes: unknown }): unknown => [
      view.lines,
      view.net,
      view.total,
      view.taxes,
    ];
    expect((await books.invoices()).map(told)).toEqual(preview.invoices.map(told));
  });

  it('refuses a day that has not come', async () => {
    await books.open();
    await books.accounts('a');
    await expect(books.bill('2024-01-03')).rejects.toMatchObject({ code: 'billing.day_not_come' });
  });

  it('releases deferred revenue when the months begin', async () => {
    await books.open();
    await books.accounts('a');
    await books.start('s', 'a', '2024-01-15');
    clock.set('2024-01-15T09:00:00Z');
    await books.bill();
    const deferred = `select coalesce(sum(case when credit = 'deferred_revenue' then amount_minor else -amount_minor end), 0)::bigint as left
      from posting where service_month is not null`;
    expect((await database.pool.query(deferred)).rows).toEqual([{ left: 1400n }]);
    clock.set('2024-02-01T09:00:00Z');
    await books.bill();
    expect((await database.pool.query(deferred)).rows).toEqual([{ left: 0n }]);
  });

  it('refuses a second step of a cell, a skipped one and one that takes back too much, also in plain SQL', async () => {
    await books.open();
    await books.accounts('a');
    await books.start('s', 'a', '2024-01-01');
    await books.bill();
    const step = (sequence: number, before: number, amount: number): Promise<unknown> =>
      inTransaction(database, (tx) =>
        tx.client.query(
          `insert into charge_step (cell_id, seller_id, sequence, currency, before_minor, amount_minor, after_minor, gross_amount_minor, run_id)
           select id, seller_id, $1::integer, 'EUR', $2::bigint, $3::bigint, $2::bigint + $3::bigint, $3::bigint, 1 from charge_cell`,
          [sequence, before, amount],
        ),
      );
    await expect(step(1, 0, 3100)).rejects.toMatchObject({ code: '23505' });
    await expect(step(3, 3100, 1)).rejects.toMatchObject({ code: '23503' });
    await expect(step(2, 3000, 1)).rejects.toMatchObject({ code: '23503' });
    await expect(step(2, 3100, -3101)).rejects.toMatchObject({ code: '23514' });
    await expect(database.pool.query('delete from charge_step')).rejects.toMatchObject({ code: '23001' });
    await expect(database.pool.query('update posting set amount_minor = 1')).rejects.toMatchObject({ code: '23001' });
  });
});
