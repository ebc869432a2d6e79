// The quote document, version 1: facts of one account in, invoices out. This is the public contract; fields are added, never renamed.
import { z } from 'zod';
import { anchor, count, date, decimal, moment, name, period, price } from './document-fields.ts';

const roundQuantity = z
  .strictObject({
    mode: z.enum(['half_up', 'half_even', 'up', 'down', 'ceil', 'floor']),
    scale: z.number().int().min(-12).max(12).optional(),
    step: decimal.optional(),
  })
  .meta({
    description: 'Rounding of a measured quantity, to decimal places or to a step.',
    examples: [
      { mode: 'half_up', scale: 2 },
      { mode: 'up', step: '0.25' },
    ],
  });

const component = z.strictObject({
  key: name.meta({ description: 'Unique in its plan.', examples: ['seat'] }),
  kind: z
    .enum(['recurring', 'allocation', 'metered', 'one_time'])
    .default('recurring')
    .meta({ description: 'How it is counted.', examples: ['recurring'] }),
  timing: z
    .enum(['advance', 'arrears'])
    .optional()
    .meta({ description: 'When it is billed; recurring in advance, measured always in arrears.', examples: ['advance'] }),
  period: period.optional().meta({ description: 'Its own period; the plan\u2019s if left out.', examples: [{ unit: 'month', count: 1 }] }),
  price: price.optional(),
  quantity: decimal.default('1').meta({ description: 'Units held where no fact names another.', examples: ['1'] }),
  item: name
    .nullable()
    .default(null)
    .meta({ description: 'Named item that the quantity belongs to.', examples: [null, 'example.org'] }),
  pool: name
    .nullable()
    .default(null)
    .meta({ description: 'Name of the pool that limits it.', examples: [null, 'cpu'] }),
  fraction: z
    .enum(['days', 'seconds', 'days30', 'none'])
    .optional()
    .meta({ description: 'How part of a period is counted.', examples: ['days'] }),
  charge: z
    .enum(['time', 'day_max', 'max', 'end'])
    .default('time')
    .meta({ description: 'Which quantity of an allocation counts.', examples: ['time'] }),
  partPeriods: z
    .enum(['by_days', 'whole'])
    .default('by_days')
    .meta({ description: 'Whether included units, least and greatest amounts shrink with part of a period.', examples: ['by_days'] }),
  priceChange: z
    .union([z.enum(['period', 'at_once']), z.strictObject({ until: date })])
    .default('period')
    .meta({ description: 'When a new price reaches a running subscription.', examples: ['period', { until: '2025-01-01' }] }),
  inTrial: z
    .boolean()
    .default(false)
    .meta({ description: 'Charged during a trial too.', examples: [false] }),
  meter: name.optional().meta({ description: 'Meter whose usage it prices; its key if left out.', examples: ['gb'] }),
  aggregate: z
    .enum(['sum', 'count', 'max', 'last', 'unique', 'time', 'p95'])
    .default('sum')
    .meta({ description: 'How events become one quantity.', examples: ['sum'] }),
  roundQuantity: roundQuantity.optional(),
  taxCategory: name.default('standard').meta({ description: 'Key into account.taxes.', examples: ['standard'] }),
});

const commitment = z.strictObject({
  amount: decimal.meta({ description: 'Least spend of a period.', examples: ['40'] }),
  components: z
    .array(name)
    .max(1000)
    .nullable()
    .optional()
    .meta({ description: 'Keys of the components that count; all if left out.', examples: [['gb']] }),
  period: period.optional(),
  fraction: z
    .enum(['days', 'none'])
    .default('days')
    .meta({ description: 'Part periods by days or whole.', examples: ['days'] }),
});

const plan = z.strictObject({
  key: name.meta({ description: 'Unique in the document.', examples: ['P'] }),
  period: period.default({ unit: 'month', count: 1 }),
  commitment: commitment.nullable().optional(),
  components: z.array(component).min(1).max(1000),
});

const quantities = z
  .record(name, decimal)
  .default({})
  .meta({ description: 'Units by component key.', examples: [{ seat: '5' }] });
const factBase = {
  at: moment.meta({ description: 'When it takes effect.', examples: ['2024-01-21'] }),
  recorded: moment.optional().meta({ description: 'When we learned it; when it takes effect if left out.', examples: ['2024-01-25'] }),
  id: name.optional().meta({ description: 'Name by which a void takes it back.', examples: ['f1'] }),
};

