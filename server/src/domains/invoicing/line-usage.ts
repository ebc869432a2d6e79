// What the metered lines of an invoice stand on: for each the usage events its quantity was made of, read in a fixed number of queries.
import { assert } from '../../kernel/assert.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone, type Zone } from '../../kernel/calendar/zone.ts';
import { readDay, readInstant } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { type Component, findComponents, loadPlans } from '../catalog/index.ts';
import { findSubscriptions, holdUsage } from '../subscriptions/index.ts';
import { type ListedEvent, type ListedEvents, type ListedStretch, listEvents } from '../usage/index.ts';
import type { InvoiceLineView, InvoiceView } from './invoice-view.ts';
import { loadLineRuns } from './register-store.ts';

export interface LineEvent {
  readonly at: string;
  readonly source: string;
  readonly id: string;
  readonly value: string;
  readonly recorded: string;
  /** Recorded when the window was over. */
  readonly late: boolean;
  /** Not there yet for the run that billed this window before. */
  readonly isNew: boolean;
}

/** The events of one meter that a line stands on. */
export interface LineUsage {
  readonly meter: string;
  readonly aggregate: Component['aggregate'];
  readonly from: string;
  readonly to: string;
  /** When the run that issued the line began. What it knew are the events that were there when it read them; later ones belong to later lines. */
  readonly knownAt: string;
  /** When the run began that billed the window before. */
  readonly billedBeforeAt: string | null;
  /** Single events before this instant are no longer kept: those listed are the rest. Null: all are. */
  readonly keptFrom: string | null;
  readonly total: number;
  readonly totalNew: number;
  readonly sum: string;
  /** New ones first. */
  readonly events: readonly LineEvent[];
  /** Of a level that holds until the next event: where it stood when the stretch began. */
  readonly levelBefore: LineEvent | null;
}

/** By the line's place on the document, of all or of one; lines that are not metered stand on no events. */
export async function loadLineUsage(
  tx: Transaction,
  sellerId: bigint,
  invoice: { readonly id: bigint; readonly view: InvoiceView },
  limit: number | null,
  only: number | null = null,
): Promise<LineUsage[][]> {
  const { view } = invoice;
  const isWanted = (line: InvoiceLineView, index: number): boolean => line.kind === 'metered' && (only === null || index === only);
  const metered = view.lines.filter(isWanted);
  if (metered.length === 0) return view.lines.map(() => []);
  const zone = findZone(view.facts.zone);
  assert(zone !== null, `zone ${view.facts.zone} of an issued invoice`);
  const components = await loadComponents(tx, sellerId, [...new Set(metered.map((line) => line.component))]);
  const subscriptions = await findSubscriptions(tx, sellerId, [...new Set(metered.flatMap((line) => line.subscription ?? []))]);
  const subscriptionIds = new Map(subscriptions.map((row) => [row.externalId, row.id]));
  const runs = await loadLineRuns(tx, sellerId, invoice.id);
  const places: { line: number; windowEnd: number; component: Component; stretch: ListedStretch }[] = [];
  for (const [index, line] of view.lines.entries()) {
    const component = components.get(line.component);
    const subscriptionId = subscriptionIds.get(line.subscription ?? '');
    const run = runs[index];
    if (!isWanted(line, index) || component === undefined || subscriptionId === undefined || run === undefined) continue;
    const { from, to, windowEnd } = stretchOf(line, zone);
    for (const meter of metersOf(line, component)) {
      const withLevelBefore = component.aggregate === 'time';
      const stretch = { subscriptionId, meter, from, to, known: run.known, before: run.before, withLevelBefore };
      places.push({ line: index, windowEnd, component, stretch });
    }
  }
  const stretches = places.map((place) => place.stretch);
  const usageFrom = await holdUsage(tx);
  const found = await listEvents(tx, sellerId, stretches, limit);
  const usage = view.lines.map((): LineUsage[] => []);
  for (const [index, { line, windowEnd, component, stretch }] of places.entries()) {
    usage[line]!.push(lineUsage(stretch, component, windowEnd, found[index]!, usageFrom));
  }
  return usage;
}

async function loadComponents(tx: Transaction, sellerId: bigint, refs: readonly string[]): Promise<Map<string, Component>> {
  const places = await findComponents(tx, sellerId, refs);
  const plans = await loadPlans(tx, sellerId, [...new Set([...places.values()].map((place) => place.plan))]);
  return new Map([...plans.values()].flatMap((plan) => plan.plan.components.map((component) => [component.ref, component] as const)));
}

/** The line's stretch inside its window, in instants of the account's zone. */
function stretchOf(line: InvoiceLineView, zone: Zone): { from: number; to: number; windowEnd: number } {
  const instantOf = (text: string): number => (text.length === 10 ? zone.startOfDay(readDay(text)) : readInstant(text));
  const from = instantOf(line.from);
  const to = instantOf(line.to);
  if (line.period === null) return { from, to, windowEnd: to };
  const windowEnd = instantOf(line.period.to);
  return { from: Math.max(from, instantOf(line.period.from)), to: Math.min(to, windowEnd), windowEnd };
}

/** A capacity price looks at every meter that its tiers limit. */
function metersOf(line: InvoiceLineView, component: Component): string[] {
  const own = component.meter ?? component.key;
  const limited = [line.new, line.old].flatMap((state) => (state?.price?.tiers ?? []).flatMap((tier) => Object.keys(tier.limits ?? {})));
  return limited.length === 0 ? [own] : [...new Set(limited)].sort();
}

function lineUsage(
  stretch: ListedStretch,
  component: Component,
  windowEnd: number,
  found: ListedEvents,
  usageFrom: number | null,
): LineUsage {
  const told = (event: ListedEvent): LineEvent => ({
    at: formatInstant(event.at),
    source: event.source,
    id: event.id,
    value: event.value,
    recorded: formatInstant(event.recorded),
    late: event.recorded >= windowEnd,
    isNew: event.isNew,
  });
  return {
    meter: stretch.meter,
    aggregate: component.aggregate,
    from: formatInstant(stretch.from),
    to: formatInstant(stretch.to),
    knownAt: formatInstant(stretch.known.at),
    billedBeforeAt: stretch.before === null ? null : formatInstant(stretch.before.at),
    keptFrom: usageFrom !== null && stretch.from < usageFrom ? formatInstant(usageFrom) : null,
    total: found.total,
    totalNew: found.totalNew,
    sum: found.sum,
    events: found.events.map(told),
    levelBefore: found.levelBefore === null ? null : told(found.levelBefore),
  };
}
