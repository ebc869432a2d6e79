// A failure for a person to read: the seed, the smallest document that still shows it, and both answers as tables.
import { answerReader, cellKey, cellsBilled } from './answer-cells.ts';
import { checkDocument, describeKey, type Failure } from './difference-property.ts';
import { expectedCells } from './expected-cells.ts';
import { minorText } from './plain-number.ts';
import type { AnswerQuote, QuoteDocument } from './quote-shape.ts';
import { randomDocument } from './random-document.ts';
import { shrinkDocument } from './shrink.ts';

function expectedTable(document: QuoteDocument): string[] {
  const digits = document.account.digits ?? 2;
  return expectedCells(document, document.runs.at(-1)!)
    .filter(({ grossMinor, netMinor }) => grossMinor !== 0n || netMinor !== 0n)
    .map(
      (cell) =>
        `  ${describeKey(document, cellKey(cell))}  gross ${minorText(cell.grossMinor, digits)}  net ${minorText(cell.netMinor, digits)}${cell.determined ? '' : '  (depends on earlier runs)'}`,
    );
}

function answerTable(document: QuoteDocument, answerQuote: AnswerQuote): string[] {
  const answer = answerQuote(document);
  const { digits, lineKey } = answerReader(document, answer);
  const lines = answer.invoices.flatMap((invoice) =>
    invoice.lines.map(
      (line) =>
        `  ${invoice.run} ${invoice.kind} ${describeKey(document, lineKey(line))}  ${line.from} to ${line.to}  ${line.reason} ${line.fraction ?? ''}  ${line.amount}  (${line.before} to ${line.after})`,
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

/** A timeline told in random order may end before it starts; that is refused, and rightly. */
function isRightlyRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'timeline.ends_before_start';
}

export function checkSafely(document: QuoteDocument, answerQuote: AnswerQuote, seed: number): Failure | 'refused' | null {
  try {
    return checkDocument(document, answerQuote, seed);
  } catch (error) {
    if (isRightlyRefused(error)) return 'refused';
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
