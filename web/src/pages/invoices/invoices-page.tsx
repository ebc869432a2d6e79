// All invoices and credit notes.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan, useRoom } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { StateBadge } from '../../parts/badge.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import type { Filter } from '../../parts/list-filters.tsx';
import { Money } from '../../parts/money.tsx';
import { Page } from '../../parts/page.tsx';

type Row = Schemas['InvoiceHead'];

export function InvoicesPage(): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const room = useRoom();
  const columns = useColumns();
  const filters = useFilters();
  return (
    <Page title={text('invoices.title')} about={text('invoices.about')}>
      <List<Row>
        name="invoices"
        label={text('invoices.title')}
        queryKey={['invoices']}
        load={async (query) => (await api().get('/v1/invoices', { params: { query } })).data}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id ?? row.billedOn}
        onOpen={(row) => void navigate({ to: `${room}/invoices/${encodeURIComponent(row.number ?? '')}` })}
        defaultSort="-issue"
        empty={{ title: text('invoices.empty'), what: text('invoices.empty.what') }}
      />
    </Page>
  );
}

function useColumns(): Column<Row>[] {
  const text = useText();
  const format = useFormat();
  const day = (id: 'billedOn' | 'issuedOn' | 'dueOn' | 'taxPoint', label: string, more: Partial<Column<Row>> = {}): Column<Row> => ({
    id,
    label,
    show: (row) => (row[id] === null ? '–' : format.day(row[id])),
    text: (row) => row[id] ?? '',
    ...more,
  });
  const amount = (id: 'net' | 'tax' | 'total', label: string, more: Partial<Column<Row>> = {}): Column<Row> => ({
    id,
    label,
    show: (row) => <Money amount={row[id]} currency={row.currency} />,
    text: (row) => row[id],
    isFigure: true,
    ...more,
  });
  return [
    { id: 'number', label: text('invoices.number'), show: (row) => row.number, text: (row) => row.number ?? '', sort: 'issue' },
    {
      id: 'kind',
      label: text('invoices.kind'),
      show: (row) => <KindBadge kind={row.kind} />,
      text: (row) => text(`invoices.kind.${row.kind}`),
    },
    { id: 'customer', label: text('invoices.customer'), show: (row) => row.account.name, text: (row) => row.account.name },
    {
      id: 'externalId',
      label: text('invoices.customer_id'),
      show: (row) => row.account.externalId,
      text: (row) => row.account.externalId,
      isExtra: true,
    },
    day('issuedOn', text('invoices.issued_on'), { sort: 'issuedOn' }),
    day('billedOn', text('invoices.billed_on')),
    day('dueOn', text('invoices.due_on')),
    day('taxPoint', text('invoices.tax_point'), { isExtra: true }),
    { id: 'currency', label: text('invoices.currency'), show: (row) => row.currency, text: (row) => row.currency, isExtra: true },
    amount('net', text('invoices.net')),
    amount('tax', text('invoices.tax'), { isExtra: true }),
    amount('total', text('invoices.total'), { sort: 'total' }),
  ];
}

export function KindBadge({ kind }: { readonly kind: Row['kind'] }) {
  const text = useText();
  return <StateBadge tone={kind === 'invoice' ? 'quiet' : 'news'}>{text(`invoices.kind.${kind}`)}</StateBadge>;
}

function useFilters(): Filter[] {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const currencies = useQuery({
    queryKey: ['currencies'],
    enabled: can('currencies.read'),
    queryFn: async () => (await api().get('/v1/currencies')).data.currencies,
  });
  const kinds = (['invoice', 'credit_note'] as const).map((value) => ({ value, label: text(`invoices.kind.${value}`) }));
  const known =
    currencies.data?.map(({ currency }) => ({ value: currency, label: `${currency} – ${format.currencyName(currency)}` })) ?? [];
  return [
    { kind: 'text', label: text('invoices.number'), names: ['number'] },
    { kind: 'text', label: text('invoices.customer_id'), names: ['account'] },
    { kind: 'choice', label: text('invoices.kind'), names: ['kind'], choices: kinds },
    ...(known.length < 2 ? [] : [{ kind: 'choice', label: text('invoices.currency'), names: ['currency'], choices: known } as const]),
    { kind: 'day', label: text('invoices.issued_from'), names: ['issuedFrom'] },
    { kind: 'day', label: text('invoices.issued_before'), names: ['issuedBefore'] },
    { kind: 'day', label: text('invoices.billed_from'), names: ['billedFrom'] },
    { kind: 'day', label: text('invoices.billed_before'), names: ['billedBefore'] },
  ];
}
