// Changes and when they count: which go up or down, which wait for the next cycle, and which take effect at the end of the period only.
import { compare, type Rational, ZERO } from '../../../kernel/money/rational.ts';
import type { Plan } from '../../catalog/core/component.ts';
import type { Fact } from './fact.ts';
import { byEffect, withoutVoided } from './known-facts.ts';
import { applyFact, emptyState, isOutOfService, type WorkingState } from './timeline.ts';

export type Direction = 'upgrade' | 'downgrade' | 'other';

export interface ChangeRule {
  readonly upgrade: 'at_once' | 'next_cycle';
  readonly downgrade: 'at_once' | 'next_cycle' | 'period_end';
}

/** What judging a change asks for. */
export interface Judge {
  readonly plans: ReadonlyMap<string, Plan>;
  /** What a plan costs per time, as known when the fact was recorded; a plan not ranked lower is an upgrade. */
  rankOf(plan: string, fact: Fact): Rational;
}

/** Judged against the state just before the fact. */
export function directionOf(fact: Fact, before: WorkingState, judge: Judge): Direction {
  switch (fact.kind) {
    case 'start':
    case 'resume':
      return 'upgrade';
    case 'pause':
    case 'end':
      return 'downgrade';
    case 'quantity':
      return upOrDown(fact.value, before.quantities.get(fact.component) ?? ownQuantity(before.plan, fact.component, judge));
    case 'item':
      return upOrDown(fact.value, before.items.get(fact.component)?.get(fact.item) ?? ZERO);
    case 'plan':
      return before.plan === null ? 'upgrade' : upOrDown(judge.rankOf(fact.plan, fact), judge.rankOf(before.plan, fact));
    default:
      return 'other';
  }
}

const upOrDown = (to: Rational, from: Rational): Direction => (compare(to, from) >= 0 ? 'upgrade' : 'downgrade');

/** The quantity that a component has by itself where no fact set another. */
function ownQuantity(plan: string | null, key: string, judge: Judge): Rational {
  const component = plan === null ? undefined : judge.plans.get(plan)?.components.find((one) => one.key === key);
  return component === undefined || component.namedItems ? ZERO : component.quantity;
}

/** Facts recorded before `openUntil` are the order; those recorded before `cycleUntil` have reached a boundary of the grid. Both count. */
export interface Cycle {
  readonly openUntil: number;
  readonly cycleUntil: number;
  readonly rule: ChangeRule;
}

export interface SortedFacts {
  /** Those that count and stand, in order of effect. */
  readonly counted: Fact[];
  readonly waiting: Fact[];
}

/**
 * Facts of the running cycle are judged one by one as they were recorded, each against what counted just then: a fact that waits, and a void
 * that does, are as if not known, so what is at once never depends on what is not.
 */
export function sortFacts(known: readonly Fact[], cycle: Cycle, judge: Judge): SortedFacts {
  const counted: Fact[] = [];
  const fresh: Fact[] = [];
  for (const fact of known) (fact.recorded < cycle.openUntil || fact.recorded < cycle.cycleUntil ? counted : fresh).push(fact);
  const waiting: Fact[] = [];
  for (const fact of fresh.sort(byRecording)) {
    const direction = directionOf(fact, needsState(fact) ? stateBefore(counted, fact, judge.plans) : emptyState(), judge);
    (isAtOnce(direction, cycle.rule) ? counted : waiting).push(fact);
  }
  return { counted: withoutVoided(counted).sort(byEffect), waiting };
}

function byRecording(a: Fact, b: Fact): number {
  return a.recorded - b.recorded || a.at - b.at || a.sequence - b.sequence;
}

const needsState = (fact: Fact): boolean => fact.kind === 'quantity' || fact.kind === 'item' || fact.kind === 'plan';

/** Voids and discounts lower as often as they raise: they are at once only where nothing waits. */
function isAtOnce(direction: Direction, { upgrade, downgrade }: ChangeRule): boolean {
  if (direction === 'upgrade') return upgrade === 'at_once';
  if (direction === 'downgrade') return downgrade !== 'next_cycle';
  return upgrade === 'at_once' && downgrade !== 'next_cycle';
}

function stateBefore(facts: readonly Fact[], fact: Fact, plans: ReadonlyMap<string, Plan>): WorkingState {
  const before = withoutVoided(facts)
    .filter((other) => byEffect(other, fact) < 0)
    .sort(byEffect);
  return before.reduce((state, other) => applyFact(state, other, plans), emptyState());
}

/**
 * The same facts, those that go down moved to the end of their period (`endOf` says when that is). Until then the old state holds, and
 * what sets the same quantity, item or plan anew replaces what was to come; an end clears it.
 */
export function atPeriodEnd(standing: readonly Fact[], judge: Judge, endOf: (fact: Fact, plan: string | null) => number): Fact[] {
  const moved: Fact[] = [];
  let pending: Fact[] = [];
  let state = emptyState();
  const take = (fact: Fact): void => {
    state = applyFact(state, fact, judge.plans);
    moved.push(fact);
  };
  const takePending = (until: number): void => {
    for (const fact of pending) if (fact.at <= until) take(fact);
    pending = pending.filter((fact) => fact.at > until);
  };
  for (const fact of standing) {
    takePending(fact.at);
    pending = pending.filter((other) => !replaces(fact, other));
    const goesDown = needsState(fact) && !isOutOfService(state.phase) && directionOf(fact, state, judge) === 'downgrade';
    const at = goesDown ? endOf(fact, state.plan) : fact.at;
    if (at > fact.at) pending = [...pending, { ...fact, at }].sort((a, b) => a.at - b.at);
    else take(fact);
  }
  takePending(Number.POSITIVE_INFINITY);
  return moved;
}

function replaces(fact: Fact, pending: Fact): boolean {
  if (fact.kind === 'end') return true;
  const movesPlan = fact.kind === 'plan' || fact.kind === 'start';
  if (pending.kind === 'plan') return movesPlan;
  if (pending.kind === 'item') return fact.kind === 'item' && fact.component === pending.component && fact.item === pending.item;
  if (pending.kind !== 'quantity') return false;
  return fact.kind === 'quantity' ? fact.component === pending.component : movesPlan && fact.quantities.has(pending.component);
}
