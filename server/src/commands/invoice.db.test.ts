// An issued invoice explains itself: each metered line down to the events it stands on, the price in words, the arithmetic and the rounding.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addCredits, addItems } from '../domains/subscriptions/index.ts';
import { recordUsage } from '../domains/usage/index.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { Books, decimal, instant, TestClock } from '../testing/books.ts';
import { createTestDatabase } from '../testing/database.ts';
import { readPdfText } from '../testing/pdf-text.ts';
import { runProgram } from '../testing/program.ts';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';

let database: Database;
let url: string;
let books: Books;
let clock: TestClock;

beforeEach(async () => {
  ({ database, url } = await createTestDatabase());
  clock = new TestClock('2024-01-01T09:00:00Z');
  books = new Books(database, clock);
  await books.open();
  await books.accounts('a');
});

afterEach(async () => {
  expect(await books.findings()).toEqual([]);
  await database.close();
});

async function prorata(...args: string[]): Promise<string> {
  const program = runProgram('cli.ts', args, { DATABASE_URL: url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes' });
  expect((await program.ended).status, program.text()).toBe(0);
  return program.text();
}

/** January billed on 1 February with two events, one of them recorded late; on 10 February another is learned. */
async function billTwice(): Promise<void> {
  await books.start('s', 'a', '2024-01-01', { seat: '0' });
  clock.set('2024-01-20T09:00:00Z');
  await books.usage('s', '2024-01-20', '40', 'first');
  clock.set('2024-02-01T09:00:00Z');
  await books.usage('s', '2024-01-25', '20', 'second');
  await books.bill();
  clock.set('2024-02-10T09:00:00Z');
  await books.usage('s', '2024-01-10', '5.5', 'third');
  await books.usage('s', '2024-02-02', '7', 'of February');
  await books.bill();
}

it('names the events of a metered line, and of a changed one those that are new since the window was billed before', async () => {
  await billTwice();
  expect(await prorata('invoice', 'INV-000001', '--explain')).toMatchInlineSnapshot(`
    "Invoice INV-000001 for Customer a (a)
    billing day 2024-02-01, issued 2024-02-01, due 2024-02-15

    gb, P/gb: 3.00 EUR (due)
      from 2024-01-01 to 2024-02-01, period 2024-01-01 to 2024-02-01, fraction 1
      60 at 0.05 a unit
      60 × 0.05 = 3.00
      rounded once to 3.00, less 0.00 billed before: 3.00 EUR
      stands on 2 events of traffic from 2023-12-31T23:00:00Z to 2024-01-31T23:00:00Z, known to the run of 2024-02-01T09:00:00Z; sum 60
        2024-01-19T23:00:00Z test first: 40
        2024-01-24T23:00:00Z test second: 20, recorded late 2024-02-01T09:00:00Z

    net 3.00 EUR
    VAT 19 % of 3.00: 0.57
    total 3.57 EUR
    tax of "standard": rates of DE
    "
  `);
  expect(await prorata('invoice', 'INV-000002', '--explain')).toMatchInlineSnapshot(`
    "Invoice INV-000002 for Customer a (a)
    billing day 2024-02-10, issued 2024-02-10, due 2024-02-24

    gb, P/gb: 0.28 EUR (changed)
      from 2024-01-01 to 2024-02-01, period 2024-01-01 to 2024-02-01, fraction 1
      was 60 at 0.05 a unit, is 65.5 at 0.05 a unit
      now: 65.5 × 0.05 = 3.275
      before: 60 × 0.05 = 3.00
      the difference exactly 0.275
      rounded once to 3.28, less 3.00 billed before: 0.28 EUR
      stands on 3 events of traffic from 2023-12-31T23:00:00Z to 2024-01-31T23:00:00Z, known to the run of 2024-02-10T09:00:00Z; sum 65.5
      1 of them new: the run of 2024-02-01T09:00:00Z, which billed the window before, did not have them
        2024-01-09T23:00:00Z test third: 5.5, recorded late 2024-02-10T09:00:00Z, new
        2024-01-19T23:00:00Z test first: 40
        2024-01-24T23:00:00Z test second: 20, recorded late 2024-02-01T09:00:00Z

    net 0.28 EUR
    VAT 19 % of 0.28: 0.05
    total 0.33 EUR
    tax of "standard": rates of DE
    "
  `);
});

it('answers the same events in JSON', async () => {
  await billTwice();
  const { lines } = JSON.parse(await prorata('invoice', 'INV-000002', '--json'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    eventsTotal: 3,
    events: [
      {
        meter: 'traffic',
        id: 'third',
        value: '5.5',
        at: '2024-01-09T23:00:00Z',
        recorded: '2024-02-10T09:00:00Z',
        late: true,
        isNew: true,
      },
      { id: 'first', value: '40', late: false, isNew: false },
      { id: 'second', value: '20', late: true, isNew: false },
    ],
    usage: [{ meter: 'traffic', aggregate: 'sum', total: 3, totalNew: 1, sum: '65.5', billedBeforeAt: '2024-02-01T09:00:00Z' }],
  });
});

it('lists twenty events and counts the rest, and lists all when asked', async () => {
  await books.start('s', 'a', '2024-01-01', { seat: '0' });
  for (let hour = 0; hour < 23; hour += 1) await books.usage('s', `2024-01-01T${String(hour).padStart(2, '0')}:30:00Z`, '2');
  clock.set('2024-02-01T09:00:00Z');
  await books.bill();
  const short = await prorata('invoice', 'INV-000001');
  expect(short.match(/^ {4}2024-/gm)).toHaveLength(20);
  expect(short).toContain('    … and 3 more, 23 in all, sum 46\n');
  const long = await prorata('invoice', 'INV-000001', '--events');
  expect(long.match(/^ {4}2024-/gm)).toHaveLength(23);
  expect(long).not.toContain(' more, ');
});

it('counts only usage in service, and says so where more was recorded', async () => {
  await books.start('s', 'a', '2024-01-01T12:00:00Z', { seat: '0' });
  clock.set('2024-01-03T09:00:00Z');
  await books.usage('s', '2024-01-01T10:00:00Z', '100', 'too early');
  await books.usage('s', '2024-01-02T10:00:00Z', '1', 'in service');
  clock.set('2024-02-01T09:00:00Z');
  await books.bill();
  expect(await prorata('invoice', 'INV-000001')).toContain('of these the line counts 1: what lies in service');
});

it('names the source of an extra item', async () => {
  const item = {
    account: 'a',
    description: 'Setup',
    at: instant('2024-01-01'),
    quantity: decimal('2'),
    taxCategory: null,
    every: null,
    until: null,
  };
  const facts = { bill: 'B/2024-01', id: 'row 7', kind: 'fee' };
  await books.run((tx, seller, now) => addItems(tx, seller, [{ ...item, externalId: 'setup', amount: decimal('50.125'), facts }], now));
  await books.bill();
  const text = await prorata('invoice', 'INV-000001');
  expect(text).toContain(
    '  2 at 50.125 a unit\n  source: id row 7, bill B/2024-01, kind fee\n  2 × 50.125 = 100.25\n  rounded once to 100.25, less 0.00',
  );
});

it('gives a credit note no due date, and its lines positive prices beside positive amounts', async () => {
  const item = { account: 'a', at: instant('2024-01-01'), quantity: decimal('1'), taxCategory: null, every: null, until: null };
  await books.run((tx, seller, now) =>
    addItems(
      tx,
      seller,
      [
        { ...item, externalId: 'move', description: 'Migration', amount: decimal('40') },
        { ...item, externalId: 'later', description: 'Training', amount: decimal('60'), at: instant('2024-01-02') },
      ],
      now,
    ),
  );
  clock.set('2024-01-02T09:00:00Z');
  await books.bill();
  await books.run(async (tx, seller, now) => {
    const credit = { account: 'a', item: 'move', at: item.at, reason: 'slow' };
    await addCredits(tx, seller, [{ ...credit, externalId: 'sorry', amount: decimal('30') }], now);
    await addItems(tx, seller, [{ ...item, externalId: 'refund', description: 'Refund', amount: decimal('-130') }], now);
  });
  await books.bill();
  const explained = await prorata('invoice', 'CN-000001');
  expect(explained).toContain('billing day 2024-01-02, issued 2024-01-02\n');
  expect(explained).not.toContain('due ');
  expect(JSON.parse(await prorata('invoice', 'CN-000001', '--json')).dueOn).toBeNull();
  const file = join(makeTemporaryFolder(), 'credit-note.pdf');
  await prorata('invoice', 'CN-000001', '--pdf', file);
  const lines = readPdfText(readFileSync(file)).flat();
  expect(lines.filter((line) => /^(Migration|Refund)/.test(line))).toEqual(['Migration 1 19% 30.00', 'Refund 1 130.00 19% 130.00']);
  expect(lines.join('\n')).not.toContain('−');
});

it('lists the events that the run knew and no others, whatever instants they were recorded for', async () => {
  await books.start('s', 'a', '2024-01-01', { seat: '0' });
  clock.set('2024-01-06T09:00:00Z');
  await books.usage('s', '2024-01-05', '10', 'before');
  clock.set('2024-02-01T09:00:00Z');
  await books.bill();
  // Another system had it since January, and a server whose clock is behind tells it.
  clock.set('2024-01-31T09:00:00Z');
  const event = { source: 'test', id: 'told later', subscription: 's', meter: 'traffic', at: instant('2024-01-06') };
  await books.run((tx, seller, now) => recordUsage(tx, seller, [{ ...event, value: decimal('4'), recorded: event.at }], now));
  const first = await prorata('invoice', 'INV-000001');
  expect(first).toContain('stands on 1 event of traffic');
  expect(first).not.toContain('told later');
  clock.set('2024-02-02T09:00:00Z');
  await books.bill();
  const second = await prorata('invoice', 'INV-000002');
  expect(second).toContain('1 of them new');
  expect(second).toContain('test told later: 4, new');
});

it('lists for documents of earlier versions what was recorded when their run began', async () => {
  await billTwice();
  await database.pool.query(
    'set session_replication_role = replica; update usage_event set arrival = 0; update charge_step set known_below = 1',
  );
  const first = await prorata('invoice', 'INV-000001');
  expect(first).toContain('stands on 2 events of traffic');
  expect(await prorata('invoice', 'INV-000002')).toContain('test third: 5.5, recorded late 2024-02-10T09:00:00Z, new');
});
