// `prorata usage` says of every event where it stands, and what to do about those that nothing bills.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishPlans } from '../domains/catalog/index.ts';
import { publishPrices } from '../domains/subscriptions/index.ts';
import { recordUsage } from '../domains/usage/index.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { Books, component, decimal, instant, start, TestClock, unitPrice } from '../testing/books.ts';
import { createTestDatabase } from '../testing/database.ts';
import { runProgram } from '../testing/program.ts';
import type { UsageAnswer } from './usage.ts';

let database: Database;
let url: string;
let books: Books;

async function prorata(...args: string[]): Promise<{ status: number | null; text: string }> {
  const program = runProgram('cli.ts', ['usage', ...args], { DATABASE_URL: url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes' });
  const { status } = await program.ended;
  return { status, text: program.text() };
}

/** January billed, February running; one subscription with every reason why usage may be billed by nothing, one of two readers of a meter. */
beforeAll(async () => {
  ({ database, url } = await createTestDatabase());
  const clock = new TestClock('2024-01-01T09:00:00Z');
  books = new Books(database, clock);
  await books.open({ upgrade: 'at_once', downgrade: 'at_once' });
  await books.accounts('Ada', 'Ben');
  const metered = { kind: 'metered', timing: 'arrears', meter: 'mail' } as const;
  await books.run(async (tx, seller, now) => {
    const components = [
      component('sent', metered),
      component('kept', { ...metered, aggregate: 'max' }),
      component('hour', { ...metered, meter: 'cpu', period: { unit: 'hour', count: 1 } }),
    ];
    await publishPlans(
      tx,
      seller.id,
      [{ key: 'MAIL', name: 'Mail', period: { unit: 'month', count: 1 }, commitment: null, components }],
      now,
    );
    const list = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false, price: unitPrice('1') };
    await publishPrices(
      tx,
      seller,
      components.map(({ key }) => ({ ...list, component: `MAIL/${key}` })),
      now,
    );
  });
  await books.fact('cloud', '2024-01-03', { ...start('P', { seat: '0' }), trialUntil: instant('2024-01-05') } as ReturnType<typeof start>, {
    account: 'Ada',
  });
  await books.fact('cloud', '2024-01-10', { kind: 'pause' });
  await books.fact('cloud', '2024-01-12', { kind: 'resume' });
  await books.fact('mail', '2024-01-01', start('MAIL'), { account: 'Ben' });
  clock.set('2024-02-05T09:00:00Z');
  const send = (subscription: string, meter: string, ...at: string[]): Promise<unknown> =>
    books.run((tx, seller, now) =>
      recordUsage(
        tx,
        seller,
        at.map((text) => ({ source: 'probe', id: `${meter} ${text}`, subscription, meter, at: instant(text), value: decimal('2.5') })),
        now,
      ),
    );
  await send('cloud', 'traffic', '2024-01-02', '2024-01-04T12:00:00Z', '2024-01-08', '2024-01-11', '2024-01-20', '2024-02-04');
  await send('cloud', 'mail', '2024-01-08');
  await send('mail', 'mail', '2024-01-15', '2024-01-16', '2024-02-02');
  await books.bill('2024-02-03');
  await send('mail', 'cpu', '2024-02-01T10:30:00Z', '2024-02-05T08:30:00Z');
  await send('nobody', 'mail', '2024-01-08');
  await books.usage('cloud', '2024-01-30', '1', 'late');
  expect(await books.findings()).toEqual([]);
  clock.set('2024-02-05T09:00:00Z');
});

afterAll(() => database.close());

it('tells all of it as a table, with remedies', async () => {
  const { status, text } = await prorata();
  expect(status, text).toBe(4);
  expect(text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z probe/, 'NOW probe')).toMatchInlineSnapshot(`
    "account  subscription  meter    component  period                   sum  events                   stands
    Ada      cloud         mail                2024-01-08 … 2024-01-08  2.5  1 event                  unbilled: meter_not_sold
    Ada      cloud         traffic  P/gb       2024-01-03 – 2024-02-03    6  3 events                 open: waits_for_run
    Ada      cloud         traffic  P/gb       2024-02-03 – 2024-03-03  2.5  1 event                  open: waits_for_run
    Ada      cloud         traffic             2024-01-02 … 2024-01-02  2.5  1 event                  unbilled: before_start
    Ada      cloud         traffic             2024-01-04 … 2024-01-04  2.5  1 event                  unbilled: in_trial
    Ada      cloud         traffic             2024-01-11 … 2024-01-11  2.5  1 event                  unbilled: paused
    Ben      mail          cpu      MAIL/hour  2024-02-01 … 2024-02-05    5  2 events                 open: waits_for_run
    Ben      mail          mail     MAIL/sent  2024-01-01 – 2024-02-01    5  2 events                 billed
    Ben      mail          mail     MAIL/sent  2024-02-01 – 2024-03-01  2.5  1 event                  open: waits_for_run
    Ben      mail          mail     MAIL/kept  2024-01-01 – 2024-02-01    5  2 events, counted above  billed
    Ben      mail          mail     MAIL/kept  2024-02-01 – 2024-03-01  2.5  1 event, counted above   open: waits_for_run

    unbilled: before_start, 1 event. The subscription had not begun. Correct its start, or bill the usage as an extra item.
    unbilled: in_trial, 1 event. Free in the trial. Nothing to do, unless the end of the trial is wrong.
    unbilled: meter_not_sold, 1 event. No component of the plan measures this meter. Move the subscription to a plan that does, from the first event on.
    unbilled: paused, 1 event. The subscription was paused. Correct the pause, or bill the usage as an extra item.
    open: waits_for_run, 7 events. Billed by the next run: prorata bill.

    Refused, the latest first:
      NOW probe mail 2024-01-08: There is no subscription "nobody". Start it, then send the event again. (usage.unknown_subscription)

    13 events stored: 2 billed, 7 open, 4 billed by nothing. 1 refused.
    "
  `);
});

