// `prorata import` as a process: what it prints where, and its exit statuses.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withDatabase } from '../testing/database.ts';
import { runProgram } from '../testing/program.ts';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';

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

it('lists later what earlier imports took and refused, and tells a changed file apart', async () => {
  const example = fileURLToPath(new URL('../../../docs/examples/focus.csv', import.meta.url));
  await prorata('import', 'focus', example);
  const list = await prorata('import', 'list', '--json');
  expect(list.status, list.text).toBe(0);
  const [only] = JSON.parse(list.text);
  expect(JSON.parse(list.text)).toHaveLength(1);
  expect(only).toMatchObject({ fileName: example, refused: 1, refusedListCost: '0.95', currency: 'EUR' });
  for (const named of [[], [example], [only.import.slice(0, 12)]]) {
    const refused = await prorata('import', 'refused', ...named, '--json');
    expect(refused.status, refused.text).toBe(4);
    expect(JSON.parse(refused.text)).toMatchObject({
      refused: 1,
      refusedListCost: '0.95',
      refusalsOmitted: 0,
      imports: [
        {
          import: only.import,
          refusals: [{ row: expect.any(Number), code: 'focus.cost_mismatch', listCost: '0.95', bill: only.bills[0] }],
        },
      ],
    });
  }
  const told = await prorata('import', 'refused', '--list', '0');
  expect(told.text).toContain('and 1 more; --list N shows N of them\n1 refused together.');
  const text = await prorata('import', 'refused');
  expect(text.text).toMatch(/row \d+, line \d+, account .*, 0\.95: PricingQuantity .* \(focus\.cost_mismatch\)/);
  const changed = join(makeTemporaryFolder(), 'focus.csv');
  writeFileSync(changed, readFileSync(example, 'utf8').replace('0.95', '0.96'));
  const again = await prorata('import', 'focus', changed, '--json');
  expect(again.status, again.text).toBe(3);
  expect(JSON.parse(again.text).error).toMatchObject({ code: 'focus.changed_file', parameters: { unknownRows: '1', missingRows: '1' } });
  expect(JSON.parse((await prorata('import', 'list', '--json')).text)).toHaveLength(1);
});

it.each([
  [['camt', 'statement.xml'], 'import.unknown_format'],
  [['focus'], 'import.no_file'],
  [['refused', 'nothing'], 'import.unknown'],
  [['focus', '/nowhere/bill.csv'], 'focus.file_missing'],
  [['focus', 'bill.csv', '--list', 'all'], 'import.not_a_count'],
])('refuses %o', async (args, code) => {
  const { status, text } = await prorata('import', ...args, '--json');
  expect([status, JSON.parse(text).error.code]).toEqual([3, code]);
});
