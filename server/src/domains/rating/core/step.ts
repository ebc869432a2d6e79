// From truth and register to the next step of a cell: round(should) − billed so far, with the lines that say why.
import {
  add,
  equals,
  isZero,
  multiply,
  ONE,
  powerOfTen,
  type Rational,
  rational,
  subtract,
  toMinor,
  ZERO,
} from '../../../kernel/money/rational.ts';
import { roundToTotal } from '../../../kernel/money/split.ts';
import { isSameTreatment, type TaxTreatment } from '../../tax/core/tax-table.ts';
import type { CellStep, LineReason, LineState, Piece, RatedLine, RegisterCell, TaxBucket, Terms } from './engine.ts';
import { type Overlap, overlay, samePicture } from './picture.ts';
import { roundedNet } from './single-truths.ts';
import { type Truth, totalOf } from './truth.ts';

/** A cell that this run bills, before fixed discounts are bound to it. */
export interface DueCell {
  readonly truth: Truth;
  readonly before: RegisterCell | null;
  readonly thirty: boolean;
  readonly treatment: TaxTreatment;
}

const NO_SHARE = ZERO;

export function shareOf(cell: DueCell): Rational {
  return cell.before?.boundShare ?? NO_SHARE;
}

/** Null when old and new say the same. `boundShare` includes what this run binds. */
export function stepOf(cell: DueCell, boundShare: Rational, terms: Terms): CellStep | null {
  const { truth, before } = cell;
  const oldPieces = before?.pieces ?? [];
  const oldShare = before?.boundShare ?? NO_SHARE;
  if (before !== null && oldShare === boundShare && samePicture(oldPieces, truth.pieces)) return null;
  const grossMinor = toMinor(
    totalOf(truth.pieces, (piece) => piece.gross),
    terms.digits,
    terms.rounding,
  );
  const netMinor = roundedNet(truth.pieces, boundShare, terms.digits, terms.rounding);
  const overlaps = splitAcrossTreatments(
    overlay({ pieces: oldPieces, kept: kept(oldShare) }, { pieces: truth.pieces, kept: kept(boundShare) }, cell.thirty),
    cell,
    oldShare,
    boundShare,
  );
  const beforeMinor = before?.netMinor ?? 0n;
  const amountMinor = netMinor - beforeMinor;
  // A fixed discount that takes the whole cell bills nothing, and its share must be kept all the same.
  const bindsMore = !equals(boundShare, oldShare);
  if (!bindsMore && amountMinor === 0n && overlaps.every((overlap) => isZero(overlap.exact))) return null;
  const { lines, buckets } = linesOf(cell, overlaps, grossMinor - (before?.grossMinor ?? 0n), amountMinor, terms);
  const after: RegisterCell = {
    subscription: truth.key.subscription,
    ref: truth.key.ref,
    item: truth.key.item,
    window: truth.key.window,
    kind: truth.kind,
    sequence: (before?.sequence ?? 0) + 1,
    grossMinor,
    netMinor,
    pieces: truth.pieces,
    boundShare,
    buckets,
  };
  return { beforeMinor, amountMinor, after, lines, inAdvance: truth.inAdvance };
}

const kept = (share: Rational): Rational => (isZero(share) ? ONE : subtract(ONE, share));

/** Old and new never share a line when their tax treatment differs. */
function splitAcrossTreatments(overlaps: readonly Overlap[], cell: DueCell, oldShare: Rational, newShare: Rational): readonly Overlap[] {
  const { before } = cell;
  if (before === null || before.buckets.every((bucket) => isSameTreatment(bucket.treatment, cell.treatment))) return overlaps;
  return overlaps.flatMap((overlap) => {
    if (overlap.old === null || overlap.new === null) return [overlap];
    const [old] = overlay({ pieces: [cutTo(overlap.old, overlap)], kept: kept(oldShare) }, { pieces: [], kept: ONE }, cell.thirty);
    const [next] = overlay({ pieces: [], kept: ONE }, { pieces: [cutTo(overlap.new, overlap)], kept: kept(newShare) }, cell.thirty);
    return [old, next].filter((half): half is Overlap => half !== undefined);
  });
}

/** The part of a piece that an overlap covers, as a piece of its own. */
function cutTo(piece: Piece, overlap: Overlap): Piece {
  if (piece.whole || (piece.from === overlap.from && piece.to === overlap.to)) return piece;
  const part = rational(BigInt(overlap.to - overlap.from), BigInt(piece.to - piece.from));
  return {
    ...piece,
    from: overlap.from,
    to: overlap.to,
    fraction: multiply(piece.fraction, part),
    gross: multiply(piece.gross, part),
    net: multiply(piece.net, part),
  };
}

