// What the metered lines of an invoice stand on: for each the usage events its quantity was made of, read in a fixed number of queries.
import { type Component, findComponents, loadPlans } from '../domains/catalog/index.ts';
import type { InvoiceLineView, InvoiceView } from '../domains/invoicing/index.ts';
import { findSubscriptions } from '../domains/subscriptions/index.ts';
import { type ListedEvent, type ListedEvents, type ListedStretch, listEvents } from '../domains/usage/index.ts';
import { assert } from '../kernel/assert.ts';
import { formatInstant } from '../kernel/calendar/instant.ts';
import { findZone, type Zone } from '../kernel/calendar/zone.ts';
import { readDay, readInstant } from '../kernel/stored-values.ts';
import type { Transaction } from '../platform/postgres/transaction.ts';

export interface LineEvent {
  readonly at: string;
  readonly source: string;
  readonly id: string;
  readonly value: string;
  readonly recorded: string;
  /** Recorded when the window was over. */
  readonly late: boolean;
  /** Recorded after the run that billed this window before. */
  readonly isNew: boolean;
}

/** The events of one meter that a line stands on. */
export interface LineUsage {
  readonly meter: string;
  readonly aggregate: Component['aggregate'];
  readonly from: string;
  readonly to: string;
  /** The run that issued the line; later events belong to later lines. */
  readonly knownAt: string;
  /** The run that billed the window before. */
  readonly billedBeforeAt: string | null;
  readonly total: number;
  readonly totalNew: number;
  readonly sum: string;
  /** New ones first. */
  readonly events: readonly LineEvent[];
  /** Of a level that holds until the next event: where it stood when the stretch began. */
  readonly levelBefore: LineEvent | null;
}

/** By the line's place on the document; lines that are not metered stand on no events. */
export async function loadLineUsage(
  tx: Transaction,
  sellerId: bigint,
  invoice: { readonly id: bigint; readonly view: InvoiceView },
  limit: number | null,
): Promise<LineUsage[][]> {
  const { view } = invoice;
  const metered = view.lines.filter((line) => line.kind === 'metered');
  if (metered.length === 0) return view.lines.map(() => []);
  const zone = findZone(view.facts.zone);
  assert(zone !== null, `zone ${view.facts.zone} of an issued invoice`);
  const components = await loadComponents(tx, sellerId, [...new Set(metered.map((line) => line.component))]);
  const subscriptions = await findSubscriptions(tx, sellerId, [...new Set(metered.flatMap((line) => line.subscription ?? []))]);
  const subscriptionIds = new Map(subscriptions.map((row) => [row.externalId, row.id]));
  const runs = await loadRuns(tx, sellerId, invoice.id);
  const places: { line: number; windowEnd: number; component: Component; stretch: ListedStretch }[] = [];
  for (const [index, line] of view.lines.entries()) {
    const component = components.get(line.component);
    const subscriptionId = subscriptionIds.get(line.subscription ?? '');
    const run = runs[index];
    if (line.kind !== 'metered' || component === undefined || subscriptionId === undefined || run === undefined) continue;
    const { from, to, windowEnd } = stretchOf(line, zone);
    for (const meter of metersOf(line, component)) {
      const withLevelBefore = component.aggregate === 'time';
      const stretch = { subscriptionId, meter, from, to, recordedBy: run.at, newAfter: run.beforeAt, withLevelBefore };
      places.push({ line: index, windowEnd, component, stretch });
    }
  }
  const stretches = places.map((place) => place.stretch);
  const found = await listEvents(tx, sellerId, stretches, limit);
  const usage = view.lines.map((): LineUsage[] => []);
  for (const [index, { line, windowEnd, component, stretch }] of places.entries()) {
    usage[line]!.push(lineUsage(stretch, component, windowEnd, found[index]!));
  }
  return usage;
}

async function loadComponents(tx: Transaction, sellerId: bigint, refs: readonly string[]): Promise<Map<string, Component>> {
  const places = await findComponents(tx, sellerId, refs);
  const plans = await loadPlans(tx, sellerId, [...new Set([...places.values()].map((place) => place.plan))]);
  return new Map([...plans.values()].flatMap((plan) => plan.plan.components.map((component) => [component.ref, component] as const)));
}

/** Of each line in order: when its run began, and when the run that billed its window before did. */
async function loadRuns(tx: Transaction, sellerId: bigint, invoiceId: bigint): Promise<{ at: number; beforeAt: number | null }[]> {
  const { rows } = await tx.client.query<{ at: number; beforeAt: number | null }>(
    `select r.started_at as at, rb.started_at as "beforeAt"
     from invoice_line l
     join charge_step s on (s.cell_id, s.sequence, s.seller_id) = (l.cell_id, l.sequence, l.seller_id)
     join billing_run r on (r.seller_id, r.id) = (s.seller_id, s.run_id)
     left join charge_step b on (b.cell_id, b.sequence, b.seller_id) = (l.cell_id, l.sequence - 1, l.seller_id)
     left join billing_run rb on (rb.seller_id, rb.id) = (b.seller_id, b.run_id)
     where l.seller_id = $1 and l.invoice_id = $2 order by l.position`,
    [sellerId, invoiceId],
  );
  return rows;
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

function lineUsage(stretch: ListedStretch, component: Component, windowEnd: number, found: ListedEvents): LineUsage {
  const told = (event: ListedEvent): LineEvent => ({
    at: formatInstant(event.at),
    source: event.source,
    id: event.id,
    value: event.value,
    recorded: formatInstant(event.recorded),
    late: event.recorded >= windowEnd,
    isNew: stretch.newAfter !== null && event.recorded > stretch.newAfter,
  });
  return {
    meter: stretch.meter,
    aggregate: component.aggregate,
    from: formatInstant(stretch.from),
    to: formatInstant(stretch.to),
    knownAt: formatInstant(stretch.recordedBy),
    billedBeforeAt: stretch.newAfter === null ? null : formatInstant(stretch.newAfter),
    total: found.total,
    totalNew: found.totalNew,
    sum: found.sum,
    events: found.events.map(told),
    levelBefore: found.levelBefore === null ? null : told(found.levelBefore),
  };
}
