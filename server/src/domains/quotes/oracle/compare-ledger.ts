// An answer beside the oracle: what was billed of each cell in the end, by each run, as an adjustment, and with the least amount of an invoice.
import { answerReader, cellsBilled, cellsOfInvoices, cellsOfLines, RAISED } from './answer-cells.ts';
import { type Amounts, keyOfCell } from './bound-amounts.ts';
import { expectedCells } from './expected-cells.ts';
import type { Ledger } from './expected-ledger.ts';
import { minorOf, minorText } from './plain-number.ts';
import type { FactShape, QuoteAnswer, QuoteDocument } from './quote-shape.ts';

export interface Failure {
  /** Which of the checks. */
  readonly check: string;
  readonly detail: string;
}

const NOTHING: Amounts = { grossMinor: 0n, netMinor: 0n };

/** A stretch that a whole discount leaves at nothing is not printed, so its gross is nowhere. */
function grossCounts(document: QuoteDocument): boolean {
  const isWhole = (fact: FactShape) => fact.do === 'discount' && fact.percent === '100';
  return (document.discounts ?? []).length === 0 && !document.subscriptions.some(({ timeline }) => timeline.some(isWhole));
}

function differ(document: QuoteDocument, a: Amounts, b: Amounts): boolean {
  return a.netMinor !== b.netMinor || (grossCounts(document) && a.grossMinor !== b.grossMinor);
}

function told({ grossMinor, netMinor }: Amounts, digits: number): string {
  return `${minorText(grossMinor, digits)} gross ${minorText(netMinor, digits)} net`;
}

/** What the facts cost in the end, whatever was known and billed when. */
export function compareCells(document: QuoteDocument, answer: QuoteAnswer, ledger: Ledger | null): Failure | null {
  const digits = document.account.digits ?? 2;
  const shares = new Map([...(ledger?.cells ?? [])].map(([key, { share }]) => [key, share]));
  const expected = expectedCells(document, document.runs.at(-1)!, shares);
  const printed = cellsOfLines(document, answer);
  const billed = cellsBilled(document, answer);
  const known = new Set<string>();
  for (const cell of expected) {
    const key = keyOfCell(cell);
    known.add(key);
    if (!cell.determined) continue;
    for (const [name, cells] of [
      ['lines', printed],
      ['billed', billed],
    ] as const) {
      const amounts = cells.get(key) ?? NOTHING;
      if (differ(document, amounts, cell))
        return {
          check: `${name} are what the facts cost`,
          detail: `${describeKey(document, key)}: ${name} ${told(amounts, digits)}, expected ${told(cell, digits)}`,
        };
    }
  }
  for (const [key, amounts] of [...printed, ...billed]) {
    if (!known.has(key) && amounts.netMinor !== 0n)
      return { check: 'nothing else is billed', detail: `${describeKey(document, key)}: ${minorText(amounts.netMinor, digits)}` };
  }
  return null;
}

/** What each run bills of each cell, and what of it as an adjustment. */
export function compareRuns(document: QuoteDocument, answer: QuoteAnswer, ledger: Ledger): Failure | null {
  const digits = document.account.digits ?? 2;
  const billed = cellsBilled(document, answer);
  for (const key of new Set([...billed.keys(), ...ledger.cells.keys()])) {
    const [said, expected] = [billed.get(key) ?? NOTHING, ledger.cells.get(key) ?? NOTHING];
    if (said.netMinor !== expected.netMinor)
      return {
        check: 'billed is what the runs billed',
        detail: `${describeKey(document, key)}: ${told(said, digits)}, expected ${told(expected, digits)}`,
      };
  }
  for (const [index, { bound }] of answer.discounts.entries()) {
    if (minorOf(bound, digits) !== ledger.bound[index])
      return { check: 'fixed amounts are bound once', detail: `${bound}, expected ${minorText(ledger.bound[index]!, digits)}` };
  }
  return compareMinimum(document, answer, ledger) ?? (waitsForMinimum(document) ? null : compareLines(document, answer, ledger));
}

function waitsForMinimum({ account }: QuoteDocument): boolean {
  return account.minimum?.carry === 'lines';
}

function compareLines(document: QuoteDocument, answer: QuoteAnswer, ledger: Ledger): Failure | null {
  const reader = answerReader(document, answer);
  for (const { run, steps } of ledger.runs) {
    const invoices = answer.invoices.filter((invoice) => invoice.run === run);
    const printed = cellsOfInvoices(reader, invoices);
    const adjusted = new Set(
      invoices.flatMap(({ lines }) => lines.flatMap(reader.linesOf)).flatMap((part) => (part.adjusted ? [part.key] : [])),
    );
    for (const key of new Set([...printed.keys(), ...steps.keys()])) {
      const step = steps.get(key);
      const expected = step ? step.after.netMinor - step.before.netMinor : 0n;
      const said = printed.get(key)?.netMinor ?? 0n;
      const where = `${describeKey(document, key)} on ${run}`;
      if (said !== expected)
        return {
          check: 'a run bills the difference',
          detail: `${where}: ${minorText(said, reader.digits)}, expected ${minorText(expected, reader.digits)}`,
        };
      if (said !== 0n && adjusted.has(key) !== (step?.adjusted ?? false))
        return { check: 'closed periods are adjusted', detail: `${where}: ${adjusted.has(key) ? 'is' : 'is not'} an adjustment` };
    }
  }
  return null;
}

/** What each run prints in all, with what waited for the least amount or was raised to it. */
function compareMinimum(document: QuoteDocument, answer: QuoteAnswer, ledger: Ledger): Failure | null {
  const digits = document.account.digits ?? 2;
  const { amount = '0', carry = 'collection' } = document.account.minimum ?? {};
  const least = minorOf(amount, digits);
  let waiting = 0n;
  for (const { run, steps } of ledger.runs) {
    const fresh = [...steps.values()].reduce((total, { before, after }) => total + after.netMinor - before.netMinor, 0n);
    const sum = waiting + fresh;
    const waits = carry === 'lines' && sum >= 0n && sum < least;
    const raised = carry === 'top_up' && sum > 0n && sum < least;
    waiting = waits ? sum : 0n;
    const expected = waits ? 0n : raised ? least : sum;
    const lines = answer.invoices.filter((invoice) => invoice.run === run).flatMap((invoice) => invoice.lines);
    const said = lines.reduce((total, line) => total + minorOf(line.amount, digits), 0n);
    if (said !== expected || lines.some((line) => !line.subscription && line.component === RAISED) !== raised)
      return { check: 'the least amount', detail: `${run}: ${minorText(said, digits)}, expected ${minorText(expected, digits)}` };
  }
  const left = answer.waiting.reduce((total, line) => total + minorOf(line.amount, digits), 0n);
  return left === waiting
    ? null
    : { check: 'the least amount', detail: `waiting ${minorText(left, digits)}, expected ${minorText(waiting, digits)}` };
}

export function describeKey(document: QuoteDocument, key: string): string {
  const [subscription, component, item, from] = key.split(' ');
  const when = from === 'once' || from === undefined ? 'once' : new Date(Number(from)).toISOString();
  return `${[subscription, component, item].filter(Boolean).join(' ')} ${when} (${document.account.timezone ?? 'UTC'})`;
}
