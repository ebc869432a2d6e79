// Checks what both a seller and an account must say about themselves.
import { findZone, type Zone } from '../../kernel/calendar/zone.ts';
import { type Currency, findCurrency } from '../../kernel/money/currency.ts';
import { emptyField, unknownCountry, unknownCurrency, unknownZone, withdrawnCurrency } from './errors.ts';

export function requireText(value: string, path: string): string {
  const trimmed = value.trim();
  if (trimmed === '') throw emptyField(path);
  return trimmed;
}

export function requireZone(name: string, path: string): Zone {
  const zone = findZone(name);
  if (zone === null) throw unknownZone(name, path);
  return zone;
}

export function requireCurrency(code: string, path: string): Currency {
  const currency = findCurrency(code);
  if (currency === null) throw unknownCurrency(code, path);
  return currency;
}

/** For what begins now: a currency that is still money. */
export function requireCurrentCurrency(code: string, path: string): Currency {
  const currency = requireCurrency(code, path);
  if (currency.withdrawnOn !== null) throw withdrawnCurrency(code, path);
  return currency;
}

export function requireCountry(code: string, path: string): string {
  if (!/^[A-Z]{2}$/.test(code)) throw unknownCountry(code, path);
  return code;
}
