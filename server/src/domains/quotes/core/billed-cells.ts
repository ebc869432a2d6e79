// The register as an answer prints it and a later document feeds it back.
import { formatDay, parseDay } from '../../../kernel/calendar/civil.ts';
import { formatInstant, parseInstant } from '../../../kernel/calendar/instant.ts';
import { formatMinor, parseMinor } from '../../../kernel/money/decimal.ts';
import { formatExact, formatFraction, isZero, ONE, ZERO } from '../../../kernel/money/rational.ts';
import { readFraction } from '../../../kernel/stored-values.ts';
import { cellId } from '../../rating/core/cell-key.ts';
import type { Piece, RegisterCell, TaxBucket, Terms, Window } from '../../rating/core/engine.ts';
import type { TaxTreatment } from '../../tax/core/tax-table.ts';
import type { BilledCell } from '../document-schema.ts';
import { readDay, readDecimal, refuse } from './read-values.ts';

export function printBilled(cell: RegisterCell, terms: Terms): BilledCell {
  const { window } = cell;
  return {
    subscription: cell.subscription,
    component: cell.ref,
    item: cell.item,
    window: window === null ? null : printWindow(window),
    kind: cell.kind,
    seq: cell.sequence,
    gross: formatMinor(cell.grossMinor, terms.digits),
    net: formatMinor(cell.netMinor, terms.digits),
    ...(isZero(cell.boundShare) ? {} : { share: formatFraction(cell.boundShare) }),
    picture: cell.pieces.map(printPiece),
    taxes: cell.buckets.map((bucket) => ({
      ...printTreatment(bucket.treatment),
      amount: formatMinor(bucket.amountMinor, terms.digits),
    })),
  };
}

export function printTreatment(treatment: TaxTreatment): Omit<BilledCell['taxes'][number], 'amount'> {
  return {
    category: treatment.category,
    rates: treatment.rates.map((rate) => ({
      name: rate.name,
      percent: formatExact(rate.percent),
      from: rate.fromDay === null ? null : formatDay(rate.fromDay),
    })),
  };
}

export function printWindow(window: Window): NonNullable<BilledCell['window']> {
  if (window.hourly) return { from: formatInstant(window.fromInstant), to: formatInstant(window.toInstant) };
  const plain = { from: formatDay(window.from), to: formatDay(window.to) };
  if (window.fullFrom === window.from && window.fullTo === window.to) return plain;
  return { ...plain, full: { from: formatDay(window.fullFrom), to: formatDay(window.fullTo) } };
}

export function printBound(value: number, instants: boolean): string {
  return instants ? formatInstant(value) : formatDay(value);
}

function printPiece(piece: Piece): BilledCell['picture'][number] {
  return {
    from: printBound(piece.from, piece.instants),
    to: printBound(piece.to, piece.instants),
    whole: piece.whole,
    quantity: formatFraction(piece.quantity),
    priceId: piece.priceId,
    factor: formatFraction(piece.factor),
    fraction: formatFraction(piece.fraction),
    gross: formatFraction(piece.gross),
    net: formatFraction(piece.net),
    ...(piece.parts.length === 0 ? {} : { parts: printParts(piece.parts) }),
    ...(piece.credit === null ? {} : { credit: piece.credit }),
  };
}

type PrintedParts = NonNullable<BilledCell['picture'][number]['parts']>;

export function printParts(parts: Piece['parts']): PrintedParts {
  return parts.map((part) => ({ tier: part.tier, units: formatFraction(part.units), amount: formatFraction(part.amount) }));
}

export function readParts(parts: PrintedParts): Piece['parts'] {
  return parts.map((part) => ({ tier: part.tier, units: readFraction(part.units), amount: readFraction(part.amount) }));
}

export function readBilled(cells: readonly BilledCell[], terms: Terms): RegisterCell[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const path = `billed[${index}]`;
    const read = readCell(cell, terms, path);
    const id = cellId(read);
    if (seen.has(id)) refuse('billed.duplicate', path, 'This period of this component is there twice; leave one out.');
    seen.add(id);
    const taxed = read.buckets.reduce((sum, bucket) => sum + bucket.amountMinor, 0n);
    if (read.buckets.length > 0 && taxed !== read.netMinor) {
      refuse(
        'billed.taxes_do_not_add_up',
        `${path}.taxes`,
        'These amounts must add up to "net"; feed an answer\u2019s "billed" back unchanged.',
      );
    }
    return read;
  });
}

