// What a row is, by table: the columns that differ from an ordinary row of usage, and what comes out.
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../../kernel/calendar/instant.ts';
import { formatExact } from '../../../../kernel/money/rational.ts';
import { classifyRow, type Verdict } from './classify-row.ts';
import { FOCUS_COLUMNS, type FocusColumn, type FocusRow } from './focus-row.ts';

type Values = Partial<Record<FocusColumn, string>>;

const ORDINARY: Values = {
  BillingAccountId: '1234',
  BillingAccountName: 'SunBird',
  BillingCurrency: 'USD',
  BillingPeriodStart: '2024-09-01 00:00:00',
  BillingPeriodEnd: '2024-10-01 00:00:00',
  ChargeCategory: 'Usage',
  ChargeDescription: '$0.085 per GB',
  ChargePeriodStart: '2024-09-18 22:00:00',
  ChargePeriodEnd: '2024-09-18 23:00:00',
  ListCost: '0.21250',
  ListUnitPrice: '0.085',
  PricingQuantity: '2.5',
  PricingUnit: 'GB',
  ProviderName: 'AWS',
  SkuId: 'HQEH',
  SkuPriceId: 'HQEH.JRTC',
  SubAccountId: '51738928782',
  SubAccountName: 'Atlas Nimbus',
};

function rowOf(changes: Values): FocusRow {
  const blank = Object.fromEntries(FOCUS_COLUMNS.map((column) => [column, ''])) as Record<FocusColumn, string>;
  return { row: 1, line: 2, identity: '0'.repeat(32), values: { ...blank, ...ORDINARY, ...changes } };
}

function describeVerdict(verdict: Verdict): string {
  if (verdict.kind === 'refused') return verdict.code;
  if (verdict.kind === 'item') return `${verdict.itemKind} ${formatExact(verdict.listCost)} for ${verdict.account.externalId}`;
  return `${formatExact(verdict.quantity)} of ${verdict.component.key} for ${verdict.account.externalId} at ${formatInstant(verdict.at)}`;
}

const classify = (changes: Values) => describeVerdict(classifyRow(rowOf(changes), 'USD'));

const USAGE = '2.5 of AWS/HQEH.JRTC@0.085/GB for 51738928782 at 2024-09-18T22:00:00Z';

describe('usage', () => {
  it.each<[string, Values, string]>([
    ['multiplies out', {}, USAGE],
    ['in another case of letters', { ChargeCategory: 'usage', BillingCurrency: 'usd' }, USAGE],
    ['rounded down as printed', { ListCost: '0.21' }, USAGE],
    [
      'exactly half a unit off',
      { ListCost: '0.2120', PricingQuantity: '2.49470588235' },
      '2.49470588235 of AWS/HQEH.JRTC@0.085/GB for 51738928782 at 2024-09-18T22:00:00Z',
    ],
    [
      'half a unit off counts as equal',
      { ListCost: '0.3', ListUnitPrice: '0.25', PricingQuantity: '1' },
      '1 of AWS/HQEH.JRTC@0.25/GB for 51738928782 at 2024-09-18T22:00:00Z',
    ],
    ['a trailing zero makes the place finer', { ListCost: '0.30', ListUnitPrice: '0.25', PricingQuantity: '1' }, 'focus.cost_mismatch'],
    ['off by more than half a unit', { ListCost: '0.22' }, 'focus.cost_mismatch'],
    ['negative quantity', { PricingQuantity: '-2.5', ListCost: '-0.2125' }, USAGE.replace('2.5', '-2.5')],
    ['nothing used', { PricingQuantity: '0.000', ListCost: '0.00' }, USAGE.replace('2.5', '0')],
    ['free', { ListUnitPrice: '0', ListCost: '0.00' }, USAGE.replace('0.085', '0')],
    ['the price as printed does not matter', { ListUnitPrice: '0.08500' }, USAGE],
    ['negative price', { ListUnitPrice: '-0.085', ListCost: '-0.2125' }, 'focus.price_negative'],
    ['no price', { ListUnitPrice: 'NULL' }, 'focus.number_missing'],
    ['no quantity', { PricingQuantity: '' }, 'focus.number_missing'],
    ['no cost', { ListCost: 'null' }, 'focus.number_missing'],
    ['a cost that is no number', { ListCost: '0,2125' }, 'focus.number_unreadable'],
    ['an enormous number', { PricingQuantity: '1E20' }, 'focus.number_too_large'],
    ['thousands of digits', { ListCost: '9'.repeat(5000) }, 'focus.number_unreadable'],
  ])('%s', (_, changes, verdict) => expect(classify(changes)).toBe(verdict));

  it('names the consumed quantity where that one would multiply out', () => {
    const verdict = classifyRow(
      rowOf({ PricingQuantity: '0.00000003', ConsumedQuantity: '0.0003', ListUnitPrice: '0.05', ListCost: '0.000015' }),
      'USD',
    );
    expect(verdict).toMatchObject({
      reason:
        'PricingQuantity 0.00000003 × ListUnitPrice 0.05 is 0.0000000015, which is not ListCost 0.000015 within half a unit of its last place; ' +
        'ConsumedQuantity 0.0003 would fit',
    });
  });
});

