// Events that were handed over and not taken: each with its reason, and as it came.
import { Code, Modal, Stack, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { api } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { FieldList } from '../../parts/field-list.tsx';
import { List, type ListQuery } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import type { Filter } from '../../parts/list-filters.tsx';
import { REFUSED_CODES, refusedKey } from './refused-codes.ts';
import { UsagePage } from './usage-page.tsx';

const ask = async (query: ListQuery) => (await api().get('/v1/usage/refused', { params: { query: withInstants(query) } })).data;
type Refused = Awaited<ReturnType<typeof ask>>['data'][number];

/** Days of whoever looks, as the instants at which they begin there. */
function withInstants(query: ListQuery): ListQuery {
  const begins = (day: string | number | undefined) => (day === undefined ? undefined : new Date(`${day}T00:00:00`).toISOString());
  const [from, until] = [begins(query.from), begins(query.until)];
  return { ...query, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

export function RefusedPage(): ReactElement {
  const text = useText();
  const [shown, setShown] = useState<Refused | null>(null);
  const columns = useColumns();
  return (
    <UsagePage>
      <List<Refused>
        name="refused-usage"
        label={text('usage.refused')}
        queryKey={['usage', 'refused']}
        load={ask}
        columns={columns}
        filters={useFilters()}
        rowKey={(row) => `${row.recordedAt} ${row.source} ${row.id} ${JSON.stringify(row.body)}`}
        onOpen={setShown}
        defaultSort="-id"
        empty={{ title: text('usage.refused.empty'), what: text('usage.refused.empty.what') }}
      />
      <Modal opened={shown !== null} onClose={() => setShown(null)} title={text('usage.refused.one')} size="lg">
        {shown === null ? null : <OneRefused refused={shown} />}
      </Modal>
    </UsagePage>
  );
}

function useReason(): (code: string) => string {
  const text = useText();
  return (code) => text(refusedKey(code));
}

function useColumns(): Column<Refused>[] {
  const text = useText();
  const format = useFormat();
  const reason = useReason();
  return [
    {
      id: 'recordedAt',
      label: text('usage.refused.came'),
      show: (row) => format.instant(row.recordedAt),
      text: (row) => row.recordedAt,
      sort: 'id',
    },
    {
      id: 'reason',
      label: text('usage.refused.reason'),
      show: (row) => (
        <>
          <Text size="sm" component="span" display="block">
            {reason(row.code)}
          </Text>
          <Text size="xs" c="dimmed" component="span" display="block" lang="en">
            {row.reason}
          </Text>
        </>
      ),
      text: (row) => row.reason,
    },
    { id: 'source', label: text('usage.source'), show: (row) => row.source || '–', text: (row) => row.source },
    { id: 'id', label: text('usage.event.id'), show: (row) => row.id || '–', text: (row) => row.id },
    { id: 'code', label: text('usage.code'), show: (row) => row.code, text: (row) => row.code, isExtra: true },
  ];
}

function useFilters(): Filter[] {
  const text = useText();
  const choices = Object.entries(REFUSED_CODES).map(([value, label]) => ({ value, label: text(label) }));
  return [
    { kind: 'choice', label: text('usage.refused.reason'), names: ['code'], choices },
    { kind: 'text', label: text('usage.source'), names: ['source'] },
    { kind: 'text', label: text('usage.customer_id'), names: ['account'] },
    { kind: 'text', label: text('usage.service_id'), names: ['subscription'] },
    { kind: 'day', label: text('usage.from'), names: ['from'] },
    { kind: 'day', label: text('usage.before'), names: ['until'] },
  ];
}

function OneRefused({ refused }: { readonly refused: Refused }) {
  const text = useText();
  const format = useFormat();
  const reason = useReason();
  return (
    <Stack>
      <FieldList
        fields={[
          { label: text('usage.refused.came'), value: format.instant(refused.recordedAt) },
          { label: text('usage.refused.reason'), value: reason(refused.code) },
          { label: text('usage.source'), value: refused.source },
          { label: text('usage.event.id'), value: refused.id },
        ]}
      />
      <Text size="sm" lang="en">
        {refused.reason}
      </Text>
      <Text size="xs" c="dimmed">
        {text('usage.refused.body')}
      </Text>
      <Code block dir="ltr">
        {JSON.stringify(refused.body, null, 2)}
      </Code>
    </Stack>
  );
}
