// The harness must catch each engine that is wrong on purpose, on a life where the right one is right, or rightly refuses.
import { expect, test } from 'vitest';
import { answerQuote } from '../index.ts';
import { checkSafely } from './failure-report.ts';
import { plantedBugs } from './planted-engines.ts';
import { plantedTerms } from './planted-terms.ts';
import type { AnswerQuote } from './quote-shape.ts';
import { randomDocument } from './random-document.ts';

const right = answerQuote as unknown as AnswerQuote;
const MOST_CASES = 3000;

/** How many lives it takes, or null. */
function livesUntilCaught(wrong: AnswerQuote): number | null {
  for (let seed = 1; seed <= MOST_CASES; seed += 1) {
    const outcome = checkSafely(randomDocument(seed), wrong, seed);
    if (outcome === null || outcome === 'refused') continue;
    const should = checkSafely(randomDocument(seed), right, seed);
    if (should === null || should === 'refused') return seed;
  }
  return null;
}

test.each([...plantedBugs, ...plantedTerms])('$name', { timeout: 240_000 }, ({ plant }) => {
  const lives = livesUntilCaught(plant(right));
  expect(lives, `not caught in ${MOST_CASES} lives`).not.toBeNull();
});
