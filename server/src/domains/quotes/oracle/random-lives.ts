// The difference property over random lives. PRORATA_PROPERTY_CASES says how many (2,000 unless told), PRORATA_PROPERTY_SEED where to
// begin; a failure prints its seed and the smallest document that shows it. They are lived in two halves, each in a file of its own, so that two
// processors share them.
import { expect, test } from 'vitest';
import { answerQuote } from '../index.ts';
import { runCampaign } from './failure-report.ts';
import type { AnswerQuote } from './quote-shape.ts';

const all = Number(process.env.PRORATA_PROPERTY_CASES ?? 2000);
const seed = Number(process.env.PRORATA_PROPERTY_SEED ?? 1);
const MS_A_CASE = 60;

export function testRandomLives(half: 'first' | 'second'): void {
  const before = half === 'first' ? 0 : Math.ceil(all / 2);
  const cases = half === 'first' ? Math.ceil(all / 2) : Math.floor(all / 2);
  const first = seed + before;
  test(`what is billed is what the facts cost, whatever the order and the dates: ${cases} lives from seed ${first}`, {
    timeout: 60_000 + cases * MS_A_CASE,
  }, () => {
    const campaign = runCampaign(answerQuote as unknown as AnswerQuote, first, cases);
    if (campaign.report !== null) expect.fail(campaign.report);
    expect(campaign.refused).toBeLessThanOrEqual(Math.max(2, cases / 20));
  });
}
