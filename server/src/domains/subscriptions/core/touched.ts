// The earliest day whose windows a newly learned fact may change. A run looks at windows that end after it.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Zone } from '../../../kernel/calendar/zone.ts';
import type { Fact } from './fact.ts';

/** A void touches what it takes back: for a void of a void, what that one had taken back. */
export function touchedDay(fact: Fact, all: readonly Fact[], zone: Zone): Day {
  const seen = new Set<Fact>();
  let touched: Fact = fact;
  let day = zone.dayOf(fact.at);
  while (touched.kind === 'void' && !seen.has(touched)) {
    seen.add(touched);
    const { ref } = touched;
    const voided = all.find((other) => other.id === ref);
    if (voided === undefined) break;
    day = voided.kind === 'void' ? day : zone.dayOf(voided.at);
    touched = voided;
  }
  return day;
}
