// Invites somebody: his mail address and what he may do. The link that lets him in is shown once.
import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Facts } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { SecretOnce } from '../../parts/secret-once.tsx';
import { useServerForm } from '../../parts/server-form.ts';

interface Role {
  readonly key: string;
  readonly name: string;
  readonly holders: 'staff' | 'member';
}

export function InviteModal({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const text = useText();
  const queries = useQueryClient();
  const [invited, setInvited] = useState<{ mail: string; link: string } | null>(null);
  const roles = useQuery({ queryKey: ['roles'], enabled: opened, queryFn: async () => (await api().get('/v1/roles')).data.data });
  const onInvited = (mail: string, link: string | null) => {
    void queries.invalidateQueries({ queryKey: ['users'] });
    onClose();
    if (link === null) notifications.show({ message: text('people.invited.known', { mail }) });
    else setInvited({ mail, link });
  };
  return (
    <>
      <Modal opened={opened} onClose={onClose} title={text('people.invite')}>
        <Facts query={roles}>{(known) => <InviteForm roles={known} onInvited={onInvited} />}</Facts>
      </Modal>
      <SecretOnce
        title={text('people.invited')}
        what={text('people.invited.what', { mail: invited?.mail ?? '' })}
        secret={invited?.link ?? null}
        onClose={() => setInvited(null)}
      />
    </>
  );
}

interface InviteFormProps {
  readonly roles: readonly Role[];
  readonly onInvited: (mail: string, link: string | null) => void;
}

function InviteForm({ roles, onInvited }: InviteFormProps) {
  const text = useText();
  const holdersOf = (role: string | null) => roles.find(({ key }) => key === role)?.holders;
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { mail: '', name: '', role: null as string | null, account: '' },
    send: async ({ mail, name, role, account }) => {
      const { data } = await api().post('/v1/users', {
        body: {
          mail: mail.trim(),
          role: role ?? '',
          ...(name.trim() === '' ? {} : { name: name.trim() }),
          ...(holdersOf(role) === 'member' && account.trim() !== '' ? { account: account.trim() } : {}),
        },
      });
      onInvited(data.user.mail, data.link);
    },
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        <TextInput type="email" label={text('people.mail')} required data-autofocus {...form.getInputProps('mail')} />
        <TextInput label={text('people.name')} {...form.getInputProps('name')} />
        <Select
          label={text('people.role')}
          data={roles.map(({ key, name }) => ({ value: key, label: name }))}
          required
          searchable={roles.length > 8}
          {...form.getInputProps('role')}
        />
        {holdersOf(form.values.role) === 'member' ? (
          <TextInput label={text('people.account')} required {...form.getInputProps('account')} />
        ) : null}
        <Button type="submit" loading={isBusy}>
          {text('people.invite')}
        </Button>
      </Stack>
    </form>
  );
}
