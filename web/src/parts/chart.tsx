// Figures over time. The drawing is fetched when one is shown; who does not see it has the same figures as a table.
import { Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense } from 'react';

export interface Series {
  readonly name: string;
  readonly label: string;
  readonly color?: string;
}

export interface ChartProps {
  readonly kind: 'bar' | 'line' | 'area';
  /** What it shows, in words. */
  readonly label: string;
  readonly series: readonly Series[];
  /** One for each place of the axis: `at` is its name, the rest by the series' names. */
  readonly points: readonly Readonly<Record<string, string | number>>[];
  readonly show: (value: number) => string;
  readonly isStacked?: boolean;
  readonly height?: number;
}

const Drawing = lazy(() => import('./chart-drawing.tsx'));
const HEIGHT = 240;

export function Chart(props: ChartProps) {
  const { label, series, points, show, height = HEIGHT } = props;
  return (
    <figure style={{ margin: 0 }}>
      <div aria-hidden style={{ height }}>
        <Suspense fallback={<Skeleton height={height} />}>
          <Drawing {...props} height={height} />
        </Suspense>
      </div>
      <VisuallyHidden>
        <Table>
          <caption>{label}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {series.map((one) => (
                <Table.Th key={one.name} scope="col">
                  {one.label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {points.map((point) => (
              <Table.Tr key={String(point.at)}>
                <Table.Th scope="row">{point.at}</Table.Th>
                {series.map((one) => (
                  <Table.Td key={one.name}>{show(Number(point[one.name] ?? 0))}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </VisuallyHidden>
    </figure>
  );
}
