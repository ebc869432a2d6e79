// Which facts a component counts at a run where changes wait for the next cycle, and when those take effect that wait for the end of a
// period: each fact asked for by itself, from the first told to the last.
import type { Rational } from '../../../kernel/money/rational.ts';
import { add, compare, divide, fromInteger, multiply, ZERO } from '../../../kernel/money/rational.ts';
import { windowsBetween } from './grid-walk.ts';
import { decimal } from './plain-number.ts';
import { costOfQuantity } from './price-by-hand.ts';
import { priceCalendar } from './price-days.ts';
import type { ComponentShape, FactShape, PeriodShape } from './quote-shape.ts';
import {
  componentOf,
  itemizedKeys,
  itemKey,
  type KnownFact,
  planOf,
  type State,
  type Story,
  standing,
  stateAfter,
  storyOf,
} from './replay.ts';

type Way = 'up' | 'down' | 'neither';

const stories = new WeakMap<Story, Map<string, Story>>();

/** The subscription as components of a period see it on a run's day. */
export function storyInCycle(base: Story, period: PeriodShape, runDay: number): Story {
  const { upgrade = 'next_cycle', downgrade = 'next_cycle' } = base.document.account.changes ?? {};
  if (upgrade === 'at_once' && downgrade === 'at_once') return base;
  const known = stories.get(base) ?? new Map<string, Story>();
  stories.set(base, known);
  const key = `${period.count} ${period.unit} ${runDay}`;
  let story = known.get(key);
  if (!story) {
    const counted = countedFacts(base, period, runDay, { upgrade, downgrade });
    const facts =
      downgrade === 'period_end' ? movedDown(base, period, standing(counted), base.clock.startOfDay(runDay + 1)) : standing(counted);
    story = storyOf(base.document, base.subscription, base.known, facts);
    known.set(key, story);
  }
  return story;
}

/** The first boundary on or after a day; periods in hours have one on every day. */
function boundaryFrom(base: Story, period: PeriodShape, day: number): number {
  if (period.unit === 'hour') return day;
  const { clock } = base;
  const starts = clock.startOfDay(day);
  const window = windowsBetween(base, period, starts, starts + 1)[0]!;
  return window.from === starts ? day : clock.dayOf(window.to);
}

function orderEnds({ known, clock }: Story): number {
  const starts = known.filter(({ fact }) => fact.do === 'start').sort((a, b) => a.recorded - b.recorded || a.place - b.place);
  const first = starts[0];
  return first ? clock.startOfDay(Math.max(clock.dayOf(first.recorded), clock.dayOf(first.at)) + 1) : Number.NEGATIVE_INFINITY;
}

function countedFacts(base: Story, period: PeriodShape, runDay: number, rule: { upgrade: string; downgrade: string }): KnownFact[] {
  const isOrder = (fact: KnownFact) => fact.recorded < orderEnds(base);
  const isReached = (fact: KnownFact) => boundaryFrom(base, period, base.clock.dayOf(fact.recorded)) <= runDay;
  const told = [...base.known].sort((a, b) => a.recorded - b.recorded || a.at - b.at || a.place - b.place);
  const counted = told.filter((fact) => isOrder(fact) || isReached(fact));
  for (const fact of told) {
    if (counted.includes(fact)) continue;
    const way = wayOf(base, fact, stateBefore(base, standing(counted), fact), fact.recorded + 1);
    const upAtOnce = rule.upgrade === 'at_once';
    const downAtOnce = rule.downgrade !== 'next_cycle';
    if (way === 'up' ? upAtOnce : way === 'down' ? downAtOnce : upAtOnce && downAtOnce) counted.push(fact);
  }
  return counted;
}

const comesBefore = (a: KnownFact, b: KnownFact) => (a.at - b.at || a.recorded - b.recorded || a.place - b.place) < 0;

function stateBefore(base: Story, facts: readonly KnownFact[], fact: KnownFact): State {
  return stateAfter(
    base.document,
    base.clock,
    facts.filter((other) => comesBefore(other, fact)),
  );
}

