// The order of facts, those that stand, and the first start.
import type { Fact } from './fact.ts';

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
