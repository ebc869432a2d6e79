// The picture of a cell as the register keeps it, and back: short arrays, since a run writes and reads it for every line it bills.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { readDay, readFraction, storedFraction } from '../../kernel/stored-values.ts';
import type { Piece, RegisterCell, TaxBucket, Window } from '../rating/index.ts';
import type { TaxRate } from '../tax/index.ts';

type StoredPart = readonly [tier: number, units: string, amount: string];
type StoredPiece = readonly [
  from: number,
  to: number,
  flags: number,
  quantity: string,
  priceId: string,
  factor: string,
  fraction: string,
  gross: string,
  net: string,
  parts: readonly StoredPart[],
  credit: string | null,
];
type StoredRate = readonly [name: string, percent: string, from: string | null];
type StoredBucket = readonly [category: string, rates: readonly StoredRate[], amountMinor: string];

export interface StoredPicture {
  /** Full period and instants of the window, where the row's columns do not say them. */
  readonly w?: readonly [fullFrom: number, fullTo: number, fromInstant: number, toInstant: number];
  readonly p: readonly StoredPiece[];
  readonly b: readonly StoredBucket[];
  /** Share that fixed discounts took. */
  readonly s?: string;
}

const IS_INSTANTS = 1;
const IS_WHOLE = 2;

export function storedPicture(cell: RegisterCell): StoredPicture {
  const share = storedFraction(cell.boundShare);
  return {
    ...(cell.window === null
      ? {}
      : { w: [cell.window.fullFrom, cell.window.fullTo, cell.window.fromInstant, cell.window.toInstant] as const }),
    p: cell.pieces.map(storedPiece),
    b: cell.buckets.map(storedBucket),
    ...(share === '0' ? {} : { s: share }),
  };
}

function storedPiece(piece: Piece): StoredPiece {
  return [
    piece.from,
    piece.to,
    (piece.instants ? IS_INSTANTS : 0) | (piece.whole ? IS_WHOLE : 0),
    storedFraction(piece.quantity),
    piece.priceId,
    storedFraction(piece.factor),
    storedFraction(piece.fraction),
    storedFraction(piece.gross),
    storedFraction(piece.net),
    piece.parts.map((part) => [part.tier, storedFraction(part.units), storedFraction(part.amount)]),
    piece.credit,
  ];
}

function storedBucket(bucket: TaxBucket): StoredBucket {
  return [bucket.treatment.category, bucket.treatment.rates.map(storedRate), String(bucket.amountMinor)];
}

function storedRate(rate: TaxRate): StoredRate {
  return [rate.name, storedFraction(rate.percent), rate.fromDay === null ? null : formatDay(rate.fromDay)];
}

export function windowFromStored(stored: StoredPicture, from: number, to: number, hourly: boolean): Window | null {
  if (stored.w === undefined) return null;
  const [fullFrom, fullTo, fromInstant, toInstant] = stored.w;
  return { from, to, fullFrom, fullTo, fromInstant, toInstant, hourly };
}

export function pictureFromStored(stored: StoredPicture): Pick<RegisterCell, 'pieces' | 'buckets' | 'boundShare'> {
  return {
    pieces: stored.p.map(pieceFromStored),
    buckets: stored.b.map(bucketFromStored),
    boundShare: readFraction(stored.s ?? '0'),
  };
}

function pieceFromStored(stored: StoredPiece): Piece {
  const [from, to, flags, quantity, priceId, factor, fraction, gross, net, parts, credit] = stored;
  return {
    from,
    to,
    instants: (flags & IS_INSTANTS) !== 0,
    whole: (flags & IS_WHOLE) !== 0,
    quantity: readFraction(quantity),
    priceId,
    factor: readFraction(factor),
    fraction: readFraction(fraction),
    gross: readFraction(gross),
    net: readFraction(net),
    parts: parts.map(([tier, units, amount]) => ({ tier, units: readFraction(units), amount: readFraction(amount) })),
    credit,
  };
}

function bucketFromStored([category, rates, amountMinor]: StoredBucket): TaxBucket {
  return {
    treatment: {
      category,
      rates: rates.map(([name, percent, from]) => ({
        name,
        percent: readFraction(percent),
        fromDay: from === null ? null : readDay(from),
      })),
    },
    amountMinor: BigInt(amountMinor),
  };
}
