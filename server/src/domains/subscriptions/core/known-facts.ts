// Which facts a run counts, and when they take effect: recorded early enough, due under the change rule, not voided.
import type { Rational } from '../../../kernel/money/rational.ts';
import { compare, ZERO } from '../../../kernel/money/rational.ts';
import type { Fact } from './fact.ts';

export type Direction = 'upgrade' | 'downgrade' | 'other';

/** Facts recorded before these moments count, by the direction they move a price in. */
export interface Cut {
  readonly upgrade: number;
  readonly downgrade: number;
  /** Voids, discounts and moved billing days. */
  readonly other: number;
}

export function byEffect(a: Fact, b: Fact): number {
  return a.at - b.at || a.recorded - b.recorded || a.sequence - b.sequence;
}

/** Takes back what voids name; a void that is itself voided has no effect. */
export function withoutVoided(facts: readonly Fact[]): Fact[] {
  const voids = facts.filter((fact) => fact.kind === 'void').sort((a, b) => b.recorded - a.recorded || b.sequence - a.sequence);
  if (voids.length === 0) return facts.slice();
  const voided = new Set<string>();
  for (const fact of voids) {
    if (fact.id !== null && voided.has(fact.id)) continue;
    if (fact.kind === 'void') voided.add(fact.ref);
  }
  return facts.filter((fact) => fact.kind !== 'void' && !(fact.id !== null && voided.has(fact.id)));
}

/** The first start by recording, voided or not: it fixes the anchor and opens the order. */
export function firstStart(facts: readonly Fact[]): Extract<Fact, { kind: 'start' }> | null {
  let first: Extract<Fact, { kind: 'start' }> | null = null;
  for (const fact of facts) {
    if (fact.kind !== 'start') continue;
    if (first === null || fact.recorded < first.recorded || (fact.recorded === first.recorded && fact.sequence < first.sequence))
      first = fact;
  }
  return first;
}

/**
 * The direction of every fact, judged against the state that the facts before it leave.
 * `planRank` compares plans by their price per time; a plan not ranked lower is an upgrade.
 */
export function directions(facts: readonly Fact[], planRank: (plan: string, at: number) => Rational): Map<Fact, Direction> {
  const result = new Map<Fact, Direction>();
  const quantities = new Map<string, Rational>();
  let plan: string | null = null;
  for (const fact of withoutVoided(facts).sort(byEffect)) {
    result.set(fact, directionOf(fact, plan, quantities, planRank));
    if (fact.kind === 'start' || fact.kind === 'plan') {
      plan = fact.plan;
      for (const [component, value] of fact.quantities) quantities.set(component, value);
    }
    if (fact.kind === 'quantity') quantities.set(fact.component, fact.value);
    if (fact.kind === 'item') quantities.set(`${fact.component}\n${fact.item}`, fact.value);
  }
  return result;
}

function directionOf(
  fact: Fact,
  plan: string | null,
  quantities: ReadonlyMap<string, Rational>,
  planRank: (plan: string, at: number) => Rational,
): Direction {
  const up = (isUp: boolean): Direction => (isUp ? 'upgrade' : 'downgrade');
  switch (fact.kind) {
    case 'start':
    case 'resume':
      return 'upgrade';
    case 'pause':
    case 'end':
      return 'downgrade';
    case 'quantity':
      return up(compare(fact.value, quantities.get(fact.component) ?? ZERO) >= 0);
    case 'item':
      return up(compare(fact.value, quantities.get(`${fact.component}\n${fact.item}`) ?? ZERO) >= 0);
    case 'plan':
      return up(plan === null || compare(planRank(fact.plan, fact.at), planRank(plan, fact.at)) >= 0);
    default:
      return 'other';
  }
}

/** The facts that count under a cut; those recorded before `openUntil`, with the order itself, always do. */
export function countedFacts(facts: readonly Fact[], cut: Cut, openUntil: number, direction: ReadonlyMap<Fact, Direction>): Fact[] {
  const counted = facts.filter((fact) => fact.recorded < openUntil || fact.recorded < cut[direction.get(fact) ?? 'other']);
  return withoutVoided(counted).sort(byEffect);
}
