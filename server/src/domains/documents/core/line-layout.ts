// The rows of the line table: reason, period and fraction in words, quantities, prices and amounts in the account's language.
// Example: seats raised from 5 to 10 on 21 January at 3.00 a month reads "Seat | Quantity changed · 21–31 Jan 2024 · 11 of 31 days | 5 → 10 | 3.00 | 5.32".
import type { Zone } from '../../../kernel/calendar/zone.ts';
import { formatMinor } from '../../../kernel/money/decimal.ts';
import { readMinor } from './check-totals.ts';
import type { DocumentLine, DocumentModel, LineGroup, PricedState, PricePart } from './document-model.ts';
import { formatFractionOf, formatInterval } from './interval.ts';
import type { LineRow, LineTable, RowGroup } from './layout-model.ts';
import { breakable, plain } from './plain-text.ts';
import type { MessageKey, Wording } from './wording.ts';

const MOST_PARTS = 12;
const LONGEST_CELL_WORD = 16;
const LONGEST_UNIT = 24;
const LONGEST_NAME = 240;
const LONGEST_ITEM = 120;

export interface LineContext {
  readonly zone: Zone;
  readonly wording: Wording;
  readonly digits: number;
  readonly currency: string;
  /** A credit note prints what it takes back as positive amounts. */
  readonly turned: boolean;
}

export function layoutTable(model: DocumentModel, context: LineContext): LineTable {
  const { wording } = context;
  const filled = model.groups.filter((group) => group.lines.length > 0);
  const groups = filled.map((group) => layoutGroup(group, filled.length > 1, context));
  const labels = {
    description: wording.text('column.description'),
    quantity: wording.text('column.quantity'),
    price: wording.text('column.price'),
    tax: wording.text('column.tax'),
    amount: wording.text('column.amount', { currency: context.currency }),
  };
  const rows = groups.flatMap((group) => group.rows);
  const longest = (column: 'quantity' | 'price' | 'tax' | 'amount') =>
    rows.reduce((most, row) => Math.max(most, row[column].length), labels[column].length);
  const characters = {
    quantity: longest('quantity'),
    price: longest('price'),
    tax: rows.some((row) => row.tax !== '') ? longest('tax') : 0,
    amount: groups.reduce((most, group) => Math.max(most, group.amount?.length ?? 0), longest('amount')),
  };
  return { labels, characters, groups };
}

function layoutGroup(group: LineGroup, severalGroups: boolean, context: LineContext): RowGroup {
  const rows = group.lines.map((line) => layoutLine(line, context));
  // A service with one line of its own name says everything in that line.
  if (rows.length === 1 && group.name === group.lines[0]!.description) return { title: null, reference: null, amount: null, rows };
  const sum = group.lines.reduce((total, line) => total + readMinor(line.amount, context.digits), 0n);
  const unnamed = severalGroups ? context.wording.text('group.other') : null;
  return {
    title: group.name === null ? unnamed : breakable(plain(group.name, LONGEST_NAME)),
    reference: group.reference === null ? null : breakable(plain(group.reference, 120)),
    amount: severalGroups ? formatAmount(formatMinor(sum, context.digits), context) : null,
    rows,
  };
}

function layoutLine(line: DocumentLine, context: LineContext): LineRow {
  const { wording } = context;
  const printsNegative = line.exactAmount.startsWith('-') !== context.turned && !isZero(line.exactAmount);
  const title =
    line.item === null
      ? plain(line.description, LONGEST_NAME)
      : `${plain(line.description, LONGEST_NAME)} · ${plain(line.item, LONGEST_ITEM)}`;
  return {
    title: breakable(title),
    details: detailsOf(line, context).map((detail) => breakable(detail)),
    quantity: breakable(quantityOf(line, printsNegative, wording), LONGEST_CELL_WORD),
    price: breakable(priceOf(line, context), LONGEST_CELL_WORD),
    tax: line.tax === null ? '' : wording.percent(line.tax.percent),
    amount: formatAmount(line.amount, context),
  };
}