function wayOf(base: Story, { fact, at }: KnownFact, before: State, pricesKnownBefore: number): Way {
  const compared = (to: Rational, from: Rational): Way => (compare(to, from) >= 0 ? 'up' : 'down');
  switch (fact.do) {
    case 'start':
    case 'resume':
      return 'up';
    case 'pause':
    case 'end':
      return 'down';
    case 'quantity':
      return compared(decimal(fact.value), heldOf(base, before, fact.component));
    case 'item':
      return compared(decimal(fact.value), before.items.get(itemKey(fact.component, fact.item)) ?? ZERO);
    case 'plan': {
      if (!before.inService) return 'up';
      const day = base.clock.dayOf(at);
      return compared(perDay(base, fact.plan, day, pricesKnownBefore), perDay(base, before.plan!, day, pricesKnownBefore));
    }
    default:
      return 'neither';
  }
}

/** Set, or the component's own; nothing out of service, nor where items are counted. */
function heldOf(base: Story, state: State, key: string): Rational {
  const set = state.quantities.get(key);
  if (set) return set;
  const component = state.inService ? componentOf(base.document, state.plan!, key) : null;
  return component && !itemizedKeys(base.document).has(key) ? decimal(component.quantity ?? '1') : ZERO;
}

const DAYS: Record<PeriodShape['unit'], Rational> = {
  hour: divide(fromInteger(1), fromInteger(24)),
  day: fromInteger(1),
  week: fromInteger(7),
  month: divide(fromInteger(146_097), fromInteger(4_800)),
  year: divide(fromInteger(146_097), fromInteger(400)),
};

function perDay(base: Story, planKey: string, day: number, knownBefore: number): Rational {
  const plan = planOf(base.document, planKey);
  const costOf = (component: ComponentShape): Rational => {
    const period = component.period ?? plan.period;
    const price = priceCalendar(base, planKey, component, knownBefore).on(day);
    return divide(costOfQuantity(price, decimal(component.quantity ?? '1')), multiply(DAYS[period.unit], fromInteger(period.count)));
  };
  return plan.components
    .filter(({ kind }) => kind === 'recurring' || kind === 'allocation')
    .map(costOf)
    .reduce(add, ZERO);
}

/** What a fact says anew: a quantity, an item or the plan. */
function subjectsOfFact(fact: FactShape): string[] {
  switch (fact.do) {
    case 'quantity':
      return [`quantity ${fact.component}`];
    case 'item':
      return [`item ${itemKey(fact.component, fact.item)}`];
    case 'plan':
    case 'start':
      return ['plan', ...Object.keys(fact.quantities ?? {}).map((key) => `quantity ${key}`)];
    default:
      return [];
  }
}

/** Each fact at the instant at which it takes effect; those that are replaced or cleared before are left out. */
function movedDown(base: Story, period: PeriodShape, facts: readonly KnownFact[], knownBefore: number): KnownFact[] {
  const { clock, document } = base;
  const effects: number[] = [];
  const inForceBefore = (index: number, instant: number): KnownFact[] =>
    facts
      .slice(0, index)
      .map((fact, place) => ({ fact, place, at: effects[place]! }))
      .filter(({ fact, place, at }) => at <= instant && !isReplaced(fact, place, index))
      .sort((a, b) => a.at - b.at || a.place - b.place)
      .map(({ fact, at }) => ({ ...fact, at }));
  const isReplaced = (fact: KnownFact, place: number, until: number): boolean =>
    effects[place]! > fact.at &&
    facts.slice(place + 1, until).some((later) => {
      if (later.at >= effects[place]!) return false;
      return later.fact.do === 'end' || subjectsOfFact(later.fact).includes(subjectsOfFact(fact.fact)[0]!);
    });
  facts.forEach((fact, index) => {
    const before = stateAfter(document, clock, inForceBefore(index, fact.at));
    const mayWait = fact.fact.do === 'quantity' || fact.fact.do === 'item' || fact.fact.do === 'plan';
    effects.push(fact.at);
    if (!mayWait || !before.inService || wayOf(base, fact, before, knownBefore) !== 'down') return;
    const day = clock.dayOf(fact.at);
    const boundary = boundaryFrom(base, fact.fact.do === 'plan' ? planOf(document, before.plan!).period : period, day);
    if (boundary > day) effects[index] = clock.startOfDay(boundary);
  });
  return inForceBefore(facts.length, Number.POSITIVE_INFINITY);
}
