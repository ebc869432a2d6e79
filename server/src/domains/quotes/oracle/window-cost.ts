// What one window of one cell should cost, walked day by day (or stretch by stretch where the exact time counts), exact and not rounded.
import type { Rational } from '../../../kernel/money/rational.ts';
import { add, compare, divide, fromInteger, maximum, multiply, ONE, ZERO } from '../../../kernel/money/rational.ts';
import { minimumStayLength, momentOfDay, type Stretch, stretchesBetween } from './charged-time.ts';
import { fullWindow, thirtyDays } from './full-window.ts';
import type { GridWindow } from './grid-walk.ts';
import { roundScale } from './plain-number.ts';
import { costOfCapacity, costOfEvents, costOfQuantity } from './price-by-hand.ts';
import type { PriceCalendar } from './price-days.ts';
import type { ComponentShape, PeriodShape, PriceShape } from './quote-shape.ts';
import type { Moment, Story, Subject } from './replay.ts';
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
  if (state.plan !== cell.plan || !cell.story.isCounted(state, cell.subject)) return false;
  return cell.component.inTrial === true || state.trialUntil === null || at >= state.trialUntil;
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

export function chargedStretches(cell: Cell, from: number, to: number, stay: number, cuts: readonly number[] = []): Stretch[] {
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

/** Nothing held costs nothing, whatever the model or the least amount. */
function costOfHeld(price: PriceShape, held: Rational): Rational {
  return held.n === 0n ? ZERO : costOfQuantity(price, held);
}

function recurringByDays(cell: Cell, window: GridWindow, priceOn: (day: number) => PriceShape): ExactCost {
  const { clock } = cell.story;
  const days = chargedDays(cell, clock.dayOf(window.from), clock.dayOf(window.to));
  const full = fullWindow(cell.story, cell.plan, cell.subject, cell.period, window, 'days');
  const fromDay = clock.dayOf(full.from);
  const toDay = clock.dayOf(full.to);
  let gross = ZERO;
  let net = ZERO;
  for (const { day, moment } of days) {
    const whole = costOfHeld(priceOn(day), quantity(cell, moment));
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
  const full = fullWindow(cell.story, cell.plan, cell.subject, cell.period, window, 'seconds');
  let gross = ZERO;
  let net = ZERO;
  for (const stretch of stretches) {
    const whole = costOfHeld(priceOn(cell.story.clock.dayOf(stretch.from)), quantity(cell, stretch));
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
  const full = fullWindow(cell.story, cell.plan, cell.subject, cell.period, window, 'seconds');
  const stretches = chargedStretches(cell, from, to, stayOf(cell));
  const charge = cell.component.charge ?? 'time';
  if (charge === 'max') return greatest(stretches.map((stretch) => quantity(cell, stretch)));
  if (charge === 'end') return stretches.length === 0 ? ZERO : quantity(cell, stretches.at(-1)!);
  const whole = fromInteger(full.to - full.from);
  return stretches.reduce(
    (total, stretch) => add(total, multiply(quantity(cell, stretch), divide(fromInteger(stretch.to - stretch.from), whole))),
    ZERO,
  );
}

function measuredByDays(cell: Cell, window: GridWindow, from: number, to: number): Rational {
  const { clock } = cell.story;
  const full = fullWindow(cell.story, cell.plan, cell.subject, cell.period, window, 'days');
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
    const measured =
      byExactTime(cell) && cell.component.charge !== 'day_max'
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
  const full = fullWindow(cell.story, cell.plan, cell.subject, cell.period, window, 'days');
  const fullDays = clock.dayOf(full.to) - clock.dayOf(full.from);
  const edges = [window.from, ...cuts, window.to];
  let gross = ZERO;
  let net = ZERO;
  edges.slice(0, -1).forEach((from, index) => {
    const part = { from, to: edges[index + 1]! };
    const daysInPart = days.filter(({ day }) => day >= clock.dayOf(part.from) && day < clock.dayOf(part.to));
    const exactlyInPart = exactly.flatMap((stretch) => {
      const piece = { ...stretch, from: Math.max(stretch.from, part.from), to: Math.min(stretch.to, part.to) };
      return piece.from < piece.to ? [piece] : [];
    });
    if (daysInPart.length === 0 && exactlyInPart.length === 0) return;
    const whole = cell.component.partPeriods === 'whole' || hourly;
    const share = whole ? ONE : divide(fromInteger(daysInPart.length), fromInteger(fullDays));
    const amount = partCost(cell, window, part, priceOn(clock.dayOf(part.from)), share);
    gross = add(gross, amount);
    net = add(net, multiply(amount, meanFactor(cell, daysInPart, exactlyInPart)));
  });
  return { gross, net, firstDay: days[0]?.day ?? clock.dayOf(exactly[0]!.from) };
}

/** The mean discount of the days in service; where the window has no day of its own, of the time in service. */
function meanFactor(cell: Cell, days: readonly ChargedDay[], exactly: readonly Stretch[]): Rational {
  const factorAt = (instant: number) => cell.story.discountFactor(instant, cell.component.key);
  if (days.length > 0) return divide(days.map(({ moment }) => factorAt(moment.at)).reduce(add, ZERO), fromInteger(days.length));
  const length = exactly.reduce((total, { from, to }) => total + to - from, 0);
  const weighted = exactly.map(({ at, from, to }) => multiply(factorAt(at), fromInteger(to - from)));
  return divide(weighted.reduce(add, ZERO), fromInteger(length));
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
