// The services and the invoices of one account: for the seller’s people on the customer’s page, for the customer in his portal.
import { Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { api, type Schemas } from '../app/api.ts';
import { useRoom } from '../app/session.tsx';
import { useFormat, useText } from '../i18n/text-provider.tsx';
import { StateBadge, type Tone } from './badge.tsx';
import { InnerList } from './list.tsx';
import { Money } from './money.tsx';

type Service = Schemas['SubscriptionHead'];
type Invoice = Schemas['InvoiceHead'];
type Phase = NonNullable<Service['state']>['phase'];

const PAGE_SIZE = 10;
const TONES: Readonly<Record<Phase, Tone>> = { none: 'quiet', active: 'good', paused: 'waiting', ended: 'quiet' };

export function AccountServices({ account }: { readonly account: string }) {
  const text = useText();
  const format = useFormat();
  const phaseOf = (row: Service) => row.state?.phase ?? 'none';
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {text('customers.services')}
      </Title>
      <InnerList<Service>
        name="customer-services"
        label={text('customers.services')}
        queryKey={['subscriptions', { account }]}
        load={async (query) => (await api().get('/v1/subscriptions', { params: { query: { ...query, account, expand: 'state' } } })).data}
        columns={[
          {
            id: 'externalId',
            label: text('customers.service'),
            show: (row) => row.externalId,
            text: (row) => row.externalId,
            sort: 'externalId',
          },
          { id: 'plan', label: text('customers.plan'), show: (row) => row.state?.plan ?? '–', text: (row) => row.state?.plan ?? '' },
          {
            id: 'state',
            label: text('customers.state'),
            show: (row) => <StateBadge tone={TONES[phaseOf(row)]}>{text(`customers.phase.${phaseOf(row)}`)}</StateBadge>,
            text: (row) => text(`customers.phase.${phaseOf(row)}`),
          },
          {
            id: 'createdAt',
            label: text('customers.field.createdAt'),
            show: (row) => format.instant(row.createdAt),
            text: (row) => row.createdAt,
            sort: 'createdAt',
          },
        ]}
        rowKey={(row) => row.id}
        defaultSort="externalId"
        pageSize={PAGE_SIZE}
        empty={{ title: text('customers.services.empty') }}
      />
    </Stack>
  );
}

export function AccountInvoices({ account }: { readonly account: string }) {
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const room = useRoom();
  const kindOf = (row: Invoice) => text(`customers.document.${row.kind}`);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {text('customers.invoices')}
      </Title>
      <InnerList<Invoice>
        name="customer-invoices"
        label={text('customers.invoices')}
        queryKey={['invoices', { account }]}
        load={async (query) => (await api().get('/v1/invoices', { params: { query: { ...query, account } } })).data}
        columns={[
          {
            id: 'number',
            label: text('customers.number'),
            show: (row) => row.number ?? '–',
            text: (row) => row.number ?? '',
            sort: 'issue',
          },
          { id: 'kind', label: text('customers.field.kind'), show: kindOf, text: kindOf },
          {
            id: 'issuedOn',
            label: text('customers.issued_on'),
            show: (row) => format.day(row.issuedOn),
            text: (row) => row.issuedOn,
            sort: 'issuedOn',
          },
          {
            id: 'total',
            label: text('customers.total'),
            show: (row) => <Money amount={row.total} currency={row.currency} />,
            text: (row) => row.total,
            sort: 'total',
            isFigure: true,
          },
        ]}
        rowKey={(row) => row.id ?? row.billedOn}
        onOpen={(row) => void navigate({ to: `${room}/invoices/${encodeURIComponent(row.number ?? row.id ?? '')}` })}
        defaultSort="-issue"
        pageSize={PAGE_SIZE}
        empty={{ title: text('customers.invoices.empty') }}
      />
    </Stack>
  );
}
