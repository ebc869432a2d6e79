// Who may sign in, and as what: invited, shut out and let in again, signed out everywhere.
import { Button, Group } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan, useSessionState } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { useAct } from '../../parts/act.ts';
import { StateBadge, type Tone } from '../../parts/badge.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { Page } from '../../parts/page.tsx';
import { InviteModal } from './invite-modal.tsx';

type User = Schemas['User'];

export function UsersPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const columns = useColumns();
  const [isInviting, setInviting] = useState(false);
  const invite =
    can('users.write') && can('roles.read') ? (
      <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
        {text('people.invite')}
      </Button>
    ) : undefined;
  return (
    <Page title={text('people.users')} actions={invite}>
      <List<User>
        name="users"
        label={text('people.users')}
        queryKey={['users']}
        load={async (query) => (await api().get('/v1/users', { params: { query } })).data}
        columns={columns}
        filters={[
          { kind: 'text', label: text('people.search'), names: ['search'] },
          { kind: 'text', label: text('people.account'), names: ['account'] },
        ]}
        rowKey={(user) => user.id}
        defaultSort="mail"
        empty={{ title: text('people.users.empty') }}
      />
      <InviteModal opened={isInviting} onClose={() => setInviting(false)} />
    </Page>
  );
}

const TONES: Readonly<Record<User['state'], Tone>> = { invited: 'waiting', active: 'good', disabled: 'bad' };

const rolesOf = (user: User): string[] =>
  user.roles.map(({ role, account, seller }) => [role, account ?? seller].filter((part) => part !== null).join(' · '));

function useColumns(): Column<User>[] {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const columns: Column<User>[] = [
    { id: 'mail', label: text('people.mail'), show: (user) => user.mail, text: (user) => user.mail, sort: 'mail' },
    { id: 'name', label: text('people.name'), show: (user) => user.name, text: (user) => user.name },
    {
      id: 'state',
      label: text('people.state'),
      show: (user) => <StateBadge tone={TONES[user.state]}>{text(`people.user.state.${user.state}`)}</StateBadge>,
      text: (user) => user.state,
    },
    { id: 'roles', label: text('people.roles'), show: (user) => rolesOf(user).join(', ') || '–', text: (user) => rolesOf(user).join(', ') },
    {
      id: 'createdAt',
      label: text('people.created'),
      show: (user) => format.instant(user.createdAt),
      text: (user) => user.createdAt,
      sort: 'createdAt',
    },
  ];
  const actions: Column<User> = { id: 'actions', label: text('people.actions'), show: (user) => <UserActions user={user} /> };
  return can('users.write') ? [...columns, actions] : columns;
}

/** Nobody shuts himself out here: his own sessions are ended where his own ways in are. */
function UserActions({ user }: { readonly user: User }) {
  const text = useText();
  const { session } = useSessionState();
  const confirm = useConfirm();
  const act = useAct('users');
  const path = { user: user.id };
  if (session?.user.id === user.id) return null;
  const setDisabled = async (disabled: boolean) => {
    const { etag } = await api().get('/v1/users/{user}', { params: { path } });
    return api().patch('/v1/users/{user}', { params: { path, header: { 'If-Match': etag ?? '' } }, body: { disabled } });
  };
  const shutOut = async () => {
    const isSure = await confirm({
      title: text('people.shut_out.title', { mail: user.mail }),
      consequences: [text('people.shut_out.what')],
      action: text('people.shut_out'),
    });
    if (isSure) await act(() => setDisabled(true), text('common.saved'));
  };
  const letIn = async () => {
    const isSure = await confirm({
      title: text('people.let_in.title', { mail: user.mail }),
      consequences: [text('people.let_in.what')],
      action: text('people.let_in'),
      dangerous: false,
    });
    if (isSure) await act(() => setDisabled(false), text('common.saved'));
  };
  const signOut = async () => {
    const isSure = await confirm({
      title: text('people.sign_out.title', { mail: user.mail }),
      consequences: [text('people.sign_out.what')],
      action: text('people.sign_out'),
    });
    if (!isSure) return;
    await act(
      () => api().post('/v1/users/{user}/sign-out', { params: { path } }),
      ({ data }) => text('people.sign_out.done', { count: data.ended }),
    );
  };
  return (
    <Group gap={4}>
      {user.state === 'disabled' ? (
        <Button size="compact-xs" variant="default" onClick={() => void letIn()}>
          {text('people.let_in')}
        </Button>
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => void shutOut()}>
          {text('people.shut_out')}
        </Button>
      )}
      {user.state === 'active' ? (
        <Button size="compact-xs" variant="default" onClick={() => void signOut()}>
          {text('people.sign_out')}
        </Button>
      ) : null}
    </Group>
  );
}
