// Random plans: one to three components of any kind, alike enough between plans that a move from one to another makes sense.
import type { ComponentShape, PeriodShape, PlanShape } from './quote-shape.ts';
import type { Random } from './random.ts';
import { randomPrice } from './random-price.ts';

export interface Sketch {
  readonly key: string;
  readonly kind: ComponentShape['kind'];
  /** Counted by named items. */
  readonly named: boolean;
}

function otherPeriod(random: Random, usual: PeriodShape): PeriodShape | null {
  if (usual.unit === 'hour' || !random.once(4)) return null;
  return random.weighted<PeriodShape>([
    [3, { unit: 'month', count: 1 }],
    [2, { unit: 'week', count: 1 }],
    [2, { unit: 'day', count: 15 }],
    [2, { unit: 'month', count: 3 }],
    [1, { unit: 'year', count: 1 }],
  ]);
}

function recurring(random: Random, component: ComponentShape, period: PeriodShape): void {
  if (random.once(4)) component.timing = 'arrears';
  const byMonths = period.unit === 'month' || period.unit === 'year';
  if (period.unit === 'hour') component.fraction = 'seconds';
  else if (random.once(2))
    component.fraction = random.weighted([
      [4, 'days' as const],
      [4, 'seconds' as const],
      [byMonths ? 3 : 0, 'days30' as const],
      [2, 'none' as const],
    ]);
  if (component.fraction !== 'none' && random.once(4)) component.priceChange = 'at_once';
}

function allocation(random: Random, component: ComponentShape, period: PeriodShape): void {
  const variant = period.unit === 'hour' ? 'plain' : random.pick(['plain', 'charge', 'fraction'] as const);
  if (variant === 'charge') component.charge = random.pick(['day_max', 'max', 'end']);
  if (variant === 'fraction') component.fraction = random.pick(['days', 'seconds']);
  if ((component.charge === undefined || component.charge === 'day_max') && random.once(4)) component.priceChange = 'at_once';
}

function metered(random: Random, component: ComponentShape): void {
  component.meter = random.pick(['m', 'm', 'n']);
  if (component.price.kind !== 'percentage')
    component.aggregate = random.weighted([
      [12, 'sum' as const],
      [2, 'count' as const],
      [2, 'max' as const],
      [2, 'last' as const],
      [2, 'unique' as const],
      [3, 'time' as const],
      [2, 'p95' as const],
    ]);
  const separable = component.aggregate === undefined || component.aggregate === 'sum' || component.aggregate === 'count';
  if (separable && random.once(4)) component.priceChange = 'at_once';
}

function randomComponent(random: Random, sketch: Sketch, usual: PeriodShape, trial: boolean): ComponentShape {
  const component: ComponentShape = { key: sketch.key, kind: sketch.kind, price: { kind: 'unit', price: '1' } };
  const own = sketch.kind === 'one_time' ? null : otherPeriod(random, usual);
  if (own) component.period = own;
  const period = own ?? usual;
  component.price = randomPrice(random, component, period.unit !== 'hour' || sketch.kind === 'recurring');
  if (sketch.kind === 'recurring') recurring(random, component, period);
  if (sketch.kind === 'allocation') allocation(random, component, period);
  if (sketch.kind === 'metered') metered(random, component);
  if (sketch.kind !== 'metered' && random.once(4)) component.quantity = random.pick(['2', '5', '0.5', '0']);
  if (trial && random.once(4)) component.inTrial = true;
  const counted = sketch.kind === 'allocation' || (sketch.kind === 'metered' && !['percentage', 'capacity'].includes(component.price.kind));
  if (counted && random.once(6))
    component.roundQuantity = { mode: random.pick(['half_up', 'half_even', 'up', 'down']), scale: random.pick([0, 1, 2, -1]) };
  const { included, min, max } = component.price;
  const bounded = included !== undefined || min !== undefined || max !== undefined;
  if (sketch.kind !== 'recurring' && sketch.kind !== 'one_time' && component.priceChange === undefined && bounded && random.once(3))
    component.partPeriods = 'whole';
  return component;
}

function keepUntil(random: Random, component: ComponentShape, someDate: () => string): void {
  if (component.priceChange === undefined && component.kind !== 'one_time' && random.once(8)) component.priceChange = { until: someDate() };
}

/** Months of a period, or days where it is counted in days. */
function lengthOf({ unit, count }: PeriodShape): { months: number; days: number } {
  if (unit === 'month' || unit === 'year') return { months: unit === 'year' ? count * 12 : count, days: 0 };
  return { months: 0, days: unit === 'week' ? count * 7 : count };
}

/** Whether whole inner periods fill the outer one. */
function fits(inner: PeriodShape, outer: PeriodShape): boolean {
  const [part, whole] = [lengthOf(inner), lengthOf(outer)];
  if (part.months > 0) return whole.months > 0 && whole.months % part.months === 0;
  return part.days === 1 || (whole.days > 0 && whole.days % part.days === 0);
}

function addCommitment(random: Random, plan: PlanShape): void {
  if (plan.period.unit === 'hour' || !random.once(5)) return;
  const { unit, count } = plan.period;
  const period = random.once(3) ? { unit, count: count * random.pick([2, 3]) } : plan.period;
  const fitting = plan.components.filter((component) => component.kind !== 'one_time' && fits(component.period ?? plan.period, period));
  const isAll = fitting.length === plan.components.filter(({ kind }) => kind !== 'one_time').length;
  if (fitting.length === 0) return;
  plan.commitment = {
    amount: random.pick(['40', '100', '9.99']),
    ...(isAll && random.once(2) ? {} : { components: fitting.filter((_, index) => index === 0 || !random.once(3)).map(({ key }) => key) }),
    ...(period === plan.period && random.once(2) ? {} : { period }),
    ...(random.once(4) ? { fraction: 'none' as const } : {}),
  };
}

export function randomSketches(random: Random): Sketch[] {
  const count = random.weighted([
    [60, 1],
    [25, 2],
    [15, 3],
  ]);
  return ['a', 'b', 'c'].slice(0, count).map((key) => {
    const kind = random.weighted<ComponentShape['kind']>([
      [45, 'recurring'],
      [22, 'allocation'],
      [24, 'metered'],
      [9, 'one_time'],
    ]);
    return { key, kind, named: kind !== 'metered' && random.once(5) };
  });
}

export function randomPlans(
  random: Random,
  sketches: readonly Sketch[],
  usual: PeriodShape,
  trial: boolean,
  someDate: () => string,
): PlanShape[] {
  const keys = random.once(3) ? ['P', 'Q'] : ['P'];
  return keys.map((key) => {
    const present = key === 'P' ? sketches : sketches.filter((_, index) => index === 0 || !random.once(3));
    const components = present.map((sketch) => randomComponent(random, sketch, usual, trial));
    for (const component of components) keepUntil(random, component, someDate);
    const plan: PlanShape = { key, period: usual, components };
    addCommitment(random, plan);
    return plan;
  });
}
