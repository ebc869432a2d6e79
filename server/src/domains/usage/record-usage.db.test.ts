// Usage comes in: whose it is where it names only its account, and that none is lost however late it comes and whatever the clocks say.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../platform/postgres/pool.ts';
import { Books, component, decimal, instant, start, TestClock, unitPrice } from '../../testing/books.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { publishPlans } from '../catalog/index.ts';
import { publishPrices } from '../subscriptions/index.ts';
import { type EventInput, type RecordedUsage, recordUsage } from './index.ts';

let database: Database;
let books: Books;
let clock: TestClock;

beforeEach(async () => {
  ({ database } = await createTestDatabase());
  clock = new TestClock('2024-01-15T09:00:00Z');
  books = new Books(database, clock);
  await books.open({ downgrade: 'at_once' });
  await books.accounts('a', 'b');
});

afterEach(async () => {
  expect(await books.findings()).toEqual([]);
  await database.close();
});

const traffic = (event: Partial<EventInput> & { id: string }): EventInput => ({
  source: 'router',
  meter: 'traffic',
  at: instant('2024-01-10T12:00:00Z'),
  value: decimal('5'),
  ...event,
});

const send = (...events: EventInput[]): Promise<RecordedUsage> => books.run((tx, seller, now) => recordUsage(tx, seller, events, now));

const refusals = (answer: RecordedUsage): string[][] => answer.refused.map(({ code, reason }) => [code, reason]);

async function storedAt(): Promise<Record<string, string>> {
  const { rows } = await database.pool.query<{ id: string; subscription: string }>(
    'select e.event_id as id, s.external_id as subscription from usage_event e join subscription s on s.id = e.subscription_id order by 1',
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.subscription]));
}

describe('an event that names only its account', () => {
  it('belongs to the one subscription that measures its meter', async () => {
    await books.start('of a', 'a', '2024-01-01');
    await books.start('of b', 'b', '2024-01-01');
    expect(await send(traffic({ id: '1', account: 'a' }), traffic({ id: '2', account: 'b' }))).toMatchObject({ stored: 2, refused: [] });
    expect(await storedAt()).toEqual({ 1: 'of a', 2: 'of b' });
  });

  it('must name it where two measure the meter, and the refusal names them', async () => {
    await books.start('first', 'a', '2024-01-01');
    await books.start('second', 'a', '2024-01-05');
    const answer = await send(traffic({ id: '1', account: 'a' }), traffic({ id: '2', account: 'a', subscription: 'second' }));
    expect(refusals(answer)).toEqual([
      [
        'usage.several_subscriptions',
        '2 subscriptions of the account "a" measure "traffic": "first", "second". Name the one that the event belongs to.',
      ],
    ]);
    expect(await storedAt()).toEqual({ 2: 'second' });
  });

  it('belongs to the one in service at its instant, before another has begun and after it has ended', async () => {
    await books.start('first', 'a', '2024-01-01');
    await books.fact('first', '2024-01-08', { kind: 'end' });
    await books.start('second', 'a', '2024-01-08');
    await send(
      traffic({ id: 'early', account: 'a', at: instant('2024-01-05T00:00:00Z') }),
      traffic({ id: 'late', account: 'a', at: instant('2024-01-09T00:00:00Z') }),
    );
    expect(await storedAt()).toEqual({ early: 'first', late: 'second' });
  });

  it('goes where it went before when it is sent again, whatever began since', async () => {
    await books.start('first', 'a', '2024-01-01');
    await send(traffic({ id: '1', account: 'a' }));
    await books.start('second', 'a', '2024-01-01');
    expect(await send(traffic({ id: '1', account: 'a' }))).toEqual({ stored: 0, repeated: 1, refused: [] });
  });

  it('counts the meters that a capacity price limits, and no plan that does not measure', async () => {
    const month = { unit: 'month', count: 1 } as const;
    await books.run(async (tx, seller, now) => {
      const metered = component('size', { kind: 'metered', timing: 'arrears', meter: 'mailboxes' });
      const other = component('box', { kind: 'metered', timing: 'arrears', meter: 'traffic' });
      await publishPlans(
        tx,
        seller.id,
        [
          { key: 'MAIL', name: 'Mail', period: month, commitment: null, components: [metered] },
          { key: 'NET', name: 'Net', period: month, commitment: null, components: [other] },
        ],
        now,
      );
      const tier = { upTo: null, price: decimal('9'), flat: decimal('0'), per: null, rate: null };
      const limits = new Map([
        ['mailboxes', decimal('10')],
        ['traffic', decimal('100')],
      ]);
      const list = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false };
      await publishPrices(
        tx,
        seller,
        [
          { ...list, component: 'MAIL/size', price: { ...unitPrice('0'), kind: 'capacity', tiers: [{ ...tier, limits }] } },
          { ...list, component: 'NET/box', price: unitPrice('1') },
        ],
        now,
      );
    });
    await books.fact('mail', '2024-01-01', start('MAIL'), { account: 'a' });
    await send(traffic({ id: '1', account: 'a' }), traffic({ id: '2', account: 'a', meter: 'mailboxes' }));
    await books.fact('net', '2024-01-01', start('NET'), { account: 'a' });
    expect(refusals(await send(traffic({ id: '3', account: 'a' })))[0]?.[0]).toBe('usage.several_subscriptions');
    await send(traffic({ id: '4', account: 'a', meter: 'mailboxes' }));
    expect(await storedAt()).toEqual({ 1: 'mail', 2: 'mail', 4: 'mail' });
  });

  it('is refused where nothing fits, each with what to do', async () => {
    await books.start('of a', 'a', '2024-01-01');
    const { subscription: _none, ...nameless } = traffic({ id: '5', subscription: '' });
    const answer = await send(
      traffic({ id: '1', account: 'nobody' }),
      traffic({ id: '2', account: 'b' }),
      traffic({ id: '3', account: 'b', subscription: 'of a' }),
      traffic({ id: '4', account: 'a', meter: 'sun' }),
      nameless,
      traffic({ id: '6', subscription: 'none' }),
    );
    expect(refusals(answer)).toEqual([
      ['usage.unknown_account', 'There is no account "nobody". Make it, then send the event again.'],
      ['usage.no_subscription', 'No subscription of the account "b" measures "traffic". Start one that does, or name the subscription.'],
      [
        'usage.other_account',
        'The subscription "of a" is not one of the account "b". Correct one of the two names, or leave the account out.',
      ],
      ['usage.unknown_meter', 'There is no meter "sun". Publish a component that bills it, or correct the name.'],
      ['usage.no_subscription', 'The event names neither a subscription nor an account. Name one of them.'],
      ['usage.unknown_subscription', 'There is no subscription "none". Start it, then send the event again.'],
    ]);
    expect((await database.pool.query('select body from refused_event order by event_id limit 2')).rows).toEqual([
      { body: { account: 'nobody', meter: 'traffic', at: '2024-01-10T12:00:00Z', value: '5' } },
      { body: { account: 'b', meter: 'traffic', at: '2024-01-10T12:00:00Z', value: '5' } },
    ]);
  });
});

