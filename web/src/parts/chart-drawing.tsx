// Draws what chart.tsx was given; by itself, because it is the largest part that most pages do without.
import '@mantine/charts/styles.css';
import { AreaChart, BarChart, LineChart } from '@mantine/charts';
import type { ChartProps } from './chart.tsx';

const COLORS = ['brand.6', 'teal.7', 'orange.7', 'grape.6', 'red.7', 'lime.8'];

export default function ChartDrawing({ kind, series, points, show, isStacked = false, height }: ChartProps & { readonly height: number }) {
  const common = {
    h: height,
    data: points.map((point) => ({ ...point })),
    dataKey: 'at',
    valueFormatter: show,
    withLegend: series.length > 1,
    series: series.map(({ name, label, color }, index) => ({ name, label, color: color ?? COLORS[index % COLORS.length]! })),
    tickLine: 'none' as const,
    gridAxis: 'y' as const,
  };
  if (kind === 'bar') return <BarChart {...common} {...(isStacked ? { type: 'stacked' as const } : {})} />;
  if (kind === 'area')
    return <AreaChart {...common} withDots={false} curveType="linear" {...(isStacked ? { type: 'stacked' as const } : {})} />;
  return <LineChart {...common} withDots={false} curveType="linear" />;
}
