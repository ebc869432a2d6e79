// The prices one edge sees, indexed once so that billing thousands of components does not search every list for each of them.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Price, PriceEntry } from './price.ts';
import { inOrderOfChoice, type PriceEdge } from './resolve-price.ts';

export interface PriceBook {
  /** As findPriceEntry. */
  priceOn(component: string, day: Day, knownBefore: number): PriceEntry | null;
  /** Days after `from` and before `to` on which another entry comes into force, ascending. */
  changesWithin(component: string, from: Day, to: Day, knownBefore: number): readonly Day[];
  priceById(id: string): Price | null;
}

export function priceBook(entries: readonly PriceEntry[], edge: PriceEdge | null): PriceBook {
  const byComponent = new Map<string, PriceEntry[]>();
  const byId = new Map<string, PriceEntry>();
  for (const entry of inOrderOfChoice(entries, edge)) {
    const list = byComponent.get(entry.component);
    if (list) list.push(entry);
    else byComponent.set(entry.component, [entry]);
  }
  // Ids of other edges too: what was billed under an override must stay explicable after the buyer moved.
  for (const entry of entries) byId.set(entry.id, entry);

  function priceOn(component: string, day: Day, knownBefore: number): PriceEntry | null {
    const list = byComponent.get(component);
    if (!list) return null;
    for (const entry of list) {
      if ((entry.fromDay === null || entry.fromDay <= day) && entry.recorded < knownBefore) return entry;
    }
    return null;
  }

  function changesWithin(component: string, from: Day, to: Day, knownBefore: number): readonly Day[] {
    const list = byComponent.get(component);
    if (!list || list.length < 2) return firstDayWithin(list, from, to, knownBefore);
    const days = new Set<Day>();
    for (const entry of list) if (entry.fromDay !== null && entry.fromDay > from && entry.fromDay < to) days.add(entry.fromDay);
    if (days.size === 0) return [];
    const changes: Day[] = [];
    let current = priceOn(component, from, knownBefore);
    for (const day of [...days].sort((left, right) => left - right)) {
      const next = priceOn(component, day, knownBefore);
      if (next !== current) changes.push(day);
      current = next;
    }
    return changes;
  }

  return { priceOn, changesWithin, priceById: (id) => byId.get(id)?.price ?? null };
}

/** A component with a single entry changes price once at most: when it comes on sale. */
function firstDayWithin(list: readonly PriceEntry[] | undefined, from: Day, to: Day, knownBefore: number): readonly Day[] {
  const only = list?.[0];
  if (!only || only.fromDay === null || only.recorded >= knownBefore) return [];
  return only.fromDay > from && only.fromDay < to ? [only.fromDay] : [];
}
