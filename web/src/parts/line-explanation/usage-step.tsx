// The usage a quantity stands on: how it is counted, what the run knew, and the events themselves.
import { Button, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { StateBadge } from '../badge.tsx';
import classes from './line-explanation.module.css';

type Usage = Schemas['LineExplanation']['usage'][number];

interface UsageStepProps {
  readonly invoice: string;
  readonly position: number;
  readonly usage: Usage;
  readonly unit: string | null;
  readonly eventLink?: ((event: { readonly source: string; readonly id: string }) => ReactNode) | undefined;
}

const MOST_EVENTS = 1000;

const AGGREGATES: Readonly<Record<string, MessageKey>> = {
  sum: 'invoices.aggregate.sum',
  count: 'invoices.aggregate.count',
  max: 'invoices.aggregate.max',
  last: 'invoices.aggregate.last',
  unique: 'invoices.aggregate.unique',
  time: 'invoices.aggregate.time',
  p95: 'invoices.aggregate.p95',
};

export function UsageStep(props: UsageStepProps) {
  const { usage, unit } = props;
  const text = useText();
  const format = useFormat();
  const aggregate = AGGREGATES[usage.aggregate];
  return (
    <Stack gap={4}>
      <Text size="sm">{aggregate === undefined ? usage.aggregate : text(aggregate)}</Text>
      <Text size="sm">
        {text('invoices.explain.usage.count', {
          count: usage.total,
          sum: unit === null ? format.number(usage.sum) : `${format.number(usage.sum)} ${unit}`,
          from: format.instant(usage.from),
          to: format.instant(usage.to),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {text('invoices.explain.usage.known', { at: format.instant(usage.knownAt) })}
        {usage.billedBeforeAt === null
          ? ''
          : ` ${text('invoices.explain.usage.new', { count: usage.totalNew, at: format.instant(usage.billedBeforeAt) })}`}
      </Text>
      {usage.keptFrom === null ? null : (
        <Text size="sm" c="dimmed">
          {text('invoices.explain.usage.kept', { at: format.instant(usage.keptFrom) })}
        </Text>
      )}
      <Events {...props} />
    </Stack>
  );
}

function Events({ invoice, position, usage, eventLink }: UsageStepProps) {
  const text = useText();
  const [wantsAll, setWantsAll] = useState(false);
  const all = useQuery({
    queryKey: ['invoices', invoice, 'lines', position, 'events'],
    enabled: wantsAll,
    queryFn: async () =>
      (
        await api().get('/v1/invoices/{invoice}/lines/{position}/explanation', {
          params: { path: { invoice, position: String(position) }, query: { events: MOST_EVENTS } },
        })
      ).data,
  });
  const shown =
    all.data?.usage.find(({ meter, from, aggregate }) => meter === usage.meter && from === usage.from && aggregate === usage.aggregate) ??
    usage;
  const events = usage.levelBefore === null ? shown.events : [usage.levelBefore, ...shown.events];
  if (events.length === 0) return null;
  return (
    <>
      <Table.ScrollContainer minWidth={0} type="native">
        <Table verticalSpacing={3} className={classes.events} aria-label={text('invoices.explain.usage', { meter: usage.meter })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ps={0}>{text('invoices.explain.event.at')}</Table.Th>
              <Table.Th ta="end">{text('invoices.explain.event.value')}</Table.Th>
              <Table.Th>{text('invoices.explain.event.id')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {events.map((event) => (
              <EventRow key={`${event.source} ${event.id}`} event={event} isBefore={event === usage.levelBefore} eventLink={eventLink} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.events.length < shown.total ? (
        <Text size="xs" c="dimmed">
          {text('invoices.explain.usage.shown', { shown: shown.events.length, total: shown.total })}
        </Text>
      ) : null}
      {shown.events.length < shown.total && all.data === undefined ? (
        <Button size="xs" variant="default" loading={all.isFetching} onClick={() => setWantsAll(true)} style={{ alignSelf: 'flex-start' }}>
          {text('invoices.explain.usage.more')}
        </Button>
      ) : null}
    </>
  );
}

interface EventRowProps {
  readonly event: Usage['events'][number];
  /** Before the window: the level that held when it began. */
  readonly isBefore: boolean;
  readonly eventLink: UsageStepProps['eventLink'];
}

function EventRow({ event, isBefore, eventLink }: EventRowProps) {
  const text = useText();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td ps={0}>
        {format.instant(event.at)}
        {isBefore ? <StateBadge tone="quiet">{text('invoices.explain.event.before')}</StateBadge> : null}
        {event.late ? <StateBadge tone="waiting">{text('invoices.explain.event.late')}</StateBadge> : null}
        {event.isNew ? <StateBadge tone="news">{text('invoices.explain.event.new')}</StateBadge> : null}
      </Table.Td>
      <Table.Td ta="end" className="figure">
        {format.number(event.value)}
      </Table.Td>
      <Table.Td className="broken-anywhere">{eventLink?.(event) ?? event.id}</Table.Td>
    </Table.Tr>
  );
}
