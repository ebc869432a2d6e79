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

export function byExactTime({ component, period }: Cell): boolean {
  if (component.kind === 'metered' || period.unit === 'hour') return true;
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
  const byDays = () =>
    cell.period.unit === 'hour' ? null : (chargedDays(cell, clock.dayOf(window.from), clock.dayOf(window.to))[0]?.day ?? null);
  const exactly = () => {
    const first = chargedStretches(cell, window.from, window.to, exactStay(cell))[0];
    return first ? clock.dayOf(first.from) : null;
  };
  if (cell.component.kind === 'recurring' && !byExactTime(cell)) return byDays();
  return countsTime(cell) ? (exactly() ?? byDays()) : (byDays() ?? exactly());
}

/** An allocation by the second is counted by time; metered usage, greatest and last quantities only look into it. */
function countsTime(cell: Cell): boolean {
  return cell.component.kind !== 'metered' && byExactTime(cell) && (cell.component.charge ?? 'time') === 'time';
}

/** Whether a window without a charged day may still cost something; what is counted by days costs nothing in it. */
function looksIntoTime(cell: Cell): boolean {
  return cell.component.kind === 'metered' || countsTime(cell);
}

/** Usage, greatest and last quantities are of real service: the minimum stay adds no time to it. */
function exactStay(cell: Cell): number {
  return countsTime(cell) ? stayOf(cell) : 0;
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
  const whole = fromInteger(full.to - full.from);
  return stretches.reduce(
    (total, stretch) => add(total, multiply(quantity(cell, stretch), divide(fromInteger(stretch.to - stretch.from), whole))),
    ZERO,
  );
}

/** The greatest or last quantity of real service, and of the days that are charged though service is over. */
function measuredInside(cell: Cell, from: number, to: number): Rational {
  const { clock } = cell.story;
  const seen = [
    ...chargedStretches(cell, from, to, 0).map((stretch) => ({ when: stretch.from, held: quantity(cell, stretch) })),
    ...chargedDays(cell, clock.dayOf(from), clock.dayOf(to)).map(({ day, moment }) => ({
      when: Math.max(moment.at, clock.startOfDay(day)),
      held: quantity(cell, moment),
    })),
  ].sort((a, b) => a.when - b.when);
  return cell.component.charge === 'end' ? (seen.at(-1)?.held ?? ZERO) : greatest(seen.map(({ held }) => held));
}

function measuredByDays(cell: Cell, window: GridWindow, from: number, to: number): Rational {
  const { clock } = cell.story;
  const full = fullWindow(cell.story, cell.plan, cell.subject, cell.period, window, 'days');
  const thirty = cell.component.fraction === 'days30';
  const fromDay = clock.dayOf(full.from);
  const toDay = clock.dayOf(full.to);
  const whole = fromInteger(thirty ? thirtyDays(fromDay, toDay) : toDay - fromDay);
  return chargedDays(cell, clock.dayOf(from), clock.dayOf(to)).reduce((total, { day, moment }) => {
    const held = cell.component.charge === 'day_max' ? peakOf(cell, day, moment) : quantity(cell, moment);
    return add(total, multiply(held, divide(fromInteger(thirty ? thirtyDays(day, day + 1) : 1), whole)));
  }, ZERO);
}

function peakOf(cell: Cell, day: number, moment: Moment): Rational {
  const { startOfDay } = cell.story.clock;
  const inDay = chargedStretches(cell, startOfDay(day), startOfDay(day + 1), 0);
  return greatest([quantity(cell, moment), ...inDay.map((stretch) => quantity(cell, stretch))]);
}

function measured(cell: Cell, window: GridWindow, from: number, to: number): Rational {
  const { charge = 'time' } = cell.component;
  if (charge === 'max' || charge === 'end') return measuredInside(cell, from, to);
  return charge === 'time' && byExactTime(cell) ? measuredByTime(cell, window, from, to) : measuredByDays(cell, window, from, to);
}

function rounded(cell: Cell, value: Rational): Rational {
  const rule = cell.component.roundQuantity;
  const positive = compare(value, ZERO) > 0 ? value : ZERO;
  return rule ? roundScale(positive, rule.scale, rule.mode) : positive;
}

function partCost(cell: Cell, window: GridWindow, part: { from: number; to: number }, price: PriceShape, share: Rational): Rational {
  if (cell.component.kind === 'allocation') {
    return costOfQuantity(price, rounded(cell, measured(cell, window, part.from, part.to)), share);
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
  const exactly = looksIntoTime(cell) ? chargedStretches(cell, window.from, window.to, exactStay(cell)) : [];
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
