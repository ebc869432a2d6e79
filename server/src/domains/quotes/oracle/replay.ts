// A subscription's state at an instant, by replaying every fact from the first. What is not known, or was taken back, is not replayed.
import type { Rational } from '../../../kernel/money/rational.ts';
import { multiply, ONE, subtract } from '../../../kernel/money/rational.ts';
import { decimal } from './plain-number.ts';
import type { AnchorShape, ComponentShape, FactShape, PlanShape, QuoteDocument, SubscriptionShape } from './quote-shape.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

export interface KnownFact {
  readonly fact: FactShape;
  readonly at: number;
  readonly recorded: number;
  readonly place: number;
}

export interface State {
  readonly inService: boolean;
  readonly paused: boolean;
  readonly plan: string | null;
  readonly trialUntil: number | null;
  /** By component key: what facts named; where nothing is named the component's own quantity holds. */
  readonly quantities: ReadonlyMap<string, Rational>;
  /** By component key and item name. */
  readonly items: ReadonlyMap<string, Rational>;
}

/** What is counted: a component key, or one named item of it. Which plan it belongs to is part of the state. */
export interface Subject {
  readonly key: string;
  readonly item: string | null;
}

export interface Moment {
  /** The instant whose state counts. */
  readonly at: number;
  readonly state: State;
}

export interface Story {
  readonly document: QuoteDocument;
  readonly subscription: SubscriptionShape;
  readonly clock: WallClock;
  /** Everything that is known, voids and what they take back too. */
  readonly known: readonly KnownFact[];
  /** What counts, in the order in which it takes effect. */
  readonly facts: readonly KnownFact[];
  /** Moved billing days that stand: they wait for nothing. */
  readonly moves: readonly KnownFact[];
  /** Where the state may change, ascending. */
  readonly instants: readonly number[];
  /** The first instant any known fact speaks of, taken back or not. */
  readonly earliest: number | null;
  /** The day that fixes the grid, and the rule it is read by. */
  readonly anchorDay: number;
  readonly anchor: AnchorShape;
  /** Answers already found, by day and subject. */
  readonly askedDays: Map<string, Moment | null>;
  stateAt(instant: number): State;
  quantityOf(state: State, subject: Subject): Rational;
  isActive(state: State, subject: Subject): boolean;
  /** Whether a component that has named items is also counted as a whole yet. */
  isCounted(state: State, subject: Subject): boolean;
  /** What is left to pay of 1 after the percentages in force. */
  discountFactor(instant: number, key: string): Rational;
}

const BEGINNING: State = { inService: false, paused: false, plan: null, trialUntil: null, quantities: new Map(), items: new Map() };
const ZERO_QUANTITY = decimal('0');
const HUNDRED_PERCENT = decimal('100');

export function itemKey(key: string, item: string): string {
  return `${key}\n${item}`;
}

function readFacts(subscription: SubscriptionShape, clock: WallClock, knownBefore: number): KnownFact[] {
  return subscription.timeline
    .map((fact, place) => ({ fact, at: clock.read(fact.at), recorded: clock.read(fact.recorded ?? fact.at), place }))
    .filter(({ recorded }) => recorded < knownBefore);
}

/** The state that these facts leave, in the order given. */
export function stateAfter(document: QuoteDocument, clock: WallClock, facts: readonly KnownFact[]): State {
  const replay = { clock, document, itemized: itemizedKeys(document) };
  return facts.reduce((before, fact) => after(before, fact, replay), BEGINNING);
}

/** Component keys that any `item` fact names: they have no quantity of their own. */
export function itemizedKeys(document: QuoteDocument): Set<string> {
  return new Set(
    document.subscriptions.flatMap(({ timeline }) => timeline.flatMap((fact) => (fact.do === 'item' ? [fact.component] : []))),
  );
}

/** A fact stands unless a standing void names it. */
export function standing(facts: readonly KnownFact[]): KnownFact[] {
  function stands(candidate: KnownFact): boolean {
    const { id } = candidate.fact;
    return id === undefined || !facts.some((other) => other.fact.do === 'void' && other.fact.ref === id && stands(other));
  }
  return facts
    .filter((fact) => fact.fact.do !== 'void' && stands(fact))
    .sort((a, b) => a.at - b.at || a.recorded - b.recorded || a.place - b.place);
}

export function planOf(document: QuoteDocument, key: string): PlanShape {
  return document.plans.find((plan) => plan.key === key)!;
}

export function componentOf(document: QuoteDocument, plan: string, key: string): ComponentShape | null {
  return planOf(document, plan).components.find((component) => component.key === key) ?? null;
}

function named(quantities: Record<string, string> | undefined): [string, Rational][] {
  return Object.entries(quantities ?? {}).map(([key, value]) => [key, decimal(value)]);
}

interface Replay {
  readonly clock: WallClock;
  readonly document: QuoteDocument;
  /** Component keys that items name: as a whole they are counted only from where a start or a quantity names them. */
  readonly itemized: ReadonlySet<string>;
}

/** What was set before a start stays set; an end has cleared what was set before it. */
function afterStart(state: State, fact: FactShape & { do: 'start' }, { clock, document, itemized }: Replay): State {
  if (state.inService) return afterMove(state, fact.plan, fact.quantities, { clock, document, itemized });
  return {
    inService: true,
    paused: false,
    plan: fact.plan,
    trialUntil: fact.trialUntil ? clock.read(fact.trialUntil) : null,
    quantities: new Map([...state.quantities, ...named(fact.quantities)]),
    items: state.items,
  };
}

