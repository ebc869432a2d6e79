// An answer read back as cells: what its lines add up to, and what it says was billed.
import { minorOf } from './plain-number.ts';
import type { AnswerLine, QuoteAnswer, QuoteDocument } from './quote-shape.ts';
import { wallClock } from './wall-clock.ts';

export interface CellName {
  readonly subscription: string | null;
  readonly component: string | null;
  readonly item: string | null;
  /** Null for a cell without a window of its own. */
  readonly from: number | null;
}

export function cellKey({ subscription, component, item, from }: CellName): string {
  return `${subscription ?? ''} ${component ?? ''} ${item ?? ''} ${from ?? 'once'}`;
}

type NamedCell = { subscription: string | null; component: string | null; item: string | null };

export interface AnswerReader {
  readonly digits: number;
  keyOf(cell: NamedCell, from: string | null): string;
  /** The cell that a line's stretch lies in. */
  lineKey(line: AnswerLine): string;
}

export function answerReader(document: QuoteDocument, answer: QuoteAnswer): AnswerReader {
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const oneTime = new Set<string>();
  for (const plan of document.plans)
    for (const component of plan.components) if (component.kind === 'one_time') oneTime.add(`${plan.key}/${component.key}`);
  const onceItems = new Set((document.items ?? []).filter(({ every }) => !every).map(({ id }) => id));
  const keyOf: AnswerReader['keyOf'] = (cell, from) => {
    const extra = !cell.subscription;
    const item = extra ? (cell.item ?? cell.component) : cell.item;
    const once = extra ? onceItems.has(item ?? '') : oneTime.has(cell.component ?? '');
    return cellKey({
      subscription: cell.subscription,
      component: extra ? null : cell.component,
      item,
      from: once || from === null ? null : clock.read(from),
    });
  };
  const lineKey = (line: AnswerLine) => {
    // Windows of hours that are not measured by the second print dates: their period says which.
    const at = clock.read(line.period?.from.includes('T') ? line.period.from : line.from);
    const cell = answer.billed.find(
      (candidate) =>
        candidate.subscription === line.subscription &&
        candidate.component === line.component &&
        candidate.item === line.item &&
        (candidate.window === null || (clock.read(candidate.window.from) <= at && at < clock.read(candidate.window.to))),
    );
    return cell ? keyOf(cell, cell.window?.from ?? null) : `${keyOf(line, line.from)} in no cell`;
  };
  return { digits: document.account.digits ?? 2, keyOf, lineKey };
}

export interface Amounts {
  grossMinor: bigint;
  netMinor: bigint;
}

function addTo(cells: Map<string, Amounts>, key: string, grossMinor: bigint, netMinor: bigint): void {
  const cell = cells.get(key);
  if (!cell) cells.set(key, { grossMinor, netMinor });
  else {
    cell.grossMinor += grossMinor;
    cell.netMinor += netMinor;
  }
}

export function cellsOfLines(document: QuoteDocument, answer: QuoteAnswer): Map<string, Amounts> {
  const { digits, lineKey } = answerReader(document, answer);
  const cells = new Map<string, Amounts>();
  for (const invoice of answer.invoices)
    for (const line of invoice.lines) addTo(cells, lineKey(line), minorOf(line.gross, digits), minorOf(line.amount, digits));
  return cells;
}

export function cellsBilled(document: QuoteDocument, answer: QuoteAnswer): Map<string, Amounts> {
  const { digits, keyOf } = answerReader(document, answer);
  const cells = new Map<string, Amounts>();
  for (const cell of answer.billed)
    addTo(cells, keyOf(cell, cell.window?.from ?? null), minorOf(cell.gross, digits), minorOf(cell.net, digits));
  return cells;
}
