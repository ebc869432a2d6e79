// A plan as it is written over the API, and read into what is published.
import { z } from 'zod';
import type { Period } from '../../kernel/calendar/period.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { date, decimal, name, period, says } from '../../platform/fields.ts';
import { readDate } from '../../platform/http/read-date.ts';
import type { Component, PriceChange } from './core/component.ts';
import type { ComponentInput, PlanInput } from './publish-plan.ts';
import type { CatalogPlan } from './store.ts';

const component = z.object({
  key: says(name, 'Unique in its plan.', 'seat'),
  description: says(z.string().max(500).optional(), 'What invoices call it; its key if left out.', 'Seat'),
  unit: says(z.string().max(50).nullable().default(null), 'Unit of its quantity.', 'GB'),
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
  period: says(period.optional(), 'Its own period; the plan’s if left out.', { unit: 'month', count: 1 }),
  quantity: says(
    decimal.refine((text) => !text.startsWith('-'), 'it cannot be below zero').default('1'),
    'Units held where no fact names another.',
    '1',
  ),
  namedItems: says(z.boolean().default(false), 'Counted by named items alone, such as domains.', false),
  pool: says(name.nullable().default(null), 'Name of the pool that limits it.', 'cpu'),
  fraction: says(
    z.enum(['days', 'seconds', 'days30', 'none']).optional(),
    'How part of a period is counted; seconds for allocation, else days, if left out.',
    'days',
  ),
  charge: says(z.enum(['time', 'day_max', 'max', 'end']).default('time'), 'Which quantity of an allocation counts.', 'time'),
  partPeriods: says(
    z.enum(['by_days', 'whole']).default('by_days'),
    'Whether included units and bounds shrink with part of a period.',
    'by_days',
  ),
  priceChange: says(
    z.union([z.enum(['period', 'at_once']), z.object({ until: date })]).default('period'),
    'When a new price reaches a running subscription.',
    'period',
  ),
  inTrial: says(z.boolean().default(false), 'Charged during a trial too.', false),
  meter: says(name.nullable().default(null), 'Meter whose usage it prices; of a metered one its key if left out.', 'traffic'),
  aggregate: says(
    z.enum(['sum', 'count', 'max', 'last', 'unique', 'time', 'p95']).default('sum'),
    'How the events of a period become one quantity.',
    'sum',
  ),
  roundQuantity: says(
    z
      .object({
        mode: says(z.enum(['half_up', 'half_even', 'up', 'down']), 'How.', 'up'),
        step: says(decimal, 'To multiples of this, above zero.', '0.25'),
      })
      .nullable()
      .default(null),
    'Rounding of a measured quantity.',
  ),
  taxCategory: says(name.default('standard'), 'Which rates apply.', 'standard'),
});

const commitment = z.object({
  amount: says(decimal, 'Least spend of a period, major units.', '40'),
  components: says(z.array(name).max(1000).nullable().default(null), 'Keys of the components that count; null is all.', ['gb']),
  period: says(period.optional(), 'Over which it is promised; the plan’s if left out.', { unit: 'month', count: 1 }),
  fraction: says(z.enum(['days', 'none']).default('days'), 'Part periods by days or whole.', 'days'),
});

export const planBody = z
  .object({
    name: says(z.string().min(1).max(200), 'What people call it.', 'Cloud'),
    period: says(period.default({ unit: 'month', count: 1 }), 'Period of its components.', { unit: 'month', count: 1 }),
    commitment: says(commitment.nullable().default(null), 'A promised spend; what is missing is charged.'),
    components: says(z.array(component).min(1).max(1000), 'What it is made of.'),
  })
  .meta({ id: 'PlanBody', description: 'What a version of a plan says. Prices are published apart.' });

export type PlanBody = z.output<typeof planBody>;

export const planVersionShape = z
  .object({
    plan: says(z.string(), 'Key of the plan.', 'cloud'),
    ref: says(z.string(), 'What timelines call the version: the key, or key~2.', 'cloud~2'),
    version: says(z.int(), 'From 1.', 2),
    publishedAt: says(z.string(), 'From then on it can be bought and never changes.', '2026-01-01T00:00:00Z'),
    body: says(planBody, 'What it says.'),
  })
  .meta({ id: 'PlanVersion', description: 'A frozen version of a plan.' });

export function readPlanBody(key: string, body: PlanBody): PlanInput {
  const components = body.components.map((one, index) => readComponent(one, body.period, `components[${index}]`));
  const { commitment: promise } = body;
  return {
    key,
    name: body.name,
    period: body.period,
    commitment: promise === null ? null : { ...promise, amount: readDecimal(promise.amount), period: promise.period ?? body.period },
    components,
  };
}

function readComponent(body: PlanBody['components'][number], planPeriod: Period, path: string): ComponentInput {
  const { kind, roundQuantity } = body;
  return {
    ...body,
    description: body.description ?? body.key,
    timing: body.timing ?? (kind === 'recurring' || kind === 'one_time' ? 'advance' : 'arrears'),
    period: body.period ?? planPeriod,
    quantity: readDecimal(body.quantity),
    fraction: body.fraction ?? (kind === 'allocation' ? 'seconds' : 'days'),
    priceChange: readPriceChange(body.priceChange, path),
    meter: kind === 'metered' ? (body.meter ?? body.key) : null,
    roundQuantity: roundQuantity === null ? null : { mode: roundQuantity.mode, step: readDecimal(roundQuantity.step) },
  };
}

function readPriceChange(change: PlanBody['components'][number]['priceChange'], path: string): PriceChange {
  return typeof change === 'string' ? { kind: change } : { kind: 'until', day: readDate(change.until, `${path}.priceChange.until`) };
}

/** The body that would publish the same version again. */
export function planBodyOf({ name: planName, plan, components }: CatalogPlan, formatDay: (day: number) => string): PlanBody {
  const { commitment: promise } = plan;
  return {
    name: planName,
    period: plan.period,
    commitment:
      promise === null
        ? null
        : { ...promise, amount: formatExact(promise.amount), components: promise.components === null ? null : [...promise.components] },
    components: components.map(({ component: one, description, unit }) => ({ ...bodyOf(one, formatDay), description, unit })),
  };
}

function bodyOf(one: Component, formatDay: (day: number) => string): Omit<PlanBody['components'][number], 'description' | 'unit'> {
  const { ref: _ref, plan: _plan, quantity, priceChange, roundQuantity, ...rest } = one;
  return {
    ...rest,
    quantity: formatExact(quantity),
    priceChange: priceChange.kind === 'until' ? { until: formatDay(priceChange.day) } : priceChange.kind,
    roundQuantity: roundQuantity === null ? null : { mode: roundQuantity.mode, step: formatExact(roundQuantity.step) },
  };
}
