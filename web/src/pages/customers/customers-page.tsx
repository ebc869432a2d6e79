// All customers, and the way to a new one.
import { Button, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import type { Filter } from '../../parts/list-filters.tsx';
import { Page } from '../../parts/page.tsx';
import { AddCustomerForm } from './add-customer-form.tsx';
import { useCountries, useCurrencies, useKinds } from './choices.ts';

type Row = Schemas['Account'];

export function CustomersPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const navigate = useNavigate();
  const columns = useColumns();
  const filters = useFilters();
  const [isAdding, setAdding] = useState(false);
  const open = (externalId: string) => void navigate({ to: `/console/customers/${encodeURIComponent(externalId)}` as never });
  const add = can('accounts.write') ? (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {text('customers.add')}
    </Button>
  ) : undefined;
  return (
    <Page title={text('customers.title')} about={text('customers.about')} actions={add}>
      <List<Row>
        name="customers"
        label={text('customers.title')}
        queryKey={['accounts']}
        load={async (query) => (await api().get('/v1/accounts', { params: { query } })).data}
        columns={columns}
        filters={filters}
        rowKey={(row) => row.id}
        onOpen={(row) => open(row.externalId)}
        defaultSort="externalId"
        empty={{ title: text('customers.empty'), what: text('customers.empty.what'), action: add }}
      />
      <Modal opened={isAdding} onClose={() => setAdding(false)} title={text('customers.add')}>
        {isAdding ? <AddCustomerForm onDone={open} /> : null}
      </Modal>
    </Page>
  );
}

function useColumns(): Column<Row>[] {
  const text = useText();
  const format = useFormat();
  const plain = (
    id: 'externalId' | 'name' | 'currency' | 'language' | 'zone' | 'taxNumber',
    more: Partial<Column<Row>> = {},
  ): Column<Row> => ({
    id,
    label: text(`customers.field.${id}`),
    show: (row) => row[id] ?? '–',
    text: (row) => row[id] ?? '',
    ...more,
  });
  return [
    plain('name', { sort: 'name' }),
    plain('externalId', { sort: 'externalId' }),
    {
      id: 'kind',
      label: text('customers.field.kind'),
      show: (row) => text(`customers.kind.${row.kind}`),
      text: (row) => text(`customers.kind.${row.kind}`),
    },
    {
      id: 'country',
      label: text('customers.field.country'),
      show: (row) => (row.country === null ? '–' : format.country(row.country)),
      text: (row) => row.country ?? '',
    },
    plain('currency'),
    plain('language', { isExtra: true }),
    plain('zone', { isExtra: true }),
    plain('taxNumber', { isExtra: true }),
    {
      id: 'createdAt',
      label: text('customers.field.createdAt'),
      show: (row) => format.instant(row.createdAt),
      text: (row) => row.createdAt,
      sort: 'createdAt',
    },
  ];
}

function useFilters(): Filter[] {
  const text = useText();
  const currencies = useCurrencies();
  return [
    { kind: 'text', label: text('customers.search'), names: ['search'] },
    { kind: 'choice', label: text('customers.field.kind'), names: ['kind'], choices: useKinds() },
    { kind: 'choice', label: text('customers.field.country'), names: ['country'], choices: useCountries() },
    ...(currencies.length < 2
      ? []
      : [{ kind: 'choice', label: text('customers.field.currency'), names: ['currency'], choices: currencies } as const]),
  ];
}
