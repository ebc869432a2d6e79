// An issued document as frozen facts, free of language: decimals are strings in major units, dates "2024-01-31", instants RFC 3339.
// Intervals are half open. Amounts carry the engine's sign: what a credit note takes back is negative here and printed positive.

export interface DocumentModel {
  readonly version: 1;
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  /** BCP 47, "de" or "de-CH"; a language without translation is written in English. */
  readonly language: string;
  /** The account's zone: instants are printed in it. */
  readonly timezone: string;
  readonly currency: string;
  /** Decimals of the currency. */
  readonly digits: number;
  readonly issuedOn: string;
  /** Where it differs from the day of issue. */
  readonly taxPointOn: string | null;
  readonly servicePeriod: Interval | null;
  readonly dueOn: string | null;
  readonly seller: SellerFacts;
  readonly buyer: BuyerFacts;
  /** The documents that a credit note corrects. */
  readonly corrects: readonly DocumentReference[];
  readonly groups: readonly LineGroup[];
  /** Line amounts contain their tax. */
  readonly taxInclusive: boolean;
  /** Reductions of the whole document before tax; positive on an invoice. */
  readonly allowances: readonly Allowance[];
  readonly taxes: readonly TaxFacts[];
  readonly net: string;
  readonly tax: string;
  readonly total: string;
  /** What already settled (or received, for a credit note) a part of the total; `due` is the rest. */
  readonly applied: readonly Applied[];
  readonly due: string;
  readonly payment: PaymentFacts;
  /** Sentences of the seller, printed as they are. */
  readonly notes: readonly string[];
}

export interface Interval {
  readonly from: string;
  readonly to: string;
}

export interface DocumentReference {
  readonly number: string;
  readonly issuedOn: string;
}

export interface PartyFacts {
  /** The legal entity or the person. */
  readonly name: string;
  /** Street, town and so on in the order of the country's envelopes, without the country. */
  readonly address: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly registrations: readonly TaxRegistration[];
}

export interface TaxRegistration {
  /** `vat`: a number valid across borders; `national`: the local tax number; `company`: the commercial register. */
  readonly scheme: 'vat' | 'national' | 'company';
  readonly number: string;
}

export interface SellerFacts extends PartyFacts {
  /** What customers know the seller by, where it is not the legal name. */
  readonly brand: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
}

export interface BuyerFacts extends PartyFacts {
  readonly accountNumber: string;
  /** The account's id in the provider's own system. */
  readonly externalId: string | null;
  readonly purchaseOrder: string | null;
  readonly buyerReference: string | null;
}

/** Lines of one subscription or service; a null name holds what belongs to none. */
export interface LineGroup {
  readonly name: string | null;
  readonly reference: string | null;
  readonly lines: readonly DocumentLine[];
}

export type LineReason =
  | 'due'
  | 'renewal'
  | 'added'
  | 'changed'
  | 'taken_back'
  | 'late_usage'
  | 'true_up'
  | 'item'
  | 'credit'
  | 'adjustment';
export type LineKind = 'recurring' | 'allocation' | 'metered' | 'one_time' | 'item' | 'commitment';

export interface DocumentLine {
  readonly description: string;
  /** A named item: the mailbox, the site, the person. */
  readonly item: string | null;
  readonly kind: LineKind;
  readonly reason: LineReason;
  /** Dates where days are counted, instants where time is measured; null for what has no duration. */
  readonly interval: Interval | null;
  /** Part of the full period in lowest terms, "11/31"; null where nothing was prorated. */
  readonly fraction: string | null;
  readonly unit: string | null;
  /** A change has both states, a charge only the new one, a credit only the old one. */
  readonly old: PricedState | null;
  readonly new: PricedState | null;
  /** How tiers, packages or events made up the price of a full period. */
  readonly parts: readonly PricePart[];
  /** Before rounding. */
  readonly exactAmount: string;
  readonly gross: string;
  readonly discount: string;
  /** Gross less discount. */
  readonly amount: string;
  /** Names one of `taxes` by category and percent; null where no tax applies at all. */
  readonly tax: { readonly category: string; readonly percent: string } | null;
}

export interface PricedState {
  readonly quantity: string;
  /** Null where no single price tells the story: see `parts`. */
  readonly unitPrice: string | null;
  /** Units that the price is for; null is one. */
  readonly per: string | null;
}

export interface PricePart {
  readonly units: string;
  readonly unitPrice: string | null;
  /** Fee due once. */
  readonly flat: string | null;
  readonly amount: string;
}

export interface Allowance {
  readonly description: string;
  readonly amount: string;
}

export type TaxExemption = 'reverse_charge' | 'exempt' | 'export' | 'intra_community' | 'outside_scope';

export interface TaxFacts {
  readonly category: string;
  /** "VAT", "GST", "Sales tax"; null prints the language's own word for VAT. */
  readonly name: string | null;
  readonly percent: string;
  readonly base: string;
  readonly amount: string;
  readonly exemption: TaxExemption | null;
}

export interface Applied {
  readonly kind: 'balance' | 'grant' | 'payment' | 'invoice';
  /** The grant's name, the payment's reference, the invoice's number. */
  readonly reference: string | null;
  readonly amount: string;
}

export interface PaymentFacts {
  readonly termDays: number | null;
  readonly bank: BankAccount | null;
}

export interface BankAccount {
  readonly holder: string;
  readonly bank: string | null;
  readonly iban: string;
  readonly bic: string | null;
}
