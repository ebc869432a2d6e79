// The old picture of a window laid under the new one: where they differ, and by how much exactly.
import { days30 } from '../../../kernel/calendar/thirty.ts';
import { equals, isZero, multiply, ONE, type Rational, rational, subtract, ZERO } from '../../../kernel/money/rational.ts';
import type { Piece } from './engine.ts';

/** A stretch in which old and new differ. `exact` and `gross` are new minus old, major units. */
export interface Overlap {
  readonly from: number;
  readonly to: number;
  readonly instants: boolean;
  readonly fraction: Rational;
  readonly old: Piece | null;
  readonly new: Piece | null;
  readonly exact: Rational;
  readonly gross: Rational;
}

interface Side {
  readonly pieces: readonly Piece[];
  /** What fixed discounts leave. */
  readonly kept: Rational;
}

/** `thirty`: lengths by 30E/360. */
export function overlay(oldSide: Side, newSide: Side, thirty: boolean): Overlap[] {
  if (oldSide.pieces.length === 0) return overlayNothing(newSide);
  const whole = overlayWhole(side(oldSide, true), side(newSide, true));
  const cut = overlayCut(side(oldSide, false), side(newSide, false), thirty);
  return [...whole, ...cut].filter((overlap) => !isZero(overlap.exact) || !isZero(overlap.gross));
}

/** The first picture of a cell: all of it is new. */
function overlayNothing({ pieces, kept }: Side): Overlap[] {
  const ordered = pieces.length < 2 ? pieces : [...pieces.filter((piece) => piece.whole), ...pieces.filter((piece) => !piece.whole)];
  return ordered
    .filter((piece) => !isZero(piece.net) || !isZero(piece.gross))
    .map((piece) => overlapOf(null, piece, piece.from, piece.to, ONE, ONE, ONE, kept));
}

function side({ pieces, kept }: Side, whole: boolean): Side {
  return { pieces: pieces.every((piece) => piece.whole === whole) ? pieces : pieces.filter((piece) => piece.whole === whole), kept };
}

/** Totals are compared as they are: one against one, or by equal bounds. Credits by their id. */
function overlayWhole(oldSide: Side, newSide: Side): Overlap[] {
  const left = oldSide.pieces.slice();
  const overlaps: Overlap[] = [];
  const single =
    oldSide.pieces.filter((piece) => piece.credit === null).length <= 1 &&
    newSide.pieces.filter((piece) => piece.credit === null).length <= 1;
  for (const piece of newSide.pieces) {
    const index = left.findIndex(
      (other) => other.credit === piece.credit && (piece.credit !== null || single || (other.from === piece.from && other.to === piece.to)),
    );
    const old = index < 0 ? null : left.splice(index, 1)[0]!;
    overlaps.push(overlapOf(old, piece, piece.from, piece.to, ONE, ONE, oldSide.kept, newSide.kept));
  }
  for (const old of left) overlaps.push(overlapOf(old, null, old.from, old.to, ONE, ONE, oldSide.kept, newSide.kept));
  return overlaps;
}

function overlayCut(oldSide: Side, newSide: Side, thirty: boolean): Overlap[] {
  if (oldSide.pieces.length === 0 && newSide.pieces.length === 0) return [];
  const bounds = new Set<number>();
  for (const piece of [...oldSide.pieces, ...newSide.pieces]) {
    bounds.add(piece.from);
    bounds.add(piece.to);
  }
  const points = [...bounds].sort((a, b) => a - b);
  const overlaps: Overlap[] = [];
  for (let index = 0; index + 1 < points.length; index += 1) {
    const from = points[index]!;
    const to = points[index + 1]!;
    const old = oldSide.pieces.find((piece) => piece.from <= from && piece.to >= to) ?? null;
    const next = newSide.pieces.find((piece) => piece.from <= from && piece.to >= to) ?? null;
    if (old === null && next === null) continue;
    const overlap = overlapOf(
      old,
      next,
      from,
      to,
      partOf(old, from, to, thirty),
      partOf(next, from, to, thirty),
      oldSide.kept,
      newSide.kept,
    );
    if (isZero(overlap.exact) && isZero(overlap.gross)) continue;
    const last = overlaps[overlaps.length - 1];
    if (last !== undefined && last.to === from && last.old === old && last.new === next)
      overlaps[overlaps.length - 1] = joined(last, overlap, thirty);
    else overlaps.push(overlap);
  }
  return overlaps;
}

function joined(a: Overlap, b: Overlap, thirty: boolean): Overlap {
  const piece = (a.new ?? a.old)!;
  const part = partOf(piece, a.from, b.to, thirty);
  return {
    ...a,
    to: b.to,
    fraction: multiply(piece.fraction, part),
    exact: { n: a.exact.n * b.exact.d + b.exact.n * a.exact.d, d: a.exact.d * b.exact.d },
    gross: { n: a.gross.n * b.gross.d + b.gross.n * a.gross.d, d: a.gross.d * b.gross.d },
  };
}

function partOf(piece: Piece | null, from: number, to: number, thirty: boolean): Rational {
  if (piece === null || (piece.from === from && piece.to === to)) return ONE;
  const length = (a: number, b: number): bigint => BigInt(thirty ? days30(a, b) : b - a);
  const whole = length(piece.from, piece.to);
  return whole === 0n ? ZERO : rational(length(from, to), whole);
}

function overlapOf(
  old: Piece | null,
  next: Piece | null,
  from: number,
  to: number,
  oldPart: Rational,
  newPart: Rational,
  oldKept: Rational,
  newKept: Rational,
): Overlap {
  const amount = (piece: Piece | null, part: Rational, kept: Rational): Rational => {
    if (piece === null) return ZERO;
    const net = part === ONE ? piece.net : multiply(piece.net, part);
    return kept === ONE || piece.credit !== null ? net : multiply(net, kept);
  };
  const gross = (piece: Piece | null, part: Rational): Rational =>
    piece === null ? ZERO : part === ONE ? piece.gross : multiply(piece.gross, part);
  const shown = (next ?? old)!;
  const part = next === null ? oldPart : newPart;
  return {
    from,
    to,
    instants: shown.instants,
    fraction: part === ONE ? shown.fraction : multiply(shown.fraction, part),
    old,
    new: next,
    exact: subtract(amount(next, newPart, newKept), amount(old, oldPart, oldKept)),
    gross: subtract(gross(next, newPart), gross(old, oldPart)),
  };
}

/** True where two pictures say the same, so that nothing is to be billed or stored. */
export function samePicture(a: readonly Piece[], b: readonly Piece[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((piece, index) => {
    const other = b[index]!;
    return (
      piece.from === other.from &&
      piece.to === other.to &&
      piece.credit === other.credit &&
      piece.priceId === other.priceId &&
      equals(piece.quantity, other.quantity) &&
      equals(piece.net, other.net) &&
      equals(piece.gross, other.gross)
    );
  });
}
