// Plans, their components and the prices of lists in a quote document.
import { z } from 'zod';
import { date, decimal, moment, name, period, price, says } from './document-fields.ts';

const roundQuantity = says(
  z.strictObject({
    mode: says(
      z.enum(['half_up', 'half_even', 'up', 'down', 'ceil', 'floor']),
      'Half away from zero, half to even, up or down; ceil and floor are other names of up and down.',
      'half_up',
    ),
    scale: says(z.number().int().min(-12).max(12).optional(), 'Decimal places; 0 if neither it nor a step is given.', 2),
    step: says(decimal.optional(), 'Round to multiples of this, in units.', '0.25'),
  }),
  'Rounding of a measured quantity, to decimal places or to a step.',
  { mode: 'half_up', scale: 2 },
  { mode: 'up', step: '0.25' },
);

const component = z.strictObject({
  key: says(name, 'Unique in its plan.', 'seat'),
  kind: says(
    z.enum(['recurring', 'allocation', 'metered', 'one_time']).default('recurring'),
    'A price for a period; a quantity held over time; usage; a single charge.',
    'recurring',
  ),
  timing: says(
    z.enum(['advance', 'arrears']).optional(),
    'When it is billed; recurring in advance, measured always in arrears.',
    'advance',
  ),
  period: says(period.optional(), 'Its own period; the plan\u2019s if left out.', { unit: 'month', count: 1 }),
  price: says(price.optional(), 'Its price since ever; `prices` has later ones and those of sellers.', { kind: 'unit', price: '3' }),
  quantity: says(decimal.default('1'), 'Units held where no fact names another.', '1'),
  item: says(name.nullable().default(null), 'Named item that the quantity belongs to.', null, 'example.org'),
  pool: says(name.nullable().default(null), 'Name of the pool that limits it.', null, 'cpu'),
  fraction: says(
    z.enum(['days', 'seconds', 'days30', 'none']).optional(),
    'How part of a period is counted: civil days, real time, 30E/360, or whole. Seconds for allocation, else days, if left out.',
    'days',
  ),
  charge: says(
    z.enum(['time', 'day_max', 'max', 'end']).default('time'),
    'Which quantity of an allocation counts: weighted by time, each day\u2019s or the period\u2019s greatest, or the last.',
    'time',
  ),
  partPeriods: says(
    z.enum(['by_days', 'whole']).default('by_days'),
    'Whether included units, least and greatest amounts shrink with part of a period.',
    'by_days',
  ),
  priceChange: says(
    z.union([z.enum(['period', 'at_once']), z.strictObject({ until: date })]).default('period'),
    'When a new price reaches a running subscription: with the next period, on its day, or after a day.',
    'period',
    { until: '2025-01-01' },
  ),
  inTrial: says(z.boolean().default(false), 'Charged during a trial too.', false),
  meter: says(name.optional(), 'Meter whose usage it prices; its key if left out.', 'gb'),
  aggregate: says(
    z.enum(['sum', 'count', 'max', 'last', 'unique', 'time', 'p95']).default('sum'),
    'How the events of a period become one quantity.',
    'sum',
  ),
  roundQuantity: roundQuantity.optional(),
  taxCategory: says(name.default('standard'), 'Key into account.taxes.', 'standard'),
});

const commitment = z.strictObject({
  amount: says(decimal, 'Least spend of a period, major units.', '40'),
  components: says(z.array(name).max(1000).nullable().optional(), 'Keys of the components that count; all if left out.', ['gb']),
  period: says(period.optional(), 'Over which it is promised; the plan\u2019s period if left out.', { unit: 'month', count: 1 }),
  fraction: says(z.enum(['days', 'none']).default('days'), 'Part periods by days or whole.', 'days'),
});

export const plan = z.strictObject({
  key: says(name, 'Unique in the document.', 'P'),
  period: says(period.default({ unit: 'month', count: 1 }), 'Period of its components.', { unit: 'month', count: 1 }),
  commitment: says(commitment.nullable().optional(), 'A promised spend; what is missing is charged.', null, { amount: '40' }),
  components: says(z.array(component).min(1).max(1000), 'What it is made of.', [{ key: 'seat', price: { kind: 'unit', price: '3' } }]),
});

export const priceEntry = z.strictObject({
  component: says(name, 'plan/component', 'P/seat'),
  from: says(date.nullable().default(null), 'First day it is valid; null since ever.', '2024-03-01'),
  recorded: says(moment.optional(), 'When it was published; its first day if left out.', '2024-02-10'),
  correction: says(
    z.boolean().default(false),
    'Corrects the past: re-rates by difference. Needed where `from` lies before `recorded`.',
    false,
  ),
  price,
  seller: says(name.nullable().default(null), 'Whose list it stands in, one of `sellers`.', 'host', null),
  audience: says(z.enum(['resellers', 'companies']).nullable().default(null), 'Who it is for; null is both.', 'resellers'),
  buyer: says(name.nullable().default(null), 'The one buyer an override is for.', null, 'res'),
});

export type PlanDocument = z.infer<typeof plan>;
export type ComponentDocument = z.infer<typeof component>;