describe('an event that cannot be taken', () => {
  it('says why: no identity, too old, in the future, known with another body', async () => {
    await books.start('s', 'a', '2024-01-01');
    const answer = await send(
      traffic({ id: '', subscription: 's' }),
      traffic({ id: '1', subscription: 's', at: instant('2022-01-01') }),
      traffic({ id: '2', subscription: 's', at: instant('2024-01-17') }),
      traffic({ id: '3', subscription: 's' }),
      traffic({ id: '3', subscription: 's', value: decimal('6') }),
    );
    expect(answer.refused.map((one) => one.code)).toEqual(['usage.no_identity', 'usage.too_old', 'usage.in_future', 'usage.other_body']);
    expect(answer.stored).toBe(1);
  });
});

describe('no event is lost', () => {
  it('of the day on which service ended, sent after that day was billed', async () => {
    await books.start('s', 'a', '2024-01-01', { seat: '0' });
    await books.bill();
    clock.set('2024-01-20T12:00:00Z');
    await books.usage('s', '2024-01-20T10:00:00Z', '20', 'in time');
    await books.fact('s', '2024-01-20T11:30:00Z', { kind: 'end' });
    await books.bill();
    clock.set('2024-01-20T15:00:00Z');
    await books.usage('s', '2024-01-20T11:00:00Z', '40', 'late by hours');
    expect(await books.bill()).toMatchObject({ documents: 1 });
    expect((await books.printed()).split('\n').slice(-2)[0]).toContain('changed 20>60 2.00');
    expect(await books.bill()).toMatchObject({ accounts: 0 });
  });

  it('that another server recorded with a clock ahead of the one that bills', async () => {
    await books.start('s', 'a', '2024-01-01', { seat: '0' });
    clock.set('2024-02-01T09:00:05Z');
    await books.usage('s', '2024-01-20', '20', 'from ahead');
    clock.set('2024-02-01T09:00:00Z');
    expect(await books.bill()).toMatchObject({ documents: 1 });
    expect(await books.printed()).toContain('->20 1.00');
  });

  it('sent twice at once, late, by two senders', async () => {
    await books.start('s', 'a', '2024-01-01', { seat: '0' });
    clock.set('2024-02-01T09:00:00Z');
    await books.bill();
    const senders = Array.from({ length: 6 }, (_, index) => send(traffic({ id: `late ${index}`, subscription: 's' })));
    expect((await Promise.all(senders)).map((one) => one.stored)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await books.bill()).toMatchObject({ documents: 1 });
    expect(await books.printed()).toContain('->30 1.50');
  });
});
