// All services: found by what one types, by plan and currency; each stands on its customer's page.
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { StateBadge, type Tone } from '../../parts/badge.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { Page } from '../../parts/page.tsx';

type Row = Schemas['SubscriptionHead'];
type Phase = NonNullable<Row['state']>['phase'];
const TONES: Readonly<Record<Phase, Tone>> = { none: 'quiet', active: 'good', paused: 'waiting', ended: 'quiet' };

export function ServicesPage(): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const columns = useColumns();
  return (
    <Page title={text('services.title')} about={text('services.about')}>
      <List<Row>
        name="services"
        label={text('services.title')}
        queryKey={['subscriptions']}
        load={async (query) => (await api().get('/v1/subscriptions', { params: { query: { ...query, expand: 'state' } } })).data}
        columns={columns}
        filters={[
          { kind: 'text', label: text('services.search'), names: ['search'] },
          { kind: 'text', label: text('services.plan'), names: ['plan'] },
          { kind: 'text', label: text('services.customer'), names: ['account'] },
        ]}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/console/customers/$account', params: { account: row.account.id } })}
        empty={{ title: text('services.empty'), what: text('services.empty.what') }}
      />
    </Page>
  );
}

function useColumns(): Column<Row>[] {
  const text = useText();
  const format = useFormat();
  const phase = (row: Row): Phase => row.state?.phase ?? 'none';
  return [
    { id: 'externalId', label: text('services.service'), show: (row) => row.externalId, text: (row) => row.externalId, sort: 'externalId' },
    { id: 'customer', label: text('services.customer'), show: (row) => row.account.externalId, text: (row) => row.account.externalId },
    { id: 'plan', label: text('services.plan'), show: (row) => row.state?.plan ?? '–', text: (row) => row.state?.plan ?? '' },
    {
      id: 'state',
      label: text('services.state'),
      show: (row) => <StateBadge tone={TONES[phase(row)]}>{text(`customers.phase.${phase(row)}`)}</StateBadge>,
      text: (row) => text(`customers.phase.${phase(row)}`),
    },
    { id: 'currency', label: text('services.currency'), show: (row) => row.currency, text: (row) => row.currency },
    {
      id: 'billedThrough',
      label: text('services.billed_through'),
      show: (row) => (row.billedThrough === null ? '–' : format.day(row.billedThrough)),
      text: (row) => row.billedThrough ?? '',
    },
    {
      id: 'createdAt',
      label: text('services.created'),
      show: (row) => format.instant(row.createdAt),
      text: (row) => row.createdAt,
      sort: 'createdAt',
      isExtra: true,
    },
  ];
}
