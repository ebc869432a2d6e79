// Keys of the API: made for a program, with what it may do; the secret is shown once. Revoked, a key is refused from that moment.
import { Button, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { useAct } from '../../parts/act.ts';
import { StateBadge, type Tone } from '../../parts/badge.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { Facts, Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SecretOnce } from '../../parts/secret-once.tsx';
import { useServerForm } from '../../parts/server-form.ts';

type Key = Schemas['ApiKey'];

export function KeysPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const queries = useQueryClient();
  const columns = useColumns();
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const make = can('keys.write') ? (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {text('people.key.make')}
    </Button>
  ) : undefined;
  const onMade = (made: string) => {
    setMaking(false);
    setSecret(made);
    void queries.invalidateQueries({ queryKey: ['keys'] });
  };
  return (
    <Page title={text('people.keys')} actions={make}>
      <List<Key>
        name="keys"
        label={text('people.keys')}
        queryKey={['keys']}
        load={async (query) => (await api().get('/v1/keys', { params: { query } })).data}
        columns={columns}
        rowKey={(key) => key.id}
        defaultSort="createdAt"
        empty={{ title: text('people.keys.empty'), what: text('people.keys.empty.what'), action: make }}
      />
      <Modal opened={isMaking} onClose={() => setMaking(false)} title={text('people.key.make')}>
        {isMaking ? <KeyPermissions onMade={onMade} /> : null}
      </Modal>
      <SecretOnce title={text('people.key.made')} what={text('people.key.made.what')} secret={secret} onClose={() => setSecret(null)} />
    </Page>
  );
}

const TONES: Readonly<Record<Key['state'], Tone>> = { active: 'good', expired: 'quiet', revoked: 'bad' };

function useColumns(): Column<Key>[] {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const instant = (id: 'createdAt' | 'expiresAt' | 'usedAt', label: string, more: Partial<Column<Key>> = {}): Column<Key> => ({
    id,
    label,
    show: (key) => (key[id] === null ? '–' : format.instant(key[id])),
    text: (key) => key[id] ?? '',
    ...more,
  });
  const columns: Column<Key>[] = [
    { id: 'name', label: text('people.name'), show: (key) => key.name, text: (key) => key.name, sort: 'name' },
    { id: 'hint', label: text('people.key.hint'), show: (key) => `…${key.hint}`, text: (key) => key.hint },
    {
      id: 'state',
      label: text('people.state'),
      show: (key) => <StateBadge tone={TONES[key.state]}>{text(`people.key.state.${key.state}`)}</StateBadge>,
      text: (key) => key.state,
    },
    {
      id: 'permissions',
      label: text('people.permissions'),
      show: (key) => key.permissions.join(', '),
      text: (key) => key.permissions.join(', '),
    },
    { id: 'account', label: text('people.account'), show: (key) => key.account ?? '–', text: (key) => key.account ?? '', isExtra: true },
    instant('createdAt', text('people.created'), { sort: 'createdAt' }),
    instant('expiresAt', text('people.key.expires')),
    instant('usedAt', text('people.key.used')),
  ];
  const actions: Column<Key> = { id: 'actions', label: text('people.actions'), show: (key) => <Revoke apiKey={key} /> };
  return can('keys.write') ? [...columns, actions] : columns;
}

function Revoke({ apiKey }: { readonly apiKey: Key }) {
  const text = useText();
  const confirm = useConfirm();
  const act = useAct('keys');
  if (apiKey.state !== 'active') return null;
  const revoke = async () => {
    const isSure = await confirm({
      title: text('people.key.revoke.title', { name: apiKey.name }),
      consequences: [text('people.key.revoke.what')],
      action: text('people.key.revoke'),
    });
    if (isSure) await act(() => api().delete('/v1/keys/{key}', { params: { path: { key: apiKey.id } } }), text('common.saved'));
  };
  return (
    <Button size="compact-xs" variant="default" onClick={() => void revoke()}>
      {text('people.key.revoke')}
    </Button>
  );
}

interface Permission {
  readonly name: string;
  readonly meaning: string;
}

/** A key gets nothing that its maker may not do: only that is offered. */
function KeyPermissions({ onMade }: { readonly onMade: (secret: string) => void }) {
  const can = useCan();
  const permissions = useQuery({ queryKey: ['permissions'], queryFn: async () => (await api().get('/v1/permissions')).data.data });
  return <Facts query={permissions}>{(known) => <KeyForm permissions={known.filter(({ name }) => can(name))} onMade={onMade} />}</Facts>;
}

interface KeyFormProps {
  readonly permissions: readonly Permission[];
  readonly onMade: (secret: string) => void;
}

/** The day it is good for last ends where the reader is. */
const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

function KeyForm({ permissions, onMade }: KeyFormProps) {
  const text = useText();
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { name: '', permissions: [] as string[], expiresAt: '' },
    send: async ({ name, permissions: chosen, expiresAt }) => {
      const { data } = await api().post('/v1/keys', {
        body: { name: name.trim(), permissions: chosen, ...(expiresAt === '' ? {} : { expiresAt: endOf(expiresAt) }) },
      });
      onMade(data.secret);
    },
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        <TextInput label={text('people.name')} required data-autofocus {...form.getInputProps('name')} />
        <MultiSelect
          label={text('people.permissions')}
          data={permissions.map(({ name, meaning }) => ({ value: name, label: `${name} – ${meaning}` }))}
          searchable
          withAsterisk
          {...form.getInputProps('permissions')}
        />
        <TextInput type="date" label={text('people.key.last_day')} {...form.getInputProps('expiresAt')} />
        <Button type="submit" loading={isBusy}>
          {text('people.key.make')}
        </Button>
      </Stack>
    </form>
  );
}
