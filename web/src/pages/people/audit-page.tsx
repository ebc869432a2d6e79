// Who did what, and what it changed.
import { Modal, Stack, Table, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { FieldList } from '../../parts/field-list.tsx';
import { List, type ListQuery } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { Page } from '../../parts/page.tsx';

/** By field what it was before and is after. */
interface Changed {
  readonly subject: string;
  readonly changes: Readonly<Record<string, readonly unknown[]>>;
}

type Entry = Omit<Schemas['AuditEntry'], 'changes'> & { readonly changes: readonly Changed[] };

/** Days begin where the reader is; the API takes instants. */
function withInstants(query: ListQuery): ListQuery {
  const instants = (['from', 'until'] as const).flatMap((name) => {
    const day = query[name];
    if (day === undefined) return [];
    const begin = new Date(`${day}T00:00:00`);
    return Number.isNaN(begin.getTime()) ? [] : [[name, begin.toISOString()]];
  });
  return { ...query, ...Object.fromEntries(instants) };
}

export function AuditPage(): ReactElement {
  const text = useText();
  const columns = useColumns();
  const [opened, setOpened] = useState<Entry | null>(null);
  return (
    <Page title={text('people.audit')}>
      <List<Entry>
        name="audit"
        label={text('people.audit')}
        queryKey={['audit-entries']}
        load={async (query) => (await api().get('/v1/audit-entries', { params: { query: { sort: '-id', ...withInstants(query) } } })).data}
        columns={columns}
        filters={[
          { kind: 'text', label: text('people.audit.actor'), names: ['actor'] },
          { kind: 'text', label: text('people.audit.subject'), names: ['subject'] },
          { kind: 'text', label: text('people.audit.operation'), names: ['operation'] },
          { kind: 'day', label: text('people.audit.from'), names: ['from'] },
          { kind: 'day', label: text('people.audit.until'), names: ['until'] },
        ]}
        rowKey={(entry) => entry.id}
        onOpen={setOpened}
        defaultSort="-id"
        empty={{ title: text('people.audit.empty') }}
      />
      <Modal opened={opened !== null} onClose={() => setOpened(null)} title={opened?.operation} size="lg">
        {opened === null ? null : <EntryFacts entry={opened} />}
      </Modal>
    </Page>
  );
}

function useColumns(): Column<Entry>[] {
  const text = useText();
  const format = useFormat();
  const actorOf = (entry: Entry): string => entry.actor ?? text(`people.audit.by.${entry.actorKind}`);
  return [
    { id: 'at', label: text('people.audit.at'), show: (entry) => format.instant(entry.at), text: (entry) => entry.at, sort: 'id' },
    { id: 'actor', label: text('people.audit.actor'), show: actorOf, text: actorOf },
    { id: 'operation', label: text('people.audit.operation'), show: (entry) => entry.operation, text: (entry) => entry.operation },
    {
      id: 'subject',
      label: text('people.audit.subject'),
      show: (entry) => entry.subjects.join(', ') || '–',
      text: (entry) => entry.subjects.join(', '),
    },
    { id: 'refused', label: text('people.audit.refused'), show: (entry) => entry.refused ?? '–', text: (entry) => entry.refused ?? '' },
    { id: 'address', label: text('people.audit.address'), show: (entry) => entry.address, text: (entry) => entry.address, isExtra: true },
  ];
}

const written = (value: unknown): string =>
  value === null || value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const text = useText();
  const format = useFormat();
  const changes = entry.changes.flatMap(({ subject, changes: fields }) =>
    Object.entries(fields).map(([field, [before, after]]) => ({ subject, field, before, after })),
  );
  return (
    <Stack>
      <FieldList
        fields={[
          { label: text('people.audit.at'), value: format.instant(entry.at) },
          { label: text('people.audit.actor'), value: entry.actor ?? text(`people.audit.by.${entry.actorKind}`) },
          { label: text('people.audit.subject'), value: entry.subjects.join(', ') },
          { label: text('people.audit.refused'), value: entry.refused },
          { label: text('people.audit.impersonated'), value: entry.impersonatedBy },
          { label: text('people.audit.delegated'), value: entry.delegatedFrom },
          { label: text('people.audit.address'), value: entry.address },
          { label: text('people.audit.request'), value: entry.requestId },
        ]}
      />
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text('people.audit.unchanged')}
        </Text>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text('people.audit.field')}</Table.Th>
              <Table.Th>{text('people.audit.before')}</Table.Th>
              <Table.Th>{text('people.audit.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map(({ subject, field, before, after }) => (
              <Table.Tr key={`${subject} ${field}`}>
                <Table.Td className="broken-anywhere">{`${subject} ${field}`}</Table.Td>
                <Table.Td className="broken-anywhere">{written(before)}</Table.Td>
                <Table.Td className="broken-anywhere">{written(after)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
