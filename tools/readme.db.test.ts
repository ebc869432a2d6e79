// The commands of README's first ten minutes, run as they stand there, one after the other, by the real program.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createTestDatabase } from '../server/src/testing/database.ts';
import { runProgram } from '../server/src/testing/program.ts';
import { makeTemporaryFolder } from '../server/src/testing/temporary-folder.ts';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

/** "npx prorata invoices   # comment" is ['invoices']. Double quotes hold a word together. */
function commandsOf(page: string): string[][] {
  return [...page.matchAll(/^npx prorata ([^#\n]+)/gm)].map((match) =>
    [...(match[1] ?? '').matchAll(/"([^"]*)"|(\S+)/g)].map((word) => word[1] ?? word[2] ?? ''),
  );
}

it('works as README says', async () => {
  const { database, url } = await createTestDatabase();
  onTestFinished(() => database.close());
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const commands = commandsOf(readme);
  expect(commands.map(([name]) => name)).toEqual(
    expect.arrayContaining(['init', 'import', 'bill', 'invoices', 'invoice', 'audit', 'quote']),
  );
  for (const command of commands) {
    const words = command.map((word) => (word.endsWith('.pdf') ? join(folder, word) : word));
    const program = runProgram('cli.ts', words, { DATABASE_URL: url, PRORATA_ALLOW_UNSAFE_DATABASE: 'yes' });
    const { status } = await program.ended;
    // The example refuses one row on purpose, which is worth a person's attention: 4.
    const tellsOfIt = words[0] === 'import' || words[0] === 'usage';
    expect({ command: words.join(' '), status, said: program.text() }).toMatchObject({ status: tellsOfIt ? 4 : 0 });
  }
  expect(readFileSync(join(folder, 'invoice.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});