function linesOf(
  cell: DueCell,
  overlaps: readonly Overlap[],
  grossMinor: bigint,
  amountMinor: bigint,
  terms: Terms,
): { lines: RatedLine[]; buckets: TaxBucket[] } {
  const scale = powerOfTen(terms.digits);
  const minor = (value: Rational): Rational => ({ n: value.n * scale, d: value.d });
  const amounts =
    overlaps.length === 1
      ? [amountMinor]
      : roundToTotal(
          overlaps.map((overlap) => minor(overlap.exact)),
          amountMinor,
        );
  const grosses =
    overlaps.length === 1
      ? [grossMinor]
      : roundToTotal(
          overlaps.map((overlap) => minor(overlap.gross)),
          grossMinor,
        );
  const books = new TaxBooks(cell.before?.buckets ?? [], cell.treatment);
  const lines: RatedLine[] = [];
  let running = cell.before?.netMinor ?? 0n;
  for (const index of inOrder(amounts, cell.before === null)) {
    const overlap = overlaps[index]!;
    if (isZero(overlap.exact) && amounts[index] === 0n) continue;
    for (const share of books.take(amounts[index]!, grosses[index]!, overlap.exact)) {
      lines.push({
        key: cell.truth.key,
        kind: cell.truth.kind,
        reason: reasonOf(cell, overlap),
        from: overlap.from,
        to: overlap.to,
        instants: overlap.instants,
        fraction: overlap.fraction,
        old: overlap.old === null ? null : stateOf(overlap.old),
        new: overlap.new === null ? null : stateOf(overlap.new),
        parts: (overlap.new ?? overlap.old)!.parts,
        exact: share.exact,
        grossMinor: share.grossMinor,
        discountMinor: share.grossMinor - share.amountMinor,
        amountMinor: share.amountMinor,
        beforeMinor: running,
        afterMinor: running + share.amountMinor,
        treatment: share.treatment,
      });
      running += share.amountMinor;
    }
  }
  return { lines, buckets: books.buckets() };
}

/** Credits come before charges, so that they empty the buckets that were there; where nothing was billed, behind what they lower. */
function inOrder(amounts: readonly bigint[], isFirst: boolean): number[] {
  const indices = amounts.map((_, index) => index);
  const credits = indices.filter((index) => amounts[index]! < 0n);
  const charges = indices.filter((index) => amounts[index]! >= 0n);
  return isFirst ? [...charges, ...credits] : [...credits, ...charges];
}

function stateOf(piece: Piece): LineState {
  return { quantity: piece.quantity, priceId: piece.priceId, factor: piece.factor };
}

function reasonOf(cell: DueCell, overlap: Overlap): LineReason {
  if ((overlap.new ?? overlap.old)!.credit !== null) return 'credit';
  if (cell.truth.kind === 'commitment') return 'true_up';
  if (cell.truth.kind === 'extra_item' && overlap.old === null) return 'item';
  if (overlap.old !== null) return overlap.new === null ? 'taken_back' : 'changed';
  return cell.before === null && !cell.truth.addedInside ? 'due' : 'added';
}

interface TreatedShare {
  readonly treatment: TaxTreatment;
  readonly amountMinor: bigint;
  readonly grossMinor: bigint;
  readonly exact: Rational;
}

/** A charge joins the treatment in force; a credit empties the newest bucket first. */
class TaxBooks {
  private readonly list: { treatment: TaxTreatment; amountMinor: bigint }[];
  private readonly inForce: TaxTreatment;

  constructor(buckets: readonly TaxBucket[], inForce: TaxTreatment) {
    this.list = buckets.map((bucket) => ({ ...bucket }));
    this.inForce = inForce;
  }

  take(amountMinor: bigint, grossMinor: bigint, exact: Rational): TreatedShare[] {
    if (amountMinor >= 0n) {
      this.put(this.inForce, amountMinor);
      return [{ treatment: this.inForce, amountMinor, grossMinor, exact }];
    }
    const shares: { treatment: TaxTreatment; amountMinor: bigint }[] = [];
    let left = -amountMinor;
    while (left > 0n) {
      const newest = this.newestWithMoney();
      const taken = newest === undefined || newest.amountMinor >= left ? left : newest.amountMinor;
      const treatment = newest?.treatment ?? this.inForce;
      if (newest === undefined) this.put(treatment, -taken);
      else newest.amountMinor -= taken;
      shares.push({ treatment, amountMinor: -taken });
      left -= taken;
    }
    return apportioned(shares, amountMinor, grossMinor, exact);
  }

  buckets(): TaxBucket[] {
    return this.list.filter((bucket) => bucket.amountMinor !== 0n);
  }

  private newestWithMoney(): { treatment: TaxTreatment; amountMinor: bigint } | undefined {
    return this.list.findLast((bucket) => bucket.amountMinor > 0n);
  }

  private put(treatment: TaxTreatment, amountMinor: bigint): void {
    const newest = this.list[this.list.length - 1];
    if (newest !== undefined && isSameTreatment(newest.treatment, treatment)) newest.amountMinor += amountMinor;
    else this.list.push({ treatment, amountMinor });
  }
}

/** Exact amount and gross of a credit that several buckets share; the last takes the rest. */
function apportioned(
  shares: readonly { treatment: TaxTreatment; amountMinor: bigint }[],
  amountMinor: bigint,
  grossMinor: bigint,
  exact: Rational,
): TreatedShare[] {
  if (shares.length === 1) return [{ ...shares[0]!, grossMinor, exact }];
  let grossLeft = grossMinor;
  let exactLeft = exact;
  return shares.map((share, index) => {
    if (index === shares.length - 1) return { ...share, grossMinor: grossLeft, exact: exactLeft };
    const part = rational(share.amountMinor, amountMinor);
    const gross = (grossMinor * share.amountMinor) / amountMinor;
    const own = multiply(exact, part);
    grossLeft -= gross;
    exactLeft = add(exactLeft, { n: -own.n, d: own.d });
    return { ...share, grossMinor: gross, exact: own };
  });
}
