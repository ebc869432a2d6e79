// Limits of a role: the greatest credit, extra item or discount that it may give. They are data, so that a seller sets them as he trusts his people.
// A role with { "credits.write": { "EUR": "50.00" } } gives credits up to 50.00 euros, and none in other currencies.
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { absolute, compare, type Rational } from '../../../kernel/money/rational.ts';

/** By permission, then by unit: a currency, or `percent`. */
export type Limits = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Which permissions can be limited, and in which units. */
export const limitable: Readonly<Record<string, readonly ('currency' | 'percent')[]>> = {
  'credits.write': ['currency'],
  'discounts.write': ['currency', 'percent'],
};

export type LimitVerdict = { readonly allowed: true } | { readonly allowed: false; readonly greatest: string; readonly unit: string };

/** `value` is an amount in major units or a percentage; what is given counts by its size, whatever its sign. */
export function decideLimit(limits: Limits, permission: string, unit: string, value: Rational): LimitVerdict {
  const limit = limits[permission];
  if (limit === undefined) return { allowed: true };
  const greatest = limit[unit] ?? '0';
  return compare(absolute(value), limitValue(greatest)) <= 0 ? { allowed: true } : { allowed: false, greatest, unit };
}

/** Of somebody with two roles the wider limit counts; a role that has the permission without a limit lifts it. */
export function widerLimits(
  a: { readonly permissions: readonly string[]; readonly limits: Limits },
  b: { readonly permissions: readonly string[]; readonly limits: Limits },
): Limits {
  const wider: Record<string, Readonly<Record<string, string>>> = {};
  for (const permission of Object.keys(limitable)) {
    const [inA, inB] = [a.permissions.includes(permission), b.permissions.includes(permission)];
    const [ofA, ofB] = [a.limits[permission], b.limits[permission]];
    if (inA && inB && ofA !== undefined && ofB !== undefined) wider[permission] = greaterOfEach(ofA, ofB);
    else if (inA && !inB && ofA !== undefined) wider[permission] = ofA;
    else if (inB && !inA && ofB !== undefined) wider[permission] = ofB;
  }
  return wider;
}

function greaterOfEach(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): Record<string, string> {
  const greater: Record<string, string> = { ...a };
  for (const [unit, value] of Object.entries(b)) {
    const other = greater[unit];
    if (other === undefined || compare(limitValue(value), limitValue(other)) > 0) greater[unit] = value;
  }
  return greater;
}

/** Whether whoever has `given` could do with it nothing that the holder of `own` cannot. Both have the permission. */
export function isWithinLimits(given: Limits, own: Limits, permission: string): boolean {
  const ceiling = own[permission];
  if (ceiling === undefined) return true;
  const wanted = given[permission];
  if (wanted === undefined) return false;
  return Object.entries(wanted).every(([unit, value]) => compare(limitValue(value), limitValue(ceiling[unit] ?? '0')) <= 0);
}

/** Null when it can be a limit, else what is wrong. */
export function faultInLimits(limits: Limits, permissions: readonly string[]): string | null {
  for (const [permission, units] of Object.entries(limits)) {
    const kinds = Object.hasOwn(limitable, permission) ? limitable[permission] : undefined;
    if (kinds === undefined) return `${permission} cannot be limited`;
    if (!permissions.includes(permission)) return `the role does not have ${permission}`;
    for (const [unit, value] of Object.entries(units)) {
      const kind = unit === 'percent' ? 'percent' : 'currency';
      if (!kinds.includes(kind) || (kind === 'currency' && !/^[A-Z]{3}$/.test(unit))) return `${permission} is not limited by ${unit}`;
      const parsed = parseDecimal(value);
      if (parsed === null || parsed.n < 0n) return `${value} is not an amount of zero or more`;
    }
  }
  return null;
}

function limitValue(text: string): Rational {
  return parseDecimal(text) ?? { n: 0n, d: 1n };
}