describe('price and account', () => {
  const component = (changes: Values) => {
    const verdict = classifyRow(rowOf(changes), 'USD');
    return verdict.kind === 'usage' ? verdict.component.key : verdict.kind === 'refused' ? verdict.code : '';
  };
  it.each<[string, Values, string]>([
    ['a blank price id falls back to the SKU', { SkuPriceId: '' }, 'AWS/sku:HQEH@0.085/GB'],
    ['so does NULL', { SkuPriceId: 'NULL' }, 'AWS/sku:HQEH@0.085/GB'],
    ['a price id that looks like the fallback is another', { SkuPriceId: 'sku:HQEH' }, 'AWS/sku%3AHQEH@0.085/GB'],
    ['one price id at another price is another component', { ListUnitPrice: '0.08', ListCost: '0.2' }, 'AWS/HQEH.JRTC@0.08/GB'],
    ['in another unit too', { PricingUnit: 'TB' }, 'AWS/HQEH.JRTC@0.085/TB'],
    ['without a unit', { PricingUnit: 'NULL' }, 'AWS/HQEH.JRTC@0.085/unit'],
    ['neither id', { SkuPriceId: '', SkuId: 'NULL' }, 'focus.price_id_missing'],
    ['an id beyond all measure', { SkuPriceId: 'x'.repeat(301) }, 'focus.text_too_long'],
    ['slashes cannot move the borders', { ProviderName: 'A/B', SkuPriceId: 'c@1' }, 'A%2FB/c%401@0.085/GB'],
  ])('%s', (_, changes, key) => expect(component(changes)).toBe(key));

  it.each<[string, Values, unknown]>([
    ['the sub-account', {}, { externalId: '51738928782', name: 'Atlas Nimbus' }],
    ['named by its id', { SubAccountName: 'NULL' }, { externalId: '51738928782', name: '51738928782' }],
    ['without a sub-account the billing account', { SubAccountId: 'NULL' }, { externalId: '1234', name: 'SunBird' }],
    ['neither', { SubAccountId: '', BillingAccountId: ' ' }, null],
  ])('bills %s', (_, changes, account) => expect(classifyRow(rowOf(changes), 'USD').account).toEqual(account));
});

describe('items', () => {
  it.each<[string, Values, string]>([
    [
      'credit',
      { ChargeCategory: 'Credit', ListCost: '-2.61370', ListUnitPrice: 'NULL', PricingQuantity: '0' },
      'credit -2.6137 for 51738928782',
    ],
    ['adjustment', { ChargeCategory: 'ADJUSTMENT', ListCost: '0.00' }, 'adjustment 0 for 51738928782'],
    ['tax', { ChargeCategory: 'Tax', ListCost: '19', SkuId: '', SkuPriceId: '' }, 'tax 19 for 51738928782'],
    ['purchase', { ChargeCategory: 'Purchase', ListCost: '400.00' }, 'purchase 400 for 51738928782'],
    ['a category of its own', { ChargeCategory: 'Support', ListCost: '7' }, 'other 7 for 51738928782'],
    ['no category', { ChargeCategory: '' }, 'focus.category_missing'],
    ['no cost', { ChargeCategory: 'Tax', ListCost: '' }, 'focus.number_missing'],
  ])('%s', (_, changes, verdict) => expect(classify(changes)).toBe(verdict));
});

describe('what makes any row impossible', () => {
  it.each<[string, Values, string]>([
    ['another currency', { BillingCurrency: 'EUR' }, 'focus.currency_differs'],
    ['no currency', { BillingCurrency: 'NULL' }, 'focus.currency_missing'],
    ['no such currency', { BillingCurrency: 'US$' }, 'focus.currency_unknown'],
    ['no provider', { ProviderName: '' }, 'focus.provider_missing'],
    ['no billing account', { BillingAccountId: '' }, 'focus.billing_account_missing'],
    ['neither account', { BillingAccountId: '', SubAccountId: '' }, 'focus.account_missing'],
    ['no billing period', { BillingPeriodStart: 'NULL' }, 'focus.time_missing'],
    ['an unreadable time', { ChargePeriodStart: '18.9.2024' }, 'focus.time_unreadable'],
    ['a time in another age', { ChargePeriodStart: '0001-01-01 00:00:00' }, 'focus.time_out_of_range'],
    ['a charge that ends before it starts', { ChargePeriodEnd: '2024-09-18 21:00:00' }, 'focus.period_reversed'],
    ['a billing period that ends before it starts', { BillingPeriodEnd: '2024-08-01' }, 'focus.period_reversed'],
  ])('%s', (_, changes, code) => expect(classify(changes)).toBe(code));

  it('keeps what was understood for the report', () => {
    const verdict = classifyRow(rowOf({ BillingCurrency: 'EUR' }), 'USD');
    expect(verdict).toMatchObject({ bill: { key: 'AWS/1234/2024-09-01' }, account: { externalId: '51738928782' } });
    expect(verdict.listCost && formatExact(verdict.listCost)).toBe('0.2125');
  });
});