const fact = z.discriminatedUnion('do', [
  z.strictObject({
    ...factBase,
    do: z.literal('start'),
    plan: name,
    quantities,
    anchor: anchor.optional(),
    anchorOn: date
      .optional()
      .meta({ description: 'Day that the anchor rule counts from; the first start\u2019s day if left out.', examples: ['2024-01-01'] }),
    trialUntil: moment.nullable().default(null),
  }),
  z.strictObject({ ...factBase, do: z.literal('quantity'), component: name, value: decimal }),
  z.strictObject({ ...factBase, do: z.literal('item'), component: name, item: name, value: decimal.default('1') }),
  z.strictObject({ ...factBase, do: z.literal('plan'), plan: name, quantities }),
  z.strictObject({ ...factBase, do: z.literal('pause') }),
  z.strictObject({ ...factBase, do: z.literal('resume') }),
  z.strictObject({ ...factBase, do: z.literal('end') }),
  z.strictObject({
    ...factBase,
    do: z.literal('discount'),
    percent: decimal,
    until: moment.nullable().optional(),
    component: name.nullable().optional(),
  }),
  z.strictObject({ ...factBase, do: z.literal('anchor'), anchor }),
  z.strictObject({ ...factBase, do: z.literal('void'), ref: name }),
]);

const priceEntry = z.strictObject({
  component: name.meta({ description: 'plan/component', examples: ['P/seat'] }),
  from: date
    .nullable()
    .default(null)
    .meta({ description: 'First day it is valid; null since ever.', examples: ['2024-03-01'] }),
  recorded: moment.optional().meta({ description: 'When it was published; its first day if left out.', examples: ['2024-02-10'] }),
  correction: z
    .boolean()
    .default(false)
    .meta({ description: 'Corrects the past: re-rates by difference. Needed where `from` lies before `recorded`.', examples: [false] }),
  price,
  seller: name
    .nullable()
    .default(null)
    .meta({ description: 'Whose list it stands in.', examples: ['host', null] }),
  audience: z
    .enum(['resellers', 'companies'])
    .nullable()
    .default(null)
    .meta({ description: 'Who it is for.', examples: ['resellers'] }),
  buyer: name
    .nullable()
    .default(null)
    .meta({ description: 'The one buyer an override is for.', examples: [null, 'res'] }),
});

const tax = z.strictObject({
  percent: decimal.meta({ description: 'Rate in per cent.', examples: ['19'] }),
  name: name.default('Tax').meta({ description: 'As printed.', examples: ['VAT'] }),
  from: date
    .nullable()
    .default(null)
    .meta({ description: 'First day of the rate.', examples: ['2007-01-01'] }),
});

const grant = z.strictObject({
  id: name,
  amount: decimal,
  at: moment,
  priority: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .default(50)
    .meta({ description: 'Lower is spent first.', examples: [50] }),
  expires: moment.nullable().default(null),
  scope: z
    .array(name)
    .max(1000)
    .nullable()
    .default(null)
    .meta({ description: 'Items and plan/components it may pay; null is all.', examples: [['P/seat']] }),
  kind: z.enum(['discount', 'voucher', 'compensation']).default('discount'),
});

