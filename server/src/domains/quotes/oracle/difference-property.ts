// The property that matters most: whatever order the facts were learned in and whenever bills were made, in the end what was billed
// is what the facts cost, nothing twice, and asking again changes nothing.
import { formatDay, parseDay } from '../../../kernel/calendar/civil.ts';
import { type Amounts, answerReader, cellKey, cellsBilled, cellsOfLines } from './answer-cells.ts';
import { expectedCells } from './expected-cells.ts';
import { minorOf, minorText } from './plain-number.ts';
import type { AnswerInvoice, AnswerLine, AnswerQuote, FactShape, QuoteAnswer, QuoteDocument } from './quote-shape.ts';
import { seededRandom } from './random.ts';
import { randomDocument } from './random-document.ts';
import { wallClock } from './wall-clock.ts';

export interface Failure {
  /** Which of the checks. */
  readonly check: string;
  readonly detail: string;
}

const NOTHING: Amounts = { grossMinor: 0n, netMinor: 0n };

function compareCells(document: QuoteDocument, answer: QuoteAnswer): Failure | null {
  const digits = document.account.digits ?? 2;
  const expected = expectedCells(document, document.runs.at(-1)!);
  const printed = cellsOfLines(document, answer);
  const billed = cellsBilled(document, answer);
  const known = new Set<string>();
  // A stretch that a whole discount leaves at nothing is not printed, so its gross is nowhere.
  const grossCounts = !document.subscriptions.some(({ timeline }) =>
    timeline.some((fact) => fact.do === 'discount' && fact.percent === '100'),
  );
  for (const cell of expected) {
    const key = cellKey(cell);
    known.add(key);
    if (!cell.determined) continue;
    for (const [name, amounts] of [
      ['lines', printed.get(key) ?? NOTHING],
      ['billed', billed.get(key) ?? NOTHING],
    ] as const) {
      if (amounts.netMinor !== cell.netMinor || (grossCounts && amounts.grossMinor !== cell.grossMinor))
        return {
          check: `${name} are what the facts cost`,
          detail: `${describeKey(document, key)}: ${name} ${minorText(amounts.grossMinor, digits)} gross ${minorText(amounts.netMinor, digits)} net, expected ${minorText(cell.grossMinor, digits)} gross ${minorText(cell.netMinor, digits)} net`,
        };
    }
  }
  for (const [key, amounts] of [...printed, ...billed]) {
    if (!known.has(key) && amounts.netMinor !== 0n)
      return { check: 'nothing else is billed', detail: `${describeKey(document, key)}: ${minorText(amounts.netMinor, digits)}` };
  }
  return null;
}

export function describeKey(document: QuoteDocument, key: string): string {
  const [subscription, component, item, from] = key.split(' ');
  const when = from === 'once' || from === undefined ? 'once' : new Date(Number(from)).toISOString();
  return `${[subscription, component, item].filter(Boolean).join(' ')} ${when} (${document.account.timezone ?? 'UTC'})`;
}

/** One run's lines of one cell: put in a row, each takes up where another left off. Null where they leave a gap. */
function stepOf(lines: readonly AnswerLine[], before: bigint, digits: number): bigint | null {
  const rest = [...lines];
  let reached = before;
  while (rest.length > 0) {
    const next = rest.findIndex((line) => minorOf(line.before, digits) === reached);
    if (next < 0) return null;
    const [line] = rest.splice(next, 1);
    if (minorOf(line!.after, digits) - reached !== minorOf(line!.amount, digits)) return null;
    reached = minorOf(line!.after, digits);
  }
  return reached;
}

function checkChains(document: QuoteDocument, answer: QuoteAnswer): Failure | null {
  const { digits, lineKey } = answerReader(document, answer);
  const left = new Map<string, bigint>();
  const negativeItems = new Set((document.items ?? []).filter(({ amount }) => amount.startsWith('-')).map(({ id }) => id));
  const runs = [...new Set(answer.invoices.map(({ run }) => run))];
  for (const run of runs) {
    const byCell = new Map<string, AnswerLine[]>();
    for (const invoice of answer.invoices)
      if (invoice.run === run) for (const line of invoice.lines) byCell.set(lineKey(line), [...(byCell.get(lineKey(line)) ?? []), line]);
    for (const [key, lines] of byCell) {
      const reached = stepOf(lines, left.get(key) ?? 0n, digits);
      const where = `${describeKey(document, key)} on ${run}`;
      if (reached === null) return { check: 'steps are chained', detail: where };
      if (reached < 0n && !negativeItems.has(lines[0]!.component ?? '')) return { check: 'never below zero', detail: where };
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
    if (net !== sum(invoice.lines.map(({ amount }) => amount))) return { check: 'lines add up to the net', detail: where };
    if (minorOf(invoice.tax, digits) !== sum(invoice.taxes.map(({ amount }) => amount)))
      return { check: 'taxes add up to the tax', detail: where };
    if (minorOf(invoice.total, digits) !== net + minorOf(invoice.tax, digits))
      return { check: 'net and tax make the total', detail: where };
    if (invoice.lines.length === 0) return { check: 'no empty document', detail: where };
    const problem = checkLines(invoice, digits);
    if (problem) return { check: problem, detail: where };
  }
  return null;
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

function checkAgain(document: QuoteDocument, answer: QuoteAnswer, answerQuote: AnswerQuote): Failure | null {
  const last = document.runs.at(-1)!;
  const again = answerQuote({ ...document, billed: answer.billed, runs: [last] });
  if (again.invoices.length > 0) return { check: 'a second run creates nothing', detail: `${again.invoices.length} documents on ${last}` };
  return null;
}

function checkSplit(document: QuoteDocument, answer: QuoteAnswer, answerQuote: AnswerQuote, cut: number): Failure | null {
  const first = answerQuote({ ...document, runs: document.runs.slice(0, cut) });
  const second = answerQuote({ ...document, billed: first.billed, runs: document.runs.slice(cut) });
  if (standing(document, second) !== standing(document, answer))
    return { check: 'continuing from what was billed', detail: `cut before run ${document.runs[cut]}` };
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
  const again = answerQuote({ ...document, billed: answer.billed, runs });
  const early = again.invoices[0];
  return early ? { check: 'nothing falls due before the next day', detail: `${early.run}, next is ${answer.next ?? 'never'}` } : null;
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

/** Null when every check holds; continuing and reordering ask again, so each seed does one of them at most. Throws what `answerQuote` throws for the document itself. */
export function checkDocument(document: QuoteDocument, answerQuote: AnswerQuote, seed = 1): Failure | null {
  const answer = answerQuote(document);
  const cut = document.runs.length > 1 && seed % 2 === 0 ? 1 + (seed % (document.runs.length - 1)) : 0;
  return (
    compareCells(document, answer) ??
    checkChains(document, answer) ??
    checkTotals(document, answer) ??
    checkAgain(document, answer, answerQuote) ??
    (cut > 0 ? checkSplit(document, answer, answerQuote, cut) : null) ??
    (seed % 4 === 3 ? checkNext(document, answer, answerQuote, seed) : null) ??
    (seed % 4 === 1 ? checkOrder(document, answer, answerQuote, seed) : null)
  );
}

export function differenceProperty(seed: number, answerQuote: AnswerQuote): Failure | null {
  return checkDocument(randomDocument(seed), answerQuote, seed);
}
