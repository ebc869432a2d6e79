// A failure for a person to read: the seed, the smallest document that still shows it, and both answers as tables.
import { answerReader, cellsBilled } from './answer-cells.ts';
import { keyOfCell } from './bound-amounts.ts';
import { describeKey, type Failure } from './compare-ledger.ts';
import { checkDocument } from './difference-property.ts';
import { expectedCells } from './expected-cells.ts';
import { expectedLedger } from './expected-ledger.ts';
import { exceedsPool } from './expected-pools.ts';
import { minorText } from './plain-number.ts';
import type { AnswerQuote, QuoteDocument } from './quote-shape.ts';
import { randomDocument } from './random-document.ts';
import { shrinkDocument } from './shrink.ts';

function expectedTable(document: QuoteDocument): string[] {
  const digits = document.account.digits ?? 2;
  const shares = new Map([...expectedLedger(document).cells].map(([key, { share }]) => [key, share]));
  return expectedCells(document, document.runs.at(-1)!, shares)
    .filter(({ grossMinor, netMinor }) => grossMinor !== 0n || netMinor !== 0n)
    .map(
      (cell) =>
        `  ${describeKey(document, keyOfCell(cell))}  gross ${minorText(cell.grossMinor, digits)}  net ${minorText(cell.netMinor, digits)}${cell.determined ? '' : '  (depends on earlier runs)'}`,
    );
}

function answerTable(document: QuoteDocument, answerQuote: AnswerQuote): string[] {
  const answer = answerQuote(document);
  const { digits, linesOf } = answerReader(document, answer);
  const lines = answer.invoices.flatMap((invoice) =>
    invoice.lines.map(
      (line) =>
        `  ${invoice.run} ${invoice.kind} ${linesOf(line)
          .map(({ key }) => describeKey(document, key))
          .join(
            ', ',
          )}  ${line.from} to ${line.to}  ${line.reason} ${line.fraction ?? ''}  ${line.amount}  (${line.before} to ${line.after})`,
    ),
  );
  const billed = [...cellsBilled(document, answer)].map(
    ([key, amounts]) =>
      `  ${describeKey(document, key)}  gross ${minorText(amounts.grossMinor, digits)}  net ${minorText(amounts.netMinor, digits)}`,
  );
  return ['lines:', ...lines, 'billed:', ...billed];
}

const MOST_ROWS = 40;

function shortened(rows: readonly string[]): string[] {
  return rows.length <= MOST_ROWS ? [...rows] : [...rows.slice(0, MOST_ROWS), `  … ${rows.length - MOST_ROWS} more`];
}

/** A timeline told in random order may end before it starts, or hold more than its pool; that is refused, and rightly. */
function isRightlyRefused(document: QuoteDocument, error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'timeline.ends_before_start' || (error.code === 'pool.exceeded' && exceedsPool(document));
}

export function checkSafely(document: QuoteDocument, answerQuote: AnswerQuote, seed: number): Failure | 'refused' | null {
  try {
    return checkDocument(document, answerQuote, seed);
  } catch (error) {
    if (isRightlyRefused(document, error)) return 'refused';
    return { check: 'it answers', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

export interface Campaign {
  readonly cases: number;
  readonly refused: number;
  /** The first failure, ready to read; null when every case holds. */
  readonly report: string | null;
}

/** Seeds `first` to `first + cases − 1`, up to the first failure. */
export function runCampaign(answerQuote: AnswerQuote, first: number, cases: number): Campaign {
  let refused = 0;
  for (let seed = first; seed < first + cases; seed += 1) {
    const outcome = checkSafely(randomDocument(seed), answerQuote, seed);
    if (outcome === 'refused') refused += 1;
    else if (outcome !== null) return { cases: seed - first + 1, refused, report: reportFailure(seed, answerQuote, outcome) };
  }
  return { cases, refused, report: null };
}

export function reportFailure(seed: number, answerQuote: AnswerQuote, failure: Failure): string {
  const crashed = failure.check === 'it answers';
  const smallest = shrinkDocument(randomDocument(seed), (candidate) => {
    const other = checkSafely(candidate, answerQuote, seed);
    return other !== null && other !== 'refused' && other.check === failure.check && (!crashed || other.detail === failure.detail);
  });
  const again = checkSafely(smallest, answerQuote, seed);
  const shown = again === null || again === 'refused' ? failure : again;
  return [
    `seed ${seed}: ${shown.check}: ${shown.detail}`,
    JSON.stringify(smallest),
    'expected:',
    ...shortened(expectedTable(smallest)),
    ...(crashed ? [] : shortened(answerTable(smallest, answerQuote))),
  ].join('\n');
}
