// Documents that name what is not there, contradict themselves, or ask for too much: each refused with a code, the place and a remedy.
import { describe, expect, it } from 'vitest';
import { answerOf, documentWith, type Json, refusalOf } from '../../testing/quote-documents.ts';

const withFact = (fact: Json): unknown => documentWith(['subscriptions.0.timeline.1', { at: '2024-01-02', ...fact }]);
const component = (fields: Json): unknown =>
  documentWith(['plans.0.components.0', { key: 'seat', price: { kind: 'unit', price: '3' }, ...fields }]);
const priced = (price: Json, kind = 'recurring'): unknown => component({ price, kind });
const newPrice = (fields: Json): unknown =>
  documentWith(['prices', [{ component: 'P/seat', from: '2024-02-01', price: { kind: 'unit', price: '4' }, ...fields }]]);
const month = (count: number): Json => ({ unit: 'month', count });
const cell = (fields: Json): Json => ({
  subscription: 's',
  component: 'P/seat',
  window: { from: '2024-01-01', to: '2024-02-01' },
  seq: 1,
  gross: '3.00',
  net: '3.00',
  picture: [],
  ...fields,
});

type Case = readonly [name: string, document: unknown, code: string, path: string, message: string];

function refuses(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, document, code, path, message) => {
    expect(refusalOf(document)).toEqual({ code, path, message });
  });
}

describe('what is not there', () => {
  const noItem = 'There is no item or plan/component "mail"; correct the name.';
  const noPlan = (name: string): string => `There is no plan "${name}" in this document; add it or correct the name.`;
  const timeline = 'subscriptions[0].timeline';
  refuses([
    ['a plan', documentWith(['subscriptions.0.timeline.0.plan', 'Q']), 'plan.unknown', `${timeline}[0].plan`, noPlan('Q')],
    [
      'a plan that every object seems to have',
      documentWith(['subscriptions.0.timeline.0.plan', 'constructor']),
      'plan.unknown',
      `${timeline}[0].plan`,
      noPlan('constructor'),
    ],
    [
      'a component',
      withFact({ do: 'quantity', component: 'desk', value: '1' }),
      'component.unknown',
      `${timeline}[1].component`,
      'No plan has a component "desk"; add it or correct the name.',
    ],
    [
      'a fact to take back',
      withFact({ do: 'void', ref: 'f9' }),
      'timeline.unknown_fact',
      `${timeline}[1].ref`,
      'There is no fact with the id "f9" to take back; correct the name.',
    ],
    [
      'a component with a new price',
      newPrice({ component: 'P/desk' }),
      'price.unknown_component',
      'prices[0].component',
      'No plan has a component "P/desk"; write plan/component.',
    ],
    [
      'a seller of a price',
      newPrice({ seller: 'host' }),
      'price.unknown_seller',
      'prices[0].seller',
      '"host" is not among the sellers; add it or correct the name.',
    ],
    [
      'a price',
      component({ price: undefined }),
      'price.missing',
      'plans[0].components[0]',
      'P/seat has no price in EUR; publish one in that currency or end the sale.',
    ],
    [
      'what a discount is for',
      documentWith(['discounts', [{ at: '2024-01-01', amount: '1', items: ['mail'] }]]),
      'discount.unknown_item',
      'discounts[0].items[0]',
      noItem,
    ],
    [
      'what a credit is for',
      documentWith(['credits', [{ at: '2024-01-01', amount: '1', item: 'mail' }]]),
      'credit.unknown_item',
      'credits[0].item',
      noItem,
    ],
    [
      'what a grant may pay',
      documentWith(['account.grants', [{ id: 'g', at: '2024-01-01', amount: '1', scope: ['mail'] }]]),
      'grant.unknown_item',
      'account.grants[0].scope[0]',
      noItem,
    ],
    [
      'a tax category',
      documentWith(['account.taxes', { reduced: [{ percent: '5' }] }]),
      'tax.unknown_category',
      'plans[0].components[0].taxCategory',
      'account.taxes has no category "standard"; add it, with an empty list if it is not taxed.',
    ],
    [
      'a pool',
      component({ pool: 'constructor' }),
      'pool.unknown',
      'account.pools',
      '"P/seat" draws on the pool "constructor"; say how much it holds.',
    ],
    [
      'a seller above',
      documentWith(['sellers', [{ id: 'res', parent: 'host' }]]),
      'seller.no_chain',
      'sellers',
      'The parents of "res" do not lead to a provider; give every seller but one an existing parent.',
    ],
    [
      'a component of a commitment',
      documentWith(['plans.0.commitment', { amount: '5', components: ['gb'] }]),
      'commitment.unknown_component',
      'plans[0].commitment.components',
      'The plan has no component "gb"; correct the name.',
    ],
  ]);
});

