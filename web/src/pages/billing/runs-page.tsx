// Billing runs: those somebody asked for, and those the server did by itself.
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import type { ReactElement } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import type { Filter } from '../../parts/list-filters.tsx';
import { Page } from '../../parts/page.tsx';
import { RunState } from './run-state.tsx';

type Run = Schemas['BillingRun'];

const REFRESH_MS = 5000;

export function RunsPage(): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const columns = useColumns();
  const filters = useFilters();
  return (
    <Page
      title={text('billing.runs.title')}
      about={text('billing.runs.about')}
      actions={
        <Button component={Link} to="/console/runs/new" leftSection={<Play size={16} aria-hidden />}>
          {text('billing.runs.new')}
        </Button>
      }
    >
      <List<Run>
        name="billing-runs"
        label={text('billing.runs.title')}
        queryKey={['billing-runs']}
        load={async (query) => (await api().get('/v1/billing-runs', { params: { query } })).data}
        columns={columns}
        filters={filters}
        rowKey={(run) => run.id}
        onOpen={(run) => void navigate({ to: `/console/runs/${run.id}` })}
        defaultSort="-ordered"
        refreshMs={REFRESH_MS}
        empty={{ title: text('billing.runs.empty'), what: text('billing.runs.empty.what') }}
      />
    </Page>
  );
}

function useColumns(): Column<Run>[] {
  const text = useText();
  const format = useFormat();
  const count = (id: 'accounts' | 'documents' | 'lines' | 'parked', label: string, isExtra = false): Column<Run> => ({
    id,
    label,
    show: (run) => format.number(run[id]),
    text: (run) => String(run[id]),
    isFigure: true,
    isExtra,
  });
  return [
    {
      id: 'orderedAt',
      label: text('billing.ordered_at'),
      show: (run) => format.instant(run.orderedAt),
      text: (run) => run.orderedAt,
      sort: 'ordered',
    },
    {
      id: 'state',
      label: text('billing.state'),
      show: (run) => <RunState state={run.state} />,
      text: (run) => text(`billing.state.${run.state}`),
    },
    {
      id: 'asOf',
      label: text('billing.as_of'),
      show: (run) => (run.asOf === null ? text('billing.as_of.own_day') : format.day(run.asOf)),
      text: (run) => run.asOf ?? '',
    },
    {
      id: 'by',
      label: text('billing.by'),
      show: (run) => text(run.isScheduled ? 'billing.by.server' : 'billing.by.person'),
      text: (run) => text(run.isScheduled ? 'billing.by.server' : 'billing.by.person'),
    },
    count('accounts', text('billing.accounts')),
    count('documents', text('billing.documents')),
    count('lines', text('billing.lines'), true),
    count('parked', text('billing.parked')),
    {
      id: 'endedAt',
      label: text('billing.ended_at'),
      show: (run) => (run.endedAt === null ? '–' : format.instant(run.endedAt)),
      text: (run) => run.endedAt ?? '',
      isExtra: true,
    },
  ];
}

function useFilters(): Filter[] {
  const text = useText();
  const states = (['waiting', 'running', 'done', 'failed'] as const).map((value) => ({ value, label: text(`billing.state.${value}`) }));
  return [
    { kind: 'choice', label: text('billing.state'), names: ['state'], choices: states },
    {
      kind: 'choice',
      label: text('billing.by'),
      names: ['scheduled'],
      choices: [
        { value: 'true', label: text('billing.by.server') },
        { value: 'false', label: text('billing.by.person') },
      ],
    },
    { kind: 'day', label: text('billing.as_of'), names: ['asOf'] },
  ];
}
