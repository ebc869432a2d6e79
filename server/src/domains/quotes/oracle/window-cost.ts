// What one window of one cell should cost, walked day by day (or stretch by stretch where the exact time counts), exact and not rounded.
import type { Rational } from '../../../kernel/money/rational.ts';
import { add, compare, divide, fromInteger, maximum, multiply, ZERO } from '../../../kernel/money/rational.ts';
import { type Moment, minimumStayLength, momentOfDay, type Stretch, stretchesBetween } from './charged-time.ts';
import { fullWindow, thirtyDays } from './full-window.ts';
import type { GridWindow } from './grid-walk.ts';
import { decimal, roundScale } from './plain-number.ts';
import { costOfCapacity, costOfEvents, costOfQuantity } from './price-by-hand.ts';
import type { PriceCalendar } from './price-days.ts';
import type { ComponentShape, PeriodShape, PriceShape } from './quote-shape.ts';
import type { Story, Subject } from './replay.ts';
import { type TalliedEvent, tally, within } from './tally.ts';

export interface Cell {
  readonly story: Story;
  readonly plan: string;
  readonly component: ComponentShape;
  readonly period: PeriodShape;
  readonly subject: Subject;
  readonly prices: PriceCalendar;
  /** Of the subscription, all meters. */
  readonly eventsOf: (meter: string) => readonly TalliedEvent[];
}

export interface ExactCost {
  readonly gross: Rational;
  readonly net: Rational;
  /** The first day that is charged; null where nothing is. */
  readonly firstDay: number | null;
}

export const NO_COST: ExactCost = { gross: ZERO, net: ZERO, firstDay: null };

interface ChargedDay {
  readonly day: number;
  readonly moment: Moment;
}

function isCharged(cell: Cell, { at, state }: Moment): boolean {
  return state.plan === cell.plan && (cell.component.inTrial === true || state.trialUntil === null || at >= state.trialUntil);
}

export function byExactTime({ component }: Cell): boolean {
  if (component.kind === 'metered') return true;
  return (component.fraction ?? (component.kind === 'allocation' ? 'seconds' : 'days')) === 'seconds';
}

export function chargedDays(cell: Cell, fromDay: number, toDay: number): ChargedDay[] {
  const days: ChargedDay[] = [];
  for (let day = fromDay; day < toDay; day += 1) {
    const moment = momentOfDay(cell.story, cell.subject, day);
    if (moment && isCharged(cell, moment)) days.push({ day, moment });
  }
  return days;
}

function chargedStretches(cell: Cell, from: number, to: number, stay: number, cuts: readonly number[] = []): Stretch[] {
  return stretchesBetween(cell.story, cell.subject, from, to, stay, cuts).filter((stretch) => isCharged(cell, stretch));
}

function stayOf(cell: Cell): number {
  return minimumStayLength(cell.story, cell.period.unit);
}

/** The day that decides the price: the first that is charged in the window. */
export function firstChargedDay(cell: Cell, window: GridWindow): number | null {
  const { clock } = cell.story;
  if (byExactTime(cell)) {
    const stay = cell.component.kind === 'metered' ? 0 : stayOf(cell);
    const first = chargedStretches(cell, window.from, window.to, stay)[0];
    if (first) return clock.dayOf(first.from);
  }
  if (cell.period.unit === 'hour') return null;
  return chargedDays(cell, clock.dayOf(window.from), clock.dayOf(window.to))[0]?.day ?? null;
}

function quantity(cell: Cell, moment: Moment): Rational {
  return cell.story.quantityOf(moment.state, cell.subject);
}

function recurringByDays(cell: Cell, window: GridWindow, priceOn: (day: number) => PriceShape): ExactCost {
  const { clock } = cell.story;
  const days = chargedDays(cell, clock.dayOf(window.from), clock.dayOf(window.to));
  const full = fullWindow(cell.story, cell.period, window, 'days');
  const fromDay = clock.dayOf(full.from);
  const toDay = clock.dayOf(full.to);
  let gross = ZERO;
  let net = ZERO;
  for (const { day, moment } of days) {
    const whole = costOfQuantity(priceOn(day), quantity(cell, moment));
    const factor = cell.story.discountFactor(moment.at, cell.component.key);
    if (cell.component.fraction === 'none') return { gross: whole, net: multiply(whole, factor), firstDay: day };
    const weight =
      cell.component.fraction === 'days30'
        ? divide(fromInteger(thirtyDays(day, day + 1)), fromInteger(thirtyDays(fromDay, toDay)))
        : divide(fromInteger(1), fromInteger(toDay - fromDay));
    const amount = multiply(whole, weight);
    gross = add(gross, amount);
    net = add(net, multiply(amount, factor));
  }
  return { gross, net, firstDay: days[0]?.day ?? null };
}

