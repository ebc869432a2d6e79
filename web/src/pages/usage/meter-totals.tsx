// One meter's usage: its picture, and by service the quantity, the events, and where nothing came.
import { Anchor, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { Chart } from '../../parts/chart.tsx';
import type { Aggregate, Totals } from './totals-page.tsx';
import { pointsOf } from './totals-points.ts';
import { placesIn, type Step, type Window } from './window.ts';

interface MeterTotalsProps {
  readonly meter: string;
  readonly rows: Totals['data'];
  readonly step: Step;
  readonly window: Window;
  readonly aggregate: Aggregate;
  readonly zone: string;
}

export function MeterTotals({ meter, rows, step, window, aggregate, zone }: MeterTotalsProps) {
  const text = useText();
  const format = useFormat();
  const meters = useQuery({
    queryKey: ['meters', 'all'],
    queryFn: async () => (await api().get('/v1/meters', { params: { query: { limit: 200 } } })).data.data,
  });
  const unit = aggregate === 'count' || aggregate === 'unique' ? null : (meters.data?.find(({ key }) => key === meter)?.unit ?? null);
  const quantity = (value: string) => (unit === null ? format.number(value) : `${format.number(value)} ${unit}`);
  const places = {
    all: placesIn(window, step),
    of: (from: string) => localDay(from, zone),
    name: (place: string) => (step === 'month' ? format.month(place) : format.day(place)),
  };
  const { series, points } = pointsOf(rows, places, text('usage.totals.others'));
  return (
    <Paper withBorder p="md">
      <Title order={2} fz="md" mb="sm" className="broken-anywhere">
        <bdi>{meter}</bdi>
      </Title>
      {points.length === 0 ? null : (
        <Chart
          kind="bar"
          label={text('usage.totals.chart', { meter })}
          series={series}
          points={points}
          show={(value) => quantity(String(value))}
          isStacked={aggregate === 'sum' || aggregate === 'count'}
        />
      )}
      <ByService meter={meter} rows={rows} aggregate={aggregate} quantity={quantity} />
      <Group justify="flex-end">
        <Text size="xs" c="dimmed">
          {text('usage.totals.zone', { zone })}
        </Text>
      </Group>
    </Paper>
  );
}

interface ByServiceProps extends Pick<MeterTotalsProps, 'meter' | 'rows' | 'aggregate'> {
  readonly quantity: (value: string) => string;
}

function ByService({ meter, rows, aggregate, quantity }: ByServiceProps) {
  const text = useText();
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table verticalSpacing={5} mt="sm" aria-label={text('usage.totals.of', { meter })}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text('usage.service')}</Table.Th>
            <Table.Th ta="end">{text(`usage.aggregate.${aggregate}`)}</Table.Th>
            <Table.Th ta="end">{text('usage.events')}</Table.Th>
            <Table.Th ta="end">{text('usage.gaps')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.subscription}>
              <Table.Th scope="row" fw={400} className="broken-anywhere">
                <Anchor
                  component={Link}
                  size="sm"
                  to="/console/usage"
                  search={((before: object) => ({ ...before, subscription: row.subscription, account: undefined })) as never}
                >
                  <bdi>{row.subscription}</bdi>
                </Anchor>
              </Table.Th>
              <Table.Td ta="end" className="figure">
                {quantity(row.quantity ?? row.sum)}
              </Table.Td>
              <Table.Td ta="end" className="figure">
                {format.number(row.events)}
              </Table.Td>
              <Table.Td ta="end">
                <Gaps gaps={row.gaps ?? []} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Gaps({ gaps }: { readonly gaps: NonNullable<Totals['data'][number]['gaps']> }) {
  const text = useText();
  const format = useFormat();
  if (gaps.length === 0) return '–';
  const told = gaps.map(({ from, to }) => `${format.instant(from)} – ${format.instant(to)}`).join('\n');
  return (
    <Text size="sm" title={told}>
      {text('usage.gaps.count', { count: gaps.length })}
    </Text>
  );
}

/** The day that an instant is on, where the totals are counted. */
function localDay(at: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));
}
