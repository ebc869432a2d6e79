// A random quote document for a seed: plans, prices that change, a life told out of order, usage, runs in between and one at the end.
import { formatDay } from '../../../kernel/calendar/civil.ts';
import type { AccountShape, PlanShape, PriceEntryShape, QuoteDocument, UsageShape } from './quote-shape.ts';
import { type Random, seededRandom } from './random.ts';
import { type RandomCalendar, randomCalendar } from './random-calendar.ts';
import { addAllMoney } from './random-money.ts';
import { randomPlans, randomSketches } from './random-plan.ts';
import { randomPrice } from './random-price.ts';
import { randomTimeline } from './random-timeline.ts';

const PERIOD_DAYS = { hour: 1, day: 1, week: 7, month: 31, year: 366 } as const;

function randomAccount(random: Random, calendar: RandomCalendar): AccountShape {
  const account: AccountShape = { currency: 'EUR', digits: 2, timezone: calendar.zone };
  account.changes = { upgrade: 'at_once', downgrade: 'at_once' };
  if (random.once(3))
    account.changes = {
      upgrade: random.pick(['at_once', 'next_cycle']),
      downgrade: random.pick(['at_once', 'next_cycle', 'period_end']),
    };
  if (random.once(6))
    [account.currency, account.digits] = random.pick<[string, number]>([
      ['JPY', 0],
      ['KWD', 3],
    ]);
  if (random.once(8)) account.rounding = 'half_even';
  if (random.once(2))
    account.anchor = random.weighted<NonNullable<AccountShape['anchor']>>([
      [3, { day: random.pick([1, 13, 15, 28, 29, 30, 31]) }],
      [1, formatDay(calendar.firstDay + random.between(-400, 60))],
      [1, 'start'],
    ]);
  if (random.once(8)) account.fullPeriod = 'edge';
  if (random.once(6)) account.changeDay = 'old';
  if (random.once(6)) account.cancellationDay = 'billed';
  if (random.once(5)) account.minimumStay = null;
  if (random.once(2)) account.corrections = 'lines';
  if (random.once(8)) account.interim = [random.pick(['5.00', '20.00'])];
  if (random.once(10) && account.digits === 2) account.minimumStay = 'P1D';
  return account;
}

function randomPriceChanges(random: Random, calendar: RandomCalendar, plans: readonly PlanShape[]): PriceEntryShape[] {
  const changes: PriceEntryShape[] = [];
  for (const plan of plans) {
    for (const component of plan.components) {
      const count = random.weighted([
        [6, 0],
        [3, 1],
        [1, 2],
      ]);
      for (let turn = 0; turn < count; turn += 1) {
        const from = calendar.someDay();
        const late = random.once(3);
        const recorded = late ? from + random.between(1, 25) : from - random.between(0, 30);
        changes.push({
          component: `${plan.key}/${component.key}`,
          from: formatDay(from),
          ...(late || random.once(2) ? { recorded: formatDay(recorded) } : {}),
          ...(late ? { correction: true } : {}),
          price: randomPrice(random, component, false, component.price),
        });
      }
    }
  }
  return changes;
}

function randomUsage(
  random: Random,
  calendar: RandomCalendar,
  plans: readonly PlanShape[],
  subscriptions: readonly string[],
): UsageShape[] {
  const metered = plans.flatMap(({ components }) => components.filter(({ kind }) => kind === 'metered'));
  if (metered.length === 0) return [];
  const negative = metered.every(({ price }) => price.kind !== 'percentage');
  const count = random.between(0, 7);
  return Array.from({ length: count }, (_, index) => {
    const day = calendar.someDay() + random.pick([0, 0, 0, 0, 1, -2]);
    const recorded = calendar.learned(day);
    return {
      id: `u${index}`,
      subscription: random.pick(subscriptions),
      meter: random.pick(['m', 'm', 'n']),
      at: calendar.momentOn(day),
      ...(recorded === undefined ? {} : { recorded }),
      value: random.pick(['1', '2.5', '8', '12', '0', ...(negative && random.once(3) ? ['-4', '-20'] : [])]),
    };
  });
}

/** Every instant a fact was learned, as a day. */
function learnedDays(document: QuoteDocument, calendar: RandomCalendar): number[] {
  const stamps: { at: string; recorded?: string }[] = [
    ...document.subscriptions.flatMap(({ timeline }) => timeline),
    ...(document.usage ?? []),
    ...(document.prices ?? []).map((entry) => ({ at: entry.from, ...(entry.recorded ? { recorded: entry.recorded } : {}) })),
    ...(document.items ?? []),
    ...(document.credits ?? []),
    ...(document.discounts ?? []),
  ];
  return stamps.map((stamp) => calendar.clock.readDay(stamp.recorded ?? stamp.at));
}

function longestPeriod(document: QuoteDocument): number {
  const periods = document.plans.flatMap((plan) => [plan.period, ...plan.components.flatMap(({ period }) => period ?? [])]);
  return Math.max(...periods.map(({ unit, count }) => PERIOD_DAYS[unit] * count));
}

function randomRuns(random: Random, calendar: RandomCalendar, document: QuoteDocument): string[] {
  const allKnown = Math.max(...learnedDays(document, calendar));
  const longest = longestPeriod(document);
  const last = allKnown + random.pick([0, 0, 1, random.between(0, longest), Math.max(0, calendar.lastDay - allKnown) + longest]);
  const runs = new Set<number>([last]);
  for (let turn = random.between(0, 4); turn > 0; turn -= 1) {
    const day = random.once(2) ? calendar.someDay() : random.between(calendar.firstDay, last);
    if (day < last) runs.add(day);
  }
  return [...runs].sort((a, b) => a - b).map(formatDay);
}

export function randomDocument(seed: number): QuoteDocument {
  const random = seededRandom(seed);
  const calendar = randomCalendar(random);
  const trial = random.once(6);
  const sketches = randomSketches(random);
  const account = randomAccount(random, calendar);
  const plans = randomPlans(random, sketches, calendar.period, trial, () => formatDay(calendar.someDay()));
  const subscriptions = (random.once(7) ? ['s', 't'] : ['s']).map((id) => ({
    id,
    timeline: randomTimeline(random, calendar, { plans, sketches, trial, anchorMoves: calendar.period.unit !== 'hour' }),
  }));
  const document: QuoteDocument = {
    version: 1,
    account,
    plans,
    prices: randomPriceChanges(random, calendar, plans),
    subscriptions,
    usage: randomUsage(
      random,
      calendar,
      plans,
      subscriptions.map(({ id }) => id),
    ),
    runs: [],
  };
  addAllMoney(random, calendar, document);
  document.runs = randomRuns(random, calendar, document);
  return document;
}
