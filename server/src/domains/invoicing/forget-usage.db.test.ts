// Usage of old months goes as a whole, and nothing that was billed from it changes: late facts, corrections and runs beside it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { armFailpoint, disarmFailpoints } from '../../platform/failpoint.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Books, component, decimal, instant, start, TestClock, unitPrice } from '../../testing/books.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { publishPlans } from '../catalog/index.ts';
import { addCredits, holdUsage, publishPrices } from '../subscriptions/index.ts';
import { recordUsage, totalsOfWindow } from '../usage/index.ts';
import { forgetUsage } from './forget-usage.ts';

let database: Database;
let books: Books;
let clock: TestClock;

beforeEach(async () => {
  ({ database } = await createTestDatabase());
  clock = new TestClock('2023-01-01T09:00:00Z');
  books = new Books(database, clock);
  await books.open({ upgrade: 'at_once', downgrade: 'at_once' });
  await books.accounts('a', 'b', 'c');
});

afterEach(async () => {
  disarmFailpoints();
  await database.close();
});

const forget = (before: string, more: { preview?: boolean; patienceMs?: number } = {}) =>
  forgetUsage(database, clock, { before: instant(before), ...more });
const outcome = async (before: string, more: { preview?: boolean; patienceMs?: number } = {}) => {
  const { keptFrom, months, keptFor, busy } = await forget(before, more);
  return {
    keptFrom: keptFrom === null ? null : formatInstant(keptFrom).slice(0, 10),
    months: months.map(({ from, events }) => `${formatInstant(from).slice(0, 7)}: ${events}`),
    keptFor: keptFor.map(({ subscription, from, reason }) => `${subscription} from ${formatInstant(from).slice(0, 10)}: ${reason}`),
    busy,
  };
};

/** Months, 7.5 each on the 3rd and the 20th, billed now and then. */
async function live(subscriptions: readonly string[], months = 20): Promise<void> {
  for (let month = 0; month < months; month += 1) {
    const first = new Date(Date.UTC(2023, month, 1)).toISOString().slice(0, 8);
    for (const subscription of subscriptions) {
      clock.set(`${first}21T09:00:00Z`);
      await books.usage(subscription, `${first}03T10:00:00Z`, '7.5');
      await books.usage(subscription, `${first}20T10:00:00Z`, '7.5');
    }
    if (month % 5 === 4) await books.bill();
  }
}

const total = async (): Promise<number> => (await books.invoices()).reduce((sum, one) => sum + Number(one.total), 0);

async function sell(key: string, changes: Parameters<typeof component>[1]): Promise<void> {
  await books.run(async (tx, seller, now) => {
    const metered = component('use', { kind: 'metered', timing: 'arrears', meter: 'traffic', ...changes });
    await publishPlans(
      tx,
      seller.id,
      [{ key, name: key, period: { unit: 'month', count: 1 }, commitment: null, components: [metered] }],
      now,
    );
    const list = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false };
    await publishPrices(tx, seller, [{ ...list, component: `${key}/use`, price: unitPrice('1') }], now);
  });
}

