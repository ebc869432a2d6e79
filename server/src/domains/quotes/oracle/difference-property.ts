// The property that matters most: whatever order the facts were learned in and whenever bills were made, in the end what was billed
// is what the facts cost, nothing twice, and asking again changes nothing.
import { formatDay, parseDay } from '../../../kernel/calendar/civil.ts';
import { answerReader, type CellLine, cellsBilled } from './answer-cells.ts';
import { compareCells, compareRuns, describeKey, type Failure } from './compare-ledger.ts';
import { expectedLedger } from './expected-ledger.ts';
import { checkMoney } from './expected-money.ts';
import { exceedsPool } from './expected-pools.ts';
import { minorOf } from './plain-number.ts';
import type { AnswerInvoice, AnswerQuote, FactShape, QuoteAnswer, QuoteDocument } from './quote-shape.ts';
import { seededRandom } from './random.ts';
import { randomDocument } from './random-document.ts';
import { wallClock } from './wall-clock.ts';

/** One run's lines of one cell: put in a row, each takes up where another left off. Null where they leave a gap. */
function reachedBy(lines: readonly CellLine[], before: bigint): bigint | null {
  const rest = [...lines];
  let reached = before;
  while (rest.length > 0) {
    const next = rest.findIndex((line) => line.before === reached);
    if (next < 0) return null;
    const [line] = rest.splice(next, 1);
    if (line!.after - reached !== line!.netMinor) return null;
    reached = line!.after;
  }
  return reached;
}

function checkChains(document: QuoteDocument, answer: QuoteAnswer): Failure | null {
  const reader = answerReader(document, answer);
  const left = new Map<string, bigint>();
  const negativeItems = new Set((document.items ?? []).filter(({ amount }) => amount.startsWith('-')).map(({ id }) => id));
  const runs = [...new Set(answer.invoices.map(({ run }) => run))];
  for (const run of runs) {
    const byCell = new Map<string, CellLine[]>();
    for (const invoice of answer.invoices)
      if (invoice.run === run)
        for (const part of invoice.lines.flatMap(reader.linesOf)) byCell.set(part.key, [...(byCell.get(part.key) ?? []), part]);
    for (const [key, lines] of byCell) {
      const reached = reachedBy(lines, left.get(key) ?? 0n);
      const where = `${describeKey(document, key)} on ${run}`;
      if (reached === null) return { check: 'steps are chained', detail: where };
      if (reached < 0n && !negativeItems.has(key.split(' ')[2]!)) return { check: 'never below zero', detail: where };
      left.set(key, reached);
    }
  }
  return null;
}

function checkTotals(document: QuoteDocument, answer: QuoteAnswer): Failure | null {
  const digits = document.account.digits ?? 2;
  const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + minorOf(amount, digits), 0n);
  for (const invoice of answer.invoices) {
    const where = `${invoice.kind} of ${invoice.run}`;
    const net = minorOf(invoice.net, digits);
    if (net !== sum(invoice.lines.map((line) => line.net))) return { check: 'lines add up to the net', detail: where };
    if (minorOf(invoice.tax, digits) !== sum(invoice.taxes.map(({ amount }) => amount)))
      return { check: 'taxes add up to the tax', detail: where };
    if (minorOf(invoice.total, digits) !== net + minorOf(invoice.tax, digits))
      return { check: 'net and tax make the total', detail: where };
    if (invoice.lines.length === 0) return { check: 'no empty document', detail: where };
    const problem = checkLines(invoice, digits);
    if (problem) return { check: problem, detail: where };
  }
  const wrong = checkMoney(document, answer);
  return wrong === null ? null : { check: 'taxes, grants and balance', detail: wrong };
}

function checkLines(invoice: AnswerInvoice, digits: number): string | null {
  for (const line of invoice.lines) {
    if (minorOf(line.gross, digits) - minorOf(line.discount, digits) !== minorOf(line.amount, digits))
      return 'gross less discount is the amount';
  }
  return null;
}

/** Documents may be printed by other runs or in another order; what stands billed may not differ. */
function standing(document: QuoteDocument, answer: QuoteAnswer): string {
  return [...cellsBilled(document, answer)]
    .filter(([, { grossMinor, netMinor }]) => grossMinor !== 0n || netMinor !== 0n)
    .map(([key, { grossMinor, netMinor }]) => `${key} ${grossMinor} ${netMinor}`)
    .sort()
    .join('\n');
}

/** The document that goes on where an answer ends. */
function continued(document: QuoteDocument, answer: QuoteAnswer, runs: string[]): QuoteDocument {
  const { billed, billedThrough, waiting } = answer;
  const discounts = (document.discounts ?? []).map((discount, index) => ({ ...discount, bound: answer.discounts[index]!.bound }));
  return { ...document, discounts, billed, billedThrough, waiting, runs };
}

function checkAgain(document: QuoteDocument, answer: QuoteAnswer, answerQuote: AnswerQuote): Failure | null {
  const last = document.runs.at(-1)!;
  const again = answerQuote(continued(document, answer, [last]));
  if (again.invoices.length > 0) return { check: 'a second run creates nothing', detail: `${again.invoices.length} documents on ${last}` };
  return null;
}

