// Random facts of one subscription: few, colliding, and told in any order.
import { formatDay } from '../../../kernel/calendar/civil.ts';
import type { AnchorShape, FactShape, PlanShape } from './quote-shape.ts';
import type { Random } from './random.ts';
import type { RandomCalendar } from './random-calendar.ts';
import type { Sketch } from './random-plan.ts';

export interface TimelineOptions {
  readonly plans: readonly PlanShape[];
  readonly sketches: readonly Sketch[];
  readonly trial: boolean;
  /** Billing days may move; periods in hours have none. */
  readonly anchorMoves: boolean;
}

const QUANTITIES = ['1', '2', '3', '5', '10', '2.5', '0'];
const ITEMS = ['x', 'y'];

type Without<T> = T extends unknown ? Omit<T, 'at' | 'recorded' | 'id'> : never;
type Deed = Without<FactShape>;

function stamped(calendar: RandomCalendar, id: string, day: number, deed: Deed): FactShape {
  const recorded = calendar.learned(day);
  return { id, at: calendar.momentOn(day), ...(recorded === undefined ? {} : { recorded }), ...deed } as FactShape;
}

function firstStart(random: Random, calendar: RandomCalendar, options: TimelineOptions, id: string): FactShape {
  const counted = options.sketches.filter(({ named, kind }) => !named && kind !== 'metered');
  const quantities = Object.fromEntries(counted.filter(() => random.once(2)).map(({ key }) => [key, random.pick(QUANTITIES)]));
  const day = calendar.firstDay;
  const deed: Deed = {
    do: 'start',
    plan: 'P',
    ...(Object.keys(quantities).length > 0 ? { quantities } : {}),
    ...(options.trial ? { trialUntil: calendar.momentOn(day + random.between(1, 12)) } : {}),
    ...(random.once(10) ? { anchor: random.pick(['start', { day: 31 }, { day: 5 }, formatDay(day + random.between(-40, 40))]) } : {}),
    ...(random.once(8) ? { anchorOn: formatDay(day - random.between(0, 40)) } : {}),
  };
  return stamped(calendar, id, day, deed);
}

function pickAnchor(random: Random, calendar: RandomCalendar): AnchorShape {
  return random.weighted<AnchorShape>([
    [2, formatDay(calendar.someDay())],
    [4, { day: random.pick([1, 13, 15, 28, 30, 31]) }],
    [1, 'start'],
  ]);
}

function quantityDeed(random: Random, options: TimelineOptions): Deed | null {
  const counted = options.sketches.filter(({ kind, named }) => kind !== 'metered' && (!named || random.once(6)));
  if (counted.length === 0) return null;
  return { do: 'quantity', component: random.pick(counted).key, value: random.pick(QUANTITIES) };
}

function itemDeed(random: Random, options: TimelineOptions): Deed | null {
  const named = options.sketches.filter((sketch) => sketch.named);
  if (named.length === 0) return null;
  return { do: 'item', component: random.pick(named).key, item: random.pick(ITEMS), value: random.pick(['1', '2', '0', '1']) };
}

function discountDeed(random: Random, options: TimelineOptions): Deed {
  return {
    do: 'discount',
    percent: random.pick(['10', '25', '33.3', '50', '100']),
    ...(random.once(3) ? { component: random.pick(options.sketches).key } : {}),
  };
}

/** A discount may end: a day, a few days or a month later. */
function ended(random: Random, calendar: RandomCalendar, fact: FactShape): FactShape {
  if (fact.do !== 'discount' || random.once(2)) return fact;
  const day = calendar.clock.readDay(fact.at) + random.pick([1, 3, 15, 31]);
  return { ...fact, until: calendar.momentOn(day) };
}

type DeedKind = 'quantity' | 'item' | 'plan' | 'pause' | 'resume' | 'end' | 'start' | 'discount' | 'void' | 'correct' | 'anchor';