const account = z.strictObject({
  id: name.default('account').meta({ description: 'Buyer in price lists.', examples: ['acme'] }),
  seller: name.optional().meta({ description: 'The seller it buys of; the last of `sellers` if left out.', examples: ['res'] }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Write the currency as three capital letters, such as EUR.')
    .default('EUR')
    .meta({ description: 'ISO 4217.', examples: ['EUR'] }),
  digits: z
    .number()
    .int()
    .min(0)
    .max(6)
    .optional()
    .meta({ description: 'Minor digits; those of the currency if left out.', examples: [2] }),
  timezone: z
    .string()
    .max(64)
    .default('UTC')
    .meta({ description: 'IANA time zone.', examples: ['Europe/Berlin'] }),
  rounding: z.enum(['half_up', 'half_even']).default('half_up'),
  anchor: anchor.default('start'),
  fullPeriod: z.enum(['anchor', 'edge']).default('anchor'),
  changes: z
    .strictObject({
      upgrade: z.enum(['at_once', 'next_cycle']).default('next_cycle'),
      downgrade: z.enum(['at_once', 'next_cycle', 'period_end']).default('next_cycle'),
    })
    .default({ upgrade: 'next_cycle', downgrade: 'next_cycle' }),
  changeDay: z.enum(['new', 'old']).default('new'),
  cancellationDay: z.enum(['free', 'billed']).default('free'),
  minimumStay: z
    .literal('P1D')
    .nullable()
    .default('P1D')
    .meta({ description: 'Least time charged for each beginning of service; null is none.', examples: ['P1D', null] }),
  taxes: z
    .record(name, z.array(tax).max(100))
    .default({})
    .meta({ description: 'Rates by tax category.', examples: [{ standard: [{ percent: '19', name: 'VAT', from: '2007-01-01' }] }] }),
  taxRounding: z.enum(['document', 'line']).default('document'),
  taxInclusive: z
    .boolean()
    .default(false)
    .meta({ description: 'Prices contain the tax.', examples: [false] }),
  corrections: z.enum(['credit_note', 'lines']).default('credit_note'),
  minimum: z
    .strictObject({ amount: decimal.default('0'), carry: z.enum(['collection', 'lines', 'top_up']).default('collection') })
    .default({ amount: '0', carry: 'collection' }),
  interim: z
    .array(decimal)
    .max(100)
    .default([])
    .meta({ description: 'Spending thresholds of a period.', examples: [['200.00']] }),
  pools: z
    .record(name, decimal)
    .default({})
    .meta({ description: 'Greatest quantity by pool.', examples: [{ cpu: '8' }] }),
  balance: decimal.default('0'),
  grants: z.array(grant).max(10_000).default([]),
});

const subscription = z.strictObject({
  id: name,
  taxCategory: name.nullable().default(null),
  timeline: z.array(fact).min(1).max(100_000),
});

const usage = z.strictObject({
  id: name,
  subscription: name,
  meter: name,
  at: moment,
  recorded: moment.optional(),
  value: decimal,
});

const item = z.strictObject({
  id: name,
  at: moment,
  recorded: moment.optional(),
  amount: decimal.meta({ description: 'Price of one unit; negative for a credit.', examples: ['17.00'] }),
  quantity: decimal.default('1'),
  taxCategory: name.default('standard'),
  every: period
    .nullable()
    .default(null)
    .meta({ description: 'Repeats; null is once.', examples: [null] }),
  until: moment.nullable().default(null),
});

const exactFraction = z
  .string()
  .max(2000)
  .regex(/^-?\d{1,999}(\/[1-9]\d{0,998})?$/, 'Write an exact fraction, such as "165/31".');

const picturePiece = z.strictObject({
  from: moment,
  to: moment,
  whole: z.boolean(),
  quantity: exactFraction,
  priceId: z.string(),
  factor: exactFraction,
  fraction: exactFraction,
  gross: exactFraction,
  net: exactFraction,
  parts: z.array(z.strictObject({ tier: count, units: exactFraction, amount: exactFraction })).optional(),
  credit: z.string().nullable().optional(),
});

const billedWindow = z.strictObject({ from: moment, to: moment, full: z.strictObject({ from: date, to: date }).optional() });

/** A cell as an answer gives it: to be fed back unchanged. */
export const billedCell = z.strictObject({
  subscription: name.nullable(),
  component: name,
  item: name.nullable().default(null),
  window: billedWindow.nullable(),
  kind: z.enum(['component', 'commitment', 'extra_item']).default('component'),
  seq: z.number().int().min(1),
  gross: decimal,
  net: decimal,
  share: exactFraction.optional(),
  picture: z.array(picturePiece),
  taxes: z
    .array(
      z.strictObject({
        category: name,
        rates: z.array(z.strictObject({ name, percent: decimal, from: date.nullable().optional() })),
        amount: decimal,
      }),
    )
    .default([]),
});

export const quoteDocument = z
  .strictObject({
    version: z.literal(1),
    account: account.prefault({}),
    sellers: z
      .array(z.strictObject({ id: name, parent: name.nullable().default(null) }))
      .max(100)
      .default([]),
    plans: z.array(plan).max(1000).default([]),
    prices: z.array(priceEntry).max(100_000).default([]),
    subscriptions: z.array(subscription).max(10_000).default([]),
    usage: z.array(usage).max(1_000_000).default([]),
    items: z.array(item).max(100_000).default([]),
    discounts: z
      .array(
        z.strictObject({
          id: name.optional(),
          at: moment,
          recorded: moment.optional(),
          amount: decimal,
          items: z.array(name).nullable().default(null),
          bound: decimal.default('0'),
        }),
      )
      .default([]),
    credits: z
      .array(z.strictObject({ id: name.optional(), item: name, at: moment, recorded: moment.optional(), amount: decimal }))
      .default([]),
    payments: z.array(z.strictObject({ at: moment, amount: decimal })).default([]),
    refunds: z.array(z.strictObject({ at: moment, amount: decimal })).default([]),
    billed: z.array(billedCell).default([]),
    runs: z.union([z.array(date).max(10_000), z.strictObject({ until: date })]).meta({
      description: 'Billing days in order, or until when to bill.',
      examples: [['2024-01-01', '2024-02-01'], { until: '2024-12-31' }],
    }),
  })
  .meta({
    id: 'https://prorata.dev/schema/quote-1.json',
    title: 'Prorata quote document',
    description: 'Facts of one account in, the invoices they make out.',
  });

export type QuoteDocument = z.infer<typeof quoteDocument>;
export type FactDocument = z.infer<typeof fact>;
export type PlanDocument = z.infer<typeof plan>;
export type ComponentDocument = z.infer<typeof component>;
export type BilledCell = z.infer<typeof billedCell>;
export type GrantDocument = z.infer<typeof grant>;