it('answers a program field by field', async () => {
  const { status, text } = await prorata('--json', '--account', 'Ada', '--from', '2024-01-08', '--to', '2024-01-20');
  expect(status, text).toBe(4);
  const answer: UsageAnswer = JSON.parse(text);
  expect(Object.keys(answer)).toEqual(['asOf', 'events', 'reasons', 'usage', 'usageOmitted', 'refused', 'refusedOmitted']);
  expect(answer.events).toEqual({ stored: 3, billed: 0, open: 1, unbilled: 2, refused: 0 });
  expect(answer.reasons.map((one: UsageAnswer['reasons'][number]) => [one.status, one.reason, one.events])).toEqual([
    ['unbilled', 'meter_not_sold', 1],
    ['unbilled', 'paused', 1],
    ['open', 'waits_for_run', 1],
  ]);
  expect(answer.usage[1]).toEqual({
    account: 'Ada',
    subscription: 'cloud',
    meter: 'traffic',
    component: 'P/gb',
    item: null,
    period: { from: '2024-01-03', to: '2024-02-03' },
    status: 'open',
    reason: 'waits_for_run',
    events: 1,
    sum: '2.5',
    firstAt: '2024-01-08T00:00:00Z',
    lastAt: '2024-01-08T00:00:00Z',
    shared: false,
  });
  expect(answer.usage[2]).toMatchObject({ component: null, period: null, status: 'unbilled', reason: 'paused' });
  expect([answer.refused, answer.refusedOmitted, answer.usageOmitted]).toEqual([[], 0, 0]);
});

it('lists only what nothing bills, only what was refused, and counts what it does not list', async () => {
  const unbilled = JSON.parse((await prorata('--unbilled', '--json', '--list', '2')).text);
  expect(unbilled.usage.map((row: { reason: string }) => row.reason)).toEqual(['meter_not_sold', 'before_start']);
  expect([unbilled.usageOmitted, unbilled.refused, unbilled.refusedOmitted]).toEqual([2, [], 0]);
  const refused = JSON.parse((await prorata('--refused', '--json')).text);
  expect([refused.usage, refused.usageOmitted]).toEqual([[], 0]);
  expect(refused.refused).toMatchObject([
    { source: 'probe', id: 'mail 2024-01-08', code: 'usage.unknown_subscription', body: { subscription: 'nobody' } },
  ]);
  expect(refused.events).toEqual(unbilled.events);
});

it('counts what the books hold', async () => {
  const { rows } = await database.pool.query<{ stored: bigint }>('select count(*) as stored from usage_event');
  const { events } = JSON.parse((await prorata('--json', '--list', '0')).text);
  expect(events.stored).toBe(Number(rows[0]!.stored));
  expect(events.billed + events.open + events.unbilled).toBe(events.stored);
});

it.each([
  [['--account', 'Eve'], 'account.unknown'],
  [['--subscription', 'x'], 'usage.unknown_subscription'],
  [['--from', 'May'], 'command.not_a_date'],
  [['--list', 'all'], 'usage.not_a_count'],
  [['--seller', 'nobody'], 'seller.unknown'],
])('refuses %o', async (args, code) => {
  const { status, text } = await prorata(...args, '--json');
  expect([status, JSON.parse(text).error.code]).toEqual([3, code]);
});
