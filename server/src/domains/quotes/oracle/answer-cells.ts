// An answer read back as cells: what its lines add up to, run by run, and what it says was billed.
import { type Amounts, keyOfCell } from './bound-amounts.ts';
import { minorOf } from './plain-number.ts';
import type { AnswerInvoice, AnswerLine, QuoteAnswer, QuoteDocument, WindowShape } from './quote-shape.ts';
import { wallClock } from './wall-clock.ts';

/** What an answer says was billed of one cell by a line, or by a part of an adjustment. */
export interface CellLine extends Amounts {
  readonly key: string;
  readonly adjusted: boolean;
  readonly before: bigint;
  readonly after: bigint;
}

export interface AnswerReader {
  readonly digits: number;
  keyOf(cell: { subscription: string | null; component: string | null; item: string | null }, window: WindowShape | null): string;
  /** The cells that a line is for: one, or those that it adjusts. A line that raises an invoice to the least amount is for none. */
  linesOf(line: AnswerLine): CellLine[];
}

export const RAISED = 'minimum';

export function answerReader(document: QuoteDocument, answer: QuoteAnswer): AnswerReader {
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const digits = document.account.digits ?? 2;
  const keyOf: AnswerReader['keyOf'] = ({ subscription, component, item }, window) =>
    keyOfCell({
      subscription,
      component: subscription ? component : null,
      item: subscription ? item : component,
      from: window === null ? null : clock.read(window.from),
      to: window === null ? null : clock.read(window.to),
    });
  const windowOf = (line: AnswerLine): WindowShape | null | undefined => {
    if (!line.period) return null;
    const { from, to } = line.window ?? line.period;
    const billed = answer.billed.find(
      ({ subscription, component, item, window }) =>
        subscription === line.subscription &&
        component === line.component &&
        item === line.item &&
        window !== null &&
        clock.read(window.from) === clock.read(from) &&
        clock.read(window.to) === clock.read(to),
    );
    return billed?.window;
  };
  const minor = (text: string) => minorOf(text, digits);
  const linesOf = (line: AnswerLine): CellLine[] => {
    if (line.adjusts)
      return line.adjusts.map((part) => ({
        key: keyOf({ subscription: line.subscription, component: part.component, item: part.item }, part.period),
        adjusted: true,
        before: minor(part.before),
        after: minor(part.after),
        grossMinor: minor(part.gross),
        netMinor: minor(part.amount),
      }));
    if (!line.subscription && line.component === RAISED) return [];
    const window = windowOf(line);
    const key = window === undefined ? `${keyOf(line, null)} ${line.from} in no cell` : keyOf(line, window);
    const { before, after, gross, amount } = line;
    return [{ key, adjusted: false, before: minor(before), after: minor(after), grossMinor: minor(gross), netMinor: minor(amount) }];
  };
  return { digits, keyOf, linesOf };
}

function addTo(cells: Map<string, Amounts>, key: string, { grossMinor, netMinor }: Amounts): void {
  const cell = cells.get(key) ?? { grossMinor: 0n, netMinor: 0n };
  cells.set(key, { grossMinor: cell.grossMinor + grossMinor, netMinor: cell.netMinor + netMinor });
}

export function cellsOfInvoices(reader: AnswerReader, invoices: readonly AnswerInvoice[]): Map<string, Amounts> {
  const cells = new Map<string, Amounts>();
  for (const { lines } of invoices) for (const line of lines) for (const part of reader.linesOf(line)) addTo(cells, part.key, part);
  return cells;
}

/** What is printed and what waits to be. */
export function cellsOfLines(document: QuoteDocument, answer: QuoteAnswer): Map<string, Amounts> {
  const reader = answerReader(document, answer);
  const cells = cellsOfInvoices(reader, answer.invoices);
  const minor = (text: string) => minorOf(text, reader.digits);
  for (const line of answer.waiting)
    addTo(cells, reader.keyOf(line, line.window), { grossMinor: minor(line.gross), netMinor: minor(line.amount) });
  return cells;
}

export function cellsBilled(document: QuoteDocument, answer: QuoteAnswer): Map<string, Amounts> {
  const { digits, keyOf } = answerReader(document, answer);
  const cells = new Map<string, Amounts>();
  for (const cell of answer.billed)
    addTo(cells, keyOf(cell, cell.window), { grossMinor: minorOf(cell.gross, digits), netMinor: minorOf(cell.net, digits) });
  return cells;
}
