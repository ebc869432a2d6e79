// `prorata import` as a process: what it prints where, and its exit statuses.
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withDatabase } from '../testing/database.ts';
import { runProgram } from '../testing/program.ts';

const test = withDatabase();

async function prorata(...args: string[]): Promise<{ status: number | null; text: string }> {
  const program = runProgram('cli.ts', args, { DATABASE_URL: test.url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes' });
  const { status } = await program.ended;
  return { status, text: program.text() };
}

it('takes a bill, makes the provider, and tells refused rows by the exit status; again it changes nothing', async () => {
  const example = fileURLToPath(new URL('../../../docs/examples/focus.csv', import.meta.url));
  const first = await prorata('import', 'focus', example);
  expect(first.status, first.text).toBe(4);
  expect(first.text).toContain('There was no provider: one was made that sells in EUR');
  expect(first.text).toMatch(/^refused +1 +0\.95$/m);
  const again = await prorata('import', 'focus', example, '--json', '--list', '0');
  expect(again.status, again.text).toBe(4);
  expect(JSON.parse(again.text)).toMatchObject({ nothingNew: true, refusedListCost: '0.95', refusals: [], refusalsOmitted: 1 });
});

it.each([
  [['camt', 'statement.xml'], 'import.unknown_format'],
  [['focus', '/nowhere/bill.csv'], 'focus.file_missing'],
  [['focus', 'bill.csv', '--list', 'all'], 'import.not_a_count'],
])('refuses %o', async (args, code) => {
  const { status, text } = await prorata('import', ...args, '--json');
  expect([status, JSON.parse(text).error.code]).toEqual([3, code]);
});
