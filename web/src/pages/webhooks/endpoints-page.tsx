// Where events are posted to: endpoints, added, tried, given a new secret and taken away.
import { Button, Group, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { type Endpoint, EndpointSecret, EndpointState, useEndpointActions, useTypes } from './endpoint-parts.tsx';
import { type EventType, eventTypes } from './event-types.ts';

export function EndpointsPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const columns = useColumns(setSecret);
  const add = can('webhooks.write') ? (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {text('webhooks.add')}
    </Button>
  ) : undefined;
  const onAdded = (made: string) => {
    setAdding(false);
    setSecret(made);
    void queries.invalidateQueries({ queryKey: ['webhook-endpoints'] });
  };
  return (
    <Page title={text('webhooks.title')} actions={add}>
      <List<Endpoint>
        name="webhook-endpoints"
        label={text('webhooks.title')}
        queryKey={['webhook-endpoints']}
        load={async (query) => (await api().get('/v1/webhook-endpoints', { params: { query } })).data}
        columns={columns}
        rowKey={(endpoint) => endpoint.id}
        onOpen={(endpoint) => void navigate({ to: `/console/webhooks/${encodeURIComponent(endpoint.id)}` })}
        defaultSort="createdAt"
        empty={{ title: text('webhooks.empty'), what: text('webhooks.empty.what'), action: add }}
      />
      <Modal opened={isAdding} onClose={() => setAdding(false)} title={text('webhooks.add')}>
        {isAdding ? <EndpointForm onAdded={onAdded} /> : null}
      </Modal>
      <EndpointSecret secret={secret} onClose={() => setSecret(null)} />
    </Page>
  );
}

function useColumns(onSecret: (secret: string) => void): Column<Endpoint>[] {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const typesOf = useTypes();
  const columns: Column<Endpoint>[] = [
    { id: 'url', label: text('webhooks.url'), show: (endpoint) => endpoint.url, text: (endpoint) => endpoint.url },
    {
      id: 'description',
      label: text('webhooks.description'),
      show: (endpoint) => endpoint.description || '–',
      text: (endpoint) => endpoint.description,
    },
    {
      id: 'state',
      label: text('webhooks.state'),
      show: (endpoint) => <EndpointState endpoint={endpoint} />,
      text: (endpoint) => (endpoint.enabled ? 'on' : (endpoint.disabled?.reason ?? 'off')),
    },
    { id: 'types', label: text('webhooks.types'), show: typesOf, text: typesOf },
    {
      id: 'createdAt',
      label: text('webhooks.created'),
      show: (endpoint) => format.instant(endpoint.createdAt),
      text: (endpoint) => endpoint.createdAt,
      sort: 'createdAt',
    },
  ];
  const actions: Column<Endpoint> = {
    id: 'actions',
    label: text('webhooks.actions'),
    show: (endpoint) => <RowActions endpoint={endpoint} onSecret={onSecret} />,
  };
  return can('webhooks.write') ? [...columns, actions] : columns;
}

interface RowActionsProps {
  readonly endpoint: Endpoint;
  readonly onSecret: (secret: string) => void;
}

function RowActions({ endpoint, onSecret }: RowActionsProps) {
  const text = useText();
  const { test, rotate, remove } = useEndpointActions(endpoint);
  const rotateAndShow = async () => {
    const secret = await rotate();
    if (secret !== undefined) onSecret(secret);
  };
  return (
    <Group gap={4}>
      <Button size="compact-xs" variant="default" onClick={() => void test()}>
        {text('webhooks.test')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => void rotateAndShow()}>
        {text('webhooks.rotate')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => void remove()}>
        {text('common.remove')}
      </Button>
    </Group>
  );
}

function EndpointForm({ onAdded }: { readonly onAdded: (secret: string) => void }) {
  const text = useText();
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { url: '', description: '', types: [] as EventType[] },
    send: async ({ url, description, types }) => {
      const { data } = await api().post('/v1/webhook-endpoints', {
        body: { url: url.trim(), description: description.trim(), types, enabled: true },
      });
      onAdded(data.secret);
    },
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        <TextInput type="url" label={text('webhooks.url')} required data-autofocus {...form.getInputProps('url')} />
        <TextInput label={text('webhooks.description')} {...form.getInputProps('description')} />
        <MultiSelect
          label={text('webhooks.types')}
          description={text('webhooks.types.what')}
          data={eventTypes}
          searchable
          {...form.getInputProps('types')}
        />
        <Button type="submit" loading={isBusy}>
          {text('webhooks.add')}
        </Button>
      </Stack>
    </form>
  );
}
