// One endpoint, and what was delivered to it: each delivery with what came back, and sent again where it is wanted.
import { Button, Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { useAct } from '../../parts/act.ts';
import { StateBadge, type Tone } from '../../parts/badge.tsx';
import { FieldList } from '../../parts/field-list.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { Facts, Page } from '../../parts/page.tsx';
import { type Endpoint, EndpointSecret, EndpointState, useEndpointActions, useTypes } from './endpoint-parts.tsx';
import { eventTypes } from './event-types.ts';

type Delivery = Schemas['WebhookDelivery'];

export function EndpointPage(): ReactElement {
  const { endpoint } = useParams({ strict: false }) as { endpoint: string };
  const found = useQuery({
    queryKey: ['webhook-endpoints', endpoint],
    queryFn: async () =>
      (await api().get('/v1/webhook-endpoints/{endpoint}', { params: { path: { endpoint }, query: { expand: 'health' } } })).data,
  });
  return <Facts query={found}>{(data) => <EndpointFacts endpoint={data} />}</Facts>;
}

function EndpointFacts({ endpoint }: { readonly endpoint: Endpoint }) {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const typesOf = useTypes();
  const instant = (at: string | null | undefined) => (at === null || at === undefined ? '–' : format.instant(at));
  return (
    <Page
      title={endpoint.url}
      trail={[{ label: text('webhooks.title'), to: '/console/webhooks' }]}
      actions={can('webhooks.write') ? <EndpointButtons endpoint={endpoint} /> : undefined}
    >
      <Paper withBorder p="md">
        <FieldList
          fields={[
            { label: text('webhooks.state'), value: <EndpointState endpoint={endpoint} /> },
            { label: text('webhooks.description'), value: endpoint.description },
            { label: text('webhooks.types'), value: typesOf(endpoint) },
            { label: text('webhooks.created'), value: instant(endpoint.createdAt) },
            { label: text('webhooks.secret_before'), value: instant(endpoint.secretBeforeUntil) },
            { label: text('webhooks.failing_since'), value: instant(endpoint.health?.failingSince) },
          ]}
        />
      </Paper>
      <Deliveries endpoint={endpoint.id} />
    </Page>
  );
}

function EndpointButtons({ endpoint }: { readonly endpoint: Endpoint }) {
  const text = useText();
  const navigate = useNavigate();
  const [secret, setSecret] = useState<string | null>(null);
  const { test, rotate, remove } = useEndpointActions(endpoint);
  const removeAndLeave = async () => {
    if (await remove()) await navigate({ to: '/console/webhooks' });
  };
  return (
    <>
      <Button variant="default" onClick={() => void test()}>
        {text('webhooks.test')}
      </Button>
      <Button variant="default" onClick={() => void rotate().then((made) => setSecret(made ?? null))}>
        {text('webhooks.rotate')}
      </Button>
      <Button variant="default" onClick={() => void removeAndLeave()}>
        {text('common.remove')}
      </Button>
      <EndpointSecret secret={secret} onClose={() => setSecret(null)} />
    </>
  );
}

const REFRESH_MS = 10_000;

function Deliveries({ endpoint }: { readonly endpoint: string }) {
  const text = useText();
  const columns = useColumns(endpoint);
  const states = (['waiting', 'delivered', 'failed'] as const).map((value) => ({ value, label: text(`webhooks.delivery.${value}`) }));
  const types = eventTypes.map((value) => ({ value, label: value }));
  return (
    <List<Delivery>
      name="webhook-deliveries"
      label={text('webhooks.deliveries')}
      queryKey={['webhook-endpoints', endpoint, 'deliveries']}
      load={async (query) => {
        const params = { path: { endpoint }, query: { sort: '-createdAt' as const, ...query } };
        return (await api().get('/v1/webhook-endpoints/{endpoint}/deliveries', { params })).data;
      }}
      columns={columns}
      filters={[
        { kind: 'choice', label: text('webhooks.state'), names: ['status'], choices: states },
        { kind: 'choice', label: text('webhooks.event'), names: ['type'], choices: types },
      ]}
      rowKey={(delivery) => delivery.id}
      defaultSort="-createdAt"
      empty={{ title: text('webhooks.deliveries.empty'), what: text('webhooks.deliveries.empty.what') }}
      refreshMs={REFRESH_MS}
    />
  );
}

const TONES: Readonly<Record<Delivery['status'], Tone>> = { waiting: 'waiting', delivered: 'good', failed: 'bad' };

/** What came back: the answer's number, else why there was none. */
const answerOf = ({ failure, lastAttempt }: Delivery): string =>
  [lastAttempt?.status ?? failure?.code, failure?.detail].filter((part) => part !== null && part !== undefined).join(' – ');

function useColumns(endpoint: string): Column<Delivery>[] {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const columns: Column<Delivery>[] = [
    {
      id: 'createdAt',
      label: text('webhooks.created'),
      show: (delivery) => format.instant(delivery.createdAt),
      text: (delivery) => delivery.createdAt,
      sort: 'createdAt',
    },
    { id: 'type', label: text('webhooks.event'), show: (delivery) => delivery.type, text: (delivery) => delivery.type },
    {
      id: 'event',
      label: text('webhooks.event_id'),
      show: (delivery) => delivery.event,
      text: (delivery) => delivery.event,
      isExtra: true,
    },
    {
      id: 'status',
      label: text('webhooks.state'),
      show: (delivery) => <StateBadge tone={TONES[delivery.status]}>{text(`webhooks.delivery.${delivery.status}`)}</StateBadge>,
      text: (delivery) => delivery.status,
    },
    { id: 'answer', label: text('webhooks.answer'), show: (delivery) => answerOf(delivery) || '–', text: answerOf },
    {
      id: 'attempts',
      label: text('webhooks.attempts'),
      show: (delivery) => format.number(delivery.attempts),
      text: (delivery) => String(delivery.attempts),
      isFigure: true,
    },
    {
      id: 'nextAttemptAt',
      label: text('webhooks.next_attempt'),
      show: ({ nextAttemptAt }) => (nextAttemptAt === null ? '–' : format.instant(nextAttemptAt)),
      text: (delivery) => delivery.nextAttemptAt ?? '',
    },
  ];
  const actions: Column<Delivery> = {
    id: 'actions',
    label: text('webhooks.actions'),
    show: (delivery) => <Replay endpoint={endpoint} delivery={delivery} />,
  };
  return can('webhooks.write') ? [...columns, actions] : columns;
}

/** What still waits goes out by itself. */
function Replay({ endpoint, delivery }: { readonly endpoint: string; readonly delivery: Delivery }) {
  const text = useText();
  const act = useAct('webhook-endpoints');
  if (delivery.status === 'waiting') return null;
  const params = { path: { endpoint, delivery: delivery.id } };
  const replay = () =>
    act(() => api().post('/v1/webhook-endpoints/{endpoint}/deliveries/{delivery}/replay', { params }), text('webhooks.replayed'));
  return (
    <Button size="compact-xs" variant="default" onClick={() => void replay()}>
      {text('webhooks.replay')}
    </Button>
  );
}
