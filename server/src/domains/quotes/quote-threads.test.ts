// Quotes beside the server: the same answers and refusals, and an end to what takes too long.
import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { answerQuote } from './answer-quote.ts';
import { QuoteThreads, type QuoteThreadsOptions } from './quote-threads.ts';

const seats = JSON.parse(readFileSync(new URL('../../../../docs/examples/seats.json', import.meta.url), 'utf8'));
const opened: QuoteThreads[] = [];

function open(options: QuoteThreadsOptions = {}): QuoteThreads {
  const threads = new QuoteThreads({ threads: 1, ...options });
  opened.push(threads);
  return threads;
}

afterEach(async () => {
  for (const threads of opened.splice(0)) await threads.close();
});

it('answer and refuse as the computation itself', async () => {
  const threads = open();
  expect(JSON.parse(await threads.answer(seats))).toEqual(answerQuote(seats));
  const wrong = { ...seats, runs: ['no day'] };
  const refused = await threads.answer(wrong).catch((error: unknown) => error);
  expect(refused).toMatchObject({ name: 'Refusal', code: expect.stringMatching(/^quote\./), path: expect.stringContaining('runs') });
  expect(JSON.parse(await threads.answer(seats))).toEqual(answerQuote(seats));
});

it('give up what takes too long, and say so', async () => {
  await expect(open({ timeoutMs: 1 }).answer(seats)).rejects.toMatchObject({ code: 'quote.too_long', parameters: { limit: '0.001' } });
});

it('turn away whoever does not fit in the line', async () => {
  await expect(open({ mostWaiting: 0 }).answer(seats)).rejects.toMatchObject({ code: 'quote.busy' });
});