/** Every line of every run, and what still waits. */
function printedLines(answers: readonly QuoteAnswer[]): string {
  const lines = answers.flatMap(({ invoices }) =>
    invoices.flatMap(({ run, kind, lines: printed }) =>
      printed.map((line) =>
        [run, kind, line.subscription, line.component, line.item, line.from, line.to, line.reason, line.amount].join(' '),
      ),
    ),
  );
  const waiting = answers.at(-1)!.waiting.map((line) => `waiting ${line.component} ${line.amount}`);
  return [...lines, ...waiting].sort().join('\n');
}

function checkSplit(document: QuoteDocument, answer: QuoteAnswer, answerQuote: AnswerQuote, cut: number): Failure | null {
  const first = answerQuote({ ...document, runs: document.runs.slice(0, cut) });
  const second = answerQuote(continued(document, first, document.runs.slice(cut)));
  const detail = `cut before run ${document.runs[cut]}`;
  if (standing(document, second) !== standing(document, answer)) return { check: 'continuing from what was billed', detail };
  if (printedLines([first, second]) !== printedLines([answer])) return { check: 'continuing prints the same lines', detail };
  return null;
}

/** Days before the next day, or a long time where there is none: nothing falls due on any of them. */
function checkNext(document: QuoteDocument, answer: QuoteAnswer, answerQuote: AnswerQuote, seed: number): Failure | null {
  const last = parseDay(document.runs.at(-1)!)!;
  const next = answer.next ? parseDay(answer.next)! : null;
  if (next !== null && next <= last) return { check: 'the next day is to come', detail: `${answer.next} after ${document.runs.at(-1)}` };
  const random = seededRandom(seed);
  const until = next === null ? last + 800 : next - 1;
  const days = [...new Set([random.between(last, until), random.between(last, until), Math.min(until, last + 1), until])];
  const runs = days
    .filter((day) => day > last)
    .sort((a, b) => a - b)
    .map(formatDay);
  const again = answerQuote(continued(document, answer, runs));
  const early = again.invoices[0];
  return early ? { check: 'nothing falls due before the next day', detail: `${early.run}, next is ${answer.next ?? 'never'}` } : null;
}

/** Billing on every day on which something falls due or was recorded comes to the same, with no day asked for. */
function checkUntil(document: QuoteDocument, answerQuote: AnswerQuote): Failure | null {
  const until = { until: document.runs.at(-1)! } as unknown as string[];
  const failure = compareCells(document, answerQuote({ ...document, runs: until }), null);
  return failure && { ...failure, check: `until a day ${failure.check}` };
}

function distinctStamps(document: QuoteDocument): boolean {
  const { read } = wallClock(document.account.timezone ?? 'UTC');
  return document.subscriptions.every(({ timeline }) => {
    const learned = (fact: FactShape) => read(fact.recorded ?? fact.at);
    const stamps = timeline.map((fact) => `${read(fact.at)} ${learned(fact)}`);
    const starts = timeline.filter((fact) => fact.do === 'start').map(learned);
    return new Set(stamps).size === stamps.length && new Set(starts).size === starts.length;
  });
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const rest = [...list];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(random.below(rest.length), 1));
  return result;
}

function checkOrder(document: QuoteDocument, answer: QuoteAnswer, answerQuote: AnswerQuote, seed: number): Failure | null {
  if (!distinctStamps(document)) return null;
  const other = answerQuote({
    ...document,
    subscriptions: document.subscriptions.map((subscription) => ({ ...subscription, timeline: shuffled(subscription.timeline, seed) })),
    usage: shuffled(document.usage ?? [], seed),
  });
  return standing(document, other) === standing(document, answer)
    ? null
    : { check: 'order of the list means nothing', detail: `seed ${seed}` };
}

/** The naive walk over the runs is the slowest check: every life that fixed amounts, thresholds or the least amount make depend on them, and each third. */
function needsLedger(document: QuoteDocument, seed: number): boolean {
  const { interim, minimum } = document.account;
  return seed % 3 === 0 || minimum !== undefined || (document.discounts ?? []).length + (interim ?? []).length > 0;
}

/** Null when every check holds; continuing, reordering and the like ask again, so each seed does some of them. Throws what `answerQuote` throws for the document itself. */
export function checkDocument(document: QuoteDocument, answerQuote: AnswerQuote, seed = 1): Failure | null {
  const answer = answerQuote(document);
  if (exceedsPool(document)) return { check: 'pools are kept', detail: 'more is held than the pool holds' };
  const cut = document.runs.length > 1 && seed % 2 === 0 ? 1 + (seed % (document.runs.length - 1)) : 0;
  const ledger = needsLedger(document, seed) ? expectedLedger(document) : null;
  return (
    compareCells(document, answer, ledger) ??
    (ledger === null ? null : compareRuns(document, answer, ledger)) ??
    checkChains(document, answer) ??
    checkTotals(document, answer) ??
    checkAgain(document, answer, answerQuote) ??
    (cut > 0 ? checkSplit(document, answer, answerQuote, cut) : null) ??
    (seed % 4 === 3 ? checkNext(document, answer, answerQuote, seed) : null) ??
    (seed % 4 === 2 && (document.discounts ?? []).length === 0 ? checkUntil(document, answerQuote) : null) ??
    (seed % 4 === 1 ? checkOrder(document, answer, answerQuote, seed) : null)
  );
}

export function differenceProperty(seed: number, answerQuote: AnswerQuote): Failure | null {
  return checkDocument(randomDocument(seed), answerQuote, seed);
}
