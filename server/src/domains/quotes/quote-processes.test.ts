// Quotes beside the server: the same answers and refusals, and an end to what takes too long.
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { answerQuote } from './answer-quote.ts';
import { QuoteProcesses, type QuoteProcessesOptions } from './quote-processes.ts';

const seats = JSON.parse(readFileSync(new URL('../../../../docs/examples/seats.json', import.meta.url), 'utf8'));
const opened: QuoteProcesses[] = [];

function open(options: QuoteProcessesOptions = {}): QuoteProcesses {
  const processes = new QuoteProcesses({ processes: 1, ...options });
  opened.push(processes);
  return processes;
}

afterEach(async () => {
  for (const processes of opened.splice(0)) await processes.close();
});

it('answer and refuse as the computation itself', async () => {
  const processes = open();
  expect(JSON.parse(await processes.answer(seats))).toEqual(answerQuote(seats));
  const wrong = { ...seats, runs: ['no day'] };
  const refused = await processes.answer(wrong).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'Refusal', code: expect.stringMatching(/^quote\./), path: expect.stringContaining('runs') });
  expect(JSON.parse(await processes.answer(seats))).toEqual(answerQuote(seats));
});

it('give up what takes too long, and say so', async () => {
  await expect(open({ timeoutMs: 1 }).answer(seats)).rejects.toMatchObject({ code: 'quote.too_long', parameters: { limit: '0.001' } });
});

it('turn away whoever does not fit in the line', async () => {
  await expect(open({ mostWaiting: 0 }).answer(seats)).rejects.toMatchObject({ code: 'quote.busy' });
});