function recurringByTime(cell: Cell, window: GridWindow, priceOn: (day: number) => PriceShape, cuts: readonly number[]): ExactCost {
  const stretches = chargedStretches(cell, window.from, window.to, stayOf(cell), cuts);
  const full = fullWindow(cell.story, cell.period, window, 'seconds');
  let gross = ZERO;
  let net = ZERO;
  for (const stretch of stretches) {
    const whole = costOfQuantity(priceOn(cell.story.clock.dayOf(stretch.from)), quantity(cell, stretch));
    const amount = multiply(whole, divide(fromInteger(stretch.to - stretch.from), fromInteger(full.to - full.from)));
    gross = add(gross, amount);
    net = add(net, multiply(amount, cell.story.discountFactor(stretch.at, cell.component.key)));
  }
  return { gross, net, firstDay: stretches[0] ? cell.story.clock.dayOf(stretches[0].from) : null };
}

function greatest(values: readonly Rational[]): Rational {
  return values.reduce((most, value) => maximum(most, value), ZERO);
}

function measuredByTime(cell: Cell, window: GridWindow, from: number, to: number): Rational {
  const { clock } = cell.story;
  const full = fullWindow(cell.story, cell.period, window, 'seconds');
  const stretches = chargedStretches(cell, from, to, stayOf(cell));
  const charge = cell.component.charge ?? 'time';
  if (charge === 'max') return greatest(stretches.map((stretch) => quantity(cell, stretch)));
  if (charge === 'end') return stretches.length === 0 ? ZERO : quantity(cell, stretches.at(-1)!);
  let total = ZERO;
  if (charge === 'time') {
    for (const stretch of stretches)
      total = add(
        total,
        multiply(quantity(cell, stretch), divide(fromInteger(stretch.to - stretch.from), fromInteger(full.to - full.from))),
      );
    return total;
  }
  const wholeDays = fromInteger(clock.dayOf(full.to) - clock.dayOf(full.from));
  for (let day = clock.dayOf(from); day < clock.dayOf(to); day += 1) {
    const inDay = chargedStretches(cell, clock.startOfDay(day), clock.startOfDay(day + 1), stayOf(cell));
    total = add(total, divide(greatest(inDay.map((stretch) => quantity(cell, stretch))), wholeDays));
  }
  return total;
}

function measuredByDays(cell: Cell, window: GridWindow, from: number, to: number): Rational {
  const { clock } = cell.story;
  const full = fullWindow(cell.story, cell.period, window, 'days');
  const days = chargedDays(cell, clock.dayOf(from), clock.dayOf(to));
  const charge = cell.component.charge ?? 'time';
  if (charge === 'end') return days.length === 0 ? ZERO : quantity(cell, days.at(-1)!.moment);
  const peaks = days.map(({ day, moment }) => {
    const inDay = chargedStretches(cell, clock.startOfDay(day), clock.startOfDay(day + 1), 0);
    return greatest([quantity(cell, moment), ...inDay.map((stretch) => quantity(cell, stretch))]);
  });
  if (charge === 'max') return greatest(peaks);
  const thirty = cell.component.fraction === 'days30';
  const fromDay = clock.dayOf(full.from);
  const toDay = clock.dayOf(full.to);
  const whole = fromInteger(thirty ? thirtyDays(fromDay, toDay) : toDay - fromDay);
  return days.reduce((total, { day, moment }, index) => {
    const held = charge === 'day_max' ? peaks[index]! : quantity(cell, moment);
    return add(total, multiply(held, divide(fromInteger(thirty ? thirtyDays(day, day + 1) : 1), whole)));
  }, ZERO);
}

