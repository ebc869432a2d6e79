// `prorata usage forget` drops old months of usage, says what it keeps others for, and an invoice's explanation says what is no longer kept.
import { expect, it, onTestFinished } from 'vitest';
import { Books, TestClock } from '../testing/books.ts';
import { createTestDatabase } from '../testing/database.ts';
import { runProgram } from '../testing/program.ts';

it('shows first, drops then, and says so of invoices', async () => {
  const { database, url } = await createTestDatabase();
  onTestFinished(() => database.close());
  const prorata = async (...args: string[]): Promise<{ status: number | null; text: string }> => {
    const program = runProgram('cli.ts', args, { DATABASE_URL: url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes' });
    const { status } = await program.ended;
    return { status, text: program.text() };
  };
  const clock = new TestClock('2023-01-01T09:00:00Z');
  const books = new Books(database, clock);
  await books.open();
  await books.accounts('a', 'b');
  await books.start('s', 'a', '2023-01-02', { seat: '0' });
  await books.start('parked', 'b', '2023-01-02', { seat: '0' });
  clock.set('2023-02-10T09:00:00Z');
  await books.usage('s', '2023-01-10', '5');
  await books.bill();
  await books.usage('parked', '2023-02-10', '5');
  await database.pool.query(
    `update account_billing set parked_at = '2023-02-10', parked_code = 'x', parked_detail = 'x'
     where account_id = (select id from account where external_id = 'b')`,
  );
  expect((await prorata('usage', 'forget')).text).toContain('usage.not_a_month');
  expect((await prorata('usage', 'forget', '--before', '2999-01')).text).toContain('usage.month_needed');
  const shown = await prorata('usage', 'forget', '--before', '2023-03', '--preview');
  expect(shown).toEqual({
    status: 4,
    text: expect.stringMatching(/Would go:\n2023-01 .*kept from 2023-02 on.*b {2}parked {2}from 2023-02-01: account_parked/s),
  });
  const gone = await prorata('usage', 'forget', '--before', '2023-03', '--json');
  expect(JSON.parse(gone.text)).toMatchObject({
    keptFrom: '2023-02-01T00:00:00Z',
    months: [{ month: '2023-01', events: 1 }],
    keptFor: [{ account: 'b', subscription: 'parked', reason: 'account_parked' }],
    busy: false,
  });
  const [invoice] = await books.invoices();
  const explained = async (): Promise<string> => (await prorata('invoice', invoice!.number!, '--explain')).text;
  expect(await explained()).toContain('those before 2023-02-01T00:00:00Z are no longer kept and not among them');
  await database.pool.query('update account_billing set parked_at = null, parked_code = null, parked_detail = null');
  clock.set('2023-04-10T09:00:00Z');
  await books.bill();
  expect((await prorata('usage', 'forget', '--before', '2023-03')).text).toMatch(
    /Gone:\n2023-02 .* 1 events\nUsage is kept from 2023-03 on/,
  );
  expect(await explained()).toContain('which are no longer kept: single events are from 2023-03-01T00:00:00Z on');
  expect(await books.findings()).toEqual([]);
});
