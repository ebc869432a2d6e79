// Amounts added up by currency, as decimal texts: no amount becomes a binary fraction.
export interface CurrencyTotal {
  readonly currency: string;
  readonly documents: number;
  readonly total: string;
}

interface Counted {
  readonly currency: string;
  readonly total: string;
}

interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

function read(amount: string): Decimal {
  const [whole = '0', part = ''] = amount.split('.');
  return { units: BigInt(`${whole}${part}`), places: part.length };
}

const scaled = ({ units, places }: Decimal, wanted: number): bigint => units * 10n ** BigInt(wanted - places);

function write({ units, places }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}

export function addAmounts(one: string, other: string): string {
  const [a, b] = [read(one), read(other)];
  const places = Math.max(a.places, b.places);
  return write({ units: scaled(a, places) + scaled(b, places), places });
}

/** By currency, in the alphabet's order. */
export function totalsByCurrency(documents: readonly Counted[]): CurrencyTotal[] {
  const totals = new Map<string, CurrencyTotal>();
  for (const { currency, total } of documents) {
    const before = totals.get(currency);
    totals.set(
      currency,
      before === undefined
        ? { currency, documents: 1, total }
        : { currency, documents: before.documents + 1, total: addAmounts(before.total, total) },
    );
  }
  return [...totals.values()].sort((one, other) => (one.currency < other.currency ? -1 : 1));
}
