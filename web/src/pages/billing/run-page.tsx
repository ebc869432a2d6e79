// One billing run: followed while it works, then what it brought.
import { Alert, Button, Group, Paper, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { CircleAlert, ReceiptText, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { FieldList } from '../../parts/field-list.tsx';
import { FigureCard } from '../../parts/figure-card.tsx';
import { Facts, Page } from '../../parts/page.tsx';
import { isEnded, RunState } from './run-state.tsx';

type Run = Schemas['BillingRun'];

const LOOK_MS = 1000;

export function RunPage(): ReactElement {
  const text = useText();
  const format = useFormat();
  const { run: id } = useParams({ strict: false }) as { run: string };
  const run = useQuery({
    queryKey: ['billing-runs', 'one', id],
    queryFn: async () => (await api().get('/v1/billing-runs/{run}', { params: { path: { run: id } } })).data,
    refetchInterval: (query) => (query.state.data !== undefined && isEnded(query.state.data) ? false : LOOK_MS),
  });
  const title = run.data === undefined ? text('billing.run') : text('billing.run.of', { at: format.instant(run.data.orderedAt) });
  return (
    <Page
      title={
        <Group gap="sm" component="span">
          {title}
          {run.data === undefined ? null : <RunState state={run.data.state} />}
        </Group>
      }
      tab={title}
      trail={[{ label: text('billing.runs.title'), to: '/console/runs' }]}
    >
      <Facts query={run}>{(data) => <OneRun run={data} />}</Facts>
    </Page>
  );
}

function OneRun({ run }: { readonly run: Run }) {
  const text = useText();
  const format = useFormat();
  const instant = (at: string | null) => (at === null ? null : format.instant(at));
  return (
    <Stack gap="md">
      {isEnded(run) ? null : (
        <Paper withBorder p="md">
          <Text size="sm" mb="xs" role="status">
            {text(run.state === 'waiting' ? 'billing.run.waits' : 'billing.run.works', { accounts: run.accounts })}
          </Text>
          {/* How many there are in all is not known before the end. */}
          <Progress value={100} animated aria-label={text('billing.run.progress')} />
        </Paper>
      )}
      {run.failure === null ? null : (
        <Alert color="red" icon={<CircleAlert aria-hidden />} title={text('billing.run.failed')}>
          <Text size="sm">{run.failure}</Text>
          <Text size="sm">{text('billing.run.failed.what')}</Text>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        <FigureCard label={text('billing.accounts')} value={format.number(run.accounts)} />
        <FigureCard label={text('billing.documents')} value={format.number(run.documents)} />
        <FigureCard label={text('billing.lines')} value={format.number(run.lines)} />
        <FigureCard label={text('billing.parked')} value={format.number(run.parked)} />
      </SimpleGrid>
      <Paper withBorder p="md">
        <FieldList
          columns={3}
          fields={[
            { label: text('billing.ordered_at'), value: instant(run.orderedAt) },
            { label: text('billing.began_at'), value: instant(run.beganAt) },
            { label: text('billing.ended_at'), value: instant(run.endedAt) },
            { label: text('billing.as_of'), value: run.asOf === null ? text('billing.as_of.own_day') : format.day(run.asOf) },
            { label: text('billing.by'), value: text(run.isScheduled ? 'billing.by.server' : 'billing.by.person') },
          ]}
        />
      </Paper>
      <WhatNext run={run} />
    </Stack>
  );
}

const DAY_MS = 86_400_000;
const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** What a run issued bears the days on which it worked; a day more on both sides, since days begin elsewhere in other zones. */
function issuedDuring(run: Run): Record<string, string> {
  const began = Date.parse(run.beganAt ?? run.orderedAt);
  const ended = run.endedAt === null ? Date.now() : Date.parse(run.endedAt);
  return { issuedFrom: dayOf(began - DAY_MS / 2), issuedBefore: dayOf(ended + 1.5 * DAY_MS), sort: '-issue' };
}

function WhatNext({ run }: { readonly run: Run }) {
  const text = useText();
  const can = useCan();
  if (run.documents === 0 && run.parked === 0) {
    return isEnded(run) && run.failure === null ? <Text size="sm">{text('billing.run.nothing_due')}</Text> : null;
  }
  return (
    <Group gap="xs">
      {run.documents > 0 && can('invoices.read') ? (
        <Button
          component={Link}
          to="/console/invoices"
          search={issuedDuring(run) as never}
          leftSection={<ReceiptText size={16} aria-hidden />}
        >
          {text('billing.run.invoices')}
        </Button>
      ) : null}
      {run.parked > 0 ? (
        <Button component={Link} to="/console/parked" variant="default" leftSection={<TriangleAlert size={16} aria-hidden />}>
          {text('billing.run.parked')}
        </Button>
      ) : null}
    </Group>
  );
}