describe('a life of twenty months', () => {
  beforeEach(async () => {
    await books.start('s', 'a', '2023-01-15', { seat: '1' });
    await live(['s']);
    clock.set('2024-09-20T09:00:00Z');
    await books.bill();
  });

  it('drops the months that are asked for, and the same again is nothing', async () => {
    expect(await outcome('2023-04-01', { preview: true })).toEqual({
      keptFrom: '2023-04-01',
      months: ['2023-01: null', '2023-02: null', '2023-03: null'],
      keptFor: [],
      busy: false,
    });
    expect(await outcome('2023-04-01')).toEqual({
      keptFrom: '2023-04-01',
      months: ['2023-01: 2', '2023-02: 2', '2023-03: 2'],
      keptFor: [],
      busy: false,
    });
    expect(await outcome('2023-04-01')).toEqual({ keptFrom: '2023-04-01', months: [], keptFor: [], busy: false });
    const { rows } = await database.pool.query<{ count: string }>('select count(*)::text as count from usage_event');
    expect(rows[0]!.count).toBe('34');
    expect(await books.findings()).toEqual([]);
  });

  it('refuses the last fifteen months', async () => {
    await expect(forget('2023-07-01')).rejects.toMatchObject({ code: 'usage.month_needed' });
  });

  it('bills nothing anew of what went, whatever is looked at again', async () => {
    await forget('2023-05-01');
    const before = await total();
    await database.pool.query(`update subscription set touched_from = '2023-01-01'; update account_billing set next_bill_at = last_run_on`);
    await books.bill();
    expect(await total()).toBe(before);
    expect(await books.findings()).toEqual([]);
  });

  it('is found by the audit where the rule that leaves it alone is missing', async () => {
    await forget('2023-05-01');
    const before = await total();
    await database.pool.query(
      `delete from usage_horizon; update subscription set touched_from = '2023-01-01'; update account_billing set next_bill_at = last_run_on`,
    );
    clock.set('2024-09-20T10:00:00Z');
    await books.bill();
    expect(await total()).toBeLessThan(before);
    await database.pool.query(`insert into usage_horizon (first_kept) values ('2023-05-01')`);
    expect((await books.findings()).map((finding) => finding.replace(/:.*/s, ''))).toContain('forgotten_usage_is_not_rated_again');
  });

  it('corrects prices of usage from the first whole period on', async () => {
    await forget('2023-05-01');
    const before = (await books.invoices()).length;
    await books.run((tx, seller, now) =>
      publishPrices(
        tx,
        seller,
        [
          {
            component: 'P/gb',
            currency: 'EUR',
            audience: null,
            buyerId: null,
            validFrom: null,
            correction: true,
            price: unitPrice('1.05'),
          },
        ],
        now,
      ),
    );
    await books.bill();
    const corrected = (await books.invoices()).slice(before).flatMap((one) => one.lines);
    const periods = corrected.map((line) => line.period?.from).sort();
    expect(periods[0]).toBe('2023-05-15');
    expect(periods).toHaveLength(16);
    expect(await books.findings()).toEqual([]);
  });

  it('refuses facts and credits that reach into what went, and takes those after it', async () => {
    await forget('2023-05-01');
    await expect(books.fact('s', '2023-04-10', { kind: 'quantity', component: 'seat', value: decimal('2') })).rejects.toMatchObject({
      code: 'subscription.usage_is_final',
      parameters: { day: '2023-06-02' },
    });
    await expect(books.fact('s', '2024-09-20', { kind: 'void', ref: 'start' })).rejects.toMatchObject({
      code: 'subscription.usage_is_final',
    });
    const credit = { account: 'a', externalId: 'goodwill', amount: decimal('0.10'), reason: 'outage' };
    const give = (item: string, at: string) =>
      books.run((tx, seller, now) => addCredits(tx, seller, [{ ...credit, item, at: instant(at) }], now));
    await expect(give('P/gb', '2023-04-10')).rejects.toMatchObject({ code: 'subscription.usage_is_final', path: 'credits[0].at' });
    await give('P/seat', '2023-04-10');
    await books.fact('s', '2023-06-20', { kind: 'end' });
    await books.bill();
    expect(await books.findings()).toEqual([]);
  });

  it('refuses events of what went, new or sent again, and what would take them back', async () => {
    await forget('2023-05-01');
    const old = { source: 'test', subscription: 's', meter: 'traffic', value: decimal('1') };
    const send = (id: string, at: string) =>
      books.run((tx, seller, now) => recordUsage(tx, seller, [{ ...old, id, at: instant(at) }], now, { retentionDays: null }));
    for (const id of ['s@2023-04-03T10:00:00Z', 'new']) {
      expect((await send(id, '2023-04-03')).refused).toEqual([expect.objectContaining({ code: 'usage.not_kept' })]);
    }
    expect((await send('late', '2023-05-01')).stored).toBe(1);
    await expect(database.pool.query(`select make_usage_month('2023-04-30T23:59:59Z')`)).rejects.toThrow('no longer kept');
    await books.bill();
    expect(await books.findings()).toEqual([]);
  });

  it('keeps sums and counts', async () => {
    await forget('2023-05-01');
    const window = { subscription: 's', from: instant('2023-01-01'), to: instant('2023-05-01') };
    const [sums] = await books.run((tx, seller) => totalsOfWindow(tx, seller.id, window));
    expect(sums).toMatchObject({ sum: '60', events: 8 });
  });

  it('is undone as a whole where it fails, and goes on afterwards', async () => {
    armFailpoint('usage.month_dropped', 'throw');
    await expect(forget('2023-05-01')).rejects.toThrow();
    disarmFailpoints();
    expect(await books.findings()).toEqual([]);
    expect((await outcome('2023-05-01')).months).toHaveLength(4);
    expect(await books.findings()).toEqual([]);
  });

  it('waits for whoever reads, and leaves the rest where he does not end', async () => {
    await inTransaction(database, async (tx) => {
      await holdUsage(tx);
      expect(await outcome('2023-05-01', { patienceMs: 0 })).toMatchObject({ keptFrom: null, months: [], busy: true });
    });
    expect(await outcome('2023-05-01')).toMatchObject({ busy: false, keptFrom: '2023-05-01' });
  });
});

