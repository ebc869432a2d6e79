// Whether a fact makes sense on the timeline it is added to.
import { compare, fromInteger, sign } from '../../kernel/money/rational.ts';
import type { CatalogPlan } from '../catalog/index.ts';
import type { Fact } from './core/fact.ts';
import {
  dateOutOfRange,
  endsBeforeStart,
  negativeQuantity,
  repeatedReference,
  unknownComponent,
  unknownPlan,
  unknownReference,
  wrongPercent,
} from './errors.ts';

export type Timeline = Fact[];

/** Until the year 2200: later dates are typing mistakes, and calendars get slow. */
const LATEST = 7_258_118_400_000;

export function checkFact(fact: Fact, timeline: readonly Fact[], plans: ReadonlyMap<string, CatalogPlan>, path: string): void {
  if (!(fact.at >= 0 && fact.at < LATEST)) throw dateOutOfRange(`${path}.at`);
  if (fact.id !== null && timeline.some((other) => other.id === fact.id)) throw repeatedReference(fact.id, `${path}.reference`);
  switch (fact.kind) {
    case 'start':
    case 'plan': {
      const plan = plans.get(fact.plan);
      if (plan === undefined) throw unknownPlan(fact.plan, `${path}.plan`);
      for (const [component, value] of fact.quantities) {
        requireComponent(component, [plan], `${path}.quantities`);
        if (sign(value) < 0) throw negativeQuantity(component, `${path}.quantities`);
      }
      return;
    }
    case 'quantity':
    case 'item':
      requireComponent(fact.component, plansOf(timeline, plans), `${path}.component`);
      if (sign(fact.value) < 0) throw negativeQuantity(fact.component, `${path}.value`);
      return;
    case 'discount':
      if (sign(fact.percent) <= 0 || compare(fact.percent, fromInteger(100)) > 0) throw wrongPercent(`${path}.percent`);
      if (fact.component !== null) requireComponent(fact.component, plansOf(timeline, plans), `${path}.component`);
      return;
    case 'end': {
      const starts = timeline.filter((other) => other.kind === 'start').map((other) => other.at);
      if (starts.length === 0 || fact.at < Math.min(...starts)) throw endsBeforeStart(`${path}.at`);
      return;
    }
    case 'void':
      if (!timeline.some((other) => other.id === fact.ref)) throw unknownReference(fact.ref, `${path}.ref`);
      return;
    default:
      return;
  }
}

function plansOf(timeline: readonly Fact[], plans: ReadonlyMap<string, CatalogPlan>): CatalogPlan[] {
  const refs = new Set(timeline.flatMap((fact) => (fact.kind === 'start' || fact.kind === 'plan' ? [fact.plan] : [])));
  return [...refs].flatMap((ref) => plans.get(ref) ?? []);
}

function requireComponent(key: string, plans: readonly CatalogPlan[], path: string): void {
  if (plans.some((plan) => plan.plan.components.some((component) => component.key === key))) return;
  throw unknownComponent(key, plans.map((plan) => plan.plan.key).join(', '), path);
}
