// The prorata command as a process: what it prints where, and its exit statuses.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { withDatabase } from './testing/database.ts';
import { runProgram } from './testing/program.ts';
import { makeTemporaryFolder } from './testing/temporary-folder.ts';

const test = withDatabase();

async function prorata(args: readonly string[], environment: Record<string, string> = {}) {
  const program = runProgram('cli.ts', args, { DATABASE_URL: test.url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes', ...environment });
  const { status } = await program.ended;
  return { status, text: program.text() };
}

it('lists its commands and explains each, with the exit statuses', async () => {
  const overview = await prorata([]);
  expect(overview.status).toBe(0);
  expect(overview.text).toMatch(/^ {2}clock +shows the business clock/m);
  expect(overview.text).toMatch(/Exit status: 0 done, 1 failed, 2 command line not understood/);
  expect((await prorata(['clock', '--help'])).text).toMatch(/^prorata clock \[--to INSTANT\]/);
});

it.each([
  [['clok'], 'There is no command clok'],
  [['clock', 'now'], 'There is an argument too many: now. Usage: prorata clock'],
  [['clock', '--forward'], "Unknown option '--forward'"],
])('does not understand %o', async (args, message) => {
  const { status, text } = await prorata(args);
  expect(status).toBe(2);
  expect(text).toMatch(/^error command\.usage: /);
  expect(text).toContain(message);
});

it('moves the clock and answers in JSON, a refusal too', async () => {
  const later = new Date(Date.now() + 86_400_000).toISOString();
  const moved = await prorata(['clock', '--to', later, '--json']);
  expect(moved.status).toBe(0);
  expect(JSON.parse(moved.text).now >= later).toBe(true);
  const back = await prorata(['clock', '--to', '2026-01-01T00:00:00Z', '--json']);
  expect([back.status, JSON.parse(back.text).error.code]).toEqual([3, 'clock.backward']);
  const wrong = await prorata(['clock', '--to', 'tomorrow']);
  expect(wrong).toEqual({
    status: 3,
    text: 'error clock.not_an_instant: "tomorrow" is not an instant. Write date, time and offset, such as 2026-03-01T00:00:00Z. (--to)\n',
  });
});

it('starts the embedded database itself where no server runs, and stops it again', async () => {
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const environment = { DATABASE_URL: '', PRORATA_DATA: join(folder, 'data') };
  expect((await prorata(['clock', '--json'], environment)).status).toBe(0);
  const again = await prorata(['clock', '--json'], environment);
  expect(JSON.parse(again.text)).toHaveProperty('now');
});
