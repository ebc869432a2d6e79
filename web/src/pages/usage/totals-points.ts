// Totals as points of a chart: a series for each service, and all smaller ones together where there are many.
import type { Series } from '../../parts/chart.tsx';

interface Row {
  readonly subscription: string;
  readonly sum: string;
  readonly steps?: readonly { readonly from: string; readonly sum: string; readonly quantity?: string }[] | undefined;
}

const MOST_SERIES = 6;

type Point = Record<string, string | number>;

interface Places {
  /** All of the axis, in time’s order: where nothing was, that is seen. */
  readonly all: readonly string[];
  /** The place that a step stands at. */
  readonly of: (from: string) => string;
  readonly name: (place: string) => string;
}

export function pointsOf(rows: readonly Row[], { all, of, name }: Places, others: string): { series: Series[]; points: Point[] } {
  // Drawing alone makes numbers of the amounts.
  const bySize = [...rows].sort((one, other) => Number(other.sum) - Number(one.sum));
  const own = bySize.length <= MOST_SERIES ? bySize : bySize.slice(0, MOST_SERIES - 1);
  const rest = bySize.slice(own.length);
  const at = (row: Row) => new Map((row.steps ?? []).map((step) => [of(step.from), Number(step.quantity ?? step.sum)]));
  const ownValues = own.map(at);
  const restValues = rest.map(at);
  const points = all.map((place): Point => {
    const point: Point = { at: name(place) };
    ownValues.forEach((values, index) => {
      point[`s${index}`] = values.get(place) ?? 0;
    });
    if (rest.length > 0) point.others = restValues.reduce((sum, values) => sum + (values.get(place) ?? 0), 0);
    return point;
  });
  const series = own.map(({ subscription }, index) => ({ name: `s${index}`, label: subscription }));
  return { series: rest.length === 0 ? series : [...series, { name: 'others', label: others }], points };
}