describe('contradictions', () => {
  const place = 'plans[0].components[0]';
  const commitment = (period: Json, own: Json): unknown =>
    documentWith(['plans.0.commitment', { amount: '5', period }], ['plans.0.components.0.period', own]);
  const doNotNest = 'Periods of "seat" do not fit wholly into the commitment\'s; choose a multiple.';
  refuses([
    [
      'sellers in a circle',
      documentWith([
        'sellers',
        [
          { id: 'a', parent: 'b' },
          { id: 'b', parent: 'a' },
        ],
      ]),
      'seller.no_chain',
      'sellers',
      'The parents of "b" do not lead to a provider; give every seller but one an existing parent.',
    ],
    [
      'a backdated price that is no correction',
      newPrice({ recorded: '2024-02-10' }),
      'price.backdated',
      'prices[0].from',
      'The price begins before it was recorded; say "correction": true if it shall re-rate the past.',
    ],
    ['two months in a quarter', commitment(month(3), month(2)), 'commitment.periods_do_not_nest', 'plans[0].commitment.period', doNotNest],
    [
      'weeks in a month',
      commitment(month(1), { unit: 'week', count: 1 }),
      'commitment.periods_do_not_nest',
      'plans[0].commitment.period',
      doNotNest,
    ],
    [
      'nine of a pool of eight',
      documentWith(['account.pools', { cpu: '8' }], ['plans.0.components.0.pool', 'cpu'], ['plans.0.components.0.quantity', '9']),
      'pool.exceeded',
      'account.pools.cpu',
      'The pool "cpu" holds 8, but 9 are allocated; take back 1.',
    ],
    [
      'usage in advance',
      component({ kind: 'metered', timing: 'advance' }),
      'component.measured_in_advance',
      `${place}.timing`,
      'What is measured is billed in arrears; leave "timing" out or make the component recurring.',
    ],
    [
      'whole periods whose price changes at once',
      component({ fraction: 'none', priceChange: 'at_once' }),
      'component.whole_periods_at_once',
      `${place}.priceChange`,
      'With whole periods a price cannot change at once; choose "period" or another fraction.',
    ],
    [
      'rounding to places and to a step',
      component({ roundQuantity: { mode: 'up', scale: 2, step: '0.25' } }),
      'component.rounding_twice',
      `${place}.roundQuantity.scale`,
      'Say either "scale" or "step"; leave the other out.',
    ],
    [
      'rounding to steps of nothing',
      component({ roundQuantity: { mode: 'up', step: '0' } }),
      'component.rounding_step',
      `${place}.roundQuantity.step`,
      'The step must be above zero.',
    ],
    [
      'a percentage without usage',
      priced({ kind: 'percentage', rate: '2' }),
      'price.needs_usage',
      `${place}.price.kind`,
      'A percentage price needs usage; make the component metered.',
    ],
    [
      'a rate in a flat price',
      priced({ kind: 'flat', price: '1', rate: '2' }),
      'price.unused_field',
      `${place}.price.rate`,
      'A flat price does not use "rate": leave it out or choose another kind.',
    ],
    [
      'tiers that fall',
      priced({
        kind: 'volume',
        tiers: [
          { upTo: '10', price: '1' },
          { upTo: '5', price: '2' },
        ],
      }),
      'price.tiers_not_ascending',
      `${place}.price.tiers[1].upTo`,
      'Upper bounds must rise from tier to tier, beginning above zero.',
    ],
    [
      'a graduated price without tiers',
      priced({ kind: 'graduated' }),
      'price.tiers_missing',
      `${place}.price.tiers`,
      'A graduated price needs at least one tier.',
    ],
    [
      'more money back than there is',
      documentWith(['account.balance', '10.00'], ['refunds', [{ at: '2024-01-05', amount: '8.00' }]]),
      'refund.above_balance',
      'refunds[0]',
      'There is less on the balance than is paid back; correct the amount or the day.',
    ],
    [
      'billed taxes that do not add up',
      documentWith(['billed', [cell({ taxes: [{ category: 'standard', rates: [], amount: '99.00' }] })]]),
      'billed.taxes_do_not_add_up',
      'billed[0].taxes',
      'These amounts must add up to "net"; feed an answer\u2019s "billed" back unchanged.',
    ],
    [
      'a billed window with two kinds of bounds',
      documentWith(['billed', [cell({ window: { from: '2024-01-01', to: '2024-02-01T00:00:00Z' } })]]),
      'billed.no_window',
      'billed[0].window',
      'A window ends after it begins, both as dates or both as instants.',
    ],
  ]);
});

describe('too much', { timeout: 60_000 }, () => {
  const tooManyWindows = (name: string): string => `More than 20000 periods to bill at once; check the start and the period of ${name}.`;
  const begun = (at: string, period: Json): unknown =>
    documentWith(['subscriptions.0.timeline.0.at', at], ['plans.0.period', period], ['runs', ['2024-01-01']]);
  refuses([
    [
      'hours over decades',
      begun('1990-01-01', { unit: 'hour', count: 1 }),
      'rating.too_many_windows',
      'plans[0].components[0]',
      tooManyWindows('P/seat'),
    ],
    [
      'days over two millennia',
      begun('0001-01-01', { unit: 'day', count: 1 }),
      'rating.too_many_windows',
      'plans[0].components[0]',
      tooManyWindows('P/seat'),
    ],
    [
      'an item for each hour of two millennia',
      documentWith(['items', [{ id: 'x', at: '0001-01-01', amount: '1', every: { unit: 'hour', count: 1 } }]]),
      'rating.too_many_windows',
      'items[0]',
      tooManyWindows('x'),
    ],
    [
      'billing days to the end of time',
      documentWith(['runs', { until: '9999-12-31' }]),
      'quote.too_many_runs',
      'runs.until',
      'That would take more than 10000 billing days; choose an earlier day.',
    ],
  ]);

  it('but sixty digits times sixty digits are exact', () => {
    const nines = `${'9'.repeat(30)}.${'9'.repeat(30)}`;
    const answer = documentWith(['plans.0.components.0', { key: 'seat', quantity: nines, price: { kind: 'unit', price: nines } }]);
    // (10^30 − 10^-30)² = 10^60 − 2 + 10^-60
    expect(answerOf(answer).invoices[0]!.lines[0]!.exact).toBe(`${(10n ** 60n - 1n) ** 2n}/1${'0'.repeat(60)}`);
  });
});
