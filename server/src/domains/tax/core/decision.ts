// The tax decision: why an amount is taxed as it is. It is made once per document and frozen with it. What the rules do not know is off,
// and the decision says so: no tax is better than one the supplier would owe on his own invoice's word.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Rational } from '../../../kernel/money/rational.ts';
import type { TaxRate, TaxTreatment } from './tax-table.ts';

/** A rate with its place, category and source. `percent` null ends the rate of that name: there is none from the day on. */
export interface SourcedRate {
  readonly country: string;
  readonly category: string;
  readonly name: string;
  readonly percent: Rational | null;
  readonly fromDay: Day | null;
  /** The law or whoever vouches for it. */
  readonly source: string;
}

export interface PlaceEvidence {
  readonly kind: 'billing_address' | 'tax_number' | 'bank_country' | 'ip_address' | 'declared';
  readonly country: string;
  /** What was seen: the address line, the number, the bank's code. */
  readonly reference: string;
}

export interface TaxQuestion {
  /** `registration` is the number under which the supplier may charge tax at home; null: he may not. */
  readonly supplier: { readonly country: string; readonly registration: string | null };
  readonly customer: {
    readonly country: string | null;
    readonly postcode: string | null;
    readonly kind: 'business' | 'consumer' | 'unknown';
  };
  readonly evidence: readonly PlaceEvidence[];
  readonly category: string;
  /** The tax point. */
  readonly day: Day;
}

export type TaxRule = 'domestic' | 'not_known';

export type TaxReason =
  | 'same_country'
  | 'supplier_not_registered'
  | 'customer_country_missing'
  | 'evidence_contradicts'
  | 'cross_border'
  | 'special_territory'
  | 'no_rate';

export interface DecidedRate extends TaxRate {
  readonly source: string;
}

/** The record. */
export interface TaxDecision {
  readonly rule: TaxRule;
  readonly reason: TaxReason;
  readonly question: TaxQuestion;
  /** Place of supply; null where the rules do not tell. */
  readonly place: string | null;
  /** The evidence that speaks for the place. */
  readonly placeEvidence: readonly PlaceEvidence[];
  /** Empty where nothing is charged. */
  readonly rates: readonly DecidedRate[];
}

/** Parts of a country's territory where its ordinary rates do not hold, by postcode. */
export interface SpecialTerritory {
  readonly country: string;
  readonly name: string;
  readonly postcode: RegExp;
}

export interface TaxRules {
  readonly rates: readonly SourcedRate[];
  readonly territories: readonly SpecialTerritory[];
}

/**
 * Both in one country: that country's rates of the category on the day. Anything else (abroad, outside the ordinary territory, unknown or
 * contradicted place, no registration, no rate) charges nothing and gives the reason.
 */
export function decideTax(question: TaxQuestion, rules: TaxRules): TaxDecision {
  const reason = reasonAgainst(question, rules);
  if (reason !== null) return { rule: 'not_known', reason, question, place: null, placeEvidence: [], rates: [] };
  const place = question.supplier.country;
  const rates = sourcedRatesOn(rules.rates, place, question.category, question.day);
  const placeEvidence = question.evidence.filter((piece) => piece.country === place);
  if (rates.length === 0) return { rule: 'not_known', reason: 'no_rate', question, place, placeEvidence, rates };
  return { rule: 'domestic', reason: 'same_country', question, place, placeEvidence, rates };
}

function reasonAgainst({ supplier, customer, evidence }: TaxQuestion, { territories }: TaxRules): TaxReason | null {
  if (supplier.registration === null) return 'supplier_not_registered';
  if (customer.country === null) return 'customer_country_missing';
  if (customer.country !== supplier.country) return 'cross_border';
  const { country, postcode } = customer;
  if (postcode !== null && territories.some((one) => one.country === country && one.postcode.test(postcode))) return 'special_territory';
  const against = evidence.filter((piece) => piece.country !== country).length;
  return against > evidence.length - against ? 'evidence_contradicts' : null;
}

/** The rates in force, one per name. */
export function sourcedRatesOn(rates: readonly SourcedRate[], country: string, category: string, day: Day): readonly DecidedRate[] {
  const inForce = new Map<string, SourcedRate>();
  for (const rate of rates) {
    if (rate.country !== country || rate.category !== category || startOf(rate) > day) continue;
    const known = inForce.get(rate.name);
    if (!known || startOf(rate) >= startOf(known)) inForce.set(rate.name, rate);
  }
  return [...inForce.values()].flatMap(({ name, percent, fromDay, source }) =>
    percent === null ? [] : [{ name, percent, fromDay, source }],
  );
}

export function treatmentOf(decision: TaxDecision): TaxTreatment {
  return { category: decision.question.category, rates: decision.rates };
}

function startOf(rate: SourcedRate): number {
  return rate.fromDay ?? Number.NEGATIVE_INFINITY;
}