function readCell(cell: BilledCell, terms: Terms, path: string): RegisterCell {
  const minor = (text: string, field: string): bigint => readSigned(text, terms, `${path}.${field}`);
  return {
    subscription: cell.subscription,
    ref: cell.component,
    item: cell.item,
    window: cell.window === null ? null : readWindow(cell.window, terms, `${path}.window`),
    kind: cell.kind,
    sequence: cell.seq,
    grossMinor: minor(cell.gross, 'gross'),
    netMinor: minor(cell.net, 'net'),
    boundShare: cell.share === undefined ? ZERO : readFraction(cell.share),
    pieces: cell.picture.map((piece, place) => readPiece(piece, `${path}.picture[${place}]`)),
    buckets: cell.taxes.map((bucket, place): TaxBucket => {
      const amountMinor = minor(bucket.amount, `taxes[${place}].amount`);
      return { treatment: readTreatment(bucket, `${path}.taxes[${place}].rates`), amountMinor };
    }),
  };
}

export function readSigned(text: string, terms: Terms, path: string): bigint {
  return (
    parseMinor(text, terms.digits) ??
    refuse('money.too_many_digits', path, `"${text}" has more decimals than the currency.`, { value: text })
  );
}

export function readTreatment(taxed: Omit<BilledCell['taxes'][number], 'amount'>, path: string): TaxTreatment {
  return {
    category: taxed.category,
    rates: taxed.rates.map((rate) => ({
      name: rate.name,
      percent: readDecimal(rate.percent, path),
      fromDay: rate.from ? readDay(rate.from, path) : null,
    })),
  };
}

export function readWindow(window: NonNullable<BilledCell['window']>, terms: Terms, path: string): Window {
  const fromInstant = readBound(window.from, path);
  const toInstant = readBound(window.to, path);
  if (fromInstant.instants !== toInstant.instants || fromInstant.value >= toInstant.value)
    refuse('billed.no_window', path, 'A window ends after it begins, both as dates or both as instants.');
  if (fromInstant.instants) {
    const from = terms.zone.dayOf(fromInstant.value);
    const to = terms.zone.dayOf(toInstant.value - 1) + 1;
    return { from, to, fullFrom: from, fullTo: to, fromInstant: fromInstant.value, toInstant: toInstant.value, hourly: true };
  }
  const from = fromInstant.value;
  const to = toInstant.value;
  return {
    from,
    to,
    fullFrom: window.full === undefined ? from : readBound(window.full.from, path).value,
    fullTo: window.full === undefined ? to : readBound(window.full.to, path).value,
    fromInstant: terms.zone.startOfDay(from),
    toInstant: terms.zone.startOfDay(to),
    hourly: false,
  };
}

export function readBound(text: string, path: string): { value: number; instants: boolean } {
  const instants = text.length > 10;
  const value = instants ? parseInstant(text) : parseDay(text);
  return value === null
    ? refuse('quote.invalid_date', path, `"${text}" is neither a date nor an instant.`, { value: text })
    : { value, instants };
}

function readPiece(piece: BilledCell['picture'][number], path: string): Piece {
  const from = readBound(piece.from, `${path}.from`);
  const to = readBound(piece.to, `${path}.to`);
  if (from.instants !== to.instants || from.value > to.value)
    refuse('billed.no_stretch', path, 'A stretch does not end before it begins, and has both bounds as dates or both as instants.');
  return {
    from: from.value,
    to: to.value,
    instants: from.instants,
    whole: piece.whole,
    quantity: readFraction(piece.quantity),
    priceId: piece.priceId,
    factor: piece.factor === '1' ? ONE : readFraction(piece.factor),
    fraction: readFraction(piece.fraction),
    gross: readFraction(piece.gross),
    net: readFraction(piece.net),
    parts: readParts(piece.parts ?? []),
    credit: piece.credit ?? null,
  };
}