function rounded(cell: Cell, value: Rational): Rational {
  const rule = cell.component.roundQuantity;
  const positive = compare(value, ZERO) > 0 ? value : ZERO;
  return rule ? roundScale(positive, rule.scale, rule.mode) : positive;
}

function partCost(cell: Cell, window: GridWindow, part: { from: number; to: number }, price: PriceShape, share: Rational): Rational {
  if (cell.component.kind === 'allocation') {
    const measured = byExactTime(cell)
      ? measuredByTime(cell, window, part.from, part.to)
      : measuredByDays(cell, window, part.from, part.to);
    return costOfQuantity(price, rounded(cell, measured), share);
  }
  const intervals = chargedStretches(cell, part.from, part.to, 0);
  const events = cell.eventsOf(cell.component.meter ?? '');
  const aggregate = cell.component.aggregate ?? 'sum';
  if (price.kind === 'percentage')
    return costOfEvents(
      price,
      within(events, intervals).map(({ value }) => value),
      share,
    );
  if (price.kind === 'capacity')
    return costOfCapacity(price, (meter) => rounded(cell, tally(aggregate, cell.eventsOf(meter), intervals)), share);
  return costOfQuantity(price, rounded(cell, tally(aggregate, events, intervals)), share);
}

function inArrearsByQuantity(cell: Cell, window: GridWindow, priceOn: (day: number) => PriceShape, cuts: readonly number[]): ExactCost {
  const { clock } = cell.story;
  const hourly = cell.period.unit === 'hour';
  const days = hourly ? [] : chargedDays(cell, clock.dayOf(window.from), clock.dayOf(window.to));
  const exactly = chargedStretches(cell, window.from, window.to, cell.component.kind === 'metered' ? 0 : stayOf(cell));
  if (days.length === 0 && exactly.length === 0) return NO_COST;
  const full = fullWindow(cell.story, cell.period, window, 'days');
  const fullDays = clock.dayOf(full.to) - clock.dayOf(full.from);
  const edges = [window.from, ...cuts, window.to];
  let gross = ZERO;
  edges.slice(0, -1).forEach((from, index) => {
    const part = { from, to: edges[index + 1]! };
    const daysInPart = days.filter(({ day }) => day >= clock.dayOf(part.from) && day < clock.dayOf(part.to)).length;
    const inPart = exactly.some((stretch) => stretch.from < part.to && stretch.to > part.from);
    if (daysInPart === 0 && !inPart) return;
    const share = cell.component.partPeriods === 'whole' || hourly ? decimal('1') : divide(fromInteger(daysInPart), fromInteger(fullDays));
    gross = add(gross, partCost(cell, window, part, priceOn(clock.dayOf(part.from)), share));
  });
  const factors = days.map(({ moment }) => cell.story.discountFactor(moment.at, cell.component.key));
  const mean = factors.length === 0 ? decimal('1') : divide(factors.reduce(add, ZERO), fromInteger(factors.length));
  return { gross, net: multiply(gross, mean), firstDay: days[0]?.day ?? clock.dayOf(exactly[0]!.from) };
}

/** `keptUntil`: the price of an earlier day that is still kept, see `priceChange: {until}`. */
export function exactCost(cell: Cell, window: GridWindow, keptPriceDay: number | null): ExactCost {
  const { clock } = cell.story;
  const priceDay = keptPriceDay ?? firstChargedDay(cell, window);
  if (priceDay === null) return NO_COST;
  const atOnce = cell.component.priceChange === 'at_once';
  const fixedPrice = cell.prices.on(priceDay);
  const priceOn = atOnce ? (day: number) => cell.prices.on(day) : () => fixedPrice;
  const cuts = atOnce
    ? cell.prices
        .changesBetween(clock.dayOf(window.from), clock.dayOf(window.to - 1) + 1)
        .map(clock.startOfDay)
        .filter((cut) => cut > window.from && cut < window.to)
    : [];
  if (cell.component.kind !== 'recurring') return inArrearsByQuantity(cell, window, priceOn, cuts);
  return byExactTime(cell) ? recurringByTime(cell, window, priceOn, cuts) : recurringByDays(cell, window, priceOn);
}
