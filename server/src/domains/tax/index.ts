// The door of tax.
export {
  type DecidedRate,
  decideTax,
  type PlaceEvidence,
  type SourcedRate,
  type SpecialTerritory,
  type TaxDecision,
  type TaxQuestion,
  type TaxRules,
  treatmentOf,
} from './core/decision.ts';
export { euVatRates } from './core/eu-vat-rates.ts';
export { specialTerritories } from './core/special-territories.ts';
export { isSameTreatment, ratesOn, type TaxRate, type TaxTable, type TaxTreatment, treatmentKey, treatmentOn } from './core/tax-table.ts';
export { type TaxableLine, type TaxOptions, type TaxTotal, type TaxTotals, taxTotals } from './core/tax-totals.ts';