function detailsOf(line: DocumentLine, context: LineContext): string[] {
  const { wording, zone } = context;
  const facts = [wording.text(reasonKey(line))];
  if (line.interval) {
    facts.push(formatInterval(line.interval, zone, wording));
    const share = line.fraction === null ? null : formatFractionOf(line.fraction, line.interval, wording);
    if (share !== null) facts.push(share);
  }
  const details = [facts.join(' · ')];
  if (tellsParts(line)) {
    details.push(...line.parts.slice(0, MOST_PARTS).map((part) => formatPricePart(part, context)));
    const left = line.parts.length - MOST_PARTS;
    if (left > 0) details.push(wording.text('line.more_parts', { count: left }));
  }
  if (!isZero(line.discount)) {
    details.push(
      wording.text('line.discount', { gross: formatAmount(line.gross, context), discount: formatAmount(line.discount, context) }),
    );
  }
  // What costs less than the smallest coin still says what it costs.
  if (isZero(line.gross) && !isZero(line.exactAmount))
    details.push(wording.text('line.exact', { amount: formatExactAmount(line.exactAmount, context) }));
  return details;
}

const REASON_OF_KIND: Readonly<Record<DocumentLine['kind'], MessageKey>> = {
  recurring: 'reason.recurring',
  allocation: 'reason.allocation',
  metered: 'reason.usage',
  one_time: 'reason.one_time',
  item: 'reason.item',
  commitment: 'reason.true_up',
};

function reasonKey(line: DocumentLine): MessageKey {
  switch (line.reason) {
    case 'due':
      return REASON_OF_KIND[line.kind];
    case 'changed':
      if (line.old === null || line.new === null) return 'reason.changed';
      if (line.old.quantity !== line.new.quantity) return 'reason.changed_quantity';
      return line.old.unitPrice !== line.new.unitPrice ? 'reason.changed_price' : 'reason.changed';
    default:
      return `reason.${line.reason}`;
  }
}

function quantityOf(line: DocumentLine, printsNegative: boolean, wording: Wording): string {
  const withUnit = (quantity: string) =>
    line.unit === null ? quantity : wording.text('line.quantity', { quantity, unit: plain(line.unit, LONGEST_UNIT) });
  if (line.old && line.new && line.old.quantity !== line.new.quantity) {
    return withUnit(wording.text('change', { old: wording.decimal(line.old.quantity), new: wording.decimal(line.new.quantity) }));
  }
  const state = line.new ?? line.old;
  if (!state) return '';
  const single = line.old === null || line.new === null;
  return withUnit(wording.decimal(single && printsNegative ? negateText(state.quantity) : state.quantity));
}

function priceOf(line: DocumentLine, context: LineContext): string {
  const isChange = line.old !== null && line.new !== null;
  const before = line.old === null ? null : formatPrice(line.old, isChange, context);
  const after = line.new === null ? null : formatPrice(line.new, isChange, context);
  if (before !== null && after !== null && before !== after) return context.wording.text('change', { old: before, new: after });
  return after ?? before ?? '';
}

/** The price of a credit item is below zero. Where one state stands alone, the quantity carries the sign; a change keeps its own. */
function formatPrice(state: PricedState, isChange: boolean, { wording, digits, turned }: LineContext): string | null {
  if (state.unitPrice === null) return null;
  const isNegated = state.unitPrice.startsWith('-') && (!isChange || turned);
  const price = wording.decimal(isNegated ? negateText(state.unitPrice) : state.unitPrice, digits);
  return state.per === null || state.per === '1' ? price : wording.text('line.price_per', { price, units: wording.decimal(state.per) });
}

/** A single part at a single price says nothing that the columns do not. */
function tellsParts(line: DocumentLine): boolean {
  return line.parts.length > 1 || (line.parts.length === 1 && (line.new ?? line.old)?.unitPrice === null);
}

function formatPricePart(part: PricePart, { wording, digits }: LineContext): string {
  const units = wording.decimal(part.units);
  const priced = part.unitPrice === null ? units : `${units} × ${wording.decimal(part.unitPrice, digits)}`;
  const flat = part.flat === null || isZero(part.flat) ? '' : ` + ${wording.decimal(part.flat, digits)}`;
  return `${priced}${flat} = ${wording.decimal(part.amount, digits)}`;
}

/** An amount as printed: exact decimals of the currency, without its name, turned on a credit note. */
export function formatAmount(amount: string, { wording, digits, turned }: Pick<LineContext, 'wording' | 'digits' | 'turned'>): string {
  return wording.decimal(turned ? negateText(amount) : amount, digits);
}

function formatExactAmount(amount: string, { wording, turned }: LineContext): string {
  return wording.decimal(turned ? negateText(amount) : amount);
}

export function negateText(amount: string): string {
  if (isZero(amount)) return amount.replace('-', '');
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

export function isZero(amount: string): boolean {
  return /^-?0*(?:\.0*)?$/.test(amount);
}
