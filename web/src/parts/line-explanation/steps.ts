// Which steps a line's explanation has: what does not bear on its amount is left out.
import type { Schemas } from '../../app/api.ts';

export type Line = Schemas['InvoiceLine'];
export type LineSide = NonNullable<Line['old']>;
export type LinePrice = NonNullable<LineSide['price']>;

/** The side of a line that is charged: as it is now, or, of what is taken back, as it was. */
export const chargedSide = (line: Line): LineSide | null => line.new ?? line.old;

export const isChanged = (line: Line): boolean => line.old !== null && line.new !== null;

/** What is measured over its whole window carries its time in the quantity, and a whole window needs no fraction. */
export const hasFraction = (line: Line): boolean => line.fraction !== '1' && (line.kind === 'recurring' || line.kind === 'item');

const isZero = (amount: string): boolean => /^-?0*\.?0*$/.test(amount);

/** Billed before in the same window: then the line is the difference. */
export const hasBefore = (line: Line): boolean => !isZero(line.before);

export const hasDiscount = (line: Line): boolean => !isZero(line.discount);

/** Prices with tax in them: without it the line is less. */
export const hasTaxInside = (line: Line): boolean => !isSame(line.net, line.amount);

const trimmed = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);
const isSame = (one: string, other: string): boolean => trimmed(one) === trimmed(other);

/** Whether rounding changed anything. */
export const isRounded = (line: Line): boolean => !isSame(line.exactAmount, line.amount);

/** `11/31` in two. */
export function fractionParts(fraction: string): { readonly part: string; readonly whole: string } {
  const [part = '1', whole = '1'] = fraction.split('/');
  return { part, whole };
}