function afterMove(state: State, plan: string, quantities: Record<string, string> | undefined, { document, itemized }: Replay): State {
  if (!state.inService) return state;
  const carried = new Map<string, Rational>();
  for (const component of planOf(document, plan).components) {
    const before = componentOf(document, state.plan!, component.key);
    const set = state.quantities.get(component.key);
    if (before && set) carried.set(component.key, set);
    else if (before && !itemized.has(component.key)) carried.set(component.key, decimal(before.quantity ?? '1'));
  }
  for (const [key, value] of named(quantities)) carried.set(key, value);
  return { ...state, plan, quantities: carried };
}

function after(state: State, { fact }: KnownFact, replay: Replay): State {
  switch (fact.do) {
    case 'start':
      return afterStart(state, fact, replay);
    case 'end':
      return { ...state, inService: false, quantities: new Map(), items: new Map() };
    case 'pause':
      return { ...state, paused: true };
    case 'resume':
      return { ...state, paused: false };
    case 'plan':
      return afterMove(state, fact.plan, fact.quantities, replay);
    case 'quantity':
      return { ...state, quantities: new Map(state.quantities).set(fact.component, decimal(fact.value)) };
    case 'item':
      return { ...state, items: new Map(state.items).set(itemKey(fact.component, fact.item), decimal(fact.value)) };
    default:
      return state;
  }
}

/** The first recorded start fixes the grid, also when it was taken back later. */
function gridOrigin(facts: readonly KnownFact[], clock: WallClock, account: AnchorShape): { day: number; anchor: AnchorShape } {
  const starts = facts.filter((fact) => fact.fact.do === 'start').sort((a, b) => a.recorded - b.recorded || a.place - b.place);
  const first = starts[0];
  if (first?.fact.do !== 'start') return { day: 0, anchor: account };
  return { day: first.fact.anchorOn ? clock.readDay(first.fact.anchorOn) : clock.dayOf(first.at), anchor: first.fact.anchor ?? account };
}

function readDiscounts(facts: readonly KnownFact[], clock: WallClock) {
  return facts.flatMap(({ fact, at }) =>
    fact.do === 'discount'
      ? [{ at, until: fact.until ? clock.read(fact.until) : null, key: fact.component ?? null, left: decimal(fact.percent) }]
      : [],
  );
}

/** With everything counted that is known. */
export function tellStory(document: QuoteDocument, subscription: SubscriptionShape, knownBefore: number): Story {
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const known = readFacts(subscription, clock, knownBefore);
  return storyOf(document, subscription, known, standing(known));
}

export function storyOf(
  document: QuoteDocument,
  subscription: SubscriptionShape,
  known: readonly KnownFact[],
  facts: readonly KnownFact[],
): Story {
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const origin = gridOrigin(known, clock, document.account.anchor ?? 'start');
  const discounts = readDiscounts(facts, clock);
  const trialEnds = facts.flatMap(({ fact }) => (fact.do === 'start' && fact.trialUntil ? [clock.read(fact.trialUntil)] : []));
  const discountEnds = discounts.flatMap(({ until }) => (until === null ? [] : [until]));
  const instants = [...new Set([...facts.map(({ at }) => at), ...trialEnds, ...discountEnds])].sort((a, b) => a - b);
  const itemized = itemizedKeys(document);
  const replay: Replay = { clock, document, itemized };
  const replayed = new Map<number, State>();
  const stateAt = (instant: number): State => {
    let happened = 0;
    while (happened < facts.length && facts[happened]!.at <= instant) happened += 1;
    const remembered = replayed.get(happened);
    if (remembered) return remembered;
    const state = facts.slice(0, happened).reduce((before, fact) => after(before, fact, replay), BEGINNING);
    replayed.set(happened, state);
    return state;
  };
  const quantityOf = (state: State, { key, item }: Subject): Rational => {
    if (item !== null) return state.items.get(itemKey(key, item)) ?? ZERO_QUANTITY;
    const own = state.plan === null ? null : componentOf(document, state.plan, key);
    return state.quantities.get(key) ?? (itemized.has(key) ? ZERO_QUANTITY : decimal(own?.quantity ?? '1'));
  };
  const isActive = (state: State, subject: Subject) =>
    state.inService && !state.paused && (subject.item === null || quantityOf(state, subject).n !== 0n);
  const isCounted = (state: State, { key, item }: Subject) => item !== null || !itemized.has(key) || state.quantities.has(key);
  const discountFactor = (instant: number, key: string) =>
    discounts
      .filter((discount) => discount.at <= instant && (discount.until === null || instant < discount.until))
      .filter((discount) => discount.key === null || discount.key === key)
      .reduce((factor, { left }) => multiply(factor, subtract(ONE, multiply(left, { n: 1n, d: HUNDRED_PERCENT.n }))), ONE);
  return {
    document,
    subscription,
    clock,
    known,
    facts,
    moves: standing(known).filter(({ fact }) => fact.do === 'anchor'),
    instants,
    earliest: known.length === 0 ? null : Math.min(...known.map(({ at }) => at)),
    anchorDay: origin.day,
    anchor: origin.anchor,
    askedDays: new Map(),
    stateAt,
    quantityOf,
    isActive,
    isCounted,
    discountFactor,
  };
}

/** Which subjects of a component have ever been counted: its named items, and the component itself unless only items name it. */
export function subjectsOf(story: Story, key: string): Subject[] {
  const items = new Set<string>();
  let namedAsWhole = false;
  for (const { fact } of story.facts) {
    if (fact.do === 'item' && fact.component === key) items.add(fact.item);
    if (fact.do === 'quantity' && fact.component === key) namedAsWhole = true;
    if (fact.do === 'start' && fact.quantities && key in fact.quantities) namedAsWhole = true;
  }
  const subjects: Subject[] = [...items].map((item) => ({ key, item }));
  if (namedAsWhole || !itemizedKeys(story.document).has(key)) subjects.unshift({ key, item: null });
  return subjects;
}
