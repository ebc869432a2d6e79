// How this seller's charges to an account are taxed on a day, with the record that says why. Decisions are made once per batch and place.
import type { Day } from '../../kernel/calendar/civil.ts';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { readDay, readDecimal } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { AccountRow, Seller } from '../accounts/index.ts';
import {
  decideTax,
  euVatRates,
  type SourcedRate,
  specialTerritories,
  type TaxDecision,
  type TaxTreatment,
  treatmentOf,
} from '../tax/index.ts';

export interface Treatment {
  readonly treatment: TaxTreatment;
  readonly decision: TaxDecision;
}

export interface TaxDecider {
  decide(account: AccountRow, category: string, day: Day): Treatment;
}

/** What an invoice keeps of a decision. */
export interface FrozenDecision {
  readonly category: string;
  readonly rule: string;
  readonly reason: string;
  readonly supplier: { readonly country: string; readonly registration: string | null };
  readonly customer: { readonly country: string | null; readonly kind: string };
  readonly place: string | null;
  readonly day: string;
  readonly rates: readonly { readonly name: string; readonly percent: string; readonly from: string | null; readonly source: string }[];
}

export function createTaxDecider(seller: Seller, ownRates: readonly SourcedRate[]): TaxDecider {
  const rules = { rates: [...euVatRates, ...ownRates], territories: specialTerritories };
  const made = new Map<string, Treatment>();
  return {
    decide: (account, category, day) => {
      const kind = account.kind === 'person' ? 'consumer' : 'business';
      const key = `${account.country ?? ''}\n${kind}\n${category}\n${day}`;
      let found = made.get(key);
      if (found === undefined) {
        const evidence =
          account.country === null ? [] : [{ kind: 'billing_address' as const, country: account.country, reference: account.country }];
        const customer = { country: account.country, postcode: null, kind } as const;
        const supplier = { country: seller.country, registration: seller.taxNumber };
        const decision = decideTax({ supplier, customer, evidence, category, day }, rules);
        found = { decision, treatment: shared(made, treatmentOf(decision)) };
        made.set(key, found);
      }
      return found;
    },
  };
}

/** One object for treatments that are alike, so that comparing them costs nothing. */
function shared(made: ReadonlyMap<string, Treatment>, treatment: TaxTreatment): TaxTreatment {
  for (const { treatment: other } of made.values()) {
    if (other.category !== treatment.category || other.rates.length !== treatment.rates.length) continue;
    if (other.rates.every((rate, index) => isSameRate(rate, treatment.rates[index]!))) return other;
  }
  return treatment;
}

function isSameRate(a: TaxTreatment['rates'][number], b: TaxTreatment['rates'][number]): boolean {
  return a.name === b.name && a.fromDay === b.fromDay && formatExact(a.percent) === formatExact(b.percent);
}

export function frozenDecision({ decision }: Treatment): FrozenDecision {
  const { question } = decision;
  return {
    category: question.category,
    rule: decision.rule,
    reason: decision.reason,
    supplier: question.supplier,
    customer: { country: question.customer.country, kind: question.customer.kind },
    place: decision.place,
    day: formatDay(question.day),
    rates: decision.rates.map((rate) => ({
      name: rate.name,
      percent: formatExact(rate.percent),
      from: rate.fromDay === null ? null : formatDay(rate.fromDay),
      source: rate.source,
    })),
  };
}

interface RateRow {
  readonly country: string;
  readonly category: string;
  readonly name: string;
  readonly percent: string;
  readonly validFrom: string;
  readonly source: string;
}

/** Rates the seller added to those the product knows. */
export async function loadOwnRates(tx: Transaction, sellerId: bigint): Promise<SourcedRate[]> {
  const { rows } = await tx.client.query<RateRow>(
    `select country, category, name, percent, valid_from as "validFrom", source from tax_rate where seller_id = $1 order by valid_from, recorded_at, id`,
    [sellerId],
  );
  return rows.map((row) => ({ ...row, percent: readDecimal(row.percent), fromDay: readDay(row.validFrom) }));
}