describe('what keeps a month', () => {
  it('accounts set aside, subscriptions never billed, and facts that wait', async () => {
    await books.start('s', 'a', '2023-01-15');
    await books.start('parked', 'b', '2023-01-15');
    await live(['s'], 2);
    await books.bill();
    clock.set('2023-03-10T09:00:00Z');
    await books.usage('parked', '2023-03-09', '3');
    await database.pool.query(
      `update account_billing set parked_at = '2023-03-10', parked_code = 'x', parked_detail = 'x'
       where account_id = (select id from account where external_id = 'b')`,
    );
    await live(['s']);
    clock.set('2024-09-20T09:00:00Z');
    await books.bill();
    await books.start('new', 'c', '2023-03-20');
    const parked = 'parked from 2023-02-14: account_parked';
    // How long its periods are is not known before a run has looked: up to a year.
    const waiting = { keptFrom: null, months: [], keptFor: ['new from 2022-03-19: waits_for_run', parked] };
    expect(await outcome('2023-05-01')).toMatchObject(waiting);
    await books.bill();
    expect(await outcome('2023-05-01')).toMatchObject({ keptFrom: '2023-02-01', months: ['2023-01: 2'], keptFor: [parked] });
    expect(await books.findings()).toEqual([]);
  });

  it('periods that are not over, however long', async () => {
    await sell('Y', { period: { unit: 'month', count: 24 } });
    await books.fact('long', '2023-02-10', start('Y', {}), { account: 'a' });
    await books.start('s', 'b', '2023-01-15');
    await live(['s']);
    clock.set('2024-09-20T09:00:00Z');
    await books.bill();
    await books.usage('long', '2024-09-01', '2');
    expect(await outcome('2023-05-01')).toMatchObject({
      keptFrom: '2023-02-01',
      months: ['2023-01: 2'],
      keptFor: ['long from 2023-02-09: period_running'],
    });
    expect(await books.findings()).toEqual([]);
  });
});

describe('what goes on', () => {
  it('levels hold on from before, in the runs to come and on their lines', async () => {
    await sell('L', { aggregate: 'time' });
    await books.fact('level', '2023-01-15', start('L', {}), { account: 'a' });
    await books.usage('level', '2023-01-01T08:00:00Z', '2');
    clock.set('2023-02-03T09:00:00Z');
    await books.usage('level', '2023-02-02', '3');
    clock.set('2024-09-20T09:00:00Z');
    await books.bill();
    const before = await total();
    expect((await outcome('2023-05-01')).months).toEqual(['2023-01: 1', '2023-02: 1']);
    await database.pool.query(`update subscription set touched_from = '2023-01-01'; update account_billing set next_bill_at = last_run_on`);
    await books.bill();
    expect(await total()).toBe(before);
    clock.set('2024-10-20T09:00:00Z');
    await books.bill();
    expect((await books.invoices()).at(-1)?.lines.map((line) => line.new?.quantity)).toContain('2160');
    expect(await books.findings()).toEqual([]);
  });

  it('a service that ended long ago is not credited when its account is billed again', async () => {
    await books.start('old', 'a', '2023-01-15', { seat: '0' });
    await books.start('s', 'a', '2023-01-15');
    await live(['old'], 3);
    await books.fact('old', '2023-03-25', { kind: 'end' });
    clock.set('2024-09-20T09:00:00Z');
    await books.bill();
    const before = await total();
    expect(await outcome('2023-05-01')).toMatchObject({ keptFrom: '2023-04-01', keptFor: [] });
    clock.set('2024-10-01T09:00:00Z');
    await books.fact('s', '2024-10-01', { kind: 'end' });
    await books.bill();
    expect(
      (await books.invoices()).flatMap((one) => one.lines).filter((line) => line.component === 'P/gb' && line.amount.startsWith('-')),
    ).toEqual([]);
    expect(await total()).toBeLessThan(before + 32);
    expect(await books.findings()).toEqual([]);
  });

  it('a run beside it either has all events or leaves their periods alone', async () => {
    const names = ['s1', 's2', 's3'];
    for (const [index, name] of names.entries()) await books.start(name, 'abc'[index]!, '2023-01-15');
    await live(names);
    clock.set('2024-09-20T09:00:00Z');
    await books.bill();
    const before = await total();
    const late = { source: 'late', subscription: 's1', meter: 'traffic', value: decimal('0') };
    const at = instant('2023-09-01');
    const clockNow = await clock.read();
    const any = { retentionDays: null };
    for (let round = 0; round < 4; round += 1) {
      await database.pool.query(
        `update subscription set touched_from = '2023-01-01'; update account_billing set next_bill_at = last_run_on`,
      );
      await Promise.all([
        books.bill(null, { batchSize: 1, workers: 2 }),
        forget(`2023-0${round + 2}-01`),
        inTransaction(
          database,
          async (tx) => recordUsage(tx, await books.seller(), [{ ...late, at: at + round, id: String(round) }], clockNow, any),
          {
            tries: 10,
          },
        ),
      ]);
    }
    await books.bill();
    expect((await outcome('2023-05-01')).keptFrom).toBe('2023-05-01');
    expect(await total()).toBe(before);
    expect(await books.findings()).toEqual([]);
  });
});
