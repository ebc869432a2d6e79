// A fact of a timeline as the database keeps it, and back. What every fact has are columns; the rest is the body.
import { assert } from '../../kernel/assert.ts';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact, type Rational } from '../../kernel/money/rational.ts';
import { readDay, readDecimal, readInstant } from '../../kernel/stored-values.ts';
import type { AnchorRule, Fact, FactBase } from './core/fact.ts';

export type FactChange = Fact extends infer One ? (One extends FactBase ? Omit<One, keyof FactBase> : never) : never;

export type StoredAnchor = 'start' | string | { readonly day: number };

export interface StoredBody {
  readonly plan?: string;
  readonly quantities?: Readonly<Record<string, string>>;
  readonly anchor?: StoredAnchor;
  readonly anchorOn?: string;
  readonly trialUntil?: string;
  readonly component?: string;
  readonly item?: string;
  readonly value?: string;
  readonly percent?: string;
  readonly until?: string;
  readonly ref?: string;
}

export function storedAnchor(rule: AnchorRule): StoredAnchor {
  if (rule.kind === 'start') return 'start';
  return rule.kind === 'date' ? formatDay(rule.day) : { day: rule.dayOfMonth };
}

export function anchorFromStored(stored: StoredAnchor): AnchorRule {
  if (typeof stored === 'object') return { kind: 'day', dayOfMonth: stored.day };
  return stored === 'start' ? { kind: 'start' } : { kind: 'date', day: readDay(stored) };
}

export function storedBody(change: FactChange): StoredBody {
  switch (change.kind) {
    case 'start':
      return {
        plan: change.plan,
        quantities: storedQuantities(change.quantities),
        ...(change.anchor === null ? {} : { anchor: storedAnchor(change.anchor) }),
        ...(change.anchorOn === null ? {} : { anchorOn: formatDay(change.anchorOn) }),
        ...(change.trialUntil === null ? {} : { trialUntil: formatInstant(change.trialUntil) }),
      };
    case 'quantity':
      return { component: change.component, value: formatExact(change.value) };
    case 'item':
      return { component: change.component, item: change.item, value: formatExact(change.value) };
    case 'plan':
      return { plan: change.plan, quantities: storedQuantities(change.quantities) };
    case 'discount':
      return {
        percent: formatExact(change.percent),
        ...(change.until === null ? {} : { until: formatInstant(change.until) }),
        ...(change.component === null ? {} : { component: change.component }),
      };
    case 'anchor':
      return { anchor: storedAnchor(change.anchor) };
    case 'void':
      return { ref: change.ref };
    default:
      return {};
  }
}

/** What many customers buy alike is read once: a change never changes, so facts may share it. */
export class ChangeReader {
  private readonly known = new Map<string, FactChange>();

  /** `body` is the stored body's JSON text. */
  read(kind: Fact['kind'], body: string): FactChange {
    const text = `${kind} ${body}`;
    let change = this.known.get(text);
    if (change === undefined) {
      change = changeFromStored(kind, JSON.parse(body) as StoredBody);
      this.known.set(text, change);
    }
    return change;
  }
}

function changeFromStored(kind: Fact['kind'], body: StoredBody): FactChange {
  switch (kind) {
    case 'start':
      return {
        kind,
        plan: named(body.plan),
        quantities: quantitiesFromStored(body.quantities),
        anchor: body.anchor === undefined ? null : anchorFromStored(body.anchor),
        anchorOn: body.anchorOn === undefined ? null : readDay(body.anchorOn),
        trialUntil: body.trialUntil === undefined ? null : readInstant(body.trialUntil),
      };
    case 'quantity':
      return { kind, component: named(body.component), value: readDecimal(named(body.value)) };
    case 'item':
      return { kind, component: named(body.component), item: named(body.item), value: readDecimal(named(body.value)) };
    case 'plan':
      return { kind, plan: named(body.plan), quantities: quantitiesFromStored(body.quantities) };
    case 'discount':
      return {
        kind,
        percent: readDecimal(named(body.percent)),
        until: body.until === undefined ? null : readInstant(body.until),
        component: body.component ?? null,
      };
    case 'anchor':
      assert(body.anchor !== undefined, 'stored anchor fact without its anchor');
      return { kind, anchor: anchorFromStored(body.anchor) };
    case 'void':
      return { kind, ref: named(body.ref) };
    default:
      return { kind };
  }
}

function storedQuantities(quantities: ReadonlyMap<string, Rational>): Record<string, string> {
  return Object.fromEntries([...quantities].map(([key, value]) => [key, formatExact(value)]));
}

function quantitiesFromStored(stored: Readonly<Record<string, string>> | undefined): Map<string, Rational> {
  return new Map(Object.entries(stored ?? {}).map(([key, value]) => [key, readDecimal(value)]));
}

function named(text: string | undefined): string {
  assert(text !== undefined, 'a stored fact lacks a part of it');
  return text;
}
