// Which price an edge sees: the buyer's override, else the seller's global price, else, at the root, the plan's own. Never another
// currency's and never another seller's: what has no price is not for sale.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { PriceEntry } from './price.ts';

/** Who sells to whom. The root of the tree is the provider: only there does a plan's own price count. */
export interface PriceEdge {
  readonly seller: string;
  readonly audience: 'resellers' | 'companies';
  readonly buyer: string;
  readonly isRoot?: boolean;
  /** Of the list that counts on the edge. A document has one for all. */
  readonly currency?: string;
}

export type PriceStep = 'override' | 'global' | 'plan';

export type WhyNot =
  | 'not_yet_known'
  | 'not_yet_valid'
  | 'other_seller'
  | 'other_buyer'
  | 'other_audience'
  | 'superseded'
  | 'overridden'
  | 'plan_of_the_root_only';

export interface Resolution {
  readonly entry: PriceEntry;
  readonly step: PriceStep;
  /** Every other entry of the component, in the order given, with why it is not the one. */
  readonly considered: readonly { readonly entry: PriceEntry; readonly whyNot: WhyNot }[];
}

const RANK: Readonly<Partial<Record<PriceStep | WhyNot, number>>> = { plan: 1, global: 2, override: 3 };

/** The price with its "why"; null where the component is not for sale on this edge. Without an edge only lists without sellers count. */
export function resolvePrice(
  entries: readonly PriceEntry[],
  edge: PriceEdge | null,
  component: string,
  day: Day,
  knownBefore: number,
): Resolution | null {
  const entry = findPriceEntry(entries, edge, component, day, knownBefore);
  if (!entry) return null;
  const step = stepOf(entry, edge) as PriceStep;
  const others = entries.filter((other) => other.component === component && other !== entry);
  return { entry, step, considered: others.map((other) => ({ entry: other, whyNot: whyNot(other, step, edge, day, knownBefore) })) };
}

/** As resolvePrice, without the explanation. */
export function findPriceEntry(
  entries: readonly PriceEntry[],
  edge: PriceEdge | null,
  component: string,
  day: Day,
  knownBefore: number,
): PriceEntry | null {
  let best: PriceEntry | null = null;
  for (const entry of entries) {
    if (entry.component !== component || entry.recorded >= knownBefore || !isInForce(entry, day)) continue;
    const rank = rankOf(entry, edge);
    if (rank === 0 || (best && precedence(rank, entry, rankOf(best, edge), best) < 0)) continue;
    best = entry;
  }
  return best;
}

/** The entries an edge can use, the preferred one first: the first that is in force and known is the price. */
export function inOrderOfChoice(entries: readonly PriceEntry[], edge: PriceEdge | null): readonly PriceEntry[] {
  return entries
    .map((entry, index) => ({ entry, index, rank: rankOf(entry, edge) }))
    .filter(({ rank }) => rank > 0)
    .sort((left, right) => precedence(right.rank, right.entry, left.rank, left.entry) || right.index - left.index)
    .map(({ entry }) => entry);
}

function isInForce(entry: PriceEntry, day: Day): boolean {
  return entry.fromDay === null || entry.fromDay <= day;
}

/** Which step an entry belongs to on an edge, or why it belongs to none. */
function stepOf(entry: PriceEntry, edge: PriceEdge | null): PriceStep | WhyNot {
  if (edge === null) {
    if (entry.seller !== null) return 'other_seller';
    if (entry.buyer !== null) return 'other_buyer';
    return entry.fromDay === null ? 'plan' : 'global';
  }
  if (entry.seller === null) return edge.isRoot ? 'plan' : 'plan_of_the_root_only';
  if (entry.seller !== edge.seller) return 'other_seller';
  if (entry.buyer !== null) return entry.buyer === edge.buyer ? 'override' : 'other_buyer';
  return entry.audience === null || entry.audience === edge.audience ? 'global' : 'other_audience';
}

function rankOf(entry: PriceEntry, edge: PriceEdge | null): number {
  return RANK[stepOf(entry, edge)] ?? 0;
}

/** Override before global before plan; then the later valid-from, then the later recorded. Equal: the later in the list. */
function precedence(rank: number, entry: PriceEntry, otherRank: number, other: PriceEntry): number {
  if (rank !== otherRank) return rank - otherRank;
  const from = entry.fromDay ?? Number.MIN_SAFE_INTEGER;
  const otherFrom = other.fromDay ?? Number.MIN_SAFE_INTEGER;
  return from === otherFrom ? Math.sign(entry.recorded - other.recorded) || 0 : from - otherFrom;
}

function whyNot(entry: PriceEntry, chosen: PriceStep, edge: PriceEdge | null, day: Day, knownBefore: number): WhyNot {
  const step = stepOf(entry, edge);
  if (RANK[step] === undefined) return step as WhyNot;
  if (entry.recorded >= knownBefore) return 'not_yet_known';
  if (!isInForce(entry, day)) return 'not_yet_valid';
  return step === chosen ? 'superseded' : 'overridden';
}
