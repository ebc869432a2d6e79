// What README shows a quote to answer is what it answers.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { quoteTable } from '../server/src/commands/quote-table.ts';
import { answerQuotes } from '../server/src/domains/quotes/index.ts';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

it('answers the example as README shows it', () => {
  const shown = /```text\n([\s\S]*?)```/.exec(read('README.md'))?.[1];
  const answers = answerQuotes([JSON.parse(read('docs/examples/seats.json'))]);
  expect(answers.map((answer) => quoteTable(answer)).join('\n')).toBe(shown);
});