function pickKind(random: Random, options: TimelineOptions): DeedKind {
  return random.weighted<DeedKind>([
    [30, 'quantity'],
    [20, 'item'],
    [options.plans.length > 1 ? 20 : 0, 'plan'],
    [8, 'pause'],
    [8, 'resume'],
    [9, 'end'],
    [5, 'start'],
    [10, 'discount'],
    [9, 'void'],
    [6, 'correct'],
    [options.anchorMoves ? 8 : 0, 'anchor'],
  ]);
}

/** Takes back one of the facts, and for `correct` says it again for another day. */
function takeBack(random: Random, calendar: RandomCalendar, facts: readonly FactShape[], id: string, again: boolean): FactShape[] {
  const candidates = facts.filter((fact) => !again || fact.do !== 'void');
  if (candidates.length === 0) return [];
  const wrong = random.pick(candidates);
  const known = wrong.recorded ?? wrong.at;
  const day = calendar.clock.readDay(known) + random.pick([0, 0, 1, 3, 10, 20]);
  const learnedAt = Math.max(calendar.clock.read(known), calendar.clock.startOfDay(day));
  const recorded = calendar.clock.write(learnedAt);
  const voided: FactShape = { id, at: recorded, do: 'void', ref: wrong.id! };
  if (!again) return [voided];
  const said = { ...wrong, id: `${id}b`, at: calendar.momentOn(calendar.someDay()), recorded };
  if (said.do === 'discount') delete said.until;
  if (said.do === 'start' && said.trialUntil) said.trialUntil = calendar.momentOn(calendar.clock.readDay(said.at) + random.between(1, 12));
  return [voided, said];
}

/** An end before the start is refused; on its day it comes an hour later. */
function afterStart(calendar: RandomCalendar, first: FactShape, fact: FactShape): FactShape {
  const started = calendar.clock.read(first.at);
  if (fact.do !== 'end' || calendar.clock.read(fact.at) > started) return fact;
  return { ...fact, at: new Date(started + 3_600_000).toISOString() };
}

export function randomTimeline(random: Random, calendar: RandomCalendar, options: TimelineOptions): FactShape[] {
  const first = firstStart(random, calendar, options, 'f0');
  const facts: FactShape[] = [first];
  for (const { key, named } of options.sketches) {
    if (!named) continue;
    facts.push({
      at: first.at,
      ...(first.recorded ? { recorded: first.recorded } : {}),
      do: 'item',
      component: key,
      item: 'x',
      value: '1',
    });
  }
  const protectedFacts = facts.length - 1;
  const turns = random.weighted([
    [15, 0],
    [25, 1],
    [25, 2],
    [15, 3],
    [12, 4],
    [8, random.between(5, 8)],
  ]);
  for (let turn = 1; turn <= turns; turn += 1) {
    const id = `f${turn}`;
    const kind = pickKind(random, options);
    if (kind === 'void' || kind === 'correct') {
      const open = facts.filter((_, index) => index === 0 || index > protectedFacts);
      facts.push(...takeBack(random, calendar, open, id, kind === 'correct'));
      continue;
    }
    const deed = randomDeed(random, calendar, options, kind);
    if (deed) facts.push(afterStart(calendar, first, ended(random, calendar, stamped(calendar, id, calendar.someDay(), deed))));
  }
  return facts;
}

function randomDeed(random: Random, calendar: RandomCalendar, options: TimelineOptions, kind: DeedKind): Deed | null {
  switch (kind) {
    case 'quantity':
      return quantityDeed(random, options);
    case 'item':
      return itemDeed(random, options);
    case 'plan':
      return { do: 'plan', plan: random.pick(options.plans).key };
    case 'start':
      return { do: 'start', plan: random.pick(options.plans).key };
    case 'discount':
      return discountDeed(random, options);
    case 'anchor':
      return { do: 'anchor', anchor: pickAnchor(random, calendar) };
    case 'pause':
      return { do: 'pause' };
    case 'resume':
      return { do: 'resume' };
    default:
      return { do: 'end' };
  }
}
